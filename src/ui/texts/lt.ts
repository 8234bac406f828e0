import type { Language } from '../../api.ts';

const lt: Language = {
  tag: 'lt',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'Slapukai ir jūsų privatumas',
      body:
        'Naudojame slapukus, kurių reikia šiai svetainei. Gavę jūsų sutikimą, naudojame ir kitus apsilankymams ' +
        'skaičiuoti bei aktualiam turiniui rodyti. Savo pasirinkimą galite bet kada pakeisti.',
      policy: 'Privatumo politika',
      accept: 'Priimti visus',
      reject: 'Atmesti visus',
      preferences: 'Nustatymai',
      news: 'Nauja arba pakeista po paskutinio jūsų pasirinkimo:',
      ok: 'Gerai',
    },
    preferences: {
      title: 'Privatumo nustatymai',
      intro: 'Pasirinkite, ką ši svetainė gali naudoti. Kas atmesta, lieka išjungta.',
      save: 'Išsaugoti',
      close: 'Uždaryti',
      alwaysOn: 'Visada įjungta',
      services: { one: '{n} paslauga', few: '{n} paslaugos', other: '{n} paslaugų' },
      service: 'Paslauga',
      provider: 'Teikėjas',
      country: 'Šalis',
      retention: 'Saugojimo terminas',
      policy: 'Privatumo politika',
      cookies: 'Slapukai',
      search: 'Ieškoti paslaugų',
      noMatch: 'Nieko nerasta.',
      new: 'Nauja',
      legitimateInterest: 'Grindžiama teisėtu interesu, nebent pareikštumėte nesutikimą.',
    },
    purposes: {
      necessary: { title: 'Būtinieji', description: 'Užtikrina svetainės veikimą ir saugumą.' },
      preferences: { title: 'Nuostatos', description: 'Įsimena pasirinkimus, pavyzdžiui, kalbą ar regioną.' },
      analytics: { title: 'Statistika', description: 'Skaičiuoja apsilankymus, kad galėtume tobulinti puslapius.' },
      marketing: { title: 'Rinkodara', description: 'Rodo jūsų pomėgius atitinkantį turinį ir reklamą.' },
    },
    signals: {
      dnt: 'Jūsų naršyklė siunčia signalą Do Not Track („nesekti“).',
      gpc: 'Jūsų naršyklė siunčia signalą Global Privacy Control.',
      honoured: 'Į jūsų atsisakymą atsižvelgta.',
      locked: 'Kol šis signalas siunčiamas, šie jungikliai lieka išjungti.',
      override: 'Jei ką nors įjungsite, šioje svetainėje galios jūsų pasirinkimas, o ne signalas.',
    },
    placeholder: {
      title: 'Turinys: {name}',
      body: 'Jis neįkeliamas, kol to neleidžiate. Tikslas: {purpose}.',
      once: 'Įkelti vieną kartą',
      always: 'Visada leisti',
    },
    status: {
      accepted: 'Priimta. Tai galite bet kada pakeisti.',
      rejected: 'Atmesta. Tai galite bet kada pakeisti.',
      withdrawn: 'Sutikimas atšauktas. Tai galite bet kada pakeisti.',
      saved: 'Išsaugota. Tai galite bet kada pakeisti.',
      changed: 'Jūsų pasirinkimas pasikeitė. Įkelkite šį puslapį iš naujo, kad jis visiškai galiotų.',
      reload: 'Įkelti iš naujo',
    },
    reopen: { label: 'Privatumo nustatymai' },
  },
};

export default lt;
