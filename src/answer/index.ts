import type { ConsentRecord } from '../api.ts';
import type { Core, GuardReport, Settled, Stop, TagReport } from '../lazy.ts';
import { loadLanguage } from '../ui/language.ts';
import { copies } from '../stored-record.ts';
import { createAnswering } from './answering.ts';
import { createCorner, type BlendIn } from '../ui/reopen/index.ts';
import { createKeeper } from './cookie-store.ts';
import { keptUntil } from '../model/new-record.ts';
import { followOtherTabs } from './other-tabs.ts';
import { listenForActions } from './page-actions.ts';
import { keepPresent } from './presence.ts';
import { silence, sweep } from './withdrawal.ts';

/** A page that is still there after this long is not going, in milliseconds. */
const STAY_LIMIT = 5000;

/** How long what is under way may delay the reload that follows a withdrawal, in milliseconds. */
const RELOAD_LIMIT = 1500;

/** Where whoever looks at the page is the one to hear of mistakes, at every visit. */
const isBeingDeveloped = () =>
  /^(localhost|127\.|\[::1\]|.*\.(localhost|test|local)$)/.test(location.hostname) || isDebugged();
const isDebugged = () => new URLSearchParams(location.search).has('consent-debug');

/** How long the site may look for the visitor's region, in milliseconds. */
const LOCATE_LIMIT = 5000;

/**
 * What a page needs once it has settled: the way back, other tabs, links, what takes an answer and what follows from
 * it.
 */
