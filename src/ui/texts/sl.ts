import type { Language } from '../../api.ts';

const sl: Language = {
  tag: 'sl',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'Piškotki in vaša zasebnost',
      body:
        'Uporabljamo piškotke, ki jih to spletno mesto potrebuje. Z vašo privolitvijo uporabljamo tudi druge za ' +
        'merjenje obiska in prikaz ustreznih vsebin. Svojo odločitev lahko kadar koli spremenite.',
      policy: 'Politika zasebnosti',
      accept: 'Sprejmi vse',
      reject: 'Zavrni vse',
      preferences: 'Nastavitve',
      news: 'Novo ali spremenjeno od vaše zadnje izbire:',
      ok: 'V redu',
    },
    preferences: {
      title: 'Nastavitve zasebnosti',
      intro: 'Izberite, kaj sme spletno mesto uporabljati. Kar zavrnete, ostane izklopljeno.',
      save: 'Shrani',
      close: 'Zapri',
      alwaysOn: 'Vedno vklopljeno',
      services: { one: '{n} storitev', two: '{n} storitvi', few: '{n} storitve', other: '{n} storitev' },
      service: 'Storitev',
      provider: 'Ponudnik',
      country: 'Država',
      retention: 'Rok hrambe',
      policy: 'Politika zasebnosti',
      cookies: 'Piškotki',
      search: 'Iskanje storitev',
      noMatch: 'Ni zadetkov.',
      new: 'Novo',
      legitimateInterest: 'Temelji na zakonitem interesu, razen če ugovarjate.',
    },
    purposes: {
      necessary: { title: 'Nujno', description: 'Omogoča delovanje in varnost spletnega mesta.' },
      preferences: { title: 'Prilagoditve', description: 'Zapomni si izbire, na primer jezik ali regijo.' },
      analytics: { title: 'Analitika', description: 'Šteje obiske, da lahko izboljšujemo strani.' },
      marketing: { title: 'Trženje', description: 'Prikazuje vsebine in oglase po vaših zanimanjih.' },
    },
    signals: {
      dnt: 'Vaš brskalnik pošilja signal Do Not Track (»ne sledi«).',
      gpc: 'Vaš brskalnik pošilja signal Global Privacy Control.',
      honoured: 'Vaša zavrnitev je bila upoštevana.',
      locked: 'Dokler se ta signal pošilja, ta stikala ostanejo izklopljena.',
      override: 'Če vklopite katero od stikal, ima na tem spletnem mestu prednost pred signalom.',
    },
    placeholder: {
      title: 'Vsebina: {name}',
      body: 'Ne bo se naložila, dokler tega ne dovolite. Namen: {purpose}.',
      once: 'Naloži enkrat',
      always: 'Vedno dovoli',
    },
    status: {
      accepted: 'Sprejeto. To lahko kadar koli spremenite.',
      rejected: 'Zavrnjeno. To lahko kadar koli spremenite.',
      withdrawn: 'Privolitev preklicana. To lahko kadar koli spremenite.',
      saved: 'Shranjeno. To lahko kadar koli spremenite.',
      changed: 'Vaša izbira se je spremenila. Znova naložite to stran, da bo v celoti veljala.',
      reload: 'Znova naloži',
    },
    reopen: { label: 'Nastavitve zasebnosti' },
  },
};

export default sl;
