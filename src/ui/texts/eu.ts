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
      acceptNews: 'Onartu',
      rejectNews: 'Baztertu',
      kept: 'Zure beste erantzunak ez dira aldatuko.',
      optOut:
        'Webgune honek behar dituen cookieak erabiltzen ditugu, bai eta beste batzuk ere, bisitak ' +
        'neurtzeko eta eduki egokiak erakusteko. Edonoiz alda dezakezu erabakia.',
      running: 'Piztuta, ezetz esan ezean: {purposes}.',
      doNotSell: 'Ez saldu ezta partekatu ere',
      choices: 'Zure pribatutasun-aukerak',
      ok: 'Ados',
    },
    preferences: {
      title: 'Pribatutasun-ezarpenak',
      intro: 'Aukeratu zer erabil dezakeen webguneak. Baztertzen duzuna desgaituta geratuko da.',
      save: 'Gorde',
      unsaved: 'Aldaketak ez dira gorde. Itxi berriro baztertzeko.',
      close: 'Itxi',
      alwaysOn: 'Beti gaituta',
      more: 'beste {n}',
      service: 'Zerbitzua',
      provider: 'Hornitzailea',
      country: 'Herrialdea',
      retention: 'Gordetze-epea',
      policy: 'Pribatutasun-politika',
      cookies: 'Cookieak',
      search: 'Bilatu',
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
    rights: {
      title: 'Zure eskubideak',
      unanswered: 'Oraindik ez duzu erantzun.',
      bySignal: 'Ez duzu erantzun. Zure nabigatzailearen seinalea aplikatzen da.',
      answered: 'Erantzun-data',
      allowed: 'Zuk onartua',
      refused: 'Zuk baztertua',
      until: 'Noiz arte balio du',
      id: 'Laguntzarako zenbakia',
      cookie: 'Cookie honetan gordea',
      controller: 'Arduraduna',
      officer: 'Datuen babeserako ordezkaria',
      authority: 'Kontrol-agintaritza',
      signals:
        'Zure nabigatzaileak Do Not Track edo Global Privacy Control bidaltzen badu, webguneak errespetatzen du.',
      download: 'Deskargatu kopia bat',
      object: 'Egin aurka: {purpose}',
      withdraw: 'Kendu baimena',
      forget: 'Ahaztu dena',
      warning: 'Onartu eta baztertu duzuna ezabatuko da, baita aurka eginak ere. Baliteke berriro galdetzea.',
      confirm: 'Bai, ahaztu dena',
      cancel: 'Utzi',
      downloaded: 'Nabigatzailea kopia gordetzen ari da.',
      forgotten: 'Dena ahaztuta dago.',
      objected: 'Aurka egitea erregistratuta. Edonoiz alda dezakezu.',
      failed: 'Ez du funtzionatu. Saiatu berriro.',
      consent: 'Zure baimenarekin bakarrik dabil.',
      contract: 'Zurekin egindako kontratu baterako beharrezkoa.',
      legalObligation: 'Legeak eskatzen du.',
      strictlyNecessary: 'Webguneari eskatzen diozunerako beharrezkoa.',
      processor: 'Tratamenduaren eragilea',
      'joint-controller': 'Baterako arduraduna',
      data: 'Datuak',
      sells: 'Datuak beste batzuei saltzen zaizkie.',
      shares: 'Datuak beste batzuekin partekatzen dira publizitaterako.',
    },
    declaration: { allowed: 'Baimenduta', refused: 'Baimendu gabe', storage: 'Biltegiratzea' },
    proof: {
      none: 'Orain arte orri honek ez du hirugarrenik kontaktatu.',
      some: 'Orri honek orain arte kontaktatu dituen hirugarrenak',
      unlisted: 'Webguneak aipatu gabea',
    },
    minor: {
      title: 'Cookieak: zuk erabakitzen duzu',
      body:
        'Cookieak zure gailuan gordetzen diren ohar txikiak dira. Batzuek webgune hau ibilarazten dute. Beste ' +
        'batzuk ere erabili nahi ditugu, bisitak zenbatzeko eta gusta dakizkizukeen gauzak erakusteko. Ezetz esan ' +
        'dezakezu: webguneak berdin funtzionatuko du. Zalantzarik baduzu, galdetu gurasoei. Edonoiz alda dezakezu ' +
        'erabakia.',
    },
  },
};

export default eu;
