import type { Language } from '../../api.ts';

const nn: Language = {
  tag: 'nn',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'Informasjonskapslar og personvernet ditt',
      body:
        'Vi bruker informasjonskapslar som nettstaden treng. Med samtykke frå deg bruker vi òg andre til å måle ' +
        'besøk og vise relevant innhald. Du kan ombestemme deg når som helst.',
      policy: 'Personvernerklæring',
      accept: 'Godta alle',
      reject: 'Avvis alle',
      preferences: 'Innstillingar',
      news: 'Nytt eller endra sidan det førre valet ditt:',
      ok: 'OK',
    },
    preferences: {
      title: 'Personverninnstillingar',
      intro: 'Vel kva nettstaden kan bruke. Det du avviser, blir verande av.',
      save: 'Lagre',
      close: 'Lukk',
      alwaysOn: 'Alltid på',
      services: { one: '{n} teneste', other: '{n} tenester' },
      service: 'Teneste',
      provider: 'Leverandør',
      country: 'Land',
      retention: 'Lagringstid',
      policy: 'Personvernerklæring',
      cookies: 'Informasjonskapslar',
      search: 'Søk i tenester',
      noMatch: 'Ingen treff.',
      new: 'Nytt',
      legitimateInterest: 'Byggjer på berettiga interesse, med mindre du protesterer.',
    },
    purposes: {
      necessary: { title: 'Nødvendige', description: 'Får nettstaden til å verke og held han trygg.' },
      preferences: { title: 'Preferansar', description: 'Hugsar val som språk eller region.' },
      analytics: { title: 'Statistikk', description: 'Tel besøk slik at vi kan gjere sidene betre.' },
      marketing: { title: 'Marknadsføring', description: 'Viser innhald og annonsar som passar til interessene dine.' },
    },
    signals: {
      dnt: 'Nettlesaren din sender Do Not Track («ikkje spor»).',
      gpc: 'Nettlesaren din sender Global Privacy Control.',
      honoured: 'Reservasjonen din er respektert.',
      locked: 'Så lenge signalet blir sendt, er desse brytarane av.',
      override: 'Slår du på ein brytar, går det føre signalet på denne nettstaden.',
    },
    placeholder: {
      title: 'Innhald frå {name}',
      body: 'Det blir ikkje lasta inn før du tillèt det. Føremål: {purpose}.',
      once: 'Last inn éin gong',
      always: 'Tillat alltid',
    },
    status: {
      accepted: 'Godteke. Du kan endre dette når som helst.',
      rejected: 'Avvist. Du kan endre dette når som helst.',
      withdrawn: 'Samtykket er trekt tilbake. Du kan endre dette når som helst.',
      saved: 'Lagra. Du kan endre dette når som helst.',
      changed: 'Valet ditt er endra. Last inn sida på nytt, slik at det gjeld fullt ut.',
      reload: 'Last inn på nytt',
    },
    reopen: { label: 'Personverninnstillingar' },
  },
};

export default nn;
