import type { Language } from '../../api.ts';

const hr: Language = {
  tag: 'hr',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'Kolačići i vaša privatnost',
      body:
        'Upotrebljavamo kolačiće koji su potrebni ovim web-stranicama. Uz vašu privolu upotrebljavamo i druge ' +
        'kako bismo mjerili posjete i prikazivali relevantan sadržaj. U svakom se trenutku možete predomisliti.',
      policy: 'Politika privatnosti',
      accept: 'Prihvati sve',
      reject: 'Odbij sve',
      preferences: 'Postavke',
      news: 'Novo ili promijenjeno od vašeg posljednjeg odabira:',
      ok: 'U redu',
    },
    preferences: {
      title: 'Postavke privatnosti',
      intro: 'Odaberite što ove web-stranice smiju upotrebljavati. Što odbijete, ostaje isključeno.',
      save: 'Spremi',
      close: 'Zatvori',
      alwaysOn: 'Uvijek uključeno',
      services: { one: '{n} usluga', few: '{n} usluge', other: '{n} usluga' },
      service: 'Usluga',
      provider: 'Pružatelj',
      country: 'Država',
      retention: 'Razdoblje čuvanja',
      policy: 'Politika privatnosti',
      cookies: 'Kolačići',
      search: 'Pretraži usluge',
      noMatch: 'Nema rezultata.',
      new: 'Novo',
      legitimateInterest: 'Temelji se na legitimnom interesu, osim ako uložite prigovor.',
    },
    purposes: {
      necessary: { title: 'Nužno', description: 'Omogućuje rad i sigurnost web-stranica.' },
      preferences: { title: 'Preferencije', description: 'Pamti odabire poput jezika ili regije.' },
      analytics: { title: 'Analitika', description: 'Broji posjete kako bismo poboljšali stranice.' },
      marketing: { title: 'Marketing', description: 'Prikazuje sadržaj i oglase prema vašim interesima.' },
    },
    signals: {
      dnt: 'Vaš preglednik šalje signal Do Not Track („ne prati”).',
      gpc: 'Vaš preglednik šalje signal Global Privacy Control.',
      honoured: 'Vaše je odbijanje uvaženo.',
      locked: 'Dok se taj signal šalje, ovi prekidači ostaju isključeni.',
      override: 'Uključite li neki prekidač, na ovim web-stranicama ima prednost pred signalom.',
    },
    placeholder: {
      title: 'Sadržaj: {name}',
      body: 'Ne učitava se dok to ne dopustite. Svrha: {purpose}.',
      once: 'Učitaj jednom',
      always: 'Uvijek dopusti',
    },
    status: {
      accepted: 'Prihvaćeno. To možete promijeniti u svakom trenutku.',
      rejected: 'Odbijeno. To možete promijeniti u svakom trenutku.',
      withdrawn: 'Privola je povučena. To možete promijeniti u svakom trenutku.',
      saved: 'Spremljeno. To možete promijeniti u svakom trenutku.',
      changed: 'Vaš se odabir promijenio. Ponovno učitajte ovu stranicu kako bi u potpunosti vrijedio.',
      reload: 'Ponovno učitaj',
    },
    reopen: { label: 'Postavke privatnosti' },
  },
};

export default hr;
