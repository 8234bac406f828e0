/** How services that count and record visits are tagged, and why they are analytics. */
import type { analytics as rows } from '../analytics.ts';
import { guides, variants } from './depends.ts';
import { call, guide, inside, script, seenAt, settings, snippet, start } from './tags.ts';
import type { ServiceGuide } from './types.ts';

/** What every Google tag begins with, for the one with `id`. */
export const gtagFor = (id: string): string[] => [
  'window.dataLayer = window.dataLayer || [];',
  'function gtag() { dataLayer.push(arguments); }',
  "gtag('js', new Date());",
  `gtag('config', '${id}');`,
];

/** Google's consent mode, for what `types` say. */
export const consentMode = (...types: string[]) => {
  const update = (value: string) =>
    `gtag('consent', 'update', { ${types.map((type) => `${type}: '${value}'`).join(', ')} })`;
  return call(update('granted'), update('denied'), {
    note: 'With google: true this SDK says it, and the denied default before it.',
    source: seenAt('https://developers.google.com/tag-platform/security/guides/consent?consentmode=basic'),
  });
};

/** What it knows for ads. */
export const AD_TYPES = ['ad_storage', 'ad_user_data', 'ad_personalization'];

const adobeConsent = (value: 'in' | 'out') =>
  `alloy('setConsent', { consent: [{ standard: 'Adobe', version: '1.0', value: { general: '${value}' } }] })`;

const alloyConsent = call(adobeConsent('in'), adobeConsent('out'), {
  note: 'For the Web SDK; the older visitor API has adobe.optIn.',
  source: seenAt('https://experienceleague.adobe.com/en/docs/project-aim-demo/web-sdk/commands/setconsent'),
});

