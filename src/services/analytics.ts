/** Who counts and records visits. See table.ts for what the facts are and how to check them. */
import type { ServiceConfig } from '../types.ts';

const google = { provider: 'Google', policyUrl: 'https://policies.google.com/privacy', country: 'US' };
const microsoft = { provider: 'Microsoft', policyUrl: 'https://privacy.microsoft.com/privacystatement', country: 'US' };
const adobe = { provider: 'Adobe', policyUrl: 'https://www.adobe.com/privacy.html', country: 'US' };
const purposes = ['analytics'];

export const analytics = {
  'google-analytics': { title: 'Google Analytics 4', purposes, ...google, retention: '2 or 14 months, as the site sets it', cookies: ['_ga', '_ga_*', '_gid', '_gat*'], match: ['google-analytics.com', 'analytics.google.com', 'googletagmanager.com/gtag/js?id=G-'] },
  // A container sets nothing by itself. What it loads has its own rule, and Google's tags read the consent mode.
  'google-tag-manager': { title: 'Google Tag Manager', purposes, ...google, match: ['googletagmanager.com/gtm.js', 'googletagmanager.com/ns.html'] },
  'microsoft-clarity': { title: 'Microsoft Clarity', purposes, ...microsoft, cookies: ['_clck', '_clsk'], match: ['clarity.ms'] },
  'adobe-analytics': { title: 'Adobe Analytics', purposes, ...adobe, cookies: ['s_cc', 's_sq', 's_vi', 's_fid', 'AMCV_*', 'AMCVS_*'], match: ['omtrdc.net', '2o7.net'] },
  'adobe-launch': { title: 'Adobe Experience Platform Tags', purposes, ...adobe, match: ['assets.adobedtm.com'] },
  tealium: { title: 'Tealium iQ', purposes, provider: 'Tealium', policyUrl: 'https://tealium.com/privacy/', country: 'US', cookies: ['utag_main*'], match: ['tags.tiqcdn.com', 'tealiumiq.com'] },
  hotjar: { title: 'Hotjar', purposes, provider: 'Hotjar (Contentsquare)', policyUrl: 'https://www.hotjar.com/legal/policies/privacy/', cookies: ['_hj*'], storageKeys: { local: ['_hj*'], session: ['_hj*'] }, match: ['hotjar.com', 'hotjar.io'] },
  contentsquare: { title: 'Contentsquare', purposes, provider: 'Contentsquare', country: 'FR', cookies: ['_cs_*'], match: ['contentsquare.net'] },
  mixpanel: { title: 'Mixpanel', purposes, provider: 'Mixpanel', policyUrl: 'https://mixpanel.com/legal/privacy-policy/', country: 'US', cookies: ['mp_*_mixpanel'], storageKeys: { local: ['mp_*_mixpanel', '__mpq_*'] }, match: ['mxpnl.com', 'api-js.mixpanel.com', 'api.mixpanel.com', 'api-eu.mixpanel.com'] },
  posthog: { title: 'PostHog', purposes, provider: 'PostHog', policyUrl: 'https://posthog.com/privacy', cookies: ['ph_*_posthog'], storageKeys: { local: ['ph_*_posthog'], session: ['ph_*_window_id', 'ph_*_primary_window_exists'] }, match: ['i.posthog.com', 'app.posthog.com', 'eu.posthog.com'] },
  amplitude: { title: 'Amplitude', purposes, provider: 'Amplitude', policyUrl: 'https://amplitude.com/privacy', country: 'US', cookies: ['AMP_*', 'amplitude_id_*'], storageKeys: { local: ['AMP_*', 'amplitude_unsent*'] }, match: ['amplitude.com'] },
  segment: { title: 'Segment', purposes, provider: 'Twilio', policyUrl: 'https://www.twilio.com/en-us/legal/privacy', country: 'US', cookies: ['ajs_user_id', 'ajs_anonymous_id', 'ajs_group_id'], storageKeys: { local: ['ajs_*'] }, match: ['cdn.segment.com', 'segment.io'] },
  rudderstack: { title: 'RudderStack', purposes, provider: 'RudderStack', policyUrl: 'https://www.rudderstack.com/privacy-policy/', country: 'US', cookies: ['rl_anonymous_id', 'rl_user_id', 'rl_trait', 'rl_group_id', 'rl_group_trait', 'rl_page_init_referrer', 'rl_page_init_referring_domain', 'rl_session'], storageKeys: { local: ['rl_*', 'rudder_*'] }, match: ['rudderlabs.com', 'rudderstack.com'] },
  heap: { title: 'Heap', purposes, provider: 'Heap (Contentsquare)', policyUrl: 'https://www.heap.io/privacy', country: 'US', cookies: ['_hp2_*'], match: ['heapanalytics.com'] },
  fullstory: { title: 'Fullstory', purposes, provider: 'Fullstory', policyUrl: 'https://www.fullstory.com/legal/privacy-policy/', country: 'US', cookies: ['fs_uid', 'fs_lua'], match: ['fullstory.com'] },
  logrocket: { title: 'LogRocket', purposes, provider: 'LogRocket', policyUrl: 'https://logrocket.com/privacy', country: 'US', cookies: ['_lr_*'], storageKeys: { local: ['_lr_*'] }, match: ['logrocket.io', 'logrocket.com', 'lr-ingest.io'] },
  'matomo-cloud': { title: 'Matomo Cloud', purposes, provider: 'InnoCraft', policyUrl: 'https://matomo.org/privacy-policy/', cookies: ['_pk_*'], match: ['matomo.cloud'] },
  'piwik-pro': { title: 'Piwik PRO', purposes, provider: 'Piwik PRO', policyUrl: 'https://piwik.pro/privacy-policy/', cookies: ['_pk_*', 'stg_last_interaction', 'stg_returning_visitor', 'stg_traffic_source_priority', 'stg_externalReferrer', 'stg_utm_campaign'], match: ['piwik.pro'] },
  plausible: { title: 'Plausible', purposes, provider: 'Plausible Insights', policyUrl: 'https://plausible.io/privacy', country: 'European Union', match: ['plausible.io'] },
  fathom: { title: 'Fathom', purposes, provider: 'Conva Ventures', policyUrl: 'https://usefathom.com/privacy', match: ['usefathom.com'] },
  'simple-analytics': { title: 'Simple Analytics', purposes, provider: 'Simple Analytics', country: 'NL', match: ['simpleanalyticscdn.com'] },
  umami: { title: 'Umami Cloud', purposes, provider: 'Umami Software', policyUrl: 'https://umami.is/privacy', match: ['cloud.umami.is'] },
  'cloudflare-insights': { title: 'Cloudflare Web Analytics', purposes, provider: 'Cloudflare', policyUrl: 'https://www.cloudflare.com/privacypolicy/', country: 'US', match: ['cloudflareinsights.com'] },
  'jetpack-stats': { title: 'Jetpack Stats', purposes, provider: 'Automattic', policyUrl: 'https://automattic.com/privacy/', country: 'US', cookies: ['tk_ai', 'tk_lr', 'tk_or', 'tk_r3d', 'tk_tc', 'tk_qs'], match: ['stats.wp.com', 'pixel.wp.com'] },
  'yandex-metrica': { title: 'Yandex Metrica', purposes, provider: 'Yandex', policyUrl: 'https://yandex.com/legal/confidential/', country: 'RU', cookies: ['_ym_*'], storageKeys: { local: ['_ym*'] }, match: ['mc.yandex.ru', 'mc.yandex.com'] },
  'baidu-tongji': { title: 'Baidu Tongji', purposes, provider: 'Baidu', country: 'CN', cookies: ['Hm_lvt_*', 'Hm_lpvt_*'], match: ['hm.baidu.com'] },
  statcounter: { title: 'StatCounter', purposes, provider: 'StatCounter', country: 'IE', cookies: ['sc_is_visitor_unique'], match: ['statcounter.com'] },
  etracker: { title: 'etracker', purposes, provider: 'etracker', country: 'DE', cookies: ['_et_coid', 'et_oi_v2'], match: ['etracker.com', 'etracker.de'] },
  chartbeat: { title: 'Chartbeat', purposes, provider: 'Chartbeat', policyUrl: 'https://chartbeat.com/privacy/', country: 'US', cookies: ['_cb', '_chartbeat2', '_cb_svref'], match: ['chartbeat.com', 'chartbeat.net'] },
  parsely: { title: 'Parse.ly', purposes, provider: 'Automattic', policyUrl: 'https://www.parse.ly/privacy-policy/', country: 'US', cookies: ['_parsely_*'], match: ['parsely.com'] },
  scorecard: { title: 'Comscore', purposes, provider: 'Comscore', country: 'US', match: ['scorecardresearch.com'] },
  'crazy-egg': { title: 'Crazy Egg', purposes, provider: 'Crazy Egg', policyUrl: 'https://www.crazyegg.com/privacy', country: 'US', cookies: ['_ce.*', 'cebs', 'cebsp_', '_CEFT'], match: ['crazyegg.com'] },
  mouseflow: { title: 'Mouseflow', purposes, provider: 'Mouseflow', policyUrl: 'https://mouseflow.com/privacy/', country: 'DK', cookies: ['mf_user'], match: ['mouseflow.com'] },
  'lucky-orange': { title: 'Lucky Orange', purposes, provider: 'Lucky Orange', country: 'US', cookies: ['_lo_*', '_lorid'], match: ['luckyorange.com', 'luckyorange.net'] },
  pendo: { title: 'Pendo', purposes, provider: 'Pendo.io', policyUrl: 'https://www.pendo.io/legal/privacy-policy/', country: 'US', cookies: ['_pendo_*'], storageKeys: { local: ['_pendo_*'] }, match: ['pendo.io'] },
  optimizely: { title: 'Optimizely', purposes, provider: 'Optimizely', country: 'US', cookies: ['optimizelyEndUserId', 'optimizelySession', 'optimizelyDomainTestCookie'], storageKeys: { local: ['optimizely_*'] }, match: ['optimizely.com'] },
  vwo: { title: 'VWO', purposes, provider: 'Wingify', policyUrl: 'https://vwo.com/privacy-policy/', country: 'IN', cookies: ['_vwo_*', '_vis_opt_*'], match: ['visualwebsiteoptimizer.com'] },
  'ab-tasty': { title: 'AB Tasty', purposes, provider: 'AB Tasty', country: 'FR', cookies: ['ABTasty', 'ABTastySession'], match: ['abtasty.com'] },
  kameleoon: { title: 'Kameleoon', purposes, provider: 'Kameleoon', country: 'FR', cookies: ['kameleoonVisitorCode'], storageKeys: { local: ['kameleoon*'] }, match: ['kameleoon.eu', 'kameleoon.com', 'kameleoon.io'] },
  convert: { title: 'Convert', purposes, provider: 'Convert Insights', policyUrl: 'https://www.convert.com/privacy-policy/', country: 'US', cookies: ['_conv_*'], match: ['convertexperiments.com'] },
  'new-relic': { title: 'New Relic Browser', purposes, provider: 'New Relic', country: 'US', storageKeys: { local: ['NRBA_*'], session: ['NRBA_*'] }, match: ['js-agent.newrelic.com', 'nr-data.net'] },
  'datadog-rum': { title: 'Datadog RUM', purposes, provider: 'Datadog', policyUrl: 'https://www.datadoghq.com/legal/privacy/', country: 'US', cookies: ['_dd_s'], match: ['datadoghq-browser-agent.com', 'browser-intake-datadoghq.com', 'browser-intake-datadoghq.eu'] },
  sentry: { title: 'Sentry', purposes, provider: 'Functional Software', policyUrl: 'https://sentry.io/privacy/', country: 'US', storageKeys: { session: ['sentryReplaySession'] }, match: ['sentry-cdn.com', 'sentry.io'] },
} satisfies Record<string, ServiceConfig>;
