import type { Language } from '../../api.ts';

const ptBR: Language = {
  tag: 'pt-BR',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'Os cookies e a sua privacidade',
      body:
        'Usamos cookies de que este site precisa. Com o seu consentimento, também usamos outros para medir ' +
        'visitas e mostrar conteúdo relevante. Você pode mudar de ideia a qualquer momento.',
      policy: 'Política de privacidade',
      accept: 'Aceitar tudo',
      reject: 'Rejeitar tudo',
      preferences: 'Preferências',
      news: 'Novo ou alterado desde a sua última escolha:',
      ok: 'OK',
    },
    preferences: {
      title: 'Preferências de privacidade',
      intro: 'Escolha o que este site pode usar. O que você recusar continua desativado.',
      save: 'Salvar',
      close: 'Fechar',
      alwaysOn: 'Sempre ativo',
      services: { one: '{n} serviço', many: '{n} serviços', other: '{n} serviços' },
      service: 'Serviço',
      provider: 'Fornecedor',
      country: 'País',
      retention: 'Prazo de armazenamento',
      policy: 'Política de privacidade',
      cookies: 'Cookies',
      search: 'Buscar serviços',
      noMatch: 'Nada encontrado.',
      new: 'Novo',
      legitimateInterest: 'Ativo por legítimo interesse, a menos que você se oponha.',
    },
    purposes: {
      necessary: { title: 'Necessário', description: 'Faz o site funcionar e o mantém seguro.' },
      preferences: { title: 'Preferências', description: 'Lembra escolhas como idioma ou região.' },
      analytics: { title: 'Estatística', description: 'Conta as visitas para que possamos melhorar as páginas.' },
      marketing: { title: 'Marketing', description: 'Mostra conteúdo e publicidade de acordo com os seus interesses.' },
    },
    signals: {
      dnt: 'Seu navegador envia o sinal Do Not Track (“não rastrear”).',
      gpc: 'Seu navegador envia o sinal Global Privacy Control.',
      honoured: 'Sua oposição foi respeitada.',
      locked: 'Enquanto este sinal for enviado, estas opções continuam desativadas.',
      override: 'Se você ativar uma opção, ela prevalece sobre o sinal neste site.',
    },
    placeholder: {
      title: 'Conteúdo de {name}',
      body: 'Só é carregado com a sua permissão. Finalidade: {purpose}.',
      once: 'Carregar uma vez',
      always: 'Permitir sempre',
    },
    status: {
      accepted: 'Aceito. Você pode mudar isso a qualquer momento.',
      rejected: 'Rejeitado. Você pode mudar isso a qualquer momento.',
      withdrawn: 'Consentimento retirado. Você pode mudar isso a qualquer momento.',
      saved: 'Opções salvas. Você pode mudá-las a qualquer momento.',
      changed: 'Sua escolha mudou. Recarregue esta página para que ela se aplique por completo.',
      reload: 'Recarregar',
    },
    reopen: { label: 'Preferências de privacidade' },
  },
};

export default ptBR;
