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
      acceptNews: 'Accepta',
      rejectNews: 'Rebutja',
      kept: 'Les altres respostes no canvien.',
      optOut:
        'Fem servir galetes que necessita aquest lloc web, i d’altres per mesurar les visites i mostrar ' +
        'contingut rellevant. Podeu canviar d’opinió en qualsevol moment.',
      running: 'Actiu llevat de rebuig: {purposes}.',
      doNotSell: 'No vengueu ni compartiu',
      choices: 'Les vostres opcions de privadesa',
      ok: 'D’acord',
    },
    preferences: {
      title: 'Preferències de privadesa',
      intro: 'Trieu què pot fer servir aquest lloc web. El que rebutgeu continuarà desactivat.',
      save: 'Desa',
      unsaved: 'Els canvis no s’han desat. Tanqueu un altre cop per descartar-los.',
      close: 'Tanca',
      alwaysOn: 'Sempre actiu',
      more: '{n} més',
      service: 'Servei',
      provider: 'Proveïdor',
      country: 'País',
      retention: 'Termini de conservació',
      policy: 'Política de privadesa',
      cookies: 'Galetes',
      search: 'Cerca',
      noMatch: 'Cap resultat.',
      new: 'Nou',
      legitimateInterest: 'Actiu per interès legítim, tret que us hi oposeu.',
    },
    purposes: {
      necessary: { title: 'Necessari', description: 'Fa que el lloc web funcioni i sigui segur.' },
      preferences: { title: 'Funcionalitat', description: 'Recorda opcions com la llengua o la regió.' },
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
    rights: {
      title: 'Els vostres drets',
      unanswered: 'Encara no heu respost.',
      bySignal: 'No heu respost. S’aplica el senyal del vostre navegador.',
      answered: 'Respost el',
      allowed: 'Heu permès',
      refused: 'Heu rebutjat',
      until: 'Vàlid fins al',
      id: 'Número per a consultes',
      cookie: 'Desat a la galeta',
      controller: 'Responsable',
      officer: 'Delegat de protecció de dades',
      authority: 'Autoritat de control',
      signals: 'Si el vostre navegador envia Do Not Track o Global Privacy Control, aquest lloc web ho respecta.',
      download: 'Baixa’n una còpia',
      object: 'Oposició: {purpose}',
      withdraw: 'Retira el consentiment',
      forget: 'Oblida-ho tot',
      warning:
        'S’esborrarà el que heu permès i rebutjat, i les vostres oposicions. És possible que se us torni a preguntar.',
      confirm: 'Sí, oblida-ho tot',
      cancel: 'Cancel·la',
      downloaded: 'El vostre navegador està desant la còpia.',
      forgotten: 'Tot s’ha oblidat.',
      objected: 'Oposició registrada. Ho podeu canviar en qualsevol moment.',
      failed: 'No ha funcionat. Torneu-ho a provar.',
      consent: 'Actiu només amb el vostre consentiment.',
      contract: 'Necessari per a un contracte amb vós.',
      legalObligation: 'Exigit per la llei.',
      strictlyNecessary: 'Necessari per al que demaneu a aquest lloc web.',
      processor: 'Encarregat del tractament',
      'joint-controller': 'Corresponsable',
      data: 'Dades',
      sells: 'Les dades es venen a tercers.',
      shares: 'Les dades es comparteixen amb tercers per a publicitat.',
    },
    declaration: { allowed: 'Permès', refused: 'No permès', storage: 'Emmagatzematge' },
    proof: {
      none: 'Fins ara aquesta pàgina no ha contactat amb cap tercer.',
      some: 'Tercers amb què aquesta pàgina ha contactat fins ara',
      unlisted: 'No indicat per aquest lloc web',
    },
    minor: {
      title: 'Galetes: tu decideixes',
      body:
        'Les galetes són notes petites al teu dispositiu. Algunes fan funcionar aquest lloc web. Ens agradaria ' +
        'fer-ne servir d’altres per comptar les visites i mostrar coses que et poden agradar. Pots dir que no: ' +
        'el lloc web funcionarà igualment. Si tens dubtes, pregunta-ho als teus pares. Pots canviar d’opinió en ' +
        'qualsevol moment.',
    },
  },
};

export default ca;
