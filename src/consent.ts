import type { Cause, CommsorConsent, ConsentError, ConsentRecord, ConsentState, ErrorCode, View } from './api.ts';
import type { Core, LoadChunk, Stop } from './lazy.ts';
import type { Fault } from './model/config.ts';
import { start as startGoogle } from './integrations/google/index.ts';
import { readConfig } from './model/config.ts';
import { decideAll } from './model/decision.ts';
import { holds } from './model/expression.ts';
import { createGate } from './gate/index.ts';
import { claim } from './global.ts';
import { createHandle } from './handle.ts';
import { readPrivacySignals } from './model/privacy-signals.ts';
import { modelFor } from './model/region.ts';
import { afterPaint, whenLoaded, whenOver } from './schedule.ts';
import { readRecord } from './stored-record.ts';
import { createElement, fromDocument } from './page.ts';
import { text } from './model/coerce.ts';

/** What pages get to see cannot be changed under us. */
function freeze<T>(value: T): T {
  if (typeof value === 'object' && value) Object.values(value).forEach(freeze);
  return Object.freeze(value);
}

/** Where every code is explained. */
const DOCS = 'https://github.com/commsor/consent#';

/**
 * Where the answer lives: start; then each new record is committed, and when the browser has painted, everyone is told.
 * `state` follows from the configuration, the signals, the region and `record`, and from nothing else. `faults` is what
 * the page says in its configuration that could not even be read.
 */
