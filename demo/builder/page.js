// The page in the preview. What to show stands in its address, as JSON: { config, language, scheme, view, embed }.
// Its frame is sandboxed without an origin of its own, so nothing that happens here is stored.
(() => {
  const wish = JSON.parse(decodeURIComponent(location.hash.slice(1)) || '{}');
  const {
    config = { policy: { url: '/privacy' } },
    language = 'en',
    scheme = 'light',
    view = 'banner',
    embed = 'marketing',
  } = wish;
  const html = document.documentElement;
  const isArabic = /^(ar|fa|he|ur)/.test(language);
  html.lang = language;
  html.dir = isArabic ? 'rtl' : 'ltr';
  html.style.colorScheme = scheme;
  window.commsorConsentConfig = config;

  // Who builds a banner wants to see it, whatever their own browser asks of sites.
  for (const [name, value] of [
    ['globalPrivacyControl', false],
    ['doNotTrack', null],
  ]) {
    Object.defineProperty(Navigator.prototype, name, { configurable: true, get: () => value });
  }

  // A dialog takes the focus when it opens. Until somebody comes here on purpose, it belongs to the form beside us.
  const { showModal } = HTMLDialogElement.prototype;
  const { focus } = HTMLElement.prototype;
  HTMLDialogElement.prototype.showModal = function () {
    this.inert = true;
    showModal.call(this);
    this.inert = false;
  };
  HTMLElement.prototype.focus = () => {};
  const wake = () =>
    Object.assign(HTMLDialogElement.prototype, { showModal }) && Object.assign(HTMLElement.prototype, { focus });
  for (const type of ['pointerdown', 'keydown']) addEventListener(type, wake, { capture: true, once: true });

  // Links lead nowhere, but to the preferences.
  addEventListener(
    'click',
    (event) => {
      const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
      if (link && link.getAttribute('href') !== '#consent') event.preventDefault();
    },
    true,
  );

  /** Tells the builder what is on the screen, once it is painted; `null` where there is nothing of that kind. */
  function tell(shown) {
    const paint = () => new Promise(requestAnimationFrame);
    // An entrance at each keystroke would flicker.
    const settle = () => {
      const roots = [...document.querySelectorAll('commsor-ui, commsor-embed')].map((host) => host.shadowRoot);
      for (const animation of roots.flatMap((root) => root.getAnimations())) animation.finish();
    };
    settle();
    paint()
      .then(settle)
      .then(paint)
      .then(settle)
      .then(() => parent.postMessage({ shown }, '*'));
  }

  /** Resolves when `find` finds something in `root`. */
  const found = (root, find) =>
    new Promise((resolve) => {
      const look = () => find() && (observer.disconnect(), resolve());
      const observer = new MutationObserver(look);
      observer.observe(root, { childList: true, subtree: true, attributes: true });
      look();
    });

  (window.commsorConsentReady ||= []).push(async (consent) => {
    await new Promise((parsed) => addEventListener('DOMContentLoaded', parsed, { once: true }));
    const figure = document.querySelector('figure');
    const frame = document.querySelector('iframe');
    frame.dataset.consent = embed;
    if (!config.services?.[embed]) frame.dataset.consentTitle = 'Northlight Video';
    consent.on('error', ({ code }) => code === 'chunk-failed' && tell(null)); // Something is drawn at any rate.
    const isAsking = consent.get().status === 'undecided';

    if (view === 'banner') {
      if (!isAsking) return tell(null);
      await consent.show(view); // It may be there already.
      return tell(view);
    }
    if (view === 'preferences') {
      consent.on('show', (now) => now === view && tell(view));
      return consent.show(view);
    }
    // These come after the banner.
    consent.on('show', (now) => now === 'banner' && consent.hide());
    if (isAsking) {
      await consent.show('banner');
      consent.hide();
    }
    if (view === 'placeholder') {
      if (consent.allows(embed)) return tell(null);
      await found(figure, () => figure.querySelector('commsor-embed'));
      figure.scrollIntoView({ block: 'center', behavior: 'instant' });
      return tell(view);
    }
    if (config.ui?.reopen === false) return tell(null);
    await found(html, () => document.querySelector('commsor-ui'));
    const { shadowRoot } = document.querySelector('commsor-ui');
    await found(shadowRoot, () => shadowRoot.querySelector('[part="reopen"]')?.checkVisibility());
    return tell(view);
  });

  addEventListener('DOMContentLoaded', () => {
    if (!window.commsorConsent) tell(null);
    if (!isArabic) return;
    const words = {
      navigation: 'الرئيسية',
      repairs: 'ترميم',
      papers: 'أوراق',
      visit: 'زيارة',
      title: 'كتب تُجلَّد باليد',
      how: 'كيف يُخاط الكتاب',
      bring: 'أحضر لنا كتابًا',
      policy: 'سياسة الخصوصية',
      preferences: 'تفضيلات الخصوصية',
      lead:
        'نخيط الكتب ونغلّفها في ورشة تطل على النهر، ونرمّم ما قُرئ منها كثيرًا. أحضر كتابك في صباح أي يوم عمل، ' +
        'والشاي جاهز.',
    };
    for (const element of document.querySelectorAll('[data-word]')) {
      const word = words[element.dataset.word];
      if (element.hasAttribute('aria-label')) element.setAttribute('aria-label', word);
      else if (word) element.textContent = word;
    }
  });
})();
