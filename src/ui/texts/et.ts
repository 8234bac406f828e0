import type { Language } from '../../api.ts';

const et: Language = {
  tag: 'et',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'Küpsised ja teie privaatsus',
      body:
        'Kasutame küpsiseid, mida see veebisait vajab. Teie nõusolekul kasutame ka muid küpsiseid külastuste ' +
        'mõõtmiseks ja asjakohase sisu näitamiseks. Võite igal ajal meelt muuta.',
      policy: 'Privaatsuspoliitika',
      accept: 'Nõustu kõigiga',
      reject: 'Keeldu kõigist',
      preferences: 'Seaded',
      news: 'Uus või muutunud pärast teie viimast valikut:',
      ok: 'Selge',
    },
    preferences: {
      title: 'Privaatsusseaded',
      intro: 'Valige, mida veebisait võib kasutada. See, millest keeldute, jääb välja lülitatuks.',
      save: 'Salvesta',
      close: 'Sulge',
      alwaysOn: 'Alati sees',
      services: { one: '{n} teenus', other: '{n} teenust' },
      service: 'Teenus',
      provider: 'Teenusepakkuja',
      country: 'Riik',
      retention: 'Säilitusaeg',
      policy: 'Privaatsuspoliitika',
      cookies: 'Küpsised',
      search: 'Otsi teenuseid',
      noMatch: 'Midagi ei leitud.',
      new: 'Uus',
      legitimateInterest: 'Põhineb õigustatud huvil, kui te vastuväidet ei esita.',
    },
    purposes: {
      necessary: { title: 'Vajalik', description: 'Hoiab veebisaidi toimivana ja turvalisena.' },
      preferences: { title: 'Eelistused', description: 'Jätab meelde valikud, näiteks keele või piirkonna.' },
      analytics: { title: 'Statistika', description: 'Loendab külastusi, et saaksime lehti parandada.' },
      marketing: { title: 'Turundus', description: 'Näitab teie huvidele vastavat sisu ja reklaami.' },
    },
    signals: {
      dnt: 'Teie brauser saadab signaali Do Not Track („ära jälgi“).',
      gpc: 'Teie brauser saadab signaali Global Privacy Control.',
      honoured: 'Teie loobumissoovi on arvestatud.',
      locked: 'Kuni seda signaali saadetakse, on need lülitid väljas.',
      override: 'Kui midagi sisse lülitate, kehtib sellel saidil teie valik, mitte signaal.',
    },
    placeholder: {
      title: 'Sisu: {name}',
      body: 'See laaditakse alles siis, kui te seda lubate. Eesmärk: {purpose}.',
      once: 'Laadi üks kord',
      always: 'Luba alati',
    },
    status: {
      accepted: 'Nõustutud. Saate seda igal ajal muuta.',
      rejected: 'Keeldutud. Saate seda igal ajal muuta.',
      withdrawn: 'Nõusolek tagasi võetud. Saate seda igal ajal muuta.',
      saved: 'Salvestatud. Saate seda igal ajal muuta.',
      changed: 'Teie valik on muutunud. Laadige see leht uuesti, et valik täielikult kehtiks.',
      reload: 'Laadi uuesti',
    },
    reopen: { label: 'Privaatsusseaded' },
  },
};

export default et;
