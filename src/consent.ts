import type { CommsorConsent } from './api.ts';
import { createGate } from './gate/index.ts';
import { claim } from './global.ts';
import { createHandle } from './handle.ts';
import { startGoogle } from './integrations/google/index.ts';
import { lazily } from './lazily.ts';
import type { Answered, Lazy, LoadChunk, Stop, Withdrawal } from './lazy.ts';
import { languageOf } from './model/languages.ts';
import { readConfig, type Rows } from './model/config.ts';
import type { Fault } from './model/faults.ts';
import { readPrivacySignals } from './model/privacy-signals.ts';
import { completeOnce } from './named-services.ts';
import { followPageActions } from './page-actions.ts';
import { fromDocument, isPrepared } from './page.ts';
import { quietly } from './quietly.ts';
import { atEnd, whenAtRest, whenOver } from './schedule.ts';
import { createScreen } from './screen.ts';
import { createStore, type Store } from './store.ts';
import { createStoredRecords, readCookieRecord } from './stored-record.ts';

/**
 * Starts consent in this page: a store that holds the answer, features that follow it, and parts that are loaded when
 * they are needed. `unreadable` is what the page says in its configuration that could not even be read; `early` are the
 * rows of services by id as far as they decide, where somebody cannot wait for the table.
 */
export function startConsent(
  input: unknown,
  loadChunk: LoadChunk,
  unreadable: readonly Fault[] = [],
  early?: Rows,
): CommsorConsent {
  const config = readConfig(input, early);
  const store = createStore({
    config,
    signals: readPrivacySignals(window),
    record: readCookieRecord(config.storage, Date.now()),
  });
  const { life } = store;
  const loadAnyway = loadFor(store, loadChunk);
  const lookAtLayer = config.google && startGoogle(store, config.google);

  const completed = completeOnce(store, loadAnyway, (rows = early ?? {}) => readConfig(input, rows));
  /** What is asked, kept or deleted speaks of every service: no such part starts before they are known. */
  const load: LoadChunk = async (name) => {
    const part = quietly(loadAnyway(name));
    await completed();
    return part;
  };

  // Parts, each begun when it is first needed.
  const screen = createScreen(store, () => prompt);
  const needs = { store, screen, load, stored: createStoredRecords(config.storage) };
  const prompt = lazily(life, async () => {
    fetchLanguage(loadChunk, config.language);
    const announce = (answered: Answered) => void idle((part) => part.announce(answered));
    return (await load('prompt')).start({ ...needs, announce });
  });
  const late = lazily(life, async () => ({ ...(await loadAnyway('write')), stop: () => undefined }));
  const gate = createGate({
    store,
    embeds: lazily(life, async () => (await loadAnyway('embeds')).start({ ...needs, gate, prompt })),
    write: (found) => void late((part) => part.write(found, store.report)),
  });
  const withdrawal = lazily(life, async () => (await load('withdrawal')).start({ ...needs, gate }));
  const guard = lazily(life, async () => (await (early ? loadAnyway : load)('guard')).guardPage({ store, gate }));
  const idle = lazily(life, async () =>
    (await load('idle')).start({ ...needs, gate, guard, prompt, withdrawal, lookAtLayer, handle, input, unreadable }),
  );
  const handle = createHandle({ store, screen, gate, prompt, idle });

  function begin(activation?: Event): void {
    // What was said while this page was being prepared for the visitor.
    if (activation) void store.commit(readCookieRecord(config.storage, Date.now()), 'restored');
    void completed();
    if (config.region === undefined) locate(store, loadAnyway, input);
    // Where something is not known yet, that asks as soon as it is.
    const asked = screen.prompt();
    followPageActions(prompt, life);
    const settle = () => void idle(() => undefined);
    // What foreign tags need cannot wait for a quiet moment.
    if (config.compat[0]) settle();
    const rest = () => whenAtRest(settle);
    asked.then(rest, rest);
  }

  // Also in a page that is only being prepared: untagged tags run there too.
  if (config.isGuarded) void quietly(guard(() => undefined));
  // The store tells nobody any more when it has ended: what only follows it needs no end of its own.
  followForPages(store);
  followLosses(store, withdrawal);

  // The inline snippet has held back what a rule names until now.
  if (window.commsorConsentSnippet) window.commsorConsentSnippet.allows = store.allows;

  const features: Stop[] = [
    gate.stop,
    screen.stop,
    claim(handle, store.attempt),
    // A page that is only being prepared asks nobody and runs nothing.
    whenOver(!isPrepared(), 'prerenderingchange', begin),
  ];
  features.forEach((stop) => atEnd(life, stop));
  gate.scan(document);
  return handle;
}

/** Loads parts for as long as the store lives. A failure is tried once more, then told. */
function loadFor({ life, report }: Store, loadChunk: LoadChunk): LoadChunk {
  const ended = quietly(new Promise<never>((_, reject) => atEnd(life, () => reject(life.reason))));
  let told: unknown;
  return async (name) => {
    try {
      life.throwIfAborted();
      return await Promise.race([ended, loadChunk(name).catch(() => loadChunk(name))]);
    } catch (error) {
      // Where no part can be loaded at all, every part fails with the same error.
      if (error !== told) report('chunk-failed', `${name}: ${error}`);
      told = error;
      throw error;
    }
  };
}

/** Looks up where the visitor is. */
function locate(store: Store, load: LoadChunk, input: unknown): void {
  load('locate').then(
    (part) => part.locate(store, input),
    () => store.locate(), // There is always a way to choose.
  );
}

/**
 * Begins to load the words beside the part that says them, where the tag of the page is one of ours; that part, which
 * speaks English itself, knows all others.
 */
function fetchLanguage(loadChunk: LoadChunk, wish: string): void {
  const tag = languageOf(wish || fromDocument('documentElement').lang || navigator.language);
  if (tag && tag !== 'en') void quietly(loadChunk(`texts/${tag}`)); // Whoever waits for it reports it.
}

/** Tells the page's own listeners, and pages without a build by an event. */
function followForPages(store: Store): void {
  store.follow('listeners', ({ before, after, cause }) => {
    store.tell('change', (listener) => listener(after, { before, cause }));
    const event = new CustomEvent('commsor-consent', { detail: { before, after, cause } });
    EventTarget.prototype.dispatchEvent.call(document, event);
  });
}

/** Does what follows where anything that was allowed no longer is. */
function followLosses(store: Store, withdrawal: Lazy<Withdrawal>): void {
  store.follow('withdrawal', (change) => {
    const { before, after } = change;
    if (Object.keys(after.decisions).some((name) => before.decisions[name]?.allowed && !after.decisions[name]?.allowed))
      void withdrawal((part) => part.follow(change));
  });
}
