import type { Language } from '../../api.ts';

const ca: Language = {
  tag: 'ca',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'Les galetes i la vostra privadesa',
      body:
        'Fem servir galetes que necessita aquest lloc web. Amb el vostre consentiment, també en fem servir ' +
        'd’altres per mesurar les visites i mostrar contingut rellevant. Podeu canviar d’opinió en qualsevol moment.',
      policy: 'Política de privadesa',
      accept: 'Accepta-ho tot',
      reject: 'Rebutja-ho tot',
      preferences: 'Preferències',
      news: 'Nou o modificat des de la vostra darrera elecció:',
      ok: 'D’acord',
    },
    preferences: {
      title: 'Preferències de privadesa',
      intro: 'Trieu què pot fer servir aquest lloc web. El que rebutgeu continuarà desactivat.',
      save: 'Desa',
      close: 'Tanca',
      alwaysOn: 'Sempre actiu',
      services: { one: '{n} servei', many: '{n} serveis', other: '{n} serveis' },
      service: 'Servei',
      provider: 'Proveïdor',
      country: 'País',
      retention: 'Termini de conservació',
      policy: 'Política de privadesa',
      cookies: 'Galetes',
      search: 'Cerca serveis',
      noMatch: 'Cap resultat.',
      new: 'Nou',
      legitimateInterest: 'Actiu per interès legítim, tret que us hi oposeu.',
    },
    purposes: {
      necessary: { title: 'Necessari', description: 'Fa que el lloc web funcioni i sigui segur.' },
      preferences: { title: 'Preferències', description: 'Recorda opcions com la llengua o la regió.' },
      analytics: { title: 'Analítica', description: 'Compta les visites perquè puguem millorar les pàgines.' },
      marketing: {
        title: 'Màrqueting',
        description: 'Mostra contingut i publicitat d’acord amb els vostres interessos.',
      },
    },
    signals: {
      dnt: 'El vostre navegador envia el senyal Do Not Track («no em seguiu»).',
      gpc: 'El vostre navegador envia el senyal Global Privacy Control.',
      honoured: 'S’ha respectat la vostra sol·licitud d’oposició.',
      locked: 'Mentre s’enviï aquest senyal, aquestes opcions continuaran desactivades.',
      override: 'Si activeu una opció, en aquest lloc web preval sobre el senyal.',
    },
    placeholder: {
      title: 'Contingut de {name}',
      body: 'No es carregarà fins que ho permeteu. Finalitat: {purpose}.',
      once: 'Carrega un cop',
      always: 'Permet sempre',
    },
    status: {
      accepted: 'Acceptat. Ho podeu canviar en qualsevol moment.',
      rejected: 'Rebutjat. Ho podeu canviar en qualsevol moment.',
      withdrawn: 'Consentiment retirat. Ho podeu canviar en qualsevol moment.',
      saved: 'Desat. Ho podeu canviar en qualsevol moment.',
      changed: 'La vostra elecció ha canviat. Torneu a carregar aquesta pàgina perquè s’apliqui del tot.',
      reload: 'Torna a carregar',
    },
    reopen: { label: 'Preferències de privadesa' },
  },
};

export default ca;
