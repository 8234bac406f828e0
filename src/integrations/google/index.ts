import type { ConsentState, GoogleConfig } from '../../api.ts';
import type { Stop } from '../../lazy.ts';
import { DEFAULT_MAP } from '../../model/google-map.ts';
import type { Store } from '../../store.ts';

type Layer = { [index: string]: unknown }[];

/**
 * A type is granted when one of the purposes or services that govern it is allowed; without `decisions`, when it is
 * necessary.
 */
function toConsentMode(map: GoogleConfig['map'], decisions?: ConsentState['decisions']): Record<string, string> {
  const isAllowed = (name: string) => name === 'necessary' || decisions?.[name]?.allowed;
  const granted = Object.entries(map ?? {}).flatMap(([name, types]) => (isAllowed(name) ? types : []));
  const types = Object.values(DEFAULT_MAP).flat();
  return Object.fromEntries(types.map((type) => [type, granted.includes(type) ? 'granted' : 'denied']));
}

/**
 * Google Consent Mode v2 (https://developers.google.com/tag-platform/security/guides/consent): one denied `default`
 * before any tag, then an `update` and one event for Google Tag Manager whenever something changed, the stored answer
 * first of all.
 */
export function startGoogle(store: Store, { map = DEFAULT_MAP, dataLayer = 'dataLayer' }: GoogleConfig): Stop {
  // What else has that name, an element for example, is no layer.
  const found: unknown = Reflect.get(window, dataLayer);
  const layer: Layer = Array.isArray(found) ? found : [];
  Reflect.set(window, dataLayer, layer);
  // Google reads `Arguments` objects only; an array is taken for a plain event.
  function gtag(..._command: unknown[]): void {
    layer.push(arguments as never);
  }

  // The inline snippet, or the site itself, may have set it: there is one default in a page's life.
  let sent = layer
    .filter((entry) => entry?.[0] === 'consent' && entry[1] === 'default')
    .map((entry) => entry[2] as Record<string, unknown> | undefined);
  if (!sent.length) {
    sent = [toConsentMode(map)];
    gtag('consent', 'default', sent[0]);
  }

  function update({ decisions }: ConsentState): void {
    const next = toConsentMode(map, decisions);
    if (sent.every((one) => Object.keys(next).every((type) => one?.[type] === next[type]))) return;
    sent = [next];
    gtag('consent', 'update', next);
    layer.push({ event: 'commsor_consent_update' });
  }

  update(store.state());
  return store.follow('google', ({ after }) => update(after));
}
