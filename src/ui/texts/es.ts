import type { Language } from '../../api.ts';

const es: Language = {
  tag: 'es',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'Las cookies y su privacidad',
      body:
        'Utilizamos cookies que este sitio necesita. Con su consentimiento, utilizamos también otras para medir ' +
        'las visitas y mostrar contenido relevante. Puede cambiar de opinión en cualquier momento.',
      policy: 'Política de privacidad',
      accept: 'Aceptar todo',
      reject: 'Rechazar todo',
      preferences: 'Configurar',
      news: 'Nuevo o modificado desde su última elección:',
      acceptNews: 'Aceptar',
      rejectNews: 'Rechazar',
      kept: 'Sus demás respuestas no cambian.',
      optOut:
        'Utilizamos cookies que este sitio necesita y otras para medir las visitas y mostrar contenido ' +
        'relevante. Puede cambiar de opinión en cualquier momento.',
      running: 'Activo salvo rechazo: {purposes}.',
      doNotSell: 'No vender ni compartir',
      choices: 'Sus opciones de privacidad',
      ok: 'Entendido',
    },
    preferences: {
      title: 'Preferencias de privacidad',
      intro: 'Elija qué puede utilizar este sitio. Lo que rechace seguirá desactivado.',
      save: 'Guardar',
      unsaved: 'Los cambios no se han guardado. Cierre de nuevo para descartarlos.',
      close: 'Cerrar',
      alwaysOn: 'Siempre activo',
      more: '{n} más',
      service: 'Servicio',
      provider: 'Proveedor',
      country: 'País',
      retention: 'Plazo de conservación',
      policy: 'Política de privacidad',
      cookies: 'Cookies',
      search: 'Buscar',
      noMatch: 'Sin resultados.',
      new: 'Nuevo',
      legitimateInterest: 'Activo por interés legítimo, salvo que usted se oponga.',
    },
    purposes: {
      necessary: { title: 'Necesario', description: 'Hace que el sitio funcione y sea seguro.' },
      preferences: { title: 'Preferencias', description: 'Recuerda opciones como el idioma o la región.' },
      analytics: { title: 'Analítica', description: 'Cuenta las visitas para que podamos mejorar las páginas.' },
      marketing: { title: 'Marketing', description: 'Muestra contenido y publicidad acordes con sus intereses.' },
    },
    signals: {
      dnt: 'Su navegador envía la señal Do Not Track («no rastrear»).',
      gpc: 'Su navegador envía la señal Global Privacy Control.',
      honoured: 'Se ha respetado su solicitud de exclusión.',
      locked: 'Mientras se envíe esta señal, estas opciones seguirán desactivadas.',
      override: 'Si activa una opción, en este sitio prevalecerá sobre la señal.',
    },
    placeholder: {
      title: 'Contenido de {name}',
      body: 'No se cargará hasta que usted lo permita. Finalidad: {purpose}.',
      once: 'Cargar una vez',
      always: 'Permitir siempre',
    },
    status: {
      accepted: 'Aceptado. Puede cambiarlo en cualquier momento.',
      rejected: 'Rechazado. Puede cambiarlo en cualquier momento.',
      withdrawn: 'Consentimiento retirado. Puede cambiarlo en cualquier momento.',
      saved: 'Guardado. Puede cambiarlo en cualquier momento.',
      changed: 'Su elección ha cambiado. Vuelva a cargar esta página para que se aplique por completo.',
      reload: 'Volver a cargar',
    },
    reopen: { label: 'Preferencias de privacidad' },
    rights: {
      title: 'Sus derechos',
      unanswered: 'Aún no ha respondido.',
      bySignal: 'No ha respondido. Se aplica la señal de su navegador.',
      answered: 'Respondido el',
      allowed: 'Permitido por usted',
      refused: 'Rechazado por usted',
      until: 'Válido hasta',
      id: 'Número para consultas',
      cookie: 'Guardado en la cookie',
      controller: 'Responsable',
      officer: 'Delegado de protección de datos',
      authority: 'Autoridad de control',
      signals: 'Si su navegador envía Do Not Track o Global Privacy Control, este sitio lo respeta.',
      download: 'Descargar una copia',
      object: 'Oponerse: {purpose}',
      withdraw: 'Retirar el consentimiento',
      forget: 'Olvidar todo',
      warning:
        'Se borrará lo que ha permitido y rechazado, y sus oposiciones. Es posible que se le vuelva a preguntar.',
      confirm: 'Sí, olvidar todo',
      cancel: 'Cancelar',
      downloaded: 'Su navegador está guardando la copia.',
      forgotten: 'Se ha olvidado todo.',
      objected: 'Oposición registrada. Puede cambiarlo en cualquier momento.',
      failed: 'No ha funcionado. Inténtelo de nuevo.',
      consent: 'Activo solo con su consentimiento.',
      contract: 'Necesario para un contrato con usted.',
      legalObligation: 'Exigido por la ley.',
      strictlyNecessary: 'Necesario para lo que usted pide a este sitio.',
      processor: 'Encargado del tratamiento',
      'joint-controller': 'Corresponsable',
      data: 'Datos',
      sells: 'Los datos se venden a terceros.',
      shares: 'Los datos se comparten con terceros para publicidad.',
    },
    declaration: { allowed: 'Permitido', refused: 'No permitido', storage: 'Almacenamiento' },
    proof: {
      none: 'Hasta ahora esta página no ha contactado con ningún tercero.',
      some: 'Terceros con los que esta página ha contactado hasta ahora',
      unlisted: 'No indicado por este sitio',
    },
    minor: {
      title: 'Cookies: tú decides',
      body:
        'Las cookies son pequeñas notas en tu dispositivo. Algunas hacen que este sitio funcione. Nos gustaría ' +
        'usar otras para contar las visitas y mostrar cosas que te pueden gustar. Puedes decir que no: el sitio ' +
        'seguirá funcionando. Si tienes dudas, pregunta a tus padres. Puedes cambiar de opinión en cualquier ' +
        'momento.',
    },
  },
};

export default es;
