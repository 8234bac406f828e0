import type { Cause, Choice, ConsentEvent, ConsentMethod, ConsentState, Core, Mount, Stop, View, ViewContext, Visit } from '../types.ts';
import { sentSignal } from './decision.ts';
import { languageTag, loadLanguage } from './language.ts';
import { createRecord, encodeRecord, keptUntil, storageTerms } from './new-record.ts';

/** What a visitor needs who is asked, or who answers: which view is on the screen, and what follows from an answer. */
export function createVisit(core: Core, mountBanner: Mount): Visit {
  const { config, optional, state, load, report } = core;
  const { purposes, services } = config;
  let wanted: View | null = null;
  let showing = Promise.resolve();
  let unmount: Stop | null = null;

  // ── showing ──

  /** Resolves when it is on the screen; whoever asks for the same meanwhile waits for the same. */
  function show(view: View = state().status === 'decided' ? 'preferences' : 'banner'): Promise<void> {
    if (wanted !== view) {
      wanted = view;
      showing = draw(view);
    }
    return showing;
  }

  async function draw(view: View): Promise<void> {
    const parts = await Promise.all([view === 'banner' ? mountBanner : load(view).then((chunk) => chunk.mount), loadLanguage(core)]).catch(() => null); // Reported by `load`.
    if (wanted !== view) return; // Meanwhile another one was asked for, or none.
    try {
      if (parts) {
        unmount?.();
        core.attach();
        unmount = parts[0]({ ...context, language: parts[1] });
        return core.emit('show', view);
      }
    } catch (error) {
      report('chunk-failed', `${view}: ${error}`);
    }
    wanted = null; // The next time it is tried again.
    if (view !== 'banner') return show('banner'); // There is always a way to choose.
  }

  function hide(): void {
    wanted = null;
    if (!unmount) return;
    unmount();
    unmount = null;
    core.emit('hide');
  }

  /** Shows the banner while there is something to ask or to tell, and takes it away when there is not. */
  function ask(): void {
    if (core.mustAsk()) void show(wanted ?? 'banner');
    else if (wanted === 'banner') hide();
  }

  const { policy } = config;
  const context: Omit<ViewContext, 'language'> = {
    ...core,
    // A web address or a path; `javascript:` never becomes a link.
    config: { ...config, policy: { ...policy, url: /^(https?:|[/?#.]|[^:]*$)/i.test(policy.url) ? policy.url : '' } },
    answer,
    pending: () => optional.filter((id) => state().decisions[id]?.reason === 'default'),
    close() {
      hide();
      queueMicrotask(ask); // A view that closes in order to answer does so in the same breath.
    },
    open: (view) => void show(view),
    subscribe: (listener) => core.on('change', listener),
    announce: (message) => void core.later((page) => page.announce(message)),
  };

  // ── answering ──

  function answer(choices: Readonly<Record<string, Choice>>, method: ConsentMethod, cause: Cause = 'choice'): Promise<ConsentState> {
    const { record, signals } = state();
    const isLocked = (name: string) =>
      choices[name] === 'granted' && sentSignal((services.get(name)?.purposes ?? [name]).flatMap((id) => purposes.get(id) ?? []), signals, 'never');
    const names = Object.keys(choices).filter((name) => optional.includes(name) || services.has(name));
    const locked = names.filter(isLocked);
    const free = names.filter((name) => !locked.includes(name));
    if (locked[0]) report('signal-locked', locked.join());
    if (!free[0] && (locked[0] || !record)) return Promise.resolve(state());

    const denied = free.filter((name) => choices[name] === 'denied');
    const event: ConsentEvent =
      !free[0] && record ? record.event // Only the news were taken note of.
      : denied.some((name) => record?.choices[name] === 'granted') ? 'withdrawn'
      : denied.length < free.length ? 'given'
      : denied.every((name) => purposes.get(name)?.legalBasis === 'legitimate-interest') ? 'objected' : 'refused';
    const next = createRecord(record, {
      choices: Object.fromEntries(free.map((name) => [name, choices[name] as Choice])), event, method, language: languageTag(config), signals,
    }, config, Date.now());
    write(encodeRecord(next), keptUntil(next, config, state().model));
    return core.adopt(next, cause);
  }

  // At once, so that the answer outlives a click that leads away. src/core/settled/keeper.ts does what needs more than one try.
  function write(text: string, expires: number): void {
    const { name, domain, path, sameSite } = storageTerms(config);
    const where = (domain && domain !== 'auto' ? '; domain=' + domain : '') + (location.protocol === 'https:' ? '; secure' : '');
    try {
      Reflect.set(Document.prototype, 'cookie', `${name}=${text}; path=${path}; expires=${new Date(expires).toUTCString()}; samesite=${sameSite}${where}`, document);
    } catch {
      // A frame without cookies: the keeper looks whether the answer stuck, and reports it.
    }
  }

  /** What the handle's methods do: names that nobody knows are a mistake of the caller. */
  async function choose(choice: Choice, names: readonly string[] = optional, mustBeObjectable = false): Promise<ConsentState> {
    const stranger = names.find((name) => (mustBeObjectable ? purposes.get(name)?.legalBasis !== 'legitimate-interest' : !state().decisions[name]));
    if (stranger !== undefined) throw new TypeError(`[commsor] unknown-name: "${stranger}" cannot be ${choice}`);
    return answer(Object.fromEntries(names.map((name) => [name, choice])), 'api', 'api');
  }

  Object.assign(core, { hide, current: () => wanted });
  return { show, ask, answer, choose, stop: hide };
}