export const analytics: Record<keyof typeof rows, ServiceGuide> = {
  'google-analytics': guide(
    'It counts visits and follows visitors from page to page; switch on its advertising features, and it is marketing.',
    start('google-analytics', 'https://www.googletagmanager.com/gtag/js?id=G-YOUR_ID', gtagFor('G-YOUR_ID')),
    { consentCall: consentMode('analytics_storage') },
  ),
  'google-tag-manager': guide(
    'It only loads other tags, most often those that count; each of them has a purpose of its own.',
    snippet(
      'google-tag-manager',
      "(function (w, d, s, l, i) { … 'gtm.start' … })(window, document, 'script', 'dataLayer', 'GTM-YOUR_ID');",
      'Its noscript frame waits with data-consent-src, or goes. Tags in the container still need their own triggers.',
    ),
    { consentCall: consentMode('analytics_storage', ...AD_TYPES) },
  ),
  'microsoft-clarity': guide(
    'It records how visitors move and click, so that pages can be improved.',
    snippet(
      'microsoft-clarity',
      "(function (c, l, a, r, i, t, y) { … })(window, document, 'clarity', 'script', 'YOUR_ID');",
    ),
    {
      consentCall: call(
        "clarity('consentv2', { ad_Storage: 'granted', analytics_Storage: 'granted' })",
        "clarity('consentv2', { ad_Storage: 'denied', analytics_Storage: 'denied' })",
        { source: seenAt('https://learn.microsoft.com/en-au/clarity/clarity-consent-api-v2') },
      ),
    },
  ),
  'adobe-analytics': guide(
    'It counts visits and tells reports which ways visitors take.',
    inside('Its file is most often the site’s own, or comes with Adobe Experience Platform Tags: tag that script.'),
    { consentCall: alloyConsent },
  ),
  'adobe-launch': guide(
    'It only loads other tags, most often those that count; each of them has a purpose of its own.',
    script('adobe-launch', 'https://assets.adobedtm.com/YOUR_ID/launch-YOUR_ID.min.js'),
    { consentCall: alloyConsent },
  ),
  tealium: guide(
    'It only loads other tags, most often those that count; each of them has a purpose of its own.',
    snippet(
      'tealium',
      "(function (a, b, c, d) { a = 'https://tags.tiqcdn.com/utag/YOUR_ID/main/prod/utag.js'; … })();",
    ),
    {
      consentCall: call('utag.gdpr.setConsentValue(true)', 'utag.gdpr.setConsentValue(false)', {
        note: 'Its consent manager has to be switched on. What was said for single categories stays as it was.',
        source: seenAt('https://docs.tealium.com/platforms/javascript/api/gdpr-functions/', '2026-11-29'),
      }),
    },
  ),
  hotjar: guide(
    'It records visits and draws where visitors click, so that pages can be improved.',
    snippet(
      'hotjar',
      '(function (h, o, t, j, a, r) { … h._hjSettings = { hjid: YOUR_ID, hjsv: 6 }; … })(window, document);',
    ),
  ),
  contentsquare: guide(
    'It records visits and measures what visitors look at.',
    snippet('contentsquare', 'window._uxa = window._uxa || []; … t.contentsquare.net/uxa/YOUR_ID.js …'),
  ),
  mixpanel: guide(
    'It counts what visitors do in a product, each under an identifier that stays.',
    snippet('mixpanel', ['(function (f, b) { … })(document, window.mixpanel || []);', "mixpanel.init('YOUR_TOKEN');"]),
    {
      consentCall: call('mixpanel.opt_in_tracking()', 'mixpanel.opt_out_tracking()', {
        source: seenAt('https://docs.mixpanel.com/docs/privacy/protecting-user-data.md'),
      }),
    },
  ),
  posthog: guide(
    'It counts what visitors do in a product, and can record visits.',
    snippet('posthog', [
      '!(function (t, e) { … })(document, window.posthog || []);',
      "posthog.init('YOUR_KEY', { api_host: '…' });",
    ]),
    {
      consentCall: call('posthog.opt_in_capturing()', 'posthog.opt_out_capturing()', {
        source: seenAt('https://posthog.com/docs/privacy/data-collection'),
      }),
    },
  ),
  amplitude: guide(
    'It counts what visitors do in a product, each under an identifier that stays.',
    start('amplitude', 'https://cdn.amplitude.com/script/YOUR_KEY.js', "window.amplitude.init('YOUR_KEY');"),
    {
      consentCall: call('amplitude.setOptOut(false)', 'amplitude.setOptOut(true)', {
        source: seenAt(
          'https://unpkg.com/@amplitude/analytics-core@2.61.0/lib/esm/types/client/core-client.d.ts',
          '2026-11-29',
        ),
      }),
    },
  ),
  segment: guide(
    'It gathers what visitors do and hands it on; where it hands it to advertisers, it is marketing too.',
    snippet(
      'segment',
      "!(function () { … analytics.load('YOUR_KEY'); analytics.page(); })();",
      'Its global is analytics.',
    ),
  ),
  rudderstack: guide(
    'It gathers what visitors do and hands it on; where it hands it to advertisers, it is marketing too.',
    snippet(
      'rudderstack',
      "(function () { … rudderanalytics.load('YOUR_KEY', 'https://YOUR_PLANE.dataplane.rudderstack.com'); })();",
    ),
  ),
  heap: guide(
    'It records every click in a product, so that it can be counted later.',
    snippet('heap', ['window.heap = window.heap || []; …', "heap.load('YOUR_ID');"]),
  ),
  fullstory: guide(
    'It records visits as if they were filmed.',
    snippet('fullstory', ["window['_fs_host'] = 'fullstory.com';", "window['_fs_org'] = 'YOUR_ID'; …"]),
    {
      consentCall: call("FS('restart')", "FS('shutdown')", {
        note: 'It is forgotten with the page, so it has to be said on each.',
        source: seenAt('https://developer.fullstory.com/stop-recording'),
      }),
    },
  ),
  logrocket: guide(
    'It records visits together with the errors in them.',
    start(
      'logrocket',
      'https://cdn.logrocket.com/LogRocket.min.js',
      "window.LogRocket && window.LogRocket.init('YOUR_ID');",
    ),
  ),
  'matomo-cloud': guide(
    'It counts visits and follows visitors from page to page.',
    snippet('matomo-cloud', ['var _paq = (window._paq = window._paq || []);', "_paq.push(['trackPageView']); …"]),
    {
      consentCall: call("_paq.push(['setConsentGiven'])", "_paq.push(['forgetConsentGiven'])", {
        note: "_paq.push(['requireConsent']) has to come first.",
        source: seenAt('https://developer.matomo.org/guides/tracking-consent'),
      }),
    },
  ),
  'piwik-pro': guide(
    'It counts visits and follows visitors from page to page.',
    snippet(
      'piwik-pro',
      "(function (window, document, dataLayerName, id) { … })(window, document, 'dataLayer', 'YOUR_ID');",
    ),
    {
      consentCall: call(
        "ppms.cm.api('setComplianceSettings', { consents: { analytics: { status: 1 } } }, () => {})",
        "ppms.cm.api('setComplianceSettings', { consents: { analytics: { status: 0 } } }, () => {})",
        {
          note: 'The function at the end is required; it is run when the settings are kept.',
          source: seenAt(
            'https://github.com/PiwikPRO/PPMS-PublicDocs/blob/db15a2eb426f99e43a5f1a6efd2d07922464cbe6/' +
              'consent_manager/js_api/commands.rst',
            '2026-11-29',
          ),
        },
      ),
    },
  ),
  plausible: guide(
    'It counts visits, without cookies; some authorities ask for no consent then.',
    script('plausible', 'https://plausible.io/js/script.js', undefined, 'data-domain="YOUR_DOMAIN"'),
  ),
  fathom: guide(
    'It counts visits, without cookies; some authorities ask for no consent then.',
    script('fathom', 'https://cdn.usefathom.com/script.js', undefined, 'data-site="YOUR_ID"'),
  ),
  'simple-analytics': guide(
    'It counts visits, without cookies; some authorities ask for no consent then.',
    script('simple-analytics', 'https://scripts.simpleanalyticscdn.com/latest.js'),
  ),
  umami: guide(
    'It counts visits, without cookies; some authorities ask for no consent then.',
    script('umami', 'https://cloud.umami.is/script.js', undefined, 'data-website-id="YOUR_ID"'),
  ),
  'cloudflare-insights': guide(
    'It measures how fast pages are and counts visits, without cookies.',
    script(
      'cloudflare-insights',
      'https://static.cloudflareinsights.com/beacon.min.js',
      'Where Cloudflare writes it into the page by itself, switch that off first.',
      `data-cf-beacon='{"token": "YOUR_TOKEN"}'`,
    ),
  ),
  'jetpack-stats': guide(
    'It counts visits for the statistics of a WordPress site.',
    script(
      'jetpack-stats',
      'https://stats.wp.com/e-YOUR_WEEK.js',
      'The plugin writes it: let a rule hold it, or switch it off there.',
    ),
  ),
  'shopify-analytics': guide(
    'It counts visits for the statistics of a shop.',
    inside('The shop itself loads it: set Shopify’s own customer privacy to ask, and tell it the answer.'),
  ),
  'yandex-metrica': guide(
    'It counts visits and can record them.',
    snippet('yandex-metrica', [
      "(function (m, e, t, r, i, k, a) { … })(window, document, 'script', '…', 'ym');",
      "ym(YOUR_ID, 'init', { … });",
    ]),
  ),
  'baidu-tongji': guide(
    'It counts visits and follows visitors from page to page.',
    snippet('baidu-tongji', 'var _hmt = _hmt || []; … hm.baidu.com/hm.js?YOUR_ID …'),
  ),
  statcounter: guide(
    'It counts visits and shows the way of each visitor.',
    settings(
      'statcounter',
      ['var sc_project = YOUR_ID;', "var sc_security = 'YOUR_CODE';"],
      'https://www.statcounter.com/counter/counter.js',
    ),
  ),
  etracker: guide(
    'It counts visits; it can do so without cookies, which some authorities allow without consent.',
    script(
      'etracker',
      'https://code.etracker.com/code/e.js',
      undefined,
      'id="_etLoader" data-block-cookies="true" data-secure-code="YOUR_CODE"',
    ),
    {
      consentCall: call("_etracker.enableCookies('YOUR_DOMAIN')", "_etracker.disableCookies('YOUR_DOMAIN')", {
        note: 'With data-block-cookies="true" on its tag; without cookies it counts all the same.',
        source: seenAt('https://www.etracker.com/en/docs/integration-setup-2/consent-management-tools/', '2026-11-29'),
      }),
    },
  ),
  chartbeat: guide(
    'It tells editors how many read an article now.',
    snippet(
      'chartbeat',
      'var _sf_async_config = { uid: YOUR_ID, domain: "YOUR_DOMAIN" }; … static.chartbeat.com/js/chartbeat.js …',
    ),
  ),
  parsely: guide(
    'It tells editors which articles are read.',
    script('parsely', 'https://cdn.parsely.com/keys/YOUR_DOMAIN/p.js', undefined, 'id="parsely-cfg"'),
  ),
  scorecard: guide(
    'It counts readers for the comparison of media.',
    snippet('scorecard', ['var _comscore = _comscore || [];', "_comscore.push({ c1: '2', c2: 'YOUR_ID' }); …"]),
    {
      consentCall: call(
        "_comscore.push({ c1: '2', c2: 'YOUR_ID', cs_ucfr: '1' })",
        "_comscore.push({ c1: '2', c2: 'YOUR_ID', cs_ucfr: '0' })",
      ),
    },
  ),
  'crazy-egg': guide(
    'It draws where visitors click and records visits.',
    script('crazy-egg', 'https://script.crazyegg.com/pages/scripts/YOUR_ID.js'),
  ),
  mouseflow: guide(
    'It records visits and draws where visitors click.',
    snippet('mouseflow', 'window._mfq = window._mfq || []; … cdn.mouseflow.com/projects/YOUR_ID.js …'),
  ),
  'lucky-orange': guide(
    'It records visits and draws where visitors click.',
    script('lucky-orange', 'https://tools.luckyorange.com/core/lo.js?site-id=YOUR_ID'),
  ),
  pendo: guide(
    'It counts what visitors do in a product; its hints and tours wait with it.',
    snippet('pendo', ["(function (apiKey) { … })('YOUR_KEY');", 'pendo.initialize({ … });']),
    {
      consentCall: call('pendo.startSendingEvents()', 'pendo.stopSendingEvents()', {
        source: seenAt('https://unpkg.com/@pendo/agent@2.291.4/dist/pendo.module.js', '2026-11-29'),
      }),
      depends: guides,
    },
  ),
  optimizely: guide(
    'It shows visitors different versions of a page and measures which does better.',
    script('optimizely', 'https://cdn.optimizely.com/js/YOUR_ID.js'),
    {
      consentCall: call(undefined, "window.optimizely.push({ type: 'optOut', isOptOut: true })", {
        note: 'It cannot be taken back: who was opted out once stays so.',
        source: seenAt('https://docs.developers.optimizely.com/web/docs/opt-out'),
      }),
      depends: variants,
    },
  ),
  vwo: guide(
    'It shows visitors different versions of a page and measures which does better.',
    snippet('vwo', 'window._vwo_code || (function () { var account_id = YOUR_ID; … })();'),
    { depends: variants },
  ),
  'ab-tasty': guide(
    'It shows visitors different versions of a page and measures which does better.',
    script('ab-tasty', 'https://try.abtasty.com/YOUR_ID.js'),
    { depends: variants },
  ),
  kameleoon: guide(
    'It shows visitors different versions of a page and measures which does better.',
    script('kameleoon', 'https://YOUR_ID.kameleoon.io/engine.js'),
    {
      consentCall: call(
        'kameleoonQueue.push(() => Kameleoon.API.Core.enableLegalConsent())',
        'kameleoonQueue.push(() => Kameleoon.API.Core.disableLegalConsent())',
        {
          source: seenAt(
            'https://docs.kameleoon.com/developer-docs/privacy-and-compliance/consent-management',
            '2026-11-29',
          ),
        },
      ),
      depends: variants,
    },
  ),
  convert: guide(
    'It shows visitors different versions of a page and measures which does better.',
    script('convert', 'https://cdn-4.convertexperiments.com/v1/js/YOUR_ID.js'),
    { depends: variants },
  ),
  'new-relic': guide(
    'It measures how fast pages are and which errors visitors meet, each under an identifier.',
    snippet(
      'new-relic',
      'window.NREUM || (NREUM = {}); NREUM.init = { … }; …',
      'Where the server writes it into the page, switch that off and write it yourself.',
    ),
    {
      consentCall: call('newrelic.consent()', 'newrelic.consent(false)', {
        note: 'Consent mode has to be switched on in its settings.',
        source: seenAt('https://docs.newrelic.com/docs/browser/new-relic-browser/browser-apis/consent'),
      }),
    },
  ),
  'datadog-rum': guide(
    'It measures how fast pages are and which errors visitors meet, and can record visits.',
    start(
      'datadog-rum',
      'https://www.datadoghq-browser-agent.com/us1/v6/datadog-rum.js',
      'window.DD_RUM && window.DD_RUM.init({ … });',
    ),
    {
      consentCall: call("DD_RUM.setTrackingConsent('granted')", "DD_RUM.setTrackingConsent('not-granted')", {
        source: seenAt('https://datadoghq.dev/browser-sdk/browser-rum.rumglobal.settrackingconsent.html'),
      }),
    },
  ),
  sentry: guide(
    'It reports the errors that visitors meet; without recordings and identifiers a site may call it necessary.',
    script('sentry', 'https://js.sentry-cdn.com/YOUR_KEY.min.js', undefined, 'crossorigin="anonymous"'),
  ),
  'google-optimize': guide(
    'It showed visitors different versions of a page; Google closed it, so what is left only hides pages.',
    script(
      'google-optimize',
      'https://www.googleoptimize.com/optimize.js?id=OPT-YOUR_ID',
      'Remove it, and its snippet that hides the page.',
    ),
    { depends: variants },
  ),
  'vercel-analytics': guide(
    'It counts visits and measures how fast pages are, without cookies.',
    script(
      'vercel-analytics',
      'https://va.vercel-scripts.com/v1/script.js',
      'From a package: render it when consent.allows("vercel-analytics").',
    ),
  ),
  tianji: guide(
    'It counts visits, without cookies.',
    script('tianji', 'https://app-tianji.msgbyte.com/tracker.js', undefined, 'data-website-id="YOUR_ID"'),
  ),
  'azure-application-insights': guide(
    'It measures how fast pages are and which errors visitors meet, each under an identifier.',
    snippet(
      'azure-application-insights',
      '!(function (cfg) { … })({ src: "https://js.monitor.azure.com/scripts/b/ai.3.gbl.min.js", … });',
    ),
    {
      consentCall: call('appInsights.getCookieMgr().setEnabled(true)', 'appInsights.getCookieMgr().setEnabled(false)', {
        note: 'It switches its cookies, and nothing else.',
        source: seenAt(
          'https://unpkg.com/@microsoft/applicationinsights-web@3.4.4/types/applicationinsights-web.namespaced.d.ts',
          '2026-11-29',
        ),
      }),
    },
  ),
  smartlook: guide(
    'It records visits.',
    snippet('smartlook', [
      'window.smartlook || (function (d) { … })(document);',
      "smartlook('init', 'YOUR_KEY', { region: 'eu' });",
    ]),
  ),
  inspectlet: guide(
    'It records visits and draws where visitors click.',
    snippet('inspectlet', "(function () { window.__insp = window.__insp || []; __insp.push(['wid', YOUR_ID]); … })();"),
  ),
  dynatrace: guide(
    'It measures how fast pages are and which errors visitors meet, each under an identifier.',
    script(
      'dynatrace',
      'https://js-cdn.dynatrace.com/jstag/YOUR_ID/ruxitagent.js',
      'Where its agent writes it into the page, switch on its opt-in mode instead.',
      'crossorigin="anonymous"',
    ),
    {
      consentCall: call('dtrum.enable()', 'dtrum.disable()', {
        note: 'Its opt-in mode has to be switched on; the second removes its cookies too.',
        source: seenAt('https://unpkg.com/@dynatrace/cordova-plugin@1.191.2/typings/main.d.ts', '2026-11-29'),
      }),
    },
  ),
  'quantum-metric': guide(
    'It records visits and measures where visitors get stuck.',
    script('quantum-metric', 'https://cdn.quantummetric.com/qscripts/quantum-YOUR_ID.js'),
  ),
  bugsnag: guide(
    'It reports the errors that visitors meet; without identifiers a site may call it necessary.',
    snippet('bugsnag', "Bugsnag.start({ apiKey: 'YOUR_KEY' });", 'The script that loads it waits for the same name.'),
  ),
  rollbar: guide(
    'It reports the errors that visitors meet; without identifiers a site may call it necessary.',
    snippet('rollbar', "var _rollbarConfig = { accessToken: 'YOUR_TOKEN', … };"),
  ),
  woopra: guide(
    'It follows each visitor over time, by name where it is known.',
    snippet('woopra', ['(function () { … })();', "woopra.config({ domain: 'YOUR_DOMAIN' });", 'woopra.track();']),
  ),
  gosquared: guide(
    'It counts visits and shows who is there now.',
    snippet('gosquared', [
      "!(function (g, s, q, r, d) { … })(window, document, 'script', '_gs');",
      "_gs('YOUR_TOKEN');",
    ]),
  ),
  clicky: guide(
    'It counts visits and shows the way of each visitor.',
    script('clicky', 'https://static.getclicky.com/js', undefined, 'data-id="YOUR_ID"'),
  ),
  histats: guide(
    'It counts visits and can show the number in the page.',
    snippet('histats', [
      'var _Hasync = _Hasync || [];',
      "_Hasync.push(['Histats.start', '1,YOUR_ID,4,0,0,0,00010000']); …",
    ]),
  ),
  pirsch: guide(
    'It counts visits, without cookies; some authorities ask for no consent then.',
    script('pirsch', 'https://api.pirsch.io/pa.js', undefined, 'id="pianjs" data-code="YOUR_CODE"'),
  ),
  goatcounter: guide(
    'It counts visits, without cookies; some authorities ask for no consent then.',
    script(
      'goatcounter',
      'https://gc.zgo.at/count.js',
      undefined,
      'data-goatcounter="https://YOUR_CODE.goatcounter.com/count"',
    ),
  ),
  appcues: guide(
    'It shows hints in a product and measures who follows them.',
    script('appcues', 'https://fast.appcues.com/YOUR_ID.js'),
    { depends: guides },
  ),
  userpilot: guide(
    'It shows hints in a product and measures who follows them.',
    settings(
      'userpilot',
      "window.userpilotSettings = { token: 'YOUR_TOKEN' };",
      'https://js.userpilot.io/sdk/latest.js',
    ),
    { depends: guides },
  ),
  walkme: guide(
    'It shows hints in a product and measures who follows them.',
    snippet(
      'walkme',
      'window._walkmeConfig = { smartLoad: true }; … cdn.walkme.com/users/YOUR_ID/walkme_YOUR_ID_https.js …',
    ),
    { depends: guides },
  ),
  'dynamic-yield': guide(
    'It shows visitors versions of a page by what they did before, and measures which does better.',
    script(
      'dynamic-yield',
      'https://cdn.dynamicyield.com/api/YOUR_ID/api_dynamic.js',
      'Its second script, api_static.js, is tagged the same.',
    ),
    {
      consentCall: call('DY.userActiveConsent = { accepted: true }', 'DY.userActiveConsent = { accepted: false }', {
        note: 'Active consent mode has to be switched on by the vendor.',
        source: seenAt('https://dy.dev/docs/active-cookie-consent'),
      }),
      depends: variants,
    },
  ),
  statsig: guide(
    'It switches features on for some visitors and measures what follows.',
    script(
      'statsig',
      'https://cdn.statsigcdn.com/js/statsig-js-client.min.js?apiKey=YOUR_KEY',
      'Features that are switched by it keep their defaults meanwhile.',
    ),
    { depends: variants },
  ),
  snowplow: guide(
    'It records what visitors do, for reports of the site’s own.',
    snippet(
      'snowplow',
      "(function (p, l, …) { … p.GlobalSnowplowNamespace … })(window, document, 'script', '…', 'snowplow');",
      'Its file is often the site’s own.',
    ),
    {
      consentCall: call("snowplow('disableAnonymousTracking')", "snowplow('enableAnonymousTracking')", {
        source: seenAt(
          'https://docs.snowplow.io/docs/collecting-data/collecting-from-own-applications/javascript-trackers/' +
            'javascript-tracker/javascript-tracker-v2/tracker-setup/other-parameters-2/',
        ),
      }),
    },
  ),
};
