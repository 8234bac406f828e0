import type { Language } from '../../api.ts';

const mt: Language = {
  tag: 'mt',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'Il-cookies u l-privatezza tiegħek',
      body:
        'Nużaw cookies li jeħtieġ dan is-sit. Bil-kunsens tiegħek nużaw ukoll oħrajn biex inkejlu ż-żjarat u ' +
        'nuru kontenut rilevanti. Tista’ tbiddel fehmtek fi kwalunkwe ħin.',
      policy: 'Politika tal-privatezza',
      accept: 'Aċċetta kollox',
      reject: 'Irrifjuta kollox',
      preferences: 'Preferenzi',
      news: 'Ġdid jew mibdul mill-aħħar għażla tiegħek:',
      ok: 'OK',
    },
    preferences: {
      title: 'Preferenzi tal-privatezza',
      intro: 'Agħżel x’jista’ juża dan is-sit. Dak li tirrifjuta jibqa’ mitfi.',
      save: 'Issejvja',
      close: 'Agħlaq',
      alwaysOn: 'Dejjem mixgħul',
      services: {
        one: '{n} servizz',
        two: '{n} servizzi',
        few: '{n} servizzi',
        many: '{n}-il servizz',
        other: '{n} servizz',
      },
      service: 'Servizz',
      provider: 'Fornitur',
      country: 'Pajjiż',
      retention: 'Perjodu ta’ żamma',
      policy: 'Politika tal-privatezza',
      cookies: 'Cookies',
      search: 'Fittex servizzi',
      noMatch: 'Ma nstab xejn.',
      new: 'Ġdid',
      legitimateInterest: 'Ibbażat fuq l-interess leġittimu, sakemm ma toġġezzjonax.',
    },
    purposes: {
      necessary: { title: 'Meħtieġa', description: 'Iħaddmu s-sit u jżommuh sigur.' },
      preferences: { title: 'Preferenzi', description: 'Jiftakru għażliet bħal-lingwa jew ir-reġjun.' },
      analytics: { title: 'Analitika', description: 'Tgħodd iż-żjarat biex inkunu nistgħu ntejbu l-paġni.' },
      marketing: { title: 'Marketing', description: 'Juri kontenut u reklamar skont l-interessi tiegħek.' },
    },
    signals: {
      dnt: 'Il-browser tiegħek jibgħat is-sinjal Do Not Track.',
      gpc: 'Il-browser tiegħek jibgħat is-sinjal Global Privacy Control.',
      honoured: 'L-oġġezzjoni tiegħek ġiet rispettata.',
      locked: 'Kemm idum jintbagħat dan is-sinjal, dawn l-għażliet jibqgħu mitfija.',
      override: 'Jekk tixgħel xi għażla, din tgħaddi qabel is-sinjal fuq dan is-sit.',
    },
    placeholder: {
      title: 'Kontenut minn {name}',
      body: 'Ma jitgħabbiex qabel ma tippermettih. Skop: {purpose}.',
      once: 'Għabbi darba',
      always: 'Dejjem ippermetti',
    },
    status: {
      accepted: 'Aċċettat. Tista’ tbiddel dan fi kwalunkwe ħin.',
      rejected: 'Irrifjutat. Tista’ tbiddel dan fi kwalunkwe ħin.',
      withdrawn: 'Kunsens irtirat. Tista’ tbiddel dan fi kwalunkwe ħin.',
      saved: 'Issejvjat. Tista’ tbiddel dan fi kwalunkwe ħin.',
      changed: 'L-għażla tiegħek inbidlet. Erġa’ għabbi din il-paġna biex tapplika għalkollox.',
      reload: 'Erġa’ għabbi',
    },
    reopen: { label: 'Preferenzi tal-privatezza' },
  },
};

export default mt;
