import type { Language } from '../../api.ts';

const fr: Language = {
  tag: 'fr',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'Les cookies et votre vie privée',
      body:
        'Nous utilisons des cookies nécessaires à ce site. Avec votre consentement, nous en utilisons d’autres ' +
        'pour mesurer l’audience et afficher des contenus pertinents. Vous pouvez changer d’avis à tout moment.',
      policy: 'Politique de confidentialité',
      accept: 'Tout accepter',
      reject: 'Tout refuser',
      preferences: 'Personnaliser',
      news: 'Nouveau ou modifié depuis votre dernier choix\u202f:',
      ok: 'OK',
    },
    preferences: {
      title: 'Préférences de confidentialité',
      intro: 'Choisissez ce que ce site peut utiliser. Ce que vous refusez reste désactivé.',
      save: 'Enregistrer',
      close: 'Fermer',
      alwaysOn: 'Toujours actif',
      services: { one: '{n} service', many: '{n} services', other: '{n} services' },
      service: 'Service',
      provider: 'Fournisseur',
      country: 'Pays',
      retention: 'Durée de conservation',
      policy: 'Politique de confidentialité',
      cookies: 'Cookies',
      search: 'Rechercher un service',
      noMatch: 'Aucun résultat.',
      new: 'Nouveau',
      legitimateInterest: 'Actif au titre de l’intérêt légitime, sauf si vous vous y opposez.',
    },
    purposes: {
      necessary: { title: 'Nécessaire', description: 'Fait fonctionner le site et en assure la sécurité.' },
      preferences: { title: 'Préférences', description: 'Mémorise vos choix, comme la langue ou la région.' },
      analytics: {
        title: 'Mesure d’audience',
        description: 'Compte les visites pour nous aider à améliorer les pages.',
      },
      marketing: {
        title: 'Marketing',
        description: 'Affiche des contenus et des publicités selon vos centres d’intérêt.',
      },
    },
    signals: {
      dnt: 'Votre navigateur envoie le signal Do Not Track («\u202fNe pas me pister\u202f»).',
      gpc: 'Votre navigateur envoie le signal Global Privacy Control.',
      honoured: 'Votre demande d’opposition a été respectée.',
      locked: 'Tant que ce signal est envoyé, ces options restent désactivées.',
      override: 'Si vous activez une option, votre choix prévaut sur ce signal pour ce site.',
    },
    placeholder: {
      title: 'Contenu de {name}',
      body: 'Il n’est chargé qu’avec votre autorisation. Finalité\u202f: {purpose}.',
      once: 'Charger une fois',
      always: 'Toujours autoriser',
    },
    status: {
      accepted: 'Accepté. Vous pouvez modifier vos choix à tout moment.',
      rejected: 'Refusé. Vous pouvez modifier vos choix à tout moment.',
      withdrawn: 'Consentement retiré. Vous pouvez modifier vos choix à tout moment.',
      saved: 'Enregistré. Vous pouvez modifier vos choix à tout moment.',
      changed: 'Votre choix a changé. Rechargez cette page pour qu’il s’applique entièrement.',
      reload: 'Recharger',
    },
    reopen: { label: 'Préférences de confidentialité' },
  },
};

export default fr;
