import type { Language } from '../../api.ts';

const gl: Language = {
  tag: 'gl',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'As cookies e a súa privacidade',
      body:
        'Usamos cookies que este sitio necesita. Co seu consentimento, usamos tamén outras para medir as visitas ' +
        'e amosar contido relevante. Pode cambiar de opinión en calquera momento.',
      policy: 'Política de privacidade',
      accept: 'Aceptar todo',
      reject: 'Rexeitar todo',
      preferences: 'Preferencias',
      news: 'Novo ou modificado desde a súa última elección:',
      ok: 'De acordo',
    },
    preferences: {
      title: 'Preferencias de privacidade',
      intro: 'Escolla que pode usar este sitio. O que rexeite seguirá desactivado.',
      save: 'Gardar',
      close: 'Pechar',
      alwaysOn: 'Sempre activo',
      services: { one: '{n} servizo', other: '{n} servizos' },
      service: 'Servizo',
      provider: 'Provedor',
      country: 'País',
      retention: 'Prazo de conservación',
      policy: 'Política de privacidade',
      cookies: 'Cookies',
      search: 'Buscar servizos',
      noMatch: 'Sen resultados.',
      new: 'Novo',
      legitimateInterest: 'Activo por interese lexítimo, agás que vostede se opoña.',
    },
    purposes: {
      necessary: { title: 'Necesario', description: 'Fai que o sitio funcione e sexa seguro.' },
      preferences: { title: 'Preferencias', description: 'Lembra opcións como a lingua ou a rexión.' },
      analytics: { title: 'Analítica', description: 'Conta as visitas para que poidamos mellorar as páxinas.' },
      marketing: { title: 'Mercadotecnia', description: 'Amosa contido e publicidade acordes cos seus intereses.' },
    },
    signals: {
      dnt: 'O seu navegador envía o sinal Do Not Track («non rastrexar»).',
      gpc: 'O seu navegador envía o sinal Global Privacy Control.',
      honoured: 'Respectouse a súa solicitude de exclusión.',
      locked: 'Mentres se envíe este sinal, estas opcións seguirán desactivadas.',
      override: 'Se activa unha opción, neste sitio prevalecerá sobre o sinal.',
    },
    placeholder: {
      title: 'Contido de {name}',
      body: 'Non se cargará ata que vostede o permita. Finalidade: {purpose}.',
      once: 'Cargar unha vez',
      always: 'Permitir sempre',
    },
    status: {
      accepted: 'Aceptado. Pode cambialo en calquera momento.',
      rejected: 'Rexeitado. Pode cambialo en calquera momento.',
      withdrawn: 'Consentimento retirado. Pode cambialo en calquera momento.',
      saved: 'Gardado. Pode cambialo en calquera momento.',
      changed: 'A súa elección cambiou. Volva cargar esta páxina para que se aplique por completo.',
      reload: 'Volver cargar',
    },
    reopen: { label: 'Preferencias de privacidade' },
  },
};

export default gl;
