import type { Language } from '../../api.ts';

const pt: Language = {
  tag: 'pt',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'Os cookies e a sua privacidade',
      body:
        'Utilizamos cookies de que este site necessita. Com o seu consentimento, utilizamos também outros para ' +
        'medir visitas e mostrar conteúdos relevantes. Pode mudar de opinião a qualquer momento.',
      policy: 'Política de privacidade',
      accept: 'Aceitar tudo',
      reject: 'Rejeitar tudo',
      preferences: 'Preferências',
      news: 'Novo ou alterado desde a sua última escolha:',
      ok: 'OK',
    },
    preferences: {
      title: 'Preferências de privacidade',
      intro: 'Escolha o que este site pode utilizar. O que recusar permanece desativado.',
      save: 'Guardar',
      close: 'Fechar',
      alwaysOn: 'Sempre ativo',
      services: { one: '{n} serviço', many: '{n} serviços', other: '{n} serviços' },
      service: 'Serviço',
      provider: 'Fornecedor',
      country: 'País',
      retention: 'Prazo de conservação',
      policy: 'Política de privacidade',
      cookies: 'Cookies',
      search: 'Procurar serviços',
      noMatch: 'Sem resultados.',
      new: 'Novo',
      legitimateInterest: 'Ativo por interesse legítimo, salvo se se opuser.',
    },
    purposes: {
      necessary: { title: 'Necessário', description: 'Faz o site funcionar e mantém-no seguro.' },
      preferences: { title: 'Preferências', description: 'Memoriza escolhas como o idioma ou a região.' },
      analytics: { title: 'Estatística', description: 'Conta as visitas para podermos melhorar as páginas.' },
      marketing: {
        title: 'Marketing',
        description: 'Mostra conteúdos e publicidade de acordo com os seus interesses.',
      },
    },
    signals: {
      dnt: 'O seu navegador envia o sinal Do Not Track («não seguir»).',
      gpc: 'O seu navegador envia o sinal Global Privacy Control.',
      honoured: 'O seu pedido de oposição foi respeitado.',
      locked: 'Enquanto este sinal for enviado, estas opções permanecem desativadas.',
      override: 'Se ativar uma opção, esta prevalece sobre o sinal neste site.',
    },
    placeholder: {
      title: 'Conteúdo de {name}',
      body: 'Só é carregado com a sua autorização. Finalidade: {purpose}.',
      once: 'Carregar uma vez',
      always: 'Permitir sempre',
    },
    status: {
      accepted: 'Aceite. Pode alterá-lo a qualquer momento.',
      rejected: 'Rejeitado. Pode alterá-lo a qualquer momento.',
      withdrawn: 'Consentimento retirado. Pode alterá-lo a qualquer momento.',
      saved: 'Guardado. Pode alterá-lo a qualquer momento.',
      changed: 'A sua escolha mudou. Volte a carregar esta página para que se aplique por completo.',
      reload: 'Recarregar',
    },
    reopen: { label: 'Preferências de privacidade' },
  },
};

export default pt;
