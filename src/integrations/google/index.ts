import type { ConsentState, GoogleConfig } from '../../api.ts';
import type { Start } from '../../lazy.ts';
import { DEFAULT_MAP } from '../../model/google-map.ts';

/**
 * Google Consent Mode v2 (https://developers.google.com/tag-platform/security/guides/consent): one denied `default`
 * before any tag,
 * then an `update` and one event for Google Tag Manager whenever something changed, the stored answer first of all.
 */
export const start: Start<GoogleConfig> = (consent, { map = DEFAULT_MAP, dataLayer = 'dataLayer' }) => {
  const page = window as unknown as Record<string, unknown>;
  // What else has that name, an element for example, is no layer.
  const layer = (Array.isArray(page[dataLayer]) ? page[dataLayer] : (page[dataLayer] = [])) as Record<
    string,
    unknown
  >[];
  // Google reads `Arguments` objects only; an array is taken for a plain event.
  function gtag(..._command: unknown[]): void {
    layer.push(arguments as unknown as Record<string, unknown>);
  }

  /**
   * A type is granted when one of the purposes or services that govern it is allowed; without `decisions`, when it is
   * necessary.
   */
  const toConsentMode = (decisions?: ConsentState['decisions']) =>
    Object.fromEntries(
      Object.values(DEFAULT_MAP)
        .flat()
        .map((type) => {
          const isGranted = Object.keys(map ?? {}).some(
            (name) => [map[name]].flat().includes(type) && (name === 'necessary' || decisions?.[name]?.allowed),
          );
          return [type, isGranted ? 'granted' : 'denied'];
        }),
    );

  // The inline snippet, or the site itself, may have set it: there is one default in a page's life.
  let sent = layer
    .filter((entry) => entry?.[0] === 'consent' && entry[1] === 'default')
    .map((entry) => entry[2] as Record<string, unknown> | undefined);
  if (!sent.length) {
    sent = [toConsentMode()];
    gtag('consent', 'default', sent[0]);
  }

  return consent.on('change', ({ decisions }) => {
    const next = toConsentMode(decisions);
    if (sent.every((one) => Object.keys(next).every((type) => one?.[type] === next[type]))) return;
    sent = [next];
    gtag('consent', 'update', next);
    layer.push({ event: 'commsor_consent_update' });
  });
};
