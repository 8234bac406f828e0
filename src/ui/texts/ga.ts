import type { Language } from '../../api.ts';

const ga: Language = {
  tag: 'ga',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'Fianáin agus do phríobháideachas',
      body:
        'Úsáidimid fianáin atá riachtanach don suíomh seo. Le do thoiliú, úsáidimid fianáin eile chun ' +
        'cuairteanna a thomhas agus ábhar oiriúnach a thaispeáint. Is féidir leat d’intinn a athrú am ar bith.',
      policy: 'Beartas príobháideachais',
      accept: 'Glac le gach ceann',
      reject: 'Diúltaigh do gach ceann',
      preferences: 'Roghanna',
      news: 'Nua nó athraithe ó do rogha dheireanach:',
      acceptNews: 'Glac leis',
      rejectNews: 'Diúltaigh dó',
      kept: 'Fanann do chuid freagraí eile mar atá siad.',
      optOut:
        'Úsáidimid fianáin atá riachtanach don suíomh seo, agus fianáin eile chun cuairteanna a thomhas ' +
        'agus ábhar oiriúnach a thaispeáint. Is féidir leat d’intinn a athrú am ar bith.',
      running: 'Ar siúl mura ndiúltaíonn tú: {purposes}.',
      doNotSell: 'Ná díol agus ná comhroinn',
      choices: 'Do roghanna príobháideachais',
      ok: 'Tuigim',
    },
    preferences: {
      title: 'Roghanna príobháideachais',
      intro: 'Roghnaigh cad is féidir leis an suíomh a úsáid. Fanfaidh aon rud a ndiúltaíonn tú dó múchta.',
      save: 'Sábháil',
      unsaved: 'Níor sábháladh d’athruithe. Dún arís chun iad a chur i leataobh.',
      close: 'Dún',
      alwaysOn: 'Ar siúl i gcónaí',
      more: '{n} eile',
      service: 'Seirbhís',
      provider: 'Soláthraí',
      country: 'Tír',
      retention: 'Tréimhse choinneála',
      policy: 'Beartas príobháideachais',
      cookies: 'Fianáin',
      search: 'Cuardaigh',
      noMatch: 'Níor aimsíodh aon rud.',
      new: 'Nua',
      legitimateInterest: 'Bunaithe ar leas dlisteanach mura ndéanann tú agóid.',
    },
    purposes: {
      necessary: { title: 'Riachtanach', description: 'Coinníonn sé an suíomh ag obair agus slán.' },
      preferences: { title: 'Sainroghanna', description: 'Cuimhníonn sé ar roghanna amhail teanga nó réigiún.' },
      analytics: {
        title: 'Anailísíocht',
        description: 'Comhaireann sé cuairteanna ionas gur féidir linn na leathanaigh a fheabhsú.',
      },
      marketing: {
        title: 'Margaíocht',
        description: 'Taispeánann sé ábhar agus fógraíocht a oireann do do spéiseanna.',
      },
    },
    signals: {
      dnt: 'Seolann do bhrabhsálaí an comhartha Do Not Track.',
      gpc: 'Seolann do bhrabhsálaí an comhartha Global Privacy Control.',
      honoured: 'Urramaíodh d’iarratas ar dhiúltú.',
      locked: 'A fhad is a sheoltar an comhartha seo, fanann na lasca seo múchta.',
      override: 'Má chuireann tú lasc ar siúl, beidh tosaíocht aici ar an gcomhartha ar an suíomh seo.',
    },
    placeholder: {
      title: 'Ábhar ó {name}',
      body: 'Ní lódálfar é go dtí go gceadóidh tú é. Cuspóir: {purpose}.',
      once: 'Lódáil uair amháin',
      always: 'Ceadaigh i gcónaí',
    },
    status: {
      accepted: 'Glacadh leis. Is féidir leat é a athrú am ar bith.',
      rejected: 'Diúltaíodh dó. Is féidir leat é a athrú am ar bith.',
      withdrawn: 'Tarraingíodh siar an toiliú. Is féidir leat é a athrú am ar bith.',
      saved: 'Sábháladh é. Is féidir leat é a athrú am ar bith.',
      changed: 'Tá do rogha athraithe. Athlódáil an leathanach seo chun í a chur i bhfeidhm go hiomlán.',
      reload: 'Athlódáil',
    },
    reopen: { label: 'Roghanna príobháideachais' },
    rights: {
      title: 'Do chearta',
      unanswered: 'Níor fhreagair tú fós.',
      bySignal: 'Níor fhreagair tú. Is é comhartha do bhrabhsálaí a chinneann.',
      answered: 'Dáta an fhreagra',
      allowed: 'Cheadaigh tú',
      refused: 'Dhiúltaigh tú',
      until: 'Bailí go dtí',
      id: 'Uimhir le haghaidh tacaíochta',
      cookie: 'Coinnithe san fhianán',
      controller: 'Rialaitheoir',
      officer: 'Oifigeach cosanta sonraí',
      authority: 'Údarás maoirseachta',
      signals: 'Má sheolann do bhrabhsálaí Do Not Track nó Global Privacy Control, cloíonn an suíomh leis.',
      download: 'Íoslódáil cóip',
      object: 'Déan agóid: {purpose}',
      withdraw: 'Tarraing siar an toiliú',
      forget: 'Déan dearmad ar gach rud',
      warning: 'Scriostar gach ar cheadaigh agus ar dhiúltaigh tú, agus d’agóidí. D’fhéadfaí ceist a chur ort arís.',
      confirm: 'Sea, déan dearmad ar gach rud',
      cancel: 'Cealaigh',
      downloaded: 'Tá do bhrabhsálaí ag sábháil na cóipe.',
      forgotten: 'Rinneadh dearmad ar gach rud.',
      objected: 'Cláraíodh an agóid. Is féidir leat é a athrú am ar bith.',
      failed: 'Níor éirigh leis. Bain triail eile as.',
      consent: 'Ní oibríonn sé ach le do thoiliú.',
      contract: 'Riachtanach do chonradh leat.',
      legalObligation: 'Ceanglaithe le dlí.',
      strictlyNecessary: 'Riachtanach don rud a iarrann tú ar an suíomh.',
      processor: 'Próiseálaí',
      'joint-controller': 'Comhrialaitheoir',
      data: 'Sonraí',
      sells: 'Díoltar sonraí le daoine eile.',
      shares: 'Roinntear sonraí le daoine eile le haghaidh fógraíochta.',
    },
    declaration: { allowed: 'Ceadaithe', refused: 'Gan cheadú', storage: 'Stóras' },
    proof: {
      none: 'Go dtí seo ní dhearna an leathanach seo teagmháil le haon tríú páirtí.',
      some: 'Tríú páirtithe a ndearna an leathanach seo teagmháil leo go dtí seo',
      unlisted: 'Gan ainmniú ag an suíomh',
    },
    minor: {
      title: 'Fianáin: fút féin atá sé',
      body:
        'Nótaí beaga ar do ghléas is ea fianáin. Cuireann cuid acu an suíomh seo ag obair. Ba mhaith linn cinn ' +
        'eile a úsáid chun cuairteanna a chomhaireamh agus rudaí a thaispeáint a thaitneodh leat, b’fhéidir. Is ' +
        'féidir leat diúltú: oibreoidh an suíomh mar sin féin. Mura bhfuil tú cinnte, cuir ceist ar ' +
        'thuismitheoir. Is féidir leat d’intinn a athrú am ar bith.',
    },
  },
};

export default ga;
