import type {
  Cause, Choice, CommsorConsent, ConsentError, ConsentEvent, ConsentEvents, ConsentMethod, ConsentRecord, ConsentState, Core, Embeds, LoadChunk, Settled, Stop, View,
} from '../types.ts';
import { start as startGoogle } from '../integrations/google/index.ts';
import { MAX_DAYS, readConfig } from './config.ts';
import { decideAll, sentSignal } from './decision.ts';
import { holds } from './expression.ts';
import { createGate } from './gate/index.ts';
import { claim } from './global.ts';
import { createHandle } from './handle.ts';
import { readPrivacySignals } from './privacy-signals.ts';
import { createRecord, decodeRecord, encodeRecord, inDays } from './record.ts';
import { modelFor } from './region.ts';
import { afterPaint, whenParsed } from './schedule.ts';
import { copies, readRecord, writeRecord } from './storage.ts';
import { createViews } from './views.ts';

/** Where every code is explained. */
const DOCS = 'https://github.com/commsor/consent#';

/**
 * The one stateful place: start; then each answer is committed and saved, and when the browser has painted, everyone is told.
 * `state` follows from the configuration, the signals, the region and `record`; nothing else is kept.
 */
export function startConsent(input: unknown, loadChunk: LoadChunk, problems: readonly ConsentError[] = []): CommsorConsent {
  const config = readConfig(input);
  const { purposes, services, ui, policy } = config;
  const optional = [...purposes.values()].filter(({ legalBasis }) => legalBasis !== 'strictly-necessary').map(({ id }) => id);
  const signals = readPrivacySignals(window);
  const stops: Stop[] = [];
  const errors: ConsentError[] = [];
  const listeners = { change: new Set(), show: new Set(), hide: new Set(), error: new Set() } as { [E in keyof ConsentEvents]: Set<ConsentEvents[E]> };

  // A region that is yet to be found out: as long as nobody knows where the visitor is, the strictest model holds.
  let locate = typeof config.region === 'function' ? config.region : null;
  let region = locate ? null : (config.region as string) || null;
  let record = readRecord(config.storage);
  let state = evaluate();

  function evaluate(): ConsentState {
    const model = locate ? 'opt-in' : modelFor(region, config.regions, config.model);
    const decisions = decideAll({ config, model, signals, record, now: Date.now() });
    const allowed = (names: Iterable<string>) => table([...names].map((name) => [name, decisions[name]?.allowed]));
    return Object.freeze({
      status: optional.some((id) => decisions[id]?.reason === 'default') ? 'undecided' : 'decided',
      model,
      region,
      purposes: allowed(purposes.keys()),
      services: allowed(services.keys()),
      decisions: Object.freeze(decisions),
      signals,
      record,
    } as ConsentState);
  }

  const isAllowed = (name: string) => state.decisions[name]?.allowed;

  const allows = (text: string) => holds(String(text), isAllowed) === true;

  // ── telling: a listener that throws stops no other ──

  function on<E extends keyof ConsentEvents>(event: E, listener: ConsentEvents[E]): Stop {
    const entry: typeof listener = ((...args: never[]) => (listener as (...args: never[]) => void)(...args)) as typeof listener;
    listeners[event].add(entry); // One entry a call: the same function may listen twice.
    return () => void listeners[event].delete(entry);
  }

  function emit<E extends keyof ConsentEvents>(event: E, ...args: Parameters<ConsentEvents[E]>): void {
    for (const listener of [...listeners[event]] as ((...args: Parameters<ConsentEvents[E]>) => void)[]) attempt(() => listener(...args));
  }

  function attempt(call: () => void): void {
    try {
      call();
    } catch (error) {
      report({ code: 'listener-failed', message: String(error) });
    }
  }

  function report(error: ConsentError): void {
    if (errors.push(error) > 99) return; // A page that fails without end is told enough.
    const { code, message, element = '' } = error;
    emit('error', error);
    loadChunk('messages').then(
      ({ describe }) => console.error(describe(error), element),
      () => console.error(`[commsor] ${code}: ${message} ${DOCS + code}`, element),
    );
  }

  /** Loads a chunk, and reports where that fails; the browser loads each once. */
  const load: LoadChunk = async (name) => {
    try {
      return await loadChunk(name);
    } catch (error) {
      report({ code: 'chunk-failed', message: `${name}: ${error}` });
      throw error;
    }
  };

  /** A part of us that is started when it is first needed, and tried again after a failure. */
  function part<Part extends Settled | Embeds>(name: 'settled' | 'embeds') {
    let started: Promise<Part> | null = null;
    return <T>(task: (part: Part) => T): Promise<Awaited<T>> => {
      started ??= load(name).then(({ start }) => {
        const fresh = start(core);
        stops.push(fresh.stop);
        return fresh as Part;
      });
      started.catch(() => (started = null));
      return started.then(task) as Promise<Awaited<T>>;
    };
  }
  /** What a page needs once it has settled, or as soon as something happens in it. */
  const later = part<Settled>('settled');
  const embeds = part<Embeds>('embeds');

  // ── showing ──

  const views = createViews(config, load, {
    report,
    answer,
    state: () => state,
    pending: () => optional.filter((id) => state.decisions[id]?.reason === 'default'),
    close() {
      views.hide();
      queueMicrotask(ask); // A view that closes in order to answer does so in the same breath.
    },
    open: show,
    subscribe: (listener) => on('change', listener),
    announce: (message) => quietly(later((page) => page.announce(message))),
  }, (view) => (view ? emit('show', view) : emit('hide')));

  function show(view: View = state.status === 'decided' ? 'preferences' : 'banner'): Promise<void> {
    return views.show(view);
  }

  /** Shows the banner while there is something to ask or to tell, and takes it away when there is not. */
  function ask(): void {
    const isNews = policy.changes && record && record.policyVersion !== policy.version;
    if (state.status === 'undecided' || isNews) {
      if (!ui.headless && !views.current()) show('banner');
    } else if (views.current() === 'banner') views.hide();
  }

  // ── holding and releasing ──

  const gate = createGate({
    timeout: config.timeout,
    isAllowed,
    report,
    embed: (element) => quietly(embeds((part) => part.process(element))),
    written: (script, markup) => quietly(later((page) => page.written(script, markup))),
  });

  // ── answering ──

  function answer(choices: Readonly<Record<string, Choice>>, method: ConsentMethod, cause: Cause = 'choice'): Promise<ConsentState> {
    const isLocked = (name: string) =>
      choices[name] === 'granted' && sentSignal((services.get(name)?.purposes ?? [name]).flatMap((id) => purposes.get(id) ?? []), signals, 'never');
    const names = Object.keys(choices).filter((name) => optional.includes(name) || services.has(name));
    const locked = names.filter(isLocked);
    const free = names.filter((name) => !locked.includes(name));
    if (locked[0]) report({ code: 'signal-locked', message: locked.join() });
    if (!free[0] && (locked[0] || !record)) return Promise.resolve(state);

    const denied = free.filter((name) => choices[name] === 'denied');
    const event: ConsentEvent =
      !free[0] && record ? record.event // Only the news were taken note of.
      : denied.some((name) => record?.choices[name] === 'granted') ? 'withdrawn'
      : denied.length < free.length ? 'given'
      : denied.every((name) => purposes.get(name)?.legalBasis === 'legitimate-interest') ? 'objected' : 'refused';
    const answered = table(free.map((name) => [name, choices[name] as Choice]));
    const next = createRecord(record, { choices: answered, event, method, language: views.languageTag(), signals }, config, Date.now());
    writeRecord(config.storage, next, keptUntil(next));
    return adopt(next, cause);
  }

  // A refusal where silence would allow is kept as long as the law lets us, so that it never lapses into permission.
  function keptUntil({ choices, expiresAt }: ConsentRecord): number {
    const isGuard = Object.keys(choices).some((name) =>
      choices[name] === 'denied' && (state.model !== 'opt-in' || purposes.get(name)?.legalBasis === 'legitimate-interest'));
    return isGuard ? Date.now() + inDays(MAX_DAYS) : expiresAt;
  }

  /** Takes `next` for the answer. What is seen changes at once; listeners and tags follow when the browser has painted that. */
  function adopt(next: ConsentRecord | null, cause: Cause): Promise<ConsentState> {
    const before = state;
    record = next;
    state = evaluate();
    ask();
    return new Promise((resolve) => {
      afterPaint(() => {
        emit('change', state, { before, cause });
        EventTarget.prototype.dispatchEvent.call(document, new CustomEvent('commsor-consent', { detail: { before, after: state, cause } }));
        gate.update();
        quietly(later((page) => page.changed(before, state, cause)));
        resolve(state);
      });
    });
  }

  // ── start ──

  const handle = createHandle({
    optional, allows, answer, show, on, later,
    state: () => state,
    hide: () => views.hide(),
    scan: (root) => gate.scan(root),
    isObjectable: (name) => purposes.get(name)?.legalBasis === 'legitimate-interest',
    ready: locate ? findRegion(locate) : Promise.resolve(state),
    destroy() {
      views.hide();
      stops.forEach((stop) => stop());
      for (const set of Object.values(listeners)) set.clear();
    },
  });
  const core: Core = {
    input, config, load, views, gate, handle, errors, adopt, answer, report, evaluate,
    store: {
      read: () => readRecord(config.storage), copies: () => copies(config.storage.name), encode: encodeRecord, decode: decodeRecord, keptUntil,
    },
  };

  async function findRegion(find: () => unknown): Promise<ConsentState> {
    try {
      region = String((await find()) ?? '') || null;
    } catch (error) {
      report({ code: 'region-failed', message: String(error) });
    }
    locate = null;
    return adopt(record, 'start');
  }

  function begin(): void {
    gate.scan(document);
    if (!locate) ask();
    whenParsed(() => (window.requestIdleCallback ?? setTimeout)(() => quietly(later(() => undefined))));
  }

  if (config.google) stops.push(startGoogle(handle, config.google));
  stops.push(gate.stop, () => views.host.remove(), claim(handle, attempt));
  problems.forEach(report);
  // A page that is only being prepared asks nobody and runs nothing.
  if (Reflect.get(document, 'prerendering')) addEventListener('prerenderingchange', begin, { capture: true, once: true });
  else begin();
  return handle;
}

/** A frozen object without a prototype: no name is found in it that was not put there. */
function table<T>(entries: [string, T][]): Readonly<Record<string, T>> {
  return Object.freeze(Object.assign(Object.create(null), Object.fromEntries(entries)));
}

/** For what was already reported where it failed. */
function quietly(promise: Promise<unknown>): void {
  promise.catch(() => undefined);
}
