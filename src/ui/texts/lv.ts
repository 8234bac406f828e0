import type { Language } from '../../api.ts';

const lv: Language = {
  tag: 'lv',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'Sīkdatnes un jūsu privātums',
      body:
        'Mēs izmantojam sīkdatnes, kas šai vietnei ir vajadzīgas. Ar jūsu piekrišanu izmantojam arī citas, lai ' +
        'uzskaitītu apmeklējumus un rādītu atbilstošu saturu. Savu izvēli varat mainīt jebkurā laikā.',
      policy: 'Privātuma politika',
      accept: 'Piekrist visam',
      reject: 'Noraidīt visu',
      preferences: 'Iestatījumi',
      news: 'Jauns vai mainīts kopš jūsu pēdējās izvēles:',
      ok: 'Labi',
    },
    preferences: {
      title: 'Privātuma iestatījumi',
      intro: 'Izvēlieties, ko šī vietne drīkst izmantot. Noraidītais paliek izslēgts.',
      save: 'Saglabāt',
      close: 'Aizvērt',
      alwaysOn: 'Vienmēr ieslēgts',
      services: { zero: '{n} pakalpojumu', one: '{n} pakalpojums', other: '{n} pakalpojumi' },
      service: 'Pakalpojums',
      provider: 'Sniedzējs',
      country: 'Valsts',
      retention: 'Glabāšanas ilgums',
      policy: 'Privātuma politika',
      cookies: 'Sīkdatnes',
      search: 'Meklēt pakalpojumus',
      noMatch: 'Nekas nav atrasts.',
      new: 'Jauns',
      legitimateInterest: 'Pamatojas uz leģitīmām interesēm, ja vien neiebilstat.',
    },
    purposes: {
      necessary: { title: 'Nepieciešamās', description: 'Nodrošina vietnes darbību un drošību.' },
      preferences: { title: 'Iestatījumi', description: 'Atceras izvēli, piemēram, valodu vai reģionu.' },
      analytics: { title: 'Statistika', description: 'Skaita apmeklējumus, lai mēs varētu uzlabot lapas.' },
      marketing: { title: 'Mārketings', description: 'Rāda jūsu interesēm atbilstošu saturu un reklāmu.' },
    },
    signals: {
      dnt: 'Jūsu pārlūkprogramma sūta signālu Do Not Track („neizsekot”).',
      gpc: 'Jūsu pārlūkprogramma sūta signālu Global Privacy Control.',
      honoured: 'Jūsu atteikums ir ņemts vērā.',
      locked: 'Kamēr šis signāls tiek sūtīts, šie slēdži paliek izslēgti.',
      override: 'Ja ieslēgsiet kādu slēdzi, šajā vietnē jūsu izvēle būs noteicošā, nevis signāls.',
    },
    placeholder: {
      title: 'Saturs: {name}',
      body: 'Tas netiek ielādēts, kamēr to neatļaujat. Nolūks: {purpose}.',
      once: 'Ielādēt vienreiz',
      always: 'Vienmēr atļaut',
    },
    status: {
      accepted: 'Pieņemts. To varat mainīt jebkurā laikā.',
      rejected: 'Noraidīts. To varat mainīt jebkurā laikā.',
      withdrawn: 'Piekrišana atsaukta. To varat mainīt jebkurā laikā.',
      saved: 'Saglabāts. To varat mainīt jebkurā laikā.',
      changed: 'Jūsu izvēle ir mainījusies. Pārlādējiet šo lapu, lai tā pilnībā stātos spēkā.',
      reload: 'Pārlādēt',
    },
    reopen: { label: 'Privātuma iestatījumi' },
  },
};

export default lv;
