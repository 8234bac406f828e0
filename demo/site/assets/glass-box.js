// The glass box: what this page really does, beside the page that does it. It belongs to the demo, not to the SDK.
// <glass-box third="http://…" run="…" hidden></glass-box>. Until it is opened it asks for its style sheet alone and
// stores nothing. That sheet shows it, by `all: initial`, so that it is never seen without.

const STYLES = new URL('glass-box.css', import.meta.url).href;
const OPEN_KEY = 'glass-box';
const SHOWN = 150;

const VENDORS = {
  posthog: 'PostHog',
  mixpanel: 'Mixpanel',
  segment: 'Segment',
  'tag-manager': 'Tag manager',
  video: 'Video',
};

class GlassBox extends HTMLElement {
  #third = '';
  #query = '';
  #source = null;
  #consent = null;
  /** Rows of the log, newest first: requests by number, and choices between them. */
  #rows = [];
  /** Names of what was stored before the last choice, and when the box last looked. */
  #before = null;
  #last = null;
  /** When what it shows began, in milliseconds since 1970: what others asked for before is nobody's business here. */
  #since = performance.timeOrigin;
  #timer = 0;
  #frame = 0;
  #requests = 0;
  #els = {};

  connectedCallback() {
    if (this.shadowRoot) return;
    this.#third = this.getAttribute('third') ?? '';
    this.#query = this.getAttribute('run') ? `run=${this.getAttribute('run')}` : '';
    const root = this.attachShadow({ mode: 'open' });
    root.append(el('link', { rel: 'stylesheet', href: STYLES }), ...this.#build());
    this.#countRequests();
    (window.commsorConsentReady ||= []).push((consent) => {
      this.#consent = consent;
      consent.on('change', (state, { before, cause }) => this.#onChange(state, before, cause));
      this.#showState();
    });
    addEventListener('pagehide', () => this.#disconnect());
    addEventListener('pageshow', () => {
      if (this.#isOpen) this.#connect();
    });
    const kept = recall();
    if (kept) {
      this.#rows = kept.choices;
      this.#before = new Set(kept.before);
      this.#since = kept.since ?? this.#since;
      this.#open(false);
    }
  }

  #build() {
    const els = this.#els;
    els.count = el('b', {}, '0');
    els.tab = el(
      'button',
      { class: 'tab', type: 'button', 'aria-expanded': 'false', 'aria-controls': 'drawer' },
      'Glass box ',
      els.count,
      el('span', { class: 'unit' }, 'requests'),
    );
    els.tab.addEventListener('click', () => this.#open(true));
    els.close = el('button', { type: 'button' }, 'Close');
    els.close.addEventListener('click', () => this.#close());
    els.clear = el('button', { type: 'button' }, 'Clear');
    els.clear.addEventListener('click', () => this.#clear());
    els.log = el('ol', { class: 'log', tabindex: '0', 'aria-label': 'Requests, newest first' });
    els.nothing = el('p', { class: 'empty' }, 'Nothing yet.');
    els.kept = el('ul', { class: 'kept' });
    els.keptNothing = el('p', { class: 'empty' }, 'Nothing at all.');
    els.said = el('dl', { class: 'said' });
    els.status = el(
      'p',
      { class: 'empty' },
      'The SDK is not on this page (or not built): every tagged script stays inert.',
    );
    els.json = el('pre', { tabindex: '0' });
    els.raw = el('details', { hidden: '' }, el('summary', {}, 'The whole state'), els.json);
    els.drawer = el(
      'div',
      { class: 'drawer', id: 'drawer', role: 'region', 'aria-labelledby': 'title', hidden: '' },
      el(
        'div',
        { class: 'head' },
        el('h2', { id: 'title' }, 'Glass box'),
        el('p', {}, 'what this page really does'),
        els.close,
      ),
      el(
        'div',
        { class: 'scroll' },
        el('section', {}, el('h3', {}, 'Asked of third parties', els.clear), els.nothing, els.log),
        el('section', {}, el('h3', {}, 'Stored in this browser'), els.keptNothing, els.kept),
        el('section', {}, el('h3', {}, 'What get() says'), els.status, els.said, els.raw),
      ),
    );
    els.drawer.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#close();
    });
    return [els.tab, els.drawer];
  }

  get #isOpen() {
    return !this.#els.drawer.hidden;
  }

  #open(byPerson) {
    this.#els.drawer.hidden = false;
    this.#els.tab.hidden = true;
    this.#els.tab.setAttribute('aria-expanded', 'true');
    document.documentElement.setAttribute('data-glass-box', 'open');
    if (byPerson) {
      this.#els.close.focus();
      this.#remember();
    }
    this.#showStorage();
    this.#showState();
    this.#connect();
    this.#timer = setInterval(() => this.#showStorage(), 1000);
  }

  #close() {
    this.#els.drawer.hidden = true;
    this.#els.tab.hidden = false;
    this.#els.tab.setAttribute('aria-expanded', 'false');
    document.documentElement.removeAttribute('data-glass-box');
    this.#els.tab.focus();
    forget();
    clearInterval(this.#timer);
    this.#disconnect();
  }

  // ── requests ──

  /** The number on the tab: what the browser itself saw on this page, without asking the server. */
  #countRequests() {
    const observer = new PerformanceObserver((list) => {
      this.#requests += list.getEntries().filter((entry) => entry.name.startsWith(this.#third)).length;
      this.#els.count.textContent = String(this.#requests);
      this.#els.tab.querySelector('.unit').textContent = this.#requests === 1 ? 'request' : 'requests';
    });
    observer.observe({ type: 'resource', buffered: true });
  }

  #connect() {
    if (this.#source) return;
    this.#rows = this.#rows.filter((row) => !row.path);
    this.#source = new EventSource(`/api/log/stream?since=0&${this.#query}`);
    this.#source.onmessage = (message) => {
      const entry = JSON.parse(message.data);
      if (entry.time < this.#since) return;
      const known = this.#rows.findIndex((row) => row.seq === entry.seq);
      if (known >= 0) this.#rows[known] = entry;
      else this.#rows.push(entry);
      this.#scheduleLog();
    };
  }

  #disconnect() {
    this.#source?.close();
    this.#source = null;
  }

