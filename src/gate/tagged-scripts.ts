import type { LateWrite, TagStatus } from '../lazy.ts';
import { namesIn } from '../model/expression.ts';
import { fromDocument } from '../page.ts';
import type { Store } from '../store.ts';
import { guardWrites } from './late-write-guard.ts';
import { codeOf, isMarkedAsRun, isRules } from './run.ts';
import { createScriptQueue } from './scripts.ts';
import { statuses, textOf } from './tagged.ts';

/** Where routers say that they have run a script, or that it is to run once. */
const RAN = '[data-astro-exec],[data-turbo-eval="false"]';

/** The scripts that ran, by address or text, and whose place they ran in. They outlive a gate, as their statuses do. */
const texts = new Set<string>();
const places = new WeakMap<Element, Element>();
/** The rules that a browser obeys for a script, as long as they are in the page. */
const obeyed = new WeakMap<Element, Element>();
/** Whether a node that we see for the first time says that it has run: a router's mark, or the copy of one that has. */
const hasRun = (script: HTMLScriptElement) =>
  (script.matches(RAN) || isMarkedAsRun(script)) && texts.has(codeOf(script));

export interface TaggedScripts {
  /** The expressions of those that ran, by address or text. */
  readonly ran: Map<string, string>;
  /** `element` came on its own, not in a tree. */
  meet(element: Element): void;
  /** Releases `script` where it is allowed, or may run once more. */
  process(script: HTMLScriptElement, status: TagStatus | undefined, allowed: boolean): void;
  /** The page changed. */
  proceed(): void;
}

/** Says which tagged scripts run, and how often: once in a document's life, if nobody asked for more. */
export function createTaggedScripts(store: Store, write: (late: LateWrite) => void): TaggedScripts {
  const { config, allows, report, life } = store;
  /**
   * What came on its own before the page had loaded: the parser brings one element after the other, and next to all
   * others bring trees.
   */
  const early = new WeakSet<Element>();
  const ran = new Map<string, string>();

  /**
   * A policy on nonces may ask for Trusted Types too, which forbid copies and report each attempt. And while the page
   * loads a framework may take over what its server drew, where the copy of a script on its way is one too many. In
   * Chromium a script from `innerHTML`, which would not run, is not "async".
   */
  const isOwn = (script: HTMLScriptElement) =>
    (!!script.nonce || (!!script.src && fromDocument('readyState') !== 'complete')) &&
    script.async &&
    early.has(script) &&
    !places.has(script);

  const queue = createScriptQueue({
    timeout: config.timeout,
    isAllowed: (script) => !life.aborted && script.isConnected && allows(textOf(script)),
    isOwn,
    started(script, node) {
      if (!ran.size) guardWrites(statuses, putInPlace);
      statuses.set(script, 'released').set(node, 'released');
      places.set(node, script);
      if (isRules(script)) obeyed.set(script, node);
      texts.add(codeOf(script));
      ran.set(codeOf(script), textOf(script));
    },
    ended(script, status, code) {
      statuses.set(script, status);
      if (code) report(code, script.getAttribute('src') ?? '', script);
    },
  });

  /** Written is what a script wrote behind the tag, not behind a copy of it that is gone by now. */
  function putInPlace(late: LateWrite): void {
    write({ ...late, script: late.script && (places.get(late.script) ?? late.script) });
  }

  /** Whether a grant after a withdrawal runs `script` again. */
  const isRepeated = (script: HTMLScriptElement) =>
    script.hasAttribute('data-consent-rerun') ||
    isRules(script) ||
    namesIn(textOf(script)).some((name) => config.services.get(name)?.rerun);

  return {
    ran,
    meet(element) {
      if (fromDocument('readyState') !== 'complete') early.add(element);
    },
    process(script, status, allowed) {
      if (!status && hasRun(script) && !isRepeated(script)) statuses.set(script, 'released');
      // A queued one is asked again right before it runs.
      else if (status && status !== 'held') {
        if (allowed || status === 'queued' || !isRepeated(script)) return;
        statuses.set(script, 'held');
        obeyed.get(script)?.remove();
      } else if (allowed) {
        statuses.set(script, 'queued');
        queue(script);
      }
    },
    proceed: queue,
  };
}
