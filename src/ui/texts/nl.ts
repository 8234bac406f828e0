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
      acceptNews: 'Accepteren',
      rejectNews: 'Weigeren',
      kept: 'Uw andere antwoorden blijven staan.',
      optOut:
        'Wij gebruiken cookies die deze website nodig heeft, en andere om bezoeken te meten en relevante ' +
        'inhoud te tonen. U kunt altijd van gedachten veranderen.',
      running: 'Aan, tenzij geweigerd: {purposes}.',
      doNotSell: 'Niet verkopen of delen',
      choices: 'Uw privacykeuzes',
      ok: 'OK',
    },
    preferences: {
      title: 'Privacy-instellingen',
      intro: 'Kies wat deze website mag gebruiken. Wat u weigert, blijft uit.',
      save: 'Opslaan',
      unsaved: 'Uw wijzigingen zijn niet opgeslagen. Sluit nogmaals om ze te verwerpen.',
      close: 'Sluiten',
      alwaysOn: 'Altijd aan',
      more: '{n} andere',
      service: 'Dienst',
      provider: 'Aanbieder',
      country: 'Land',
      retention: 'Bewaartermijn',
      policy: 'Privacyverklaring',
      cookies: 'Cookies',
      search: 'Zoeken',
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
    rights: {
      title: 'Uw rechten',
      unanswered: 'U hebt nog niet geantwoord.',
      bySignal: 'U hebt niet geantwoord. Het signaal van uw browser geldt.',
      answered: 'Beantwoord op',
      allowed: 'Door u toegestaan',
      refused: 'Door u geweigerd',
      until: 'Geldig tot',
      id: 'Nummer voor vragen',
      cookie: 'Bewaard in de cookie',
      controller: 'Verwerkings\u00adverantwoordelijke',
      officer: 'Functionaris gegevens\u00adbescherming',
      authority: 'Toezichthouder',
      signals: 'Stuurt uw browser Do Not Track of Global Privacy Control, dan houdt deze website zich daaraan.',
      download: 'Kopie downloaden',
      object: 'Bezwaar maken: {purpose}',
      withdraw: 'Toestemming intrekken',
      forget: 'Alles vergeten',
      warning:
        'Hiermee wordt gewist wat u hebt toegestaan en geweigerd, ook uw bezwaren. ' +
        'Mogelijk wordt het u opnieuw gevraagd.',
      confirm: 'Ja, alles vergeten',
      cancel: 'Annuleren',
      downloaded: 'Uw browser slaat de kopie op.',
      forgotten: 'Alles is vergeten.',
      objected: 'Bezwaar gemaakt. U kunt dit altijd wijzigen.',
      failed: 'Dat is niet gelukt. Probeer het opnieuw.',
      consent: 'Alleen actief met uw toestemming.',
      contract: 'Nodig voor een overeenkomst met u.',
      legalObligation: 'Wettelijk verplicht.',
      strictlyNecessary: 'Nodig voor wat u van deze website vraagt.',
      processor: 'Verwerker',
      'joint-controller': 'Gezamenlijke verwerkings\u00adverantwoordelijke',
      data: 'Gegevens',
      sells: 'Gegevens worden aan anderen verkocht.',
      shares: 'Gegevens worden voor reclame met anderen gedeeld.',
    },
    declaration: { allowed: 'Toegestaan', refused: 'Niet toegestaan', storage: 'Opslag' },
    proof: {
      none: 'Tot nu toe heeft deze pagina geen contact gehad met derden.',
      some: 'Derden met wie deze pagina tot nu toe contact heeft gehad',
      unlisted: 'Niet genoemd door deze website',
    },
    minor: {
      title: 'Cookies: jij beslist',
      body:
        'Cookies zijn kleine notities op je apparaat. Sommige zorgen dat deze website werkt. We willen graag ook ' +
        'andere gebruiken om bezoeken te tellen en dingen te laten zien die je misschien leuk vindt. Je mag nee ' +
        'zeggen: de website werkt dan ook. Twijfel je, vraag het dan aan je ouders. Je kunt altijd van gedachten ' +
        'veranderen.',
    },
  },
};

export default nl;