export function startConsent(input: unknown, loadChunk: LoadChunk, faults: readonly Fault[] = []): CommsorConsent {
  const config = readConfig(input);
  const { purposes, services, policy } = config;
  const optional = [...purposes.keys()].filter((id) => purposes.get(id)?.legalBasis !== 'strictly-necessary');
  const signals = readPrivacySignals(window);
  const errors: ConsentError[] = [];
  const stops: Stop[] = [];
  const listeners = new Set<readonly [event: string, call: (...args: unknown[]) => void]>();
  let isTelling = false;

  // As long as nobody knows where the visitor is, the strictest model holds.
  let region = typeof config.region === 'function' ? undefined : text(config.region) || null;
  let record = readRecord(config.storage);
  let state = evaluate();

  function evaluate(): ConsentState {
    const model = region === undefined ? 'opt-in' : modelFor(region, config.regions, config.model);
    const decisions = decideAll({ config, model, signals, record, now: Date.now() });
    const allowed = (names: ReadonlyMap<string, unknown>) => {
      const table: Record<string, boolean> = Object.create(null); // No name is found in it that was not put there.
      names.forEach((_, name) => (table[name] = !!decisions[name]?.allowed));
      return table;
    };
    return freeze({
      status: optional.some((id) => decisions[id]?.reason === 'default') ? 'undecided' : 'decided',
      model,
      region: region ?? null,
      purposes: allowed(purposes),
      services: allowed(services),
      decisions,
      signals,
      record,
    });
  }

  const isAllowed = (name: string) => state.decisions[name]?.allowed;

  // ── telling: a listener that throws stops no other ──

  function on(event: string, listener: (...args: never[]) => void): Stop {
    const entry = [event, listener as () => void] as const; // One a call: the same function may listen twice.
    listeners.add(entry);
    return () => void listeners.delete(entry);
  }

  function emit(event: string, ...args: unknown[]): void {
    // Who comes while others are told knows already; who leaves then wants to hear no more.
    for (const entry of [...listeners])
      if (entry[0] === event && listeners.has(entry)) attempt(() => entry[1](...args));
  }

  function attempt(call: () => void): void {
    try {
      call();
    } catch (error) {
      report('listener-failed', String(error));
    }
  }

  function report(code: ErrorCode, message: string, element?: Element): void {
    const error: ConsentError = { code, message, element };
    errors.push(error);
    if (!isTelling) {
      isTelling = true; // A listener of errors that throws is not told of that.
      emit('error', error);
      isTelling = false;
    }
    console.error(`[commsor] ${code}: ${message} ${DOCS + code}`, element ?? '');
  }

  // ── parts that are loaded when they are needed ──

  let told: unknown;
  const load: LoadChunk = async (name) => {
    try {
      return await loadChunk(name);
    } catch (error) {
      // Where no part can be loaded at all, every part fails with the same error.
      if (error !== told) report('chunk-failed', `${name}: ${error}`);
      told = error;
      throw error;
    }
  };

  /** A part that is started when it is first needed, and tried again after a failure. */
  function startPart(name: 'prompt' | 'idle' | 'embeds') {
    let started: Promise<never> | null = null;
    return (task: (part: never) => unknown): Promise<never> => {
      const done = (started ??= core.load(name).then(({ start }) => {
        const fresh = start(core);
        stops.push(fresh.stop);
        return fresh as never;
      })).then(task);
      started.catch(() => (started = null));
      done.catch(() => undefined); // Reported by `load`, and again to a caller who waits for it.
      return done as Promise<never>;
    };
  }
  const views: Core['views'] = startPart('prompt');

  // ── following from an answer ──

  const mustAsk = () =>
    !config.ui.headless &&
    (state.status === 'undecided' ||
      (policy.changes && record && record.policyVersion !== policy.version && !signals.dnt));

  /**
   * Begins to load what the visitor is about to see, beside the part that shows it. That part chooses the language;
   * where two letters say it, as nearly everywhere, it is on its way by then.
   */
  function hint(): void {
    const tag = /^(?!zh|no|pt-[bB])[a-z]{2}\b/.exec(
      config.language || fromDocument('documentElement').lang || navigator.language,
    );
    if (tag) loadChunk(`texts/${tag[0]}`).catch(() => undefined); // Reported by whoever waits for it.
  }

  /** Shows the banner while there is something to ask or to tell, and takes it away when there is not. */
  function ask(): void {
    if (!mustAsk() && !core.current()) return;
    hint();
    views((part) => part.ask());
  }

  function show(view?: View): Promise<void> {
    hint();
    return views((part) => part.show(view));
  }

  /**
   * Takes `next` for the answer. What is seen changes at once; listeners and tags follow when the browser has painted
   * that.
   */
  function adopt(next: ConsentRecord | null, cause: Cause): Promise<ConsentState> {
    const before = state;
    record = next;
    const after = (state = evaluate());
    ask();
    return new Promise((resolve) => {
      afterPaint(() => {
        emit('change', after, { before, cause });
        core.eachTag();
        core.later((page) => page.changed(before, after, cause));
        resolve(after);
      });
    });
  }

  // ── start ──

  function locate(found: string | null): void {
    region = found;
    adopt(record, 'start');
  }

  const clicked = (event: Event) => void core.later((page) => page.clicked(event));

  function begin(activation?: Event): void {
    if (activation) adopt(readRecord(config.storage), 'restored'); // What was said while this page was being prepared.
    core.scan(document);
    const settle = () => core.later(() => undefined);
    if (region !== undefined) ask();
    if (config.block[0]) loadChunk('guard').catch(() => undefined); // Beside the part that starts it, and reports it.
    // Whom to ask what, and what untagged or foreign tags need, cannot wait for a quiet moment.
    if (region === undefined || config.block[0] || config.compat[0]) settle();
    // Where a banner comes, it comes first, and the rest behind it.
    else if (!mustAsk()) whenLoaded(() => setTimeout(settle));
    // A visitor who clicks before that is not kept waiting: it may be on one of the page's own buttons.
    addEventListener('click', clicked, true);
  }

  const host = createElement('commsor-ui');
  const core = {
    input,
    faults,
    config,
    optional,
    errors,
    host,
    load,
    on,
    emit,
    report,
    attempt,
    isAllowed,
    mustAsk,
    adopt,
    locate,
    evaluate,
    show,
    views,
    root: host.attachShadow({ mode: 'open' }),
    later: startPart('idle'),
    embeds: startPart('embeds'),
    state: () => state,
    allows: (expression: string) => holds(String(expression), isAllowed) === true,
    // A child of <html>, read before the body: pages that swap that keep it, and no transform or filter of theirs
    // contains it.
    attach: () => host.isConnected || fromDocument('documentElement').insertBefore(host, fromDocument('body')),
    hide: () => undefined,
    current: () => null,
    destroy() {
      stops.forEach((stop) => stop());
      removeEventListener('click', clicked, true);
      // What is still on its way ends as it begins, and draws nothing.
      stops.push = (stop) => Number(stop());
      core.load = core.attach = () => new Promise<never>(() => undefined);
      host.remove();
      listeners.clear();
    },
  } as unknown as { -readonly [Name in keyof Core]: Core[Name] };
  stops.push(createGate(core));
  core.handle = createHandle(core);
  if (config.google) stops.push(startGoogle(core.handle, config.google));
  stops.push(claim(core.handle, attempt));
  // The inline snippet has held back what a rule names until now.
  if (window.commsorConsentSnippet) window.commsorConsentSnippet.allows = core.allows;
  // A page that is only being prepared asks nobody and runs nothing.
  whenOver(!fromDocument('prerendering' as 'hidden'), 'prerenderingchange', begin);
  return core.handle;
}
