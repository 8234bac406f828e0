import type { Language } from '../../api.ts';

const da: Language = {
  tag: 'da',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'Cookies og dit privatliv',
      body:
        'Vi bruger cookies, som webstedet har brug for. Med dit samtykke bruger vi også andre til at måle besøg ' +
        'og vise relevant indhold. Du kan til enhver tid ændre dit valg.',
      policy: 'Privatlivspolitik',
      accept: 'Accepter alle',
      reject: 'Afvis alle',
      preferences: 'Indstillinger',
      news: 'Nyt eller ændret siden dit seneste valg:',
      ok: 'OK',
    },
    preferences: {
      title: 'Privatlivsindstillinger',
      intro: 'Vælg, hvad webstedet må bruge. Det, du afviser, forbliver slået fra.',
      save: 'Gem',
      close: 'Luk',
      alwaysOn: 'Altid slået til',
      services: { one: '{n} tjeneste', other: '{n} tjenester' },
      service: 'Tjeneste',
      provider: 'Udbyder',
      country: 'Land',
      retention: 'Opbevaringstid',
      policy: 'Privatlivspolitik',
      cookies: 'Cookies',
      search: 'Søg efter tjenester',
      noMatch: 'Ingen resultater.',
      new: 'Nyt',
      legitimateInterest: 'Sker på grundlag af legitim interesse, medmindre du gør indsigelse.',
    },
    purposes: {
      necessary: { title: 'Nødvendige', description: 'Får webstedet til at fungere og holder det sikkert.' },
      preferences: { title: 'Præferencer', description: 'Husker valg som sprog eller region.' },
      analytics: { title: 'Statistik', description: 'Tæller besøg, så vi kan forbedre siderne.' },
      marketing: { title: 'Markedsføring', description: 'Viser indhold og annoncer, der passer til dine interesser.' },
    },
    signals: {
      dnt: 'Din browser sender Do Not Track (”spor mig ikke”).',
      gpc: 'Din browser sender Global Privacy Control.',
      honoured: 'Dit fravalg er respekteret.',
      locked: 'Så længe signalet sendes, forbliver disse valg slået fra.',
      override: 'Slår du noget til, går det forud for signalet på dette websted.',
    },
    placeholder: {
      title: 'Indhold fra {name}',
      body: 'Det indlæses først, når du tillader det. Formål: {purpose}.',
      once: 'Indlæs én gang',
      always: 'Tillad altid',
    },
    status: {
      accepted: 'Accepteret. Du kan til enhver tid ændre det.',
      rejected: 'Afvist. Du kan til enhver tid ændre det.',
      withdrawn: 'Samtykket er trukket tilbage. Du kan til enhver tid ændre det.',
      saved: 'Gemt. Du kan til enhver tid ændre det.',
      changed: 'Dit valg er ændret. Genindlæs siden, så det gælder fuldt ud.',
      reload: 'Genindlæs',
    },
    reopen: { label: 'Privatlivsindstillinger' },
  },
};

export default da;