export function startSettled(core: Core, blendIn: BlendIn): Settled {
  const { config, optional, handle, load, report, adopt, allows, state: now } = core;
  const keeper = createKeeper(core);
  const answering = createAnswering(core, keeper);
  const tabs = followOtherTabs(core, keeper.clear, keep);
  const corner = createCorner(core, blendIn);
  const guarded: GuardReport[] = [];
  let isOver = false;
  const denied = () => [...config.services.keys()].filter((id) => !allows(id));

  /** What scripts have written just now. */
  const writes = new Map<Element | null, string>();

  const actions = listenForActions((action) => {
    if (action === 'preferences') void core.show(action);
    else
      void answering.answer(
        Object.fromEntries(optional.map((id) => [id, action === 'accept' ? 'granted' : 'denied'])),
        'page',
      );
  });

  const stops: Stop[] = [
    tabs.stop,
    handle.on('show', () => void corner.draw()),
    handle.on('hide', () => void corner.draw()),
    keepPresent(core, () => void corner.draw()),
    actions.stop,
  ];

  /** Whether the next page will know of `record`. */
  function keep(record: ConsentRecord): boolean {
    const problem = keeper.keep(record);
    if (problem) report('storage-failed', problem);
    return !problem;
  }

  /** A part that comes when we have ended ends as it begins. */
  const add = (stop: Stop) => (isOver ? stop() : void stops.push(stop));

  async function send(record: ConsentRecord): Promise<void> {
    const endpoint: unknown = config.records?.endpoint;
    if (typeof endpoint !== 'string') return;
    try {
      const answer = await fetch(endpoint, {
        method: 'POST',
        keepalive: true,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(record),
      });
      if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
    } catch (error) {
      report('records-failed', String(error));
    }
  }

  async function check(): Promise<void> {
    const problems = (await (await load('check')).check(core.input, core.faults)).map(({ level, field, fix }) => ({
      level,
      field,
      text: `${field}: ${fix}`,
    }));
    const errors = problems.filter(({ level }) => level === 'error').map(({ text }) => text);
    if (errors.length) report('config-invalid', errors.join('\n'));
    // A link to the preferences answers what these two ask for.
    const hasLink = Document.prototype.querySelector.call(document, 'a[href$="#consent"],[data-consent-action]');
    const isMet = (field: string) => hasLink && /^(model|ui\.reopen)$/.test(field);
    for (const { level, field, text } of problems)
      if (level === 'warning' && !isMet(field)) console.warn('[commsor]', text);
  }

  /** For parts: one that fails is reported where it is loaded. */
  const quietly = (work: Promise<unknown>) => void work.catch(() => undefined);

  const { record } = now();
  void corner.draw();
  // A refusal that guards against silence is renewed with each visit; copies on several domains become one.
  if (record && (keptUntil(record, config, now().model) > record.expiresAt || copies(config.storage.name).length > 1))
    keep(record);
  // What a vendor wrote again before the page was left.
  if (record?.event === 'withdrawn') void sweep(core, denied());
  if (typeof config.region === 'function') void locate(config.region);
  if (core.faults[0] || config.faults[0] || !record || isBeingDeveloped()) quietly(check());
  if (config.compat[0]) quietly(foreign(config.compat));
  if (config.block[0]) quietly(guard());
  if (isDebugged()) quietly(debug());

  /** Asks the site where the visitor is. One that never answers must not leave the visitor without a way to choose. */
  async function locate(ask: () => unknown): Promise<void> {
    let region: unknown;
    try {
      const late = new Promise((_, reject) => setTimeout(reject, LOCATE_LIMIT, new Error('no answer in time')));
      region = await Promise.race([ask(), late]);
    } catch (error) {
      report('region-failed', String(error));
    }
    core.locate(typeof region === 'string' && region ? region : null);
  }

  async function foreign(marks: readonly string[]): Promise<void> {
    add((await load('compat')).start(marks));
  }

  async function guard(): Promise<void> {
    add(
      (await load('guard')).start({
        config,
        own: [],
        allows: (expression, element) => allows(expression) || (!!element && !!core.once?.has(element)),
        subscribe: (listener) => core.on('change', listener),
        listed: (found) => guarded.push(found),
        report,
      }),
    );
    // From here on this guard stands.
    if (window.commsorConsentSnippet) window.commsorConsentSnippet.allows = () => true;
  }

  async function debug(): Promise<void> {
    core.attach();
    add(
      (await load('debug')).mount({
        root: core.root,
        consent: handle,
        config,
        tags() {
          const tags: TagReport[] = [];
          core.eachTag((element) =>
            tags.push({
              element,
              expression: element.getAttribute('data-consent') ?? '',
              status: core.statuses.get(element) ?? 'held',
            }),
          );
          return tags;
        },
        guarded: () => guarded,
        errors: () => core.errors,
      }),
    );
  }

  return {
    ...answering,
    async changed(before, state, cause) {
      EventTarget.prototype.dispatchEvent.call(
        document,
        new CustomEvent('commsor-consent', { detail: { before, after: state, cause } }),
      );
      void corner.draw();
      const lost = [...config.services.keys()].filter((id) => before.services[id] && !state.services[id]);
      const isOurs = cause === 'choice' || cause === 'api';
      // Another tab may hold a form that is not saved. Who comes back to a page finds it loaded anew anyway.
      if (!isOurs && cause !== 'restored') return void sweep(core, lost);
      const untagged = guarded.some(
        ({ kind, outcome, consent }) => kind === 'script' && /passed|missed/.test(outcome) && !allows(consent),
      );
      // Not after a grant, which ends what runs under `!analytics`: nothing was withdrawn.
      const isLoss = Object.keys(state.decisions).some((name) => before.decisions[name]?.allowed && !allows(name));
      const mustReload =
        isLoss && config.onWithdraw !== 'keep' && (untagged || [...core.ran].some((expression) => !allows(expression)));
      const done = [sweep(core, lost)];
      let isKept = true;
      if (isOurs && state.record && state.record !== before.record) {
        const newest = now().record; // It may have come meanwhile, from another tab too.
        isKept = !newest || keep(newest);
        tabs.tell(state.record);
        done.push(send(state.record));
      }
      // What is kept nowhere lives in this page: another one would ask again, or know only of an older grant.
      if (!mustReload || !isKept) return;
      // An endpoint that does not answer keeps nobody: the request outlives the page.
      await Promise.race([Promise.all(done), new Promise((resolve) => setTimeout(resolve, RELOAD_LIMIT))]);
      const speak = silence();
      location.reload();
      setTimeout(speak, STAY_LIMIT); // Somebody chose to stay, with a form that is not saved.
    },
    announce: corner.announce,
    clicked: actions.clicked,
    async written(script, way, markup) {
      const before = writes.get(script);
      writes.set(script, (before ?? '') + (way === 'open' ? '' : markup.join('')) + (way === 'writeln' ? '\n' : ''));
      if (before !== undefined) return; // It goes with the first piece, since one element may be written in several.
      const { place } = await load('write').catch(() => ({ place: () => false })); // Reported by `load`; what was written is lost.
      const all = writes.get(script) ?? '';
      writes.delete(script);
      if (!place(script, all)) report('late-write', all.slice(0, 80), script ?? undefined);
    },
    erase() {
      keeper.clear();
      tabs.tell(null);
      return adopt(null, 'api');
    },
    receipt: async () => (await load('receipt')).createReceipt(now(), config, await loadLanguage(core)),
    debug,
    stop() {
      isOver = true;
      for (const stop of stops) stop();
    },
  };
}
