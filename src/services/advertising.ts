/** Who advertises, follows visitors from site to site, or sells to them by mail. See table.ts for what the facts are and how to check them. */
import type { ServiceConfig } from '../types.ts';

const google = { provider: 'Google', policyUrl: 'https://policies.google.com/privacy', country: 'US' };
const adobe = { provider: 'Adobe', policyUrl: 'https://www.adobe.com/privacy.html', country: 'US' };
const salesforce = { provider: 'Salesforce', policyUrl: 'https://www.salesforce.com/company/privacy/', country: 'US' };
const hubspot = { provider: 'HubSpot', policyUrl: 'https://legal.hubspot.com/privacy-policy', country: 'US' };
const purposes = ['marketing'];

export const advertising = {
  'google-ads': { title: 'Google Ads', purposes, ...google, cookies: ['_gcl_*', '_gac_*'], match: ['googleadservices.com', 'googleads.g.doubleclick.net', 'googletagmanager.com/gtag/js?id=AW-'] },
  'google-ad-manager': { title: 'Google Ad Manager and AdSense', purposes, ...google, cookies: ['__gads', '__gpi', '__eoi'], match: ['googlesyndication.com', 'googletagservices.com', 'doubleclick.net'] },
  'google-campaign-manager': { title: 'Google Campaign Manager 360', purposes, ...google, cookies: ['_gcl_dc'], match: ['fls.doubleclick.net', 'googletagmanager.com/gtag/js?id=DC-'] },
  'meta-pixel': { title: 'Meta Pixel', purposes, provider: 'Meta', policyUrl: 'https://www.facebook.com/privacy/policy/', country: 'US', cookies: ['_fbp', '_fbc'], match: ['connect.facebook.net/*/fbevents.js', 'connect.facebook.net/signals/', 'facebook.com/tr'] },
  'linkedin-insight': { title: 'LinkedIn Insight Tag', purposes, provider: 'LinkedIn', policyUrl: 'https://www.linkedin.com/legal/privacy-policy', country: 'US', cookies: ['li_fat_id'], storageKeys: { local: ['li_adsId'] }, match: ['snap.licdn.com', 'ads.linkedin.com'] },
  'tiktok-pixel': { title: 'TikTok Pixel', purposes, provider: 'TikTok', cookies: ['_ttp', '_tt_enable_cookie', 'ttcsid', 'ttcsid_*'], storageKeys: { session: ['tt_appInfo', 'tt_sessionId', 'tt_pixel_session_index'] }, match: ['analytics.tiktok.com'] },
  'x-ads': { title: 'X Ads', purposes, provider: 'X', policyUrl: 'https://x.com/en/privacy', country: 'US', cookies: ['_twclid', '_twpid', '_twsid'], match: ['ads-twitter.com', 'analytics.twitter.com', 't.co/i/adsct', 't.co/1/i/adsct'] },
  'pinterest-tag': { title: 'Pinterest Tag', purposes, provider: 'Pinterest', policyUrl: 'https://policy.pinterest.com/en/privacy-policy', country: 'US', cookies: ['_pin_unauth', '_derived_epik', '_epik'], match: ['s.pinimg.com/ct/', 'ct.pinterest.com'] },
  'snap-pixel': { title: 'Snap Pixel', purposes, provider: 'Snap', policyUrl: 'https://values.snap.com/privacy/privacy-policy', country: 'US', cookies: ['_scid', '_scid_r', '_sctr'], match: ['sc-static.net', 'tr.snapchat.com'] },
  'reddit-pixel': { title: 'Reddit Pixel', purposes, provider: 'Reddit', policyUrl: 'https://www.reddit.com/policies/privacy-policy', country: 'US', cookies: ['_rdt_*'], match: ['redditstatic.com/ads/', 'alb.reddit.com', 'pixel-config.reddit.com'] },
  'quora-pixel': { title: 'Quora Pixel', purposes, provider: 'Quora', policyUrl: 'https://www.quora.com/about/privacy', country: 'US', match: ['a.quora.com', 'q.quora.com'] },
  'microsoft-ads': { title: 'Microsoft Advertising (UET)', purposes, provider: 'Microsoft', policyUrl: 'https://privacy.microsoft.com/privacystatement', country: 'US', cookies: ['_uetsid', '_uetvid', '_uetmsclkid'], storageKeys: { local: ['_uetsid*', '_uetvid*'] }, match: ['bat.bing.com', 'bat.bing.net'] },
  'amazon-ads': { title: 'Amazon Ads', purposes, provider: 'Amazon', country: 'US', match: ['amazon-adsystem.com'] },
  criteo: { title: 'Criteo', purposes, provider: 'Criteo', policyUrl: 'https://www.criteo.com/privacy/', country: 'FR', cookies: ['cto_bundle', 'cto_bidid', 'cto_tld_test'], match: ['criteo.com', 'criteo.net'] },
  taboola: { title: 'Taboola', purposes, provider: 'Taboola', policyUrl: 'https://www.taboola.com/policies/privacy-policy', country: 'US', cookies: ['t_gid', 't_pt_gid', 'trc_cookie_storage'], storageKeys: { local: ['taboola global:*'] }, match: ['taboola.com'] },
  outbrain: { title: 'Outbrain', purposes, provider: 'Outbrain', policyUrl: 'https://www.outbrain.com/privacy/', country: 'US', cookies: ['outbrain_cid_fetch'], storageKeys: { local: ['OB-USER-TOKEN'] }, match: ['outbrain.com', 'outbrainimg.com'] },
  adroll: { title: 'AdRoll', purposes, provider: 'NextRoll', policyUrl: 'https://www.nextroll.com/privacy', country: 'US', cookies: ['__adroll', '__adroll_fpc', '__ar_v4'], match: ['adroll.com'] },
  'the-trade-desk': { title: 'The Trade Desk', purposes, provider: 'The Trade Desk', country: 'US', match: ['adsrvr.org'] },
  'rtb-house': { title: 'RTB House', purposes, provider: 'RTB House', policyUrl: 'https://www.rtbhouse.com/privacy-center/', country: 'PL', cookies: ['__rtbh.*'], storageKeys: { local: ['__rtbh.*'] }, match: ['creativecdn.com'] },
  adform: { title: 'Adform', purposes, provider: 'Adform', country: 'DK', match: ['adform.net'] },
  teads: { title: 'Teads', purposes, provider: 'Teads', policyUrl: 'https://www.teads.com/privacy-policy/', match: ['teads.tv'] },
  quantcast: { title: 'Quantcast', purposes, provider: 'Quantcast', policyUrl: 'https://www.quantcast.com/privacy/', country: 'US', cookies: ['__qca'], match: ['quantserve.com', 'quantcount.com'] },
  'adobe-audience-manager': { title: 'Adobe Audience Manager', purposes, ...adobe, match: ['demdex.net', 'everesttech.net'] },
  awin: { title: 'Awin', purposes, provider: 'Awin', country: 'DE', cookies: ['_aw_m_*', '_aw_sn_*', '_aw_j_*'], match: ['dwin1.com', 'awin1.com', 'zenaps.com'] },
  impact: { title: 'impact.com', purposes, provider: 'impact.com', policyUrl: 'https://impact.com/privacy-policy/', country: 'US', cookies: ['IR_*'], match: ['impactradius-event.com', 'impactcdn.com'] },
  leadfeeder: { title: 'Leadfeeder', purposes, provider: 'Dealfront', policyUrl: 'https://www.leadfeeder.com/privacy/', cookies: ['_lfa', '_lfa_*'], match: ['lfeeder.com', 'lftracker.leadfeeder.com'] },
  '6sense': { title: '6sense', purposes, provider: '6sense Insights', policyUrl: 'https://6sense.com/privacy-policy/', country: 'US', cookies: ['_gd_visitor', '_gd_session', '_gd_svisitor'], match: ['6sc.co'] },
  zoominfo: { title: 'ZoomInfo WebSights', purposes, provider: 'ZoomInfo', country: 'US', cookies: ['_zitok'], match: ['ws.zoominfo.com'] },
  clearbit: { title: 'Clearbit', purposes, ...hubspot, cookies: ['cb_user_id', 'cb_group_id', 'cb_anonymous_id'], match: ['clearbitscripts.com', 'clearbitjs.com'] },
  hubspot: { title: 'HubSpot', purposes, ...hubspot, retention: 'Cookies: up to 6 months', cookies: ['__hstc', 'hubspotutk', '__hssc', '__hssrc', 'messagesUtk'], match: ['hs-scripts.com', 'hs-analytics.net', 'hsadspixel.net', 'hscollectedforms.net', 'usemessages.com', 'track.hubspot.com'] },
  pardot: { title: 'Salesforce Account Engagement (Pardot)', purposes, ...salesforce, cookies: ['visitor_id*', 'pi_opt_in*', 'lpv*'], match: ['pardot.com'] },
  marketo: { title: 'Marketo', purposes, ...adobe, cookies: ['_mkto_trk'], match: ['marketo.net', 'marketo.com', 'mktoresp.com'] },
  eloqua: { title: 'Oracle Eloqua', purposes, provider: 'Oracle', policyUrl: 'https://www.oracle.com/legal/privacy/', country: 'US', cookies: ['ELOQUA', 'ELQSTATUS'], match: ['en25.com', 'eloqua.com'] },
  klaviyo: { title: 'Klaviyo', purposes, provider: 'Klaviyo', country: 'US', cookies: ['__kla_id'], storageKeys: { local: ['klaviyo*', '__kla_*'], session: ['klaviyo*'] }, match: ['klaviyo.com'] },
  mailchimp: { title: 'Mailchimp', purposes, provider: 'Intuit', policyUrl: 'https://www.intuit.com/privacy/statement/', country: 'US', cookies: ['mailchimp_*', 'MCPopupClosed', 'MCPopupSubscribed', '_mcid'], match: ['chimpstatic.com', 'list-manage.com', 'mailchimp.com'] },
  activecampaign: { title: 'ActiveCampaign', purposes, provider: 'ActiveCampaign', policyUrl: 'https://www.activecampaign.com/legal/privacy-policy', country: 'US', cookies: ['prism_*', 'ac_enable_tracking'], match: ['trackcmp.net', 'app-us1.com'] },
  brevo: { title: 'Brevo', purposes, provider: 'Brevo (Sendinblue)', policyUrl: 'https://www.brevo.com/legal/privacypolicy/', country: 'FR', cookies: ['sib_cuid'], match: ['sibautomation.com', 'cdn.brevo.com', 'sibforms.com'] },
  braze: { title: 'Braze', purposes, provider: 'Braze', policyUrl: 'https://www.braze.com/company/legal/privacy', country: 'US', cookies: ['ab.storage.*'], storageKeys: { local: ['ab.storage.*'], session: ['ab.storage.*'] }, match: ['appboycdn.com', 'braze.com', 'braze.eu'] },
  'customer-io': { title: 'Customer.io', purposes, provider: 'Customer.io', country: 'US', cookies: ['_cio', '_cioid', '_ciosid', '_cioanonid'], match: ['customer.io'] },
  onesignal: { title: 'OneSignal', purposes, provider: 'OneSignal', policyUrl: 'https://onesignal.com/privacy_policy', country: 'US', storageKeys: { local: ['onesignal-*'], indexedDB: ['ONE_SIGNAL_SDK_DB'] }, match: ['onesignal.com'] },
  addtoany: { title: 'AddToAny', purposes, provider: 'AddToAny', policyUrl: 'https://www.addtoany.com/privacy', country: 'US', match: ['static.addtoany.com'] },
  sharethis: { title: 'ShareThis', purposes, provider: 'ShareThis', policyUrl: 'https://sharethis.com/privacy/', country: 'US', match: ['sharethis.com'] },
} satisfies Record<string, ServiceConfig>;
