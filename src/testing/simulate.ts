import type { ContextLike } from './playwright.ts';

/** What a visitor's browser says, and where the visitor is. */
export interface Circumstances {
  /** Do Not Track. */
  readonly dnt?: boolean;
  /** Global Privacy Control. */
  readonly gpc?: boolean;
  /** ISO 3166, such as `'US-CA'`: takes the place of `region` in the configuration of the page, not in an argument. */
  readonly region?: string;
}

/**
 * Lets every page that is opened from now on see such a visitor; a server gets the headers `DNT` and `Sec-GPC` too. In
 * the window of a unit test it takes effect at once.
 */
export async function simulate(target: ContextLike | Window, circumstances: Circumstances): Promise<void> {
  if (!('addInitScript' in target)) {
    pretend(circumstances);
    return;
  }
  const { dnt, gpc } = circumstances;
  await target.setExtraHTTPHeaders({ ...(dnt && { DNT: '1' }), ...(gpc && { 'Sec-GPC': '1' }) });
  await target.addInitScript(pretend, circumstances);
}

/** Runs in the page, so it may use nothing from here. */
function pretend({ dnt, gpc, region }: Circumstances): void {
  const say = (name: string, value: unknown) =>
    Object.defineProperty(Navigator.prototype, name, { configurable: true, get: () => value });
  if (dnt !== undefined) say('doNotTrack', dnt ? '1' : null);
  if (gpc !== undefined) say('globalPrivacyControl', gpc);
  if (region === undefined) return;
  let written: unknown;
  // Whatever the page writes there, the region is this one.
  Object.defineProperty(window, 'commsorConsentConfig', {
    configurable: true,
    enumerable: true,
    get: () => ({ ...Object(written), region }),
    set: (value: unknown) => (written = value),
  });
}
