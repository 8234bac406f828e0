/**
 * The inline snippet, `dist/snippet.html`. It stands before everything else in the page and does only what cannot wait
 * for a file: Google's denied default, and a first guard over scripts, frames and images that a `block` rule names.
 * It reads the same `window.commsorConsentConfig` as the core, which stands right above it; `commsor.js` follows with
 * `async`.
 *
 * What it leaves for the core is `window.commsorConsentSnippet`:
 * - `allows(expression, element)` is asked before an address that a rule names is held. Until the core has started
 * nothing
 *   is allowed; then the core puts its own answer here, so that what it releases passes. `() => true` ends this guard.
 * - What was held looks as if its author had tagged it (`data-consent`, with `type="text/plain"` or `data-src`): the
 *   core's gate releases it.
 * Google's default needs no mark: the core finds it in the data layer.
 */
import { ruleFinder } from './model/match.ts';
import { rulesOf } from './model/rules.ts';

declare global {
  interface Window {
    /** What the snippet leaves for the core, see above. */
    commsorConsentSnippet?: { allows(expression: string, element: Element): boolean };
  }
}

type Guarded = Element & Partial<Pick<HTMLScriptElement, 'src' | 'type'>>;

const { google, block, blockMode, services = {} } = window.commsorConsentConfig ?? {};

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
  const mark = (window.commsorConsentSnippet = { allows: (_expression: string, _element: Element) => false });
  const expressionFor = ruleFinder(rulesOf(block, Object.entries(services)), location.hostname);
  const every = Element.prototype;
  const { setAttribute, querySelectorAll } = every;
  // A link resolves an address as the page does, and never throws.
  const link = document.createElement('a');

  /** Whether an attribute that `element` is about to get has to wait. */
  const keeps = (element: Guarded, name: string, value: string): boolean | undefined => {
    const set = (key: string, text: string) => setAttribute.call(element, key, text);
    const tag = element.getAttribute('data-consent');
    const isPlain = element.type === 'text/plain';
    if (name === 'src' && !tag && !isPlain) {
      link.href = value;
      const expression = expressionFor(link);
      // The core itself must come, whatever a rule says.
      if (expression && !/commsor/.test(value) && !mark.allows(expression, element)) {
        set('data-consent', expression);
        if (element instanceof HTMLScriptElement) {
          // A script keeps its address: without a script's type nothing loads it.
          set('data-type', element.type);
          set('type', 'text/plain');
        } else {
          set('data-src', value);
          return true;
        }
      }
    }
    // Many set a script's type after its address.
    if (name === 'type' && tag && isPlain && !mark.allows(tag, element)) {
      set('data-type', value);
      return true;
    }
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

  new MutationObserver((records) => {
    for (const { addedNodes } of records) {
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
  }).observe(document, { childList: true, subtree: true });
}
