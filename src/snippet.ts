/**
 * The inline snippet, `dist/snippet.html`. It stands before everything else in the page and does only what cannot wait
 * for a file: Google's denied default, and a first guard over scripts, frames and images that a `block` rule names.
 * It reads the same `window.commsorConsentConfig` as the core, which stands right above it; `commsor.js` follows with
 * `async`.
 *
 * What it leaves for the core is `window.commsorConsentSnippet`:
 * - `allows(expression, element)` is asked before an address that a rule names is held. Until the core has started only
 *   what the stored choice surely allows is; then the core puts its own answer here, so that what it releases passes.
 *   `() => true` ends this guard.
 * - What was held looks as if its author had tagged it (`data-consent`, with `type="text/plain"` or `data-src`): the
 *   core's gate releases it.
 * Google's default needs no mark: the core finds it in the data layer.
 */
import { ruleFinder } from './model/match.ts';
import { mentions, rulesOf } from './model/rules.ts';
import { readPrivacySignals } from './model/privacy-signals.ts';
import { sureGrants } from './model/sure-grants.ts';
import { runs } from './model/script-types.ts';
import { copies } from './stored-record.ts';

declare global {
  interface Window {
    /** What the snippet leaves for the core, see above. */
    commsorConsentSnippet?: { allows(expression: string, element: Element): boolean };
  }
}

type Guarded = Element & Partial<Pick<HTMLScriptElement, 'src' | 'type'>>;

const written = window.commsorConsentConfig ?? {};
const { google, block, blockMode, services = {}, storage } = written;

if (google) {
  const { dataLayer = 'dataLayer', waitForUpdate } = google === true ? {} : google;
  const page = window as unknown as Record<string, unknown[]>;
  const layer = (page[dataLayer] ||= []);
  // Google takes an `Arguments` object for a command, and an array for something else.
  (function gtag(..._command: unknown[]) {
    layer.push(arguments);
  })('consent', 'default', {
    ad_storage: 'denied',
    ad_user_data: 'denied',
    ad_personalization: 'denied',
    analytics_storage: 'denied',
    functionality_storage: 'denied',
    personalization_storage: 'denied',
    security_storage: 'granted',
    ...(waitForUpdate && { wait_for_update: waitForUpdate }),
  });
}

if (block && blockMode !== 'report') {
  // Of several copies the core knows which counts; together they are none of ours.
  const kept = copies(storage?.name ?? 'commsor_consent').join();
  const sure = sureGrants(kept, written, readPrivacySignals(window), Date.now());
  const mark = (window.commsorConsentSnippet = {
    allows: (expression: string, _element: Element) => sure.has(expression),
  });
  const rules = rulesOf(block, Object.entries(services));
  const expressionFor = ruleFinder(rules, location.hostname);
  /** The expressions for which a library is held: their inline starts would fail without it. */
  const waiting = new Set<string>();
  const every = Element.prototype;
  const { setAttribute, querySelectorAll } = every;
  // A link resolves an address as the page does, and never throws.
  const link = document.createElement('a');

  const set = (element: Element, key: string, text: string) => setAttribute.call(element, key, text);

  /** Makes an element wait, and tells whether it may keep its address: without a script's type nothing loads it. */
  const hold = (element: Guarded, expression: string): boolean => {
    set(element, 'data-consent', expression);
    const isScript = element instanceof HTMLScriptElement;
    if (isScript) {
      set(element, 'data-type', element.type);
      set(element, 'type', 'text/plain');
      waiting.add(expression);
    }
    return isScript;
  };

  /** Whether an attribute that `element` is about to get has to wait. */
  const keeps = (element: Guarded, name: string, value: string): boolean | undefined => {
    const tag = element.getAttribute('data-consent');
    const isPlain = element.type === 'text/plain';
    if (name === 'src' && !tag && !isPlain) {
      link.href = value;
      const expression = expressionFor(link);
      // The core itself must come, whatever a rule says.
      if (expression && !/commsor/.test(value) && !mark.allows(expression, element) && !hold(element, expression)) {
        set(element, 'data-src', value);
        return true;
      }
    }
    // Many set a script's type after its address.
    if (name === 'type' && tag && isPlain && !mark.allows(tag, element)) {
      set(element, 'data-type', value);
      return true;
    }
  };

  /** Makes an inline script wait that starts a library which waits. The parser may pause anywhere in its text. */
  const lookAtStart = (script: unknown) => {
    // One that a script made has run already.
    if (!(script instanceof HTMLScriptElement) || script.async || script.src || !runs(script.type)) return;
    const rule = rules.find(
      ({ consent, globals }) => waiting.has(consent) && globals.some((name) => mentions(script.text, name)),
    );
    if (rule && !mark.allows(rule.consent, script)) hold(script, rule.consent);
    else observer.observe(script, { childList: true, characterData: true, subtree: true });
  };

  every.setAttribute = new Proxy(setAttribute, {
    apply: (native, self, args) =>
      'src' in self && keeps(self, args[0], args[1]) ? undefined : Reflect.apply(native, self, args),
  });
  for (const name of ['src', 'type']) {
    for (const { prototype } of [HTMLScriptElement, HTMLIFrameElement, HTMLImageElement]) {
      if (name in prototype) {
        Object.defineProperty(prototype, name, {
          set(this: Element, value) {
            this.setAttribute(name, value);
          },
        });
      }
    }
  }

  const observer = new MutationObserver((records) => {
    for (const { addedNodes, target } of records) {
      // The parser puts a script into the page before its text.
      lookAtStart(target);
      lookAtStart(target.parentNode);
      for (const node of addedNodes) {
        if (node instanceof Element) {
          for (const element of [node, ...querySelectorAll.call(node, '[src]')] as Guarded[]) {
            // A form answers with its fields: only a text is an address.
            if (element.src?.trim && keeps(element, 'src', element.src)) {
              const { parentNode, nextSibling } = element;
              element.removeAttribute('src');
              // Without its address a frame on its way still arrives; one that leaves the document for a moment does
              // not.
              element.remove();
              parentNode?.insertBefore(element, nextSibling);
            }
          }
        }
      }
    }
  });
  observer.observe(document, { childList: true, subtree: true });
}