  async #clear() {
    await fetch(`/api/log?${this.#query}`, { method: 'DELETE' });
    this.#rows = [];
    this.#showLog();
  }

  #scheduleLog() {
    if (this.#frame) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#showLog();
      this.#showStorage();
    });
  }

  #showLog() {
    const rows = [...this.#rows].sort((a, b) => b.time - a.time || (b.seq ?? 0) - (a.seq ?? 0)).slice(0, SHOWN);
    this.#els.nothing.hidden = rows.some((row) => row.path);
    this.#els.log.hidden = rows.length === 0;
    this.#els.log.replaceChildren(
      ...rows.map((row) =>
        row.path ? this.#requestRow(row) : el('li', { class: 'choice' }, time(row.time), el('span', {}, row.text)),
      ),
    );
  }

  #requestRow({ time: at, vendor, method, path, events, cookies }) {
    const name = VENDORS[vendor] ?? 'Other';
    const short = path.replace(/^\/(posthog|mixpanel|segment|tag-manager)/, '');
    return el(
      'li',
      {},
      time(at),
      el(
        'div',
        {},
        el('span', {}, name, events?.length ? el('span', { class: 'events' }, ` ${events.join(', ')}`) : ''),
        cookies.length
          ? el(
              'span',
              { class: 'events' },
              ` with ${cookies.length === 1 ? 'cookie' : 'cookies'} ${cookies.join(', ')}`,
            )
          : '',
        el('span', { class: 'path' }, `${method} ${short}`),
      ),
    );
  }

  // ── storage ──

  #showStorage() {
    const now = stored();
    const before = this.#before ?? now;
    this.#last = now;
    const names = [...new Set([...before, ...now])].sort();
    this.#els.keptNothing.hidden = names.length > 0;
    this.#els.kept.replaceChildren(
      ...names.map((name) => {
        const [kind, key] = name.split('\u0000');
        const state = !now.has(name) ? 'gone' : before.has(name) ? '' : 'new';
        return el('li', { class: state }, el('code', {}, key), el('small', {}, state ? `${kind}, ${state}` : kind));
      }),
    );
  }

  // ── consent ──

  #onChange(state, before, cause) {
    if (!before) return this.#showState();
    this.#rows.push({ time: Date.now(), text: said(state, cause) });
    this.#scheduleLog();
    this.#before = this.#last ?? stored();
    if (this.#isOpen) this.#remember();
    this.#showState();
  }

  /** An answer may reload the page: what was seen before it is still shown after it. */
  #remember() {
    const choices = this.#rows.filter((row) => !row.path).slice(-20);
    remember({ choices, before: [...(this.#before ?? stored())], since: this.#since });
  }

  #showState() {
    if (!this.#consent || !this.#isOpen) return;
    const state = this.#consent.get();
    this.#els.status.textContent =
      state.status === 'decided' ? 'The visitor, or a signal, has decided.' : 'The visitor has not decided yet.';
    this.#els.said.replaceChildren(
      ...Object.entries(state.decisions).map(([name, { allowed, reason, signal }]) =>
        el(
          'div',
          {},
          el('dt', {}, name),
          el('dd', { class: allowed ? 'yes' : 'no' }, `${allowed ? 'allowed' : 'denied'} (${signal ?? reason})`),
        ),
      ),
    );
    this.#els.raw.hidden = false;
    this.#els.json.textContent = JSON.stringify(state, null, 2);
  }
}

/** One line for a choice: "Choice: analytics allowed, marketing denied". */
function said(state, cause) {
  const words = {
    choice: 'Choice',
    api: 'Choice by code',
    signal: 'Signal',
    'other-tab': 'Choice in another tab',
    restored: 'Restored',
    expired: 'Expired',
    start: 'Start',
  };
  const optional = Object.entries(state.purposes).filter(([name]) => state.decisions[name]?.reason !== 'necessary');
  const answers = optional.map(([name, allowed]) => `${name} ${allowed ? 'allowed' : 'denied'}`);
  return `${words[cause] ?? cause}: ${answers.join(', ')}`;
}

/** Names of everything that scripts of this page can see stored, as `kind NUL name`. */
function stored() {
  const names = new Set(
    document.cookie
      .split('; ')
      .filter(Boolean)
      .map((pair) => `cookie\u0000${pair.split('=')[0]}`),
  );
  for (const area of ['localStorage', 'sessionStorage']) {
    try {
      for (const key of Object.keys(window[area])) if (key !== OPEN_KEY) names.add(`${area}\u0000${key}`);
    } catch {
      names.add(`${area}\u0000(switched off)`);
    }
  }
  return names;
}

// While a person has the box open, this tab remembers it from page to page.

function recall() {
  try {
    return JSON.parse(sessionStorage.getItem(OPEN_KEY));
  } catch {
    return null; // storage is switched off: the box starts closed
  }
}

function remember(value) {
  try {
    sessionStorage.setItem(OPEN_KEY, JSON.stringify(value));
  } catch {
    return; // storage is switched off: the next page starts with the box closed
  }
}

function forget() {
  try {
    sessionStorage.removeItem(OPEN_KEY);
  } catch {
    return; // storage is switched off: there is nothing to forget
  }
}

function time(at) {
  return el('time', {}, new Date(at).toLocaleTimeString('en-GB'));
}

function el(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

customElements.define('glass-box', GlassBox);
