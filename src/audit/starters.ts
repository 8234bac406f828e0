/**
 * Knows the inline scripts that start a library. Pure.
 *
 * A vendor's snippet is often two scripts: one that loads the library, and one that calls what it brings. Held alone,
 * the first leaves the second to fail; so both wait for the same answer.
 */
import type { ServiceConfig } from '../api.ts';
import { serviceById } from './naming.ts';
import { whatRuns } from './what-runs.ts';

/** The global names by which inline starts are known, where the row of a service does not say. As vendors document. */
const GLOBALS: Record<string, readonly string[]> = {
  'google-analytics': ['gtag', 'ga', '_gaq'],
  'google-ads': ['gtag', 'gtag_report_conversion'],
  'google-tag-manager': ['dataLayer'],
  'meta-pixel': ['fbq', '_fbq'],
  'microsoft-clarity': ['clarity'],
  'microsoft-ads': ['uetq', 'UET'],
  'matomo-cloud': ['_paq'],
  'piwik-pro': ['_paq', 'sevenTag'],
  hotjar: ['hj', '_hjSettings'],
  hubspot: ['_hsq'],
  'hubspot-forms': ['hbspt'],
  'linkedin-insight': ['_linkedin_partner_id', '_linkedin_data_partner_ids', 'lintrk'],
  'tiktok-pixel': ['ttq', 'TiktokAnalyticsObject'],
  'pinterest-tag': ['pintrk'],
  'x-ads': ['twq'],
  'snap-pixel': ['snaptr'],
  'reddit-pixel': ['rdt'],
  'quora-pixel': ['qp'],
  'google-maps': ['google.maps'],
  calendly: ['Calendly'],
  typeform: ['tf'],
  intercom: ['Intercom', 'intercomSettings'],
  crisp: ['$crisp', 'CRISP_WEBSITE_ID'],
  tawk: ['Tawk_API', 'Tawk_LoadStart'],
  zendesk: ['zE', 'zESettings'],
  drift: ['drift'],
  klaviyo: ['_learnq', 'klaviyo'],
  mixpanel: ['mixpanel'],
  posthog: ['posthog'],
  amplitude: ['amplitude'],
  segment: ['analytics'],
  heap: ['heap'],
  fullstory: ['FS', '_fs_org'],
  logrocket: ['LogRocket'],
  plausible: ['plausible'],
  fathom: ['fathom'],
  'yandex-metrica': ['ym'],
  'baidu-tongji': ['_hmt'],
  vwo: ['_vwo_code', '_vwo_settings_timer'],
  optimizely: ['optimizely'],
  pendo: ['pendo'],
  mouseflow: ['_mfq'],
  'lucky-orange': ['__lo_site_id', 'LOQ'],
  sentry: ['Sentry'],
};

/** What the row of a service may say of its globals. */
type WithGlobals = ServiceConfig & { readonly globals?: readonly string[] };

/** The global names that the inline start of a service uses. */
export function globalsOf(id: string): readonly string[] {
  const row: WithGlobals | undefined = serviceById(id)?.service;
  return row?.globals ?? GLOBALS[id] ?? [];
}

/** The first of `ids` that a script starts, or `undefined`. */
export function starterOf(code: string, ids: Iterable<string>): string | undefined {
  const running = whatRuns(code);
  const starts = (name: string) => usesGlobal(running, name) && !makesQueue(running, name);
  return [...ids].find((id) => globalsOf(id).some(starts) || (HIDING.has(id) && HIDES.test(code)));
}

/** Tools that show a page only when they have changed it. */
const HIDING = new Set(['google-optimize', 'optimizely', 'vwo', 'ab-tasty', 'kameleoon', 'convert', 'dynamic-yield']);

/**
 * An anti-flicker snippet hides the page until its tool has come, or some seconds have passed. It waits with the tool:
 * alone, it would show an empty page to whoever has not answered.
 */
const HIDES = /async-hide|\bopacity\s*:\s*0(?![.\d])|\bvisibility\s*:\s*hidden/;

/** Whether code calls a global, reads a member of it or sets it; a part of a longer name, or a member, is not it. */
function usesGlobal(code: string, name: string): boolean {
  return new RegExp(String.raw`${globalPattern(name)}\s*(?:\(|\.|\[|=(?!=)|\?\.)`).test(code);
}

/** Whether code makes the queue itself that it pushes into (`_hsq = window._hsq || []`): that asks for nothing. */
function makesQueue(code: string, name: string): boolean {
  const wanted = globalPattern(name);
  return new RegExp(String.raw`${wanted}\s*=\s*(?:${wanted}\s*=\s*)?${wanted}\s*\|\|`).test(code);
}

const globalPattern = (name: string) => {
  const escaped = name.replaceAll(/[.$]/g, String.raw`\$&`);
  return String.raw`(?<![\w$.])(?:window\s*\.\s*|window\[['"])?${escaped}(?:['"]\])?(?![\w$])`;
};
