import type { Language } from '../../api.ts';

const sk: Language = {
  tag: 'sk',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'Cookies a vaše súkromie',
      body:
        'Používame cookies, ktoré táto stránka potrebuje. S vaším súhlasom používame aj ďalšie na meranie ' +
        'návštevnosti a zobrazovanie relevantného obsahu. Svoje rozhodnutie môžete kedykoľvek zmeniť.',
      policy: 'Zásady ochrany súkromia',
      accept: 'Prijať všetko',
      reject: 'Odmietnuť všetko',
      preferences: 'Nastavenia',
      news: 'Nové alebo zmenené od vašej poslednej voľby:',
      ok: 'OK',
    },
    preferences: {
      title: 'Nastavenia súkromia',
      intro: 'Vyberte, čo smie táto stránka používať. Čo odmietnete, zostane vypnuté.',
      save: 'Uložiť',
      close: 'Zavrieť',
      alwaysOn: 'Vždy zapnuté',
      services: { one: '{n} služba', few: '{n} služby', other: '{n} služieb' },
      service: 'Služba',
      provider: 'Poskytovateľ',
      country: 'Krajina',
      retention: 'Doba uchovávania',
      policy: 'Zásady ochrany súkromia',
      cookies: 'Cookies',
      search: 'Hľadať služby',
      noMatch: 'Nič sa nenašlo.',
      new: 'Nové',
      legitimateInterest: 'Prebieha na základe oprávneného záujmu, pokiaľ nenamietate.',
    },
    purposes: {
      necessary: { title: 'Nevyhnutné', description: 'Zabezpečujú fungovanie a bezpečnosť stránky.' },
      preferences: { title: 'Predvoľby', description: 'Pamätajú si voľby, napríklad jazyk alebo región.' },
      analytics: { title: 'Analytika', description: 'Počíta návštevy, aby sme mohli stránky zlepšovať.' },
      marketing: { title: 'Marketing', description: 'Zobrazuje obsah a reklamu podľa vašich záujmov.' },
    },
    signals: {
      dnt: 'Váš prehliadač odosiela signál Do Not Track („nesledovať“).',
      gpc: 'Váš prehliadač odosiela signál Global Privacy Control.',
      honoured: 'Vaše odmietnutie bolo rešpektované.',
      locked: 'Kým sa tento signál odosiela, tieto prepínače zostávajú vypnuté.',
      override: 'Ak niektorý prepínač zapnete, má na tejto stránke prednosť pred signálom.',
    },
    placeholder: {
      title: 'Obsah: {name}',
      body: 'Načíta sa, až keď to povolíte. Účel: {purpose}.',
      once: 'Načítať raz',
      always: 'Vždy povoliť',
    },
    status: {
      accepted: 'Prijaté. Môžete to kedykoľvek zmeniť.',
      rejected: 'Odmietnuté. Môžete to kedykoľvek zmeniť.',
      withdrawn: 'Súhlas odvolaný. Môžete to kedykoľvek zmeniť.',
      saved: 'Uložené. Môžete to kedykoľvek zmeniť.',
      changed: 'Vaša voľba sa zmenila. Aby platila v plnom rozsahu, načítajte túto stránku znova.',
      reload: 'Načítať znova',
    },
    reopen: { label: 'Nastavenia súkromia' },
  },
};

export default sk;
