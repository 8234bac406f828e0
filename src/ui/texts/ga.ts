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
      ok: 'Tuigim',
    },
    preferences: {
      title: 'Roghanna príobháideachais',
      intro: 'Roghnaigh cad is féidir leis an suíomh a úsáid. Fanfaidh aon rud a ndiúltaíonn tú dó múchta.',
      save: 'Sábháil',
      close: 'Dún',
      alwaysOn: 'Ar siúl i gcónaí',
      services: {
        one: '{n} seirbhís',
        two: '{n} sheirbhís',
        few: '{n} sheirbhís',
        many: '{n} seirbhís',
        other: '{n} seirbhís',
      },
      service: 'Seirbhís',
      provider: 'Soláthraí',
      country: 'Tír',
      retention: 'Tréimhse choinneála',
      policy: 'Beartas príobháideachais',
      cookies: 'Fianáin',
      search: 'Cuardaigh seirbhísí',
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
  },
};

export default ga;
