import type { Language } from '../../api.ts';

const nl: Language = {
  tag: 'nl',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'Cookies en uw privacy',
      body:
        'Wij gebruiken cookies die deze website nodig heeft. Met uw toestemming gebruiken we ook andere om ' +
        'bezoeken te meten en relevante inhoud te tonen. U kunt altijd van gedachten veranderen.',
      policy: 'Privacyverklaring',
      accept: 'Alles accepteren',
      reject: 'Alles weigeren',
      preferences: 'Instellingen',
      news: 'Nieuw of gewijzigd sinds uw laatste keuze:',
      ok: 'OK',
    },
    preferences: {
      title: 'Privacy-instellingen',
      intro: 'Kies wat deze website mag gebruiken. Wat u weigert, blijft uit.',
      save: 'Opslaan',
      close: 'Sluiten',
      alwaysOn: 'Altijd aan',
      services: { one: '{n} dienst', other: '{n} diensten' },
      service: 'Dienst',
      provider: 'Aanbieder',
      country: 'Land',
      retention: 'Bewaartermijn',
      policy: 'Privacyverklaring',
      cookies: 'Cookies',
      search: 'Diensten zoeken',
      noMatch: 'Niets gevonden.',
      new: 'Nieuw',
      legitimateInterest: 'Op grond van gerechtvaardigd belang, tenzij u bezwaar maakt.',
    },
    purposes: {
      necessary: { title: 'Noodzakelijk', description: 'Zorgt dat de website werkt en veilig blijft.' },
      preferences: { title: 'Voorkeuren', description: 'Onthoudt keuzes zoals taal of regio.' },
      analytics: { title: 'Statistieken', description: 'Telt bezoeken, zodat we pagina’s kunnen verbeteren.' },
      marketing: { title: 'Marketing', description: 'Toont inhoud en advertenties die bij uw interesses passen.' },
    },
    signals: {
      dnt: 'Uw browser verstuurt Do Not Track (‘volg mij niet’).',
      gpc: 'Uw browser verstuurt Global Privacy Control.',
      honoured: 'Uw bezwaar is gehonoreerd.',
      locked: 'Zolang dit signaal wordt verstuurd, blijven deze schakelaars uit.',
      override: 'Zet u iets aan, dan gaat dat op deze website boven het signaal.',
    },
    placeholder: {
      title: 'Inhoud van {name}',
      body: 'Deze wordt pas geladen als u dat toestaat. Doel: {purpose}.',
      once: 'Eén keer laden',
      always: 'Altijd toestaan',
    },
    status: {
      accepted: 'Geaccepteerd. U kunt dit altijd wijzigen.',
      rejected: 'Geweigerd. U kunt dit altijd wijzigen.',
      withdrawn: 'Toestemming ingetrokken. U kunt dit altijd wijzigen.',
      saved: 'Opgeslagen. U kunt dit altijd wijzigen.',
      changed: 'Uw keuze is gewijzigd. Laad deze pagina opnieuw, zodat die volledig geldt.',
      reload: 'Opnieuw laden',
    },
    reopen: { label: 'Privacy-instellingen' },
  },
};

export default nl;
