import type { Language } from '../../api.ts';

const cs: Language = {
  tag: 'cs',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'Cookies a vaše soukromí',
      body:
        'Používáme cookies, které tento web potřebuje. S vaším souhlasem používáme i další k měření návštěvnosti ' +
        'a zobrazování relevantního obsahu. Své rozhodnutí můžete kdykoli změnit.',
      policy: 'Zásady ochrany soukromí',
      accept: 'Přijmout vše',
      reject: 'Odmítnout vše',
      preferences: 'Nastavení',
      news: 'Nové nebo změněné od vaší poslední volby:',
      ok: 'OK',
    },
    preferences: {
      title: 'Nastavení soukromí',
      intro: 'Zvolte, co smí tento web používat. Co odmítnete, zůstane vypnuté.',
      save: 'Uložit',
      close: 'Zavřít',
      alwaysOn: 'Vždy zapnuto',
      services: { one: '{n} služba', few: '{n} služby', other: '{n} služeb' },
      service: 'Služba',
      provider: 'Poskytovatel',
      country: 'Země',
      retention: 'Doba uchování',
      policy: 'Zásady ochrany soukromí',
      cookies: 'Cookies',
      search: 'Hledat služby',
      noMatch: 'Nic nenalezeno.',
      new: 'Nové',
      legitimateInterest: 'Probíhá na základě oprávněného zájmu, pokud nevznesete námitku.',
    },
    purposes: {
      necessary: { title: 'Nezbytné', description: 'Zajišťují fungování a bezpečnost webu.' },
      preferences: { title: 'Předvolby', description: 'Pamatují si volby, jako je jazyk nebo region.' },
      analytics: { title: 'Analytika', description: 'Počítá návštěvy, abychom mohli stránky zlepšovat.' },
      marketing: { title: 'Marketing', description: 'Zobrazuje obsah a reklamu podle vašich zájmů.' },
    },
    signals: {
      dnt: 'Váš prohlížeč odesílá signál Do Not Track („nesledovat“).',
      gpc: 'Váš prohlížeč odesílá signál Global Privacy Control.',
      honoured: 'Vaše odmítnutí bylo respektováno.',
      locked: 'Dokud se tento signál odesílá, zůstávají tyto přepínače vypnuté.',
      override: 'Zapnete-li některý přepínač, má na tomto webu přednost před signálem.',
    },
    placeholder: {
      title: 'Obsah: {name}',
      body: 'Načte se, až to povolíte. Účel: {purpose}.',
      once: 'Načíst jednou',
      always: 'Vždy povolit',
    },
    status: {
      accepted: 'Přijato. Můžete to kdykoli změnit.',
      rejected: 'Odmítnuto. Můžete to kdykoli změnit.',
      withdrawn: 'Souhlas odvolán. Můžete to kdykoli změnit.',
      saved: 'Uloženo. Můžete to kdykoli změnit.',
      changed: 'Vaše volba se změnila. Aby plně platila, načtěte tuto stránku znovu.',
      reload: 'Načíst znovu',
    },
    reopen: { label: 'Nastavení soukromí' },
  },
};

export default cs;
