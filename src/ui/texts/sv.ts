import type { Language } from '../../api.ts';

const sv: Language = {
  tag: 'sv',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'Kakor och din integritet',
      body:
        'Vi använder kakor som webbplatsen behöver. Med ditt samtycke använder vi också andra för att mäta besök ' +
        'och visa relevant innehåll. Du kan ändra dig när som helst.',
      policy: 'Integritetspolicy',
      accept: 'Godkänn alla',
      reject: 'Neka alla',
      preferences: 'Inställningar',
      news: 'Nytt eller ändrat sedan ditt senaste val:',
      ok: 'OK',
    },
    preferences: {
      title: 'Integritetsinställningar',
      intro: 'Välj vad webbplatsen får använda. Det du nekar förblir avstängt.',
      save: 'Spara',
      close: 'Stäng',
      alwaysOn: 'Alltid på',
      services: { one: '{n} tjänst', other: '{n} tjänster' },
      service: 'Tjänst',
      provider: 'Leverantör',
      country: 'Land',
      retention: 'Lagringstid',
      policy: 'Integritetspolicy',
      cookies: 'Kakor',
      search: 'Sök tjänster',
      noMatch: 'Inga träffar.',
      new: 'Nytt',
      legitimateInterest: 'Grundas på berättigat intresse, såvida du inte invänder.',
    },
    purposes: {
      necessary: { title: 'Nödvändiga', description: 'Får webbplatsen att fungera och håller den säker.' },
      preferences: { title: 'Inställningar', description: 'Kommer ihåg val som språk eller region.' },
      analytics: { title: 'Statistik', description: 'Räknar besök så att vi kan förbättra sidorna.' },
      marketing: { title: 'Marknadsföring', description: 'Visar innehåll och annonser som passar dina intressen.' },
    },
    signals: {
      dnt: 'Din webbläsare skickar Do Not Track (”spåra inte”).',
      gpc: 'Din webbläsare skickar Global Privacy Control.',
      honoured: 'Din invändning har respekterats.',
      locked: 'Så länge signalen skickas förblir reglagen avstängda.',
      override: 'Slår du på ett reglage går det före signalen på den här webbplatsen.',
    },
    placeholder: {
      title: 'Innehåll från {name}',
      body: 'Det laddas först när du tillåter det. Ändamål: {purpose}.',
      once: 'Ladda en gång',
      always: 'Tillåt alltid',
    },
    status: {
      accepted: 'Godkänt. Du kan ändra dig när som helst.',
      rejected: 'Nekat. Du kan ändra dig när som helst.',
      withdrawn: 'Samtycket har återkallats. Du kan ändra dig när som helst.',
      saved: 'Sparat. Du kan ändra dig när som helst.',
      changed: 'Ditt val har ändrats. Ladda om sidan så att det gäller fullt ut.',
      reload: 'Ladda om',
    },
    reopen: { label: 'Integritetsinställningar' },
  },
};

export default sv;
