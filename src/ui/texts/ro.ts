import type { Language } from '../../api.ts';

const ro: Language = {
  tag: 'ro',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'Cookie-urile și confidențialitatea dumneavoastră',
      body:
        'Folosim cookie-uri de care acest site are nevoie. Cu consimțământul dumneavoastră, folosim și altele ' +
        'pentru a măsura vizitele și a afișa conținut relevant. Vă puteți schimba decizia oricând.',
      policy: 'Politica de confidențialitate',
      accept: 'Acceptă tot',
      reject: 'Refuză tot',
      preferences: 'Preferințe',
      news: 'Nou sau modificat de la ultima dumneavoastră alegere:',
      ok: 'Am înțeles',
    },
    preferences: {
      title: 'Preferințe de confidențialitate',
      intro: 'Alegeți ce poate folosi acest site. Ce refuzați rămâne dezactivat.',
      save: 'Salvează',
      close: 'Închide',
      alwaysOn: 'Mereu activ',
      services: { one: '{n} serviciu', few: '{n} servicii', other: '{n} de servicii' },
      service: 'Serviciu',
      provider: 'Furnizor',
      country: 'Țară',
      retention: 'Perioada de păstrare',
      policy: 'Politica de confidențialitate',
      cookies: 'Cookie-uri',
      search: 'Caută servicii',
      noMatch: 'Niciun rezultat.',
      new: 'Nou',
      legitimateInterest: 'Se bazează pe interesul legitim, atât timp cât nu vă opuneți.',
    },
    purposes: {
      necessary: { title: 'Necesare', description: 'Asigură funcționarea și securitatea site-ului.' },
      preferences: { title: 'Preferințe', description: 'Rețin opțiuni precum limba sau regiunea.' },
      analytics: { title: 'Statistică', description: 'Numără vizitele, ca să putem îmbunătăți paginile.' },
      marketing: {
        title: 'Marketing',
        description: 'Afișează conținut și reclame potrivite intereselor dumneavoastră.',
      },
    },
    signals: {
      dnt: 'Browserul dumneavoastră trimite semnalul Do Not Track („nu urmări”).',
      gpc: 'Browserul dumneavoastră trimite semnalul Global Privacy Control.',
      honoured: 'Opoziția dumneavoastră a fost respectată.',
      locked: 'Cât timp semnalul este trimis, aceste opțiuni rămân dezactivate.',
      override: 'Dacă activați o opțiune, pe acest site ea prevalează asupra semnalului.',
    },
    placeholder: {
      title: 'Conținut de la {name}',
      body: 'Se încarcă numai dacă permiteți. Scop: {purpose}.',
      once: 'Încarcă o dată',
      always: 'Permite mereu',
    },
    status: {
      accepted: 'Acceptat. Puteți modifica alegerea oricând.',
      rejected: 'Refuzat. Puteți modifica alegerea oricând.',
      withdrawn: 'Consimțământ retras. Puteți modifica alegerea oricând.',
      saved: 'Salvat. Puteți modifica alegerea oricând.',
      changed: 'Alegerea dumneavoastră s-a schimbat. Reîncărcați această pagină pentru a se aplica pe deplin.',
      reload: 'Reîncărcați',
    },
    reopen: { label: 'Preferințe de confidențialitate' },
  },
};

export default ro;
