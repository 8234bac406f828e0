import type { Language } from '../../api.ts';

const nb: Language = {
  tag: 'nb',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'Informasjonskapsler og personvernet ditt',
      body:
        'Vi bruker informasjonskapsler som nettstedet trenger. Med ditt samtykke bruker vi også andre til å måle ' +
        'besøk og vise relevant innhold. Du kan ombestemme deg når som helst.',
      policy: 'Personvernerklæring',
      accept: 'Godta alle',
      reject: 'Avvis alle',
      preferences: 'Innstillinger',
      news: 'Nytt eller endret siden ditt forrige valg:',
      ok: 'OK',
    },
    preferences: {
      title: 'Personverninnstillinger',
      intro: 'Velg hva nettstedet kan bruke. Det du avviser, forblir slått av.',
      save: 'Lagre',
      close: 'Lukk',
      alwaysOn: 'Alltid på',
      services: { one: '{n} tjeneste', other: '{n} tjenester' },
      service: 'Tjeneste',
      provider: 'Leverandør',
      country: 'Land',
      retention: 'Lagringstid',
      policy: 'Personvernerklæring',
      cookies: 'Informasjonskapsler',
      search: 'Søk i tjenester',
      noMatch: 'Ingen treff.',
      new: 'Nytt',
      legitimateInterest: 'Bygger på berettiget interesse, med mindre du protesterer.',
    },
    purposes: {
      necessary: { title: 'Nødvendige', description: 'Får nettstedet til å fungere og holder det sikkert.' },
      preferences: { title: 'Preferanser', description: 'Husker valg som språk eller region.' },
      analytics: { title: 'Statistikk', description: 'Teller besøk slik at vi kan forbedre sidene.' },
      marketing: { title: 'Markedsføring', description: 'Viser innhold og annonser som passer til interessene dine.' },
    },
    signals: {
      dnt: 'Nettleseren din sender Do Not Track («ikke spor»).',
      gpc: 'Nettleseren din sender Global Privacy Control.',
      honoured: 'Reservasjonen din er respektert.',
      locked: 'Så lenge signalet sendes, forblir disse bryterne av.',
      override: 'Slår du på en bryter, går det foran signalet på dette nettstedet.',
    },
    placeholder: {
      title: 'Innhold fra {name}',
      body: 'Det lastes ikke inn før du tillater det. Formål: {purpose}.',
      once: 'Last inn én gang',
      always: 'Tillat alltid',
    },
    status: {
      accepted: 'Godtatt. Du kan endre dette når som helst.',
      rejected: 'Avvist. Du kan endre dette når som helst.',
      withdrawn: 'Samtykket er trukket tilbake. Du kan endre dette når som helst.',
      saved: 'Lagret. Du kan endre dette når som helst.',
      changed: 'Valget ditt er endret. Last inn siden på nytt, slik at det gjelder fullt ut.',
      reload: 'Last inn på nytt',
    },
    reopen: { label: 'Personverninnstillinger' },
  },
};

export default nb;
