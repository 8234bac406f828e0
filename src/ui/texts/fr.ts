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
      acceptNews: 'Accepter',
      rejectNews: 'Refuser',
      kept: 'Vos autres réponses restent inchangées.',
      optOut:
        'Nous utilisons des cookies nécessaires à ce site, et d’autres pour mesurer l’audience et ' +
        'afficher des contenus pertinents. Vous pouvez changer d’avis à tout moment.',
      running: 'Actif sauf refus : {purposes}.',
      doNotSell: 'Ne pas vendre ni partager',
      choices: 'Vos choix de confidentialité',
      ok: 'OK',
    },
    preferences: {
      title: 'Préférences de confidentialité',
      intro: 'Choisissez ce que ce site peut utiliser. Ce que vous refusez reste désactivé.',
      save: 'Enregistrer',
      unsaved: 'Vos modifications ne sont pas enregistrées. Fermez de nouveau pour les abandonner.',
      close: 'Fermer',
      alwaysOn: 'Toujours actif',
      more: '{n} autres',
      service: 'Service',
      provider: 'Fournisseur',
      country: 'Pays',
      retention: 'Durée de conservation',
      policy: 'Politique de confidentialité',
      cookies: 'Cookies',
      search: 'Rechercher',
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
    rights: {
      title: 'Vos droits',
      unanswered: 'Vous n’avez pas encore répondu.',
      bySignal: 'Vous n’avez pas répondu. Le signal de votre navigateur s’applique.',
      answered: 'Réponse donnée le',
      allowed: 'Autorisé par vous',
      refused: 'Refusé par vous',
      until: 'Valable jusqu’au',
      id: 'Numéro pour l’assistance',
      cookie: 'Conservé dans le cookie',
      controller: 'Responsable du traitement',
      officer: 'Délégué à la protection des données',
      authority: 'Autorité de contrôle',
      signals: 'Si votre navigateur envoie Do Not Track ou Global Privacy Control, ce site en tient compte.',
      download: 'Télécharger une copie',
      object: 'S’opposer\u202f: {purpose}',
      withdraw: 'Retirer le consentement',
      forget: 'Tout oublier',
      warning:
        'Ce que vous avez autorisé ou refusé et vos oppositions seront effacés. ' +
        'La question pourra vous être posée de nouveau.',
      confirm: 'Oui, tout oublier',
      cancel: 'Annuler',
      downloaded: 'Votre navigateur enregistre la copie.',
      forgotten: 'Tout est oublié.',
      objected: 'Opposition enregistrée. Vous pouvez modifier vos choix à tout moment.',
      failed: 'Cela n’a pas fonctionné. Veuillez réessayer.',
      consent: 'Actif uniquement avec votre consentement.',
      contract: 'Nécessaire à un contrat avec vous.',
      legalObligation: 'Exigé par la loi.',
      strictlyNecessary: 'Nécessaire à ce que vous demandez à ce site.',
      processor: 'Sous-traitant',
      'joint-controller': 'Responsable conjoint',
      data: 'Données',
      sells: 'Les données sont vendues à des tiers.',
      shares: 'Les données sont partagées avec des tiers à des fins publicitaires.',
    },
    declaration: { allowed: 'Autorisé', refused: 'Non autorisé', storage: 'Stockage' },
    proof: {
      none: 'Jusqu’ici, cette page n’a contacté aucun tiers.',
      some: 'Tiers que cette page a contactés jusqu’ici',
      unlisted: 'Non indiqué par ce site',
    },
    minor: {
      title: 'Cookies : à toi de décider',
      body:
        'Les cookies sont de petites notes sur ton appareil. Certains font fonctionner ce site. Nous aimerions en ' +
        'utiliser d’autres pour compter les visites et montrer des choses qui pourraient te plaire. Tu peux dire ' +
        'non : le site fonctionnera quand même. Si tu hésites, demande à tes parents. Tu peux changer d’avis à ' +
        'tout moment.',
    },
  },
};

export default fr;
