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
      ok: 'OK',
    },
    preferences: {
      title: 'Datenschutz-Einstellungen',
      intro: 'Wählen Sie, was diese Website nutzen darf. Was Sie ablehnen, bleibt ausgeschaltet.',
      save: 'Speichern',
      close: 'Schließen',
      alwaysOn: 'Immer aktiv',
      services: { one: '{n} Dienst', other: '{n} Dienste' },
      service: 'Dienst',
      provider: 'Anbieter',
      country: 'Land',
      retention: 'Speicherdauer',
      policy: 'Datenschutzerklärung',
      cookies: 'Cookies',
      search: 'Dienste suchen',
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
  },
};

export default de;
