import type { Language } from '../../api.ts';

const de: Language = {
  tag: 'de',
  dir: 'ltr',
  texts: {
    banner: {
      title: 'Cookies und Ihre Privatsphäre',
      body:
        'Wir verwenden Cookies, die für diese Website notwendig sind. Mit Ihrer Einwilligung nutzen wir weitere, ' +
        'um Besuche zu messen und passende Inhalte zu zeigen. Sie können Ihre Auswahl jederzeit ändern.',
      policy: 'Datenschutzerklärung',
      accept: 'Alle akzeptieren',
      reject: 'Alle ablehnen',
      preferences: 'Einstellungen',
      news: 'Neu oder geändert seit Ihrer letzten Auswahl:',
      acceptNews: 'Akzeptieren',
      rejectNews: 'Ablehnen',
      kept: 'Ihre anderen Antworten bleiben bestehen.',
      optOut:
        'Wir verwenden Cookies, die für diese Website notwendig sind, und weitere, um Besuche zu messen ' +
        'und passende Inhalte zu zeigen. Sie können Ihre Auswahl jederzeit ändern.',
      running: 'Aktiv, solange nicht abgelehnt: {purposes}.',
      doNotSell: 'Nicht verkaufen oder teilen',
      choices: 'Ihre Datenschutz-Auswahl',
      ok: 'OK',
    },
    preferences: {
      title: 'Datenschutz-Einstellungen',
      intro: 'Wählen Sie, was diese Website nutzen darf. Was Sie ablehnen, bleibt ausgeschaltet.',
      save: 'Speichern',
      unsaved: 'Ihre Änderungen sind nicht gespeichert. Schließen Sie noch einmal, um sie zu verwerfen.',
      close: 'Schließen',
      alwaysOn: 'Immer aktiv',
      more: '{n} weitere',
      service: 'Dienst',
      provider: 'Anbieter',
      country: 'Land',
      retention: 'Speicherdauer',
      policy: 'Datenschutzerklärung',
      cookies: 'Cookies',
      search: 'Suchen',
      noMatch: 'Nichts gefunden.',
      new: 'Neu',
      legitimateInterest: 'Aktiv aufgrund berechtigten Interesses, solange Sie nicht widersprechen.',
    },
    purposes: {
      necessary: { title: 'Notwendig', description: 'Sorgt dafür, dass die Website funktioniert und sicher ist.' },
      preferences: { title: 'Präferenzen', description: 'Merkt sich Ihre Auswahl, etwa Sprache oder Region.' },
      analytics: { title: 'Statistik', description: 'Zählt Besuche, damit wir unsere Seiten verbessern können.' },
      marketing: { title: 'Marketing', description: 'Zeigt Inhalte und Werbung, die zu Ihren Interessen passen.' },
    },
    signals: {
      dnt: 'Ihr Browser sendet Do Not Track („Nicht verfolgen“).',
      gpc: 'Ihr Browser sendet Global Privacy Control.',
      honoured: 'Ihr Widerspruch wurde berücksichtigt.',
      locked: 'Solange dieses Signal gesendet wird, bleiben diese Schalter aus.',
      override: 'Schalten Sie etwas ein, hat das auf dieser Website Vorrang vor dem Signal.',
    },
    placeholder: {
      title: 'Inhalt von {name}',
      body: 'Er wird erst geladen, wenn Sie es erlauben. Zweck: {purpose}.',
      once: 'Einmal laden',
      always: 'Immer erlauben',
    },
    status: {
      accepted: 'Akzeptiert. Sie können das jederzeit ändern.',
      rejected: 'Abgelehnt. Sie können das jederzeit ändern.',
      withdrawn: 'Einwilligung widerrufen. Sie können das jederzeit ändern.',
      saved: 'Gespeichert. Sie können das jederzeit ändern.',
      changed: 'Ihre Auswahl hat sich geändert. Laden Sie diese Seite neu, damit sie vollständig gilt.',
      reload: 'Neu laden',
    },
    reopen: { label: 'Datenschutz-Einstellungen' },
    rights: {
      title: 'Ihre Rechte',
      unanswered: 'Sie haben noch nicht geantwortet.',
      bySignal: 'Sie haben nicht geantwortet. Es gilt das Signal Ihres Browsers.',
      answered: 'Beantwortet am',
      allowed: 'Von Ihnen erlaubt',
      refused: 'Von Ihnen abgelehnt',
      until: 'Gültig bis',
      id: 'Nummer für Rückfragen',
      cookie: 'Gespeichert im Cookie',
      controller: 'Verantwortlich',
      officer: 'Datenschutz\u00adbeauftragte',
      authority: 'Aufsichtsbehörde',
      signals: 'Sendet Ihr Browser Do Not Track oder Global Privacy Control, richtet sich diese Website danach.',
      download: 'Kopie herunterladen',
      object: 'Widersprechen: {purpose}',
      withdraw: 'Einwilligung widerrufen',
      forget: 'Alles vergessen',
      warning:
        'Damit wird gelöscht, was Sie erlaubt oder abgelehnt haben, auch Ihre Widersprüche. ' +
        'Sie werden eventuell erneut gefragt.',
      confirm: 'Ja, alles vergessen',
      cancel: 'Abbrechen',
      downloaded: 'Ihr Browser speichert die Kopie.',
      forgotten: 'Alles ist vergessen.',
      objected: 'Widersprochen. Sie können das jederzeit ändern.',
      failed: 'Das hat nicht geklappt. Bitte versuchen Sie es erneut.',
      consent: 'Nur mit Ihrer Einwilligung aktiv.',
      contract: 'Für einen Vertrag mit Ihnen erforderlich.',
      legalObligation: 'Gesetzlich vorgeschrieben.',
      strictlyNecessary: 'Nötig für das, was Sie auf dieser Website tun möchten.',
      processor: 'Auftragsverarbeiter',
      'joint-controller': 'Gemeinsam verantwortlich',
      data: 'Daten',
      sells: 'Daten werden an Dritte verkauft.',
      shares: 'Daten werden für Werbung an Dritte weitergegeben.',
    },
    declaration: { allowed: 'Erlaubt', refused: 'Nicht erlaubt', storage: 'Speicher' },
    proof: {
      none: 'Bisher hat diese Seite keine Dritten kontaktiert.',
      some: 'Dritte, die diese Seite bisher kontaktiert hat',
      unlisted: 'Von dieser Website nicht genannt',
    },
    minor: {
      title: 'Cookies: Du entscheidest',
      body:
        'Cookies sind kleine Notizen auf deinem Gerät. Manche braucht diese Website, damit sie funktioniert. Wir ' +
        'möchten noch andere nutzen, um Besuche zu zählen und Dinge zu zeigen, die dir gefallen könnten. Du ' +
        'kannst Nein sagen: Die Website funktioniert trotzdem. Wenn du unsicher bist, frag deine Eltern. Du ' +
        'kannst es dir jederzeit anders überlegen.',
    },
  },
};

export default de;
