import type { Language } from '../../api.ts';

const eu: Language = {
  tag: 'eu',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'Cookieak eta zure pribatutasuna',
      body:
        'Webgune honek behar dituen cookieak erabiltzen ditugu. Zure baimenarekin, beste batzuk ere erabiltzen ' +
        'ditugu bisitak neurtzeko eta eduki egokiak erakusteko. Edonoiz alda dezakezu erabakia.',
      policy: 'Pribatutasun-politika',
      accept: 'Onartu guztiak',
      reject: 'Baztertu guztiak',
      preferences: 'Ezarpenak',
      news: 'Berria edo aldatua zure azken aukeraketaz geroztik:',
      ok: 'Ados',
    },
    preferences: {
      title: 'Pribatutasun-ezarpenak',
      intro: 'Aukeratu zer erabil dezakeen webguneak. Baztertzen duzuna desgaituta geratuko da.',
      save: 'Gorde',
      close: 'Itxi',
      alwaysOn: 'Beti gaituta',
      services: { one: '{n} zerbitzu', other: '{n} zerbitzu' },
      service: 'Zerbitzua',
      provider: 'Hornitzailea',
      country: 'Herrialdea',
      retention: 'Gordetze-epea',
      policy: 'Pribatutasun-politika',
      cookies: 'Cookieak',
      search: 'Bilatu zerbitzuak',
      noMatch: 'Ez da ezer aurkitu.',
      new: 'Berria',
      legitimateInterest: 'Interes legitimoan oinarritzen da, aurka egiten ez baduzu.',
    },
    purposes: {
      necessary: { title: 'Beharrezkoak', description: 'Webgunea martxan eta seguru mantentzen dute.' },
      preferences: { title: 'Hobespenak', description: 'Aukerak gogoratzen ditu, hala nola hizkuntza edo eskualdea.' },
      analytics: { title: 'Analitika', description: 'Bisitak zenbatzen ditu, orriak hobetu ahal izateko.' },
      marketing: {
        title: 'Marketina',
        description: 'Zure interesekin bat datozen edukiak eta iragarkiak erakusten ditu.',
      },
    },
    signals: {
      dnt: 'Zure nabigatzaileak Do Not Track seinalea bidaltzen du.',
      gpc: 'Zure nabigatzaileak Global Privacy Control seinalea bidaltzen du.',
      honoured: 'Zure ezezkoa errespetatu da.',
      locked: 'Seinale hau bidaltzen den bitartean, aukera hauek desgaituta daude.',
      override: 'Aukera bat gaitzen baduzu, seinalearen gainetik egongo da webgune honetan.',
    },
    placeholder: {
      title: 'Edukia: {name}',
      body: 'Ez da kargatuko zuk baimendu arte. Helburua: {purpose}.',
      once: 'Kargatu behin',
      always: 'Baimendu beti',
    },
    status: {
      accepted: 'Onartuta. Edonoiz alda dezakezu.',
      rejected: 'Baztertuta. Edonoiz alda dezakezu.',
      withdrawn: 'Baimena kenduta. Edonoiz alda dezakezu.',
      saved: 'Gordeta. Edonoiz alda dezakezu.',
      changed: 'Zure aukera aldatu da. Kargatu berriro orri hau, erabat aplika dadin.',
      reload: 'Kargatu berriro',
    },
    reopen: { label: 'Pribatutasun-ezarpenak' },
  },
};

export default eu;
