/**
 * Knows the inline scripts that start a library. Pure.
 *
 * A vendor's snippet is often two scripts: one that loads the library, and one that calls what it brings. Held alone,
 * the first leaves the second to fail; so both wait for the same answer.
 */
import type { ServiceConfig } from '../api.ts';
import { serviceById } from './naming.ts';

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

/** The first of `ids` whose globals a script uses, or `undefined`. */
export function starterOf(code: string, ids: Iterable<string>): string | undefined {
  return [...ids].find((id) => globalsOf(id).some((name) => usesGlobal(code, name)));
}

/** Whether code calls a global, reads a member of it or sets it; a part of a longer name, or a member, is not it. */
function usesGlobal(code: string, name: string): boolean {
  const escaped = name.replaceAll(/[.$]/g, String.raw`\$&`);
  return new RegExp(
    String.raw`(?<![\w$.])(?:window\s*\.\s*|window\[['"])?${escaped}(?:['"]\])?\s*(?:\(|\.|\[|=(?!=)|\?\.)`,
  ).test(code);
}
