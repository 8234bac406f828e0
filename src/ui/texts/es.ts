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
      ok: 'Entendido',
    },
    preferences: {
      title: 'Preferencias de privacidad',
      intro: 'Elija qué puede utilizar este sitio. Lo que rechace seguirá desactivado.',
      save: 'Guardar',
      close: 'Cerrar',
      alwaysOn: 'Siempre activo',
      services: { one: '{n} servicio', many: '{n} servicios', other: '{n} servicios' },
      service: 'Servicio',
      provider: 'Proveedor',
      country: 'País',
      retention: 'Plazo de conservación',
      policy: 'Política de privacidad',
      cookies: 'Cookies',
      search: 'Buscar servicios',
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
  },
};

export default es;
