import type { ConsentState, GoogleConfig } from '../../api.ts';
import type { Layer, LookAtLayer } from '../../lazy.ts';
import { ownFields } from '../../model/coerce.ts';
import { DEFAULT_MAP } from '../../model/google-map.ts';
import { whenLoaded } from '../../schedule.ts';
import type { Store } from '../../store.ts';

/** A type is granted when one of the purposes or services that govern it is necessary, or allowed by `decisions`. */
export function toConsentMode(map: GoogleConfig['map'], decisions: ConsentState['decisions']): Record<string, string> {
  const isAllowed = (name: string) => name === 'necessary' || decisions[name]?.allowed;
  const granted = Object.entries(map ?? {}).flatMap(([name, types]) => (isAllowed(name) ? types : []));
  const types = Object.values(DEFAULT_MAP).flat();
  return Object.fromEntries(types.map((type) => [type, granted.includes(type) ? 'granted' : 'denied']));
}

/** What Google reads as a command: an `Arguments` object. It takes an array for a plain event. */
function gtag(..._command: unknown[]): Layer[number] {
  return arguments as never;
}

/**
 * Google Consent Mode v2 (https://developers.google.com/tag-platform/security/guides/consent): one `default`
 * before any tag, denied unless silence means yes, then an `update` and one event for Google Tag Manager whenever the
 * layer says something else, the stored answer first of all. A page may put another layer into its place at any time,
 * or its own default behind ours.
 */
export function startGoogle(
  { state, attempt, follow }: Store,
  { map = DEFAULT_MAP, dataLayer = 'dataLayer' }: GoogleConfig,
): LookAtLayer {
  let layer: Layer = [];
  let replaced: unknown;
  const find = (): unknown => Reflect.get(window, dataLayer);

  /** Takes the layer that is there now. What else has its name, an element for example, is none. */
  function take(found: unknown): void {
    // What an object of the page has in it can be read on.
    layer = Array.isArray(found) ? found : Object.assign([], ownFields((replaced = found)));
    Reflect.set(window, dataLayer, layer);
    // The inline snippet, or the site itself, may have set it: there is one default in a layer's life.
    if (layer.some((entry) => entry?.[0] === 'consent' && entry[1] === 'default')) return;
    // What silence allows is the default: an `update` would tell Google that the visitor said so.
    const { model, record, decisions } = state();
    const silence = toConsentMode(map, model === 'opt-in' || record ? {} : decisions);
    // Where nobody reads the layer yet, with a `push` of their own, it comes before all that waits there.
    layer[Object.hasOwn(layer, 'push') ? 'push' : 'unshift'](gtag('consent', 'default', silence));
  }

  function look(): void {
    if (find() !== layer) take(find());
    const { decisions } = state();
    const mode = toConsentMode(map, decisions);
    /**
     * Whether all that the layer says of `type` is true. An update counts for itself; a default beside the others,
     * since it may hold for some regions only, or as the last of them.
     */
    const isTold = (type: string) =>
      layer.reduce<boolean | undefined>((isTrue, entry) => {
        const word = entry?.[0] === 'consent' && entry[2]?.[type];
        return word ? word === mode[type] && (entry[1] === 'update' || isTrue !== false) : isTrue;
      }, undefined);
    if (Object.keys(mode).every(isTold)) return;
    const names = (isAllowed: boolean) =>
      Object.keys(decisions).filter((name) => decisions[name]?.allowed === isAllowed);
    layer.push(gtag('consent', 'update', mode));
    // Google Tag Manager would merge each list, place by place, with that of the event before.
    layer.push({ event: 'commsor_consent_update', granted: names(true), denied: names(false), _clear: true });
  }

  const lookAgain = () => attempt(look);
  follow('google', lookAgain);
  lookAgain();
  // What replaces the layer while the page is parsed is met before a file of Google's reads it.
  const observer = new MutationObserver(() => find() === layer || lookAgain());
  observer.observe(document, { childList: true, subtree: true });
  whenLoaded(() => observer.disconnect());
  return () => {
    lookAgain();
    return replaced;
  };
}
