// The glass box: what this page really does, beside the page that does it. It belongs to the demo, not to the SDK.
// <glass-box third="http://…" run="…"></glass-box>. Until it is opened it asks the server nothing and stores nothing.

const OPEN_KEY = 'glass-box';
const SHOWN = 150;

const css = `
:host { all: initial; position: fixed; inset: 0 0 auto auto; z-index: 10; color-scheme: light dark;
  --paper: #fbfcfd; --ink: #12202f; --soft: #4c5c6b; --line: #d3dde4; --wash: #eaf0f4; --lamp: #a82e17; --yes: #1c6b46;
  font: 13px/1.5 "Avenir Next", "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif; color: var(--ink); }
@media (prefers-color-scheme: dark) { :host { --paper: #101a26; --ink: #ece8df; --soft: #a3afba; --line: #2a3949; --wash: #182432; --lamp: #ff8468; --yes: #7fd0a4; } }
* { box-sizing: border-box; }
button { font: inherit; color: inherit; cursor: pointer; }
:focus-visible { outline: 2px solid var(--lamp); outline-offset: 2px; }
.tab { position: fixed; inset: 38vh 0 auto auto; display: flex; min-width: 28px; min-height: 28px; align-items: center; gap: 8px; padding: 14px 6px 14px 7px; border: 1px solid var(--line); border-inline-end: 0;
  border-radius: 6px 0 0 6px; background: var(--paper); writing-mode: vertical-rl; white-space: nowrap; font-size: 13px; line-height: 1.2; }
.tab:hover { color: var(--lamp); }
.tab b { font-weight: 600; font-variant-numeric: tabular-nums; }
[hidden] { display: none !important; }
.drawer { position: fixed; inset: 0 0 0 auto; width: min(400px, 100vw); display: flex; flex-direction: column; background: var(--paper); border-inline-start: 1px solid var(--line); }
.head { display: flex; align-items: baseline; gap: 12px; padding: 14px 18px 12px; border-bottom: 1px solid var(--line); }
h2, h3 { margin: 0; font: 400 19px/1.3 "Iowan Old Style", "Palatino Linotype", Palatino, P052, "Liberation Serif", serif; }
.head p { margin: 0; flex: 1; color: var(--soft); }
.head button { align-self: center; min-height: 32px; padding: 4px 12px; border: 1px solid var(--line); border-radius: 4px; background: none; }
.head button:hover { border-color: currentColor; }
.scroll { flex: 1; overflow: auto; overscroll-behavior: contain; padding-bottom: 24px; }
section { padding: 14px 18px 4px; }
section + section { border-top: 1px solid var(--line); }
h3 { display: flex; align-items: baseline; justify-content: space-between; gap: 12px; font-size: 16px; }
h3 span { font: 13px/1.5 inherit; font-family: inherit; color: var(--soft); }
h3 button { padding: 2px 0; border: 0; background: none; font: 13px/1.5 "Avenir Next", "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif; color: var(--soft); text-decoration: underline; text-underline-offset: 2px; }
h3 button:hover { color: var(--lamp); }
ol, ul, dl { list-style: none; margin: 8px 0 12px; padding: 0; }
code, .path { font: 12px/1.5 ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; overflow-wrap: anywhere; }
.log, .scroll { scrollbar-width: thin; }
.log { max-height: 40vh; overflow: auto; overscroll-behavior: contain; }
.log li { display: grid; grid-template-columns: 58px 1fr; gap: 0 8px; padding: 4px 0; border-top: 1px solid var(--line); }
.log li:first-child { border-top: 0; }
.log time { color: var(--soft); font-variant-numeric: tabular-nums; }
.log .events { color: var(--soft); }
.log .path { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; color: var(--soft); }
.log .choice { padding: 5px 6px; border-radius: 3px; background: var(--wash); border-top-color: transparent; color: var(--lamp); }
.log .choice + li { border-top-color: transparent; }
.log .choice time { color: inherit; }
.empty { margin: 8px 0 12px; color: var(--soft); }
.kept li { display: flex; justify-content: space-between; gap: 12px; padding: 3px 0; }
.kept small { font-size: 12px; color: var(--soft); white-space: nowrap; }
.kept .new small { color: var(--lamp); }
.kept .gone code { text-decoration: line-through; color: var(--soft); }
.said div { display: flex; justify-content: space-between; gap: 12px; padding: 3px 0; }
.said dt, .said dd { margin: 0; }
.said .yes { color: var(--yes); }
.said .no { color: var(--soft); }
details { margin-bottom: 10px; }
summary { color: var(--soft); cursor: pointer; }
pre { margin: 6px 0 0; padding: 10px; background: var(--wash); border-radius: 4px; font: 11.5px/1.5 ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
@media (max-width: 640px) {
  :host { position: absolute; }
  .tab { position: absolute; inset: 66px 0 auto auto; padding: 7px 10px; writing-mode: horizontal-tb; }
  .unit { display: none; }
  .drawer { inset: 0 0 auto; width: auto; max-height: 58dvh; border-inline-start: 0; border-block-end: 1px solid var(--line); box-shadow: 0 8px 24px rgb(0 0 0 / .18); }
  .head p { display: none; }
  .head h2 { flex: 1; }
}
@media print { :host { display: none; } }
`;

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
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    root.append(...this.#build());
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
  return `${words[cause] ?? cause}: ${optional.map(([name, allowed]) => `${name} ${allowed ? 'allowed' : 'denied'}`).join(', ')}`;
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
