/** How services that advertise, follow visitors or sell by mail are tagged, and why it is marketing. */
import type { advertising as rows } from '../advertising.ts';
import { AD_TYPES, consentMode, gtagFor } from './analytics.ts';
import { ads, form, popups, sharing, video } from './depends.ts';
import { beside, call, frame, guide, inside, pixel, script, seenAt, settings, snippet, start } from './tags.ts';
import type { ServiceGuide } from './types.ts';

const EXCHANGE = 'It auctions ad space, and tells its bidders which visitor looks at it.';
const EXCHANGE_TAG = inside(
  'Another ad script asks it: tag that one, such as Google Ad Manager or Prebid, with this name too.',
);
const IDENTITY = 'It gives each visitor an identifier by which advertisers know them on other sites.';
const COMPANIES = 'It tells which company a visitor works for, so that it can be sold to.';
const LETTERS = 'It connects what a visitor does in the site with the address to which letters go.';
const POPUP = 'It asks visitors for their address in a window of its own, and remembers whom it has asked.';
export const advertising: Record<keyof typeof rows, ServiceGuide> = {
  'google-ads': guide(
    'It tells Google which ad led to a purchase, and whom to show ads to again.',
    start('google-ads', 'https://www.googletagmanager.com/gtag/js?id=AW-YOUR_ID', gtagFor('AW-YOUR_ID')),
    { consentCall: consentMode(...AD_TYPES) },
  ),
  'google-ad-manager': guide(
    'It fills ad space by what Google knows of the visitor.',
    start(
      'google-ad-manager',
      'https://securepubads.g.doubleclick.net/tag/js/gpt.js',
      ['window.googletag = window.googletag || { cmd: [] };', 'googletag.cmd.push(() => { … });'],
      'AdSense: tag its script from pagead2.googlesyndication.com the same.',
    ),
    {
      consentCall: call(
        'googletag.pubads().setPrivacySettings({ nonPersonalizedAds: false })',
        'googletag.pubads().setPrivacySettings({ nonPersonalizedAds: true })',
        {
          note: 'Ads that are not personal still use cookies, so the tag has to wait all the same.',
          source: seenAt('https://support.google.com/admanager/answer/7678538?hl=en'),
        },
      ),
      depends: ads,
    },
  ),
  'google-campaign-manager': guide(
    'It tells advertisers which of their ads led to a visit or a purchase.',
    start('google-campaign-manager', 'https://www.googletagmanager.com/gtag/js?id=DC-YOUR_ID', gtagFor('DC-YOUR_ID')),
    { consentCall: consentMode(...AD_TYPES) },
  ),
  'meta-pixel': guide(
    'It tells Meta what a visitor looked at and bought, so that ads can follow in Facebook and Instagram.',
    snippet(
      'meta-pixel',
      [
        "!(function (f, b, e, v, n, t, s) { … })(window, document, 'script', '…');",
        "fbq('init', 'YOUR_ID');",
        "fbq('track', 'PageView');",
      ],
      'Its noscript picture waits with data-consent-src, or goes.',
    ),
    {
      consentCall: call("fbq('consent', 'grant')", "fbq('consent', 'revoke')", {
        note: 'Before init, and on every page.',
        source: seenAt('https://developers.facebook.com/docs/facebook-pixel/implementation/gdpr'),
      }),
    },
  ),
  'linkedin-insight': guide(
    'It tells LinkedIn who visits, so that ads can follow there.',
    snippet(
      'linkedin-insight',
      "_linkedin_partner_id = 'YOUR_ID'; …",
      'It is two scripts and a noscript picture: all three wait.',
    ),
  ),
  'tiktok-pixel': guide(
    'It tells TikTok what a visitor looked at and bought, so that ads can follow there.',
    snippet('tiktok-pixel', "!(function (w, d, t) { … ttq.load('YOUR_ID'); ttq.page(); })(window, document, 'ttq');"),
    {
      consentCall: call('ttq.grantConsent()', 'ttq.revokeConsent()', {
        note: 'ttq.holdConsent() before load lets it wait.',
      }),
    },
  ),
  'x-ads': guide(
    'It tells X what a visitor looked at and bought, so that ads can follow there.',
    snippet('x-ads', [
      "!(function (e, t, n, s, u, a) { … })(window, document, 'script');",
      "twq('config', 'YOUR_ID');",
    ]),
  ),
  'pinterest-tag': guide(
    'It tells Pinterest what a visitor looked at and bought, so that ads can follow there.',
    snippet(
      'pinterest-tag',
      ["!(function (e) { … })('https://s.pinimg.com/ct/core.js');", "pintrk('load', 'YOUR_ID');", "pintrk('page');"],
      'Its noscript picture waits with data-consent-src, or goes.',
    ),
    { consentCall: call("pintrk('setconsent', true)", "pintrk('setconsent', false)") },
  ),
  'snap-pixel': guide(
    'It tells Snapchat what a visitor looked at and bought, so that ads can follow there.',
    snippet('snap-pixel', [
      "(function (e, t, n) { … })(window, document, '…');",
      "snaptr('init', 'YOUR_ID');",
      "snaptr('track', 'PAGE_VIEW');",
    ]),
  ),
  'reddit-pixel': guide(
    'It tells Reddit what a visitor looked at and bought, so that ads can follow there.',
    snippet('reddit-pixel', [
      '!(function (w, d) { … })(window, document);',
      "rdt('init', 'YOUR_ID');",
      "rdt('track', 'PageVisit');",
    ]),
  ),
  'quora-pixel': guide(
    'It tells Quora what a visitor looked at, so that ads can follow there.',
    snippet('quora-pixel', [
      "!(function (q, e, v, n, t, s) { … })(window, 'script');",
      "qp('init', 'YOUR_ID');",
      "qp('track', 'ViewContent');",
    ]),
  ),
  'microsoft-ads': guide(
    'It tells Microsoft which ad led to a purchase, and whom to show ads to again.',
    snippet(
      'microsoft-ads',
      "(function (w, d, t, r, u) { … })(window, document, 'script', '//bat.bing.com/bat.js', 'uetq');",
    ),
    {
      consentCall: call(
        "uetq.push('consent', 'update', { ad_storage: 'granted' })",
        "uetq.push('consent', 'update', { ad_storage: 'denied' })",
        { note: "uetq.push('consent', 'default', { ad_storage: 'denied' }) has to come first." },
      ),
    },
  ),
  'amazon-ads': guide(
    'It fills ad space, or tells Amazon which ad led to a purchase.',
    script('amazon-ads', 'https://c.amazon-adsystem.com/aax2/apstag.js'),
    { depends: ads },
  ),
  criteo: guide(
    'It shows visitors on other sites what they looked at here.',
    start('criteo', 'https://dynamic.criteo.com/js/ld/ld.js?a=YOUR_ID', [
      'window.criteo_q = window.criteo_q || [];',
      "criteo_q.push({ event: 'setAccount', account: YOUR_ID }, { event: 'viewHome' });",
    ]),
  ),
  taboola: guide(
    'It recommends articles of advertisers, and tells them who came.',
    snippet('taboola', ['window._taboola = window._taboola || [];', "_taboola.push({ article: 'auto' }); …"]),
    { depends: ads },
  ),
  outbrain: guide(
    'It recommends articles of advertisers, and tells them who came.',
    beside(
      'outbrain',
      '<div class="OUTBRAIN" data-widget-id="YOUR_ID"></div>',
      'https://widgets.outbrain.com/outbrain.js',
    ),
    { depends: ads },
  ),
  adroll: guide(
    'It shows visitors on other sites what they looked at here.',
    snippet('adroll', ["adroll_adv_id = 'YOUR_ID';", "adroll_pix_id = 'YOUR_ID'; …"]),
  ),
  'the-trade-desk': guide(
    'It buys ad space for visitors that it has seen here.',
    start(
      'the-trade-desk',
      'https://js.adsrvr.org/up_loader.1.1.0.js',
      "ttd_dom_ready(() => { new TTDUniversalPixelApi().init('YOUR_ID', ['YOUR_TAG'], '…'); });",
    ),
  ),
  'rtb-house': guide(
    'It shows visitors on other sites what they looked at here.',
    frame(
      'rtb-house',
      'https://creativecdn.com/tags?id=YOUR_ID',
      'RTB House',
      'It is out of sight: add data-consent-placeholder="none".',
    ),
  ),
  adform: guide(
    'It tells advertisers which of their ads led to a visit or a purchase.',
    snippet('adform', 'window._adftrack = { pm: YOUR_ID }; … s2.adform.net/banners/scripts/st/trackpoint-async.js …'),
  ),
  teads: guide(
    'It puts video ads into articles, and tells advertisers who has seen them.',
    script('teads', 'https://a.teads.tv/page/YOUR_ID/tag'),
    { depends: ads },
  ),
  quantcast: guide(
    'It measures an audience for advertisers, and gives each visitor an identifier for it.',
    snippet('quantcast', ['window._qevents = window._qevents || []; …', "_qevents.push({ qacct: 'YOUR_ID' });"]),
  ),
  'adobe-audience-manager': guide(
    'It sorts visitors into groups for advertisers.',
    inside(
      'Adobe Experience Platform Tags, or the site’s file of Adobe Analytics, loads it: tag that with this name too.',
    ),
  ),
  awin: guide(
    'It tells which partner sent a buyer, so that the partner is paid.',
    script('awin', 'https://www.dwin1.com/YOUR_ID.js'),
  ),
  impact: guide(
    'It tells which partner sent a buyer, so that the partner is paid.',
    snippet(
      'impact',
      "(function (a, b, …) { … })('https://utt.impactcdn.com/YOUR_ID.js', 'script', 'ire', document, window);",
    ),
  ),
  leadfeeder: guide(
    COMPANIES,
    snippet('leadfeeder', "(function (ss, ex) { … })('YOUR_ID');", 'It loads from sc.lfeeder.com.'),
  ),
  '6sense': guide(
    COMPANIES,
    snippet('6sense', ['window._6si = window._6si || [];', "_6si.push(['setToken', 'YOUR_TOKEN']); …"]),
  ),
  zoominfo: guide(COMPANIES, snippet('zoominfo', 'window.zi = …; … ws.zoominfo.com/pixel/YOUR_ID …')),
  clearbit: guide(
    COMPANIES,
    script(
      'clearbit',
      'https://tag.clearbitscripts.com/v1/YOUR_KEY/tags.js',
      undefined,
      'referrerpolicy="strict-origin-when-cross-origin"',
    ),
  ),
  hubspot: guide(
    'It connects what a visitor does in the site with the contact that the sales team knows.',
    script(
      'hubspot',
      'https://js.hs-scripts.com/YOUR_ID.js',
      'It brings HubSpot’s own banner too: switch that off in its settings.',
      'id="hs-script-loader"',
    ),
    {
      consentCall: call(undefined, "_hsq.push(['doNotTrack'])", {
        note: 'It stays until its cookie __hs_do_not_track is deleted.',
        source: seenAt(
          'https://developers.hubspot.com/docs/api-reference/latest/account/settings/tracking-code/do-not-track',
        ),
      }),
    },
  ),
  pardot: guide(
    'It connects what a visitor does in the site with the contact that the sales team knows.',
    snippet('pardot', ["piAId = 'YOUR_ID';", "piCId = 'YOUR_ID'; …"]),
    {
      consentCall: call('setOptIn(true)', 'revokeConsent()', {
        note: 'Commands for the queue of its Tracking & Consent API, which has to be switched on.',
        source: seenAt(
          'https://developer.salesforce.com/docs/marketing/pardot/guide/tracking-and-consent-functions.html',
        ),
      }),
    },
  ),
  marketo: guide(
    'It connects what a visitor does in the site with the contact that the sales team knows.',
    snippet(
      'marketo',
      "(function () { … munchkin.marketo.net/munchkin.js … Munchkin.init('YOUR_ID'); … })();",
      'Its forms wait the same.',
    ),
    { depends: form },
  ),
  eloqua: guide(
    'It connects what a visitor does in the site with the contact that the sales team knows.',
    snippet('eloqua', [
      'var _elqQ = _elqQ || [];',
      "_elqQ.push(['elqSetSiteId', 'YOUR_ID']);",
      "_elqQ.push(['elqTrackPageView']); …",
    ]),
  ),
  klaviyo: guide(
    LETTERS,
    script('klaviyo', 'https://static.klaviyo.com/onsite/js/YOUR_ID/klaviyo.js', 'Its forms wait with it.'),
    { depends: form },
  ),
  mailchimp: guide(
    LETTERS,
    start(
      'mailchimp',
      'https://downloads.mailchimp.com/js/signup-forms/popup/unique-methods/embed.js',
      "window.dojoRequire(['mojo/signup-forms/Loader'], (L) => L.start({ uuid: 'YOUR_ID', … }));",
      'The one script of a connected site waits in the same way; a form that posts to list-manage.com needs no tag.',
    ),
    { depends: popups },
  ),
  activecampaign: guide(
    LETTERS,
    snippet('activecampaign', [
      "(function (e, t, o, n, p, r, i) { … })(window, document, 'script', '…', 'vgo');",
      "vgo('setAccount', 'YOUR_ID');",
      "vgo('process');",
    ]),
    {
      consentCall: call("vgo('process', 'allowTracking')", undefined, {
        note: "vgo('setTrackByDefault', false) has to come first.",
        source: seenAt(
          'https://plugins.svn.wordpress.org/activecampaign-subscription-forms/trunk/site_tracking.js',
          '2026-11-29',
        ),
      }),
    },
  ),
  brevo: guide(
    LETTERS,
    start(
      'brevo',
      'https://cdn.brevo.com/js/sdk-loader.js',
      ['window.Brevo = window.Brevo || [];', "Brevo.push(['init', { client_key: 'YOUR_KEY' }]);"],
      'Its forms from sibforms.com are frames: data-consent-src.',
    ),
    { depends: form },
  ),
  braze: guide(
    'It sends visitors messages by what they do in the site.',
    snippet('braze', [
      "+(function (a, p, P, b, y) { … })(window, document, 'script');",
      "braze.initialize('YOUR_KEY', { baseUrl: '…' });",
    ]),
    {
      consentCall: call('braze.enableSDK()', 'braze.disableSDK()', {
        note: 'After enableSDK() it has to be started with initialize().',
        source: seenAt('https://braze.com/docs/developer_guide/analytics/managing_data_collection'),
      }),
    },
  ),
  'customer-io': guide(
    'It sends visitors messages by what they do in the site.',
    snippet('customer-io', 'var _cio = _cio || []; … assets.customer.io/assets/track.js …'),
  ),
  onesignal: guide(
    'It sends messages to browsers, and knows each by an identifier.',
    start('onesignal', 'https://cdn.onesignal.com/sdks/web/v16/OneSignalSDK.page.js', [
      'window.OneSignalDeferred = window.OneSignalDeferred || [];',
      "OneSignalDeferred.push((OneSignal) => OneSignal.init({ appId: 'YOUR_ID' }));",
    ]),
    {
      consentCall: call('OneSignal.setConsentGiven(true)', 'OneSignal.setConsentGiven(false)', {
        note: 'OneSignal.setConsentRequired(true) has to come first.',
        source: seenAt('https://unpkg.com/react-onesignal@3.5.6/README.md', '2026-11-29'),
      }),
    },
  ),
  addtoany: guide(
    'Its share buttons load from a host that sees which pages a visitor reads.',
    beside(
      'addtoany',
      '<div class="a2a_kit"><a class="a2a_button_email"></a></div>',
      'https://static.addtoany.com/menu/page.js',
    ),
    { depends: sharing },
  ),
  sharethis: guide(
    'Its share buttons tell advertisers which pages a visitor reads.',
    beside(
      'sharethis',
      '<div class="sharethis-inline-share-buttons"></div>',
      'https://platform-api.sharethis.com/js/sharethis.js#property=YOUR_ID',
    ),
    { depends: sharing },
  ),
  optinmonster: guide(
    POPUP,
    script(
      'optinmonster',
      'https://a.omappapi.com/app/js/api.min.js',
      undefined,
      'data-account="YOUR_ID" data-user="YOUR_ID"',
    ),
    { depends: popups },
  ),
  qualified: guide(
    'It tells the sales team who visits, and opens a chat with them.',
    settings(
      'qualified',
      "(function (w, q) { w['QualifiedObject'] = q; w[q] = w[q] || function () { … }; })(window, 'qualified');",
      'https://js.qualified.com/qualified.js?token=YOUR_TOKEN',
    ),
  ),
  vidyard: guide(
    'Its videos tell the sales team who has watched how much.',
    beside(
      'vidyard',
      '<div class="vidyard-player-embed" data-uuid="YOUR_ID" data-v="4" data-type="inline"></div>',
      'https://play.vidyard.com/embed/v4.js',
      'Its still picture loads from Vidyard too: leave the img out, or use one of your own.',
    ),
    { depends: video },
  ),
  leadconnector: guide(
    'Its chat and forms connect a visitor with the contact that the sales team knows.',
    script(
      'leadconnector',
      'https://widgets.leadconnectorhq.com/loader.js',
      'Its forms and calendars are frames: data-consent-src.',
      'data-widget-id="YOUR_ID"',
    ),
    { depends: form },
  ),
  substack: guide(
    'Its form for a newsletter loads from a host that knows its readers.',
    frame('substack', 'https://YOUR_NAME.substack.com/embed', 'Newsletter'),
    { depends: form },
  ),
  zoho: guide(
    'It measures pages, collects addresses and sends letters: the last of these is marketing.',
    script(
      'zoho',
      'https://cdn.pagesense.io/js/YOUR_ID/YOUR_ID.js',
      'Forms are frames from forms.zohopublic.com: data-consent-src.',
    ),
    { depends: form },
  ),
  'spotify-pixel': guide(
    'It tells Spotify which ad led to a visit.',
    snippet('spotify-pixel', '(function (w, d) { … pixel.byspotify.com/ping.min.js … })(window, document);'),
  ),
  'nextdoor-pixel': guide(
    'It tells Nextdoor which ad led to a visit.',
    snippet('nextdoor-pixel', [
      "(function (win, doc, sdk_url) { … })(window, document, 'https://ads.nextdoor.com/public/pixel/ndp.js');",
      "ndp('init', 'YOUR_ID');",
    ]),
  ),
  'yahoo-ads': guide(
    'It tells Yahoo which ad led to a visit or a purchase.',
    snippet(
      'yahoo-ads',
      "(function (w, d, t, r, u) { … })(window, document, 'script', 'https://s.yimg.com/wi/ytc.js', 'dotq');",
    ),
  ),
  'vk-pixel': guide(
    'It tells VK what a visitor looked at, so that ads can follow there.',
    snippet('vk-pixel', [
      'var _tmr = window._tmr || (window._tmr = []);',
      "_tmr.push({ id: 'YOUR_ID', type: 'pageView' }); …",
    ]),
  ),
  xandr: guide(
    EXCHANGE,
    pixel(
      'xandr',
      'https://ib.adnxs.com/pixie?pi=YOUR_ID&e=PageView&script=0&consent=1',
      'As the exchange of other ad scripts it waits with them.',
    ),
    {
      consentCall: call('consent=1', 'consent=0', {
        note: 'In the address of the pixel.',
        source: seenAt('https://learn.microsoft.com/en-us/xandr/curate/set-up-consent-mode-in-universal-pixel'),
      }),
      depends: ads,
    },
  ),
  pubmatic: guide(EXCHANGE, EXCHANGE_TAG, { depends: ads }),
  magnite: guide(EXCHANGE, EXCHANGE_TAG, { depends: ads }),
  openx: guide(EXCHANGE, EXCHANGE_TAG, { depends: ads }),
  'index-exchange': guide(EXCHANGE, EXCHANGE_TAG, { depends: ads }),
  liveramp: guide(IDENTITY, script('liveramp', 'https://ats-wrapper.privacymanager.io/ats-modules/YOUR_ID/ats.js')),
  lotame: guide(IDENTITY, script('lotame', 'https://tags.crwdcntrl.net/lt/c/YOUR_ID/lt.min.js')),
  mediamath: guide(
    'It buys ad space for visitors that it has seen here.',
    script('mediamath', 'https://pixel.mathtag.com/event/js?mt_id=YOUR_ID&mt_adid=YOUR_ID'),
  ),
  id5: guide(
    IDENTITY,
    script('id5', 'https://cdn.id5-sync.com/api/1.0/id5-api.js', 'Inside Prebid: tag that script with this name too.'),
  ),
  bombora: guide(
    'It tells advertisers which subjects the company of a visitor reads about.',
    script('bombora', 'https://ml314.com/tag.aspx'),
  ),
  demandbase: guide(COMPANIES, script('demandbase', 'https://tag.demandbase.com/YOUR_ID.min.js')),
  apollo: guide(
    COMPANIES,
    snippet('apollo', [
      'function initApollo() { … assets.apollo.io/micro/website-tracker/tracker.iife.js … }',
      'initApollo();',
    ]),
  ),
  albacross: guide(
    COMPANIES,
    settings('albacross', "window._nQc = 'YOUR_ID';", 'https://serve.albacross.com/track.js'),
  ),
  mailerlite: guide(
    LETTERS,
    snippet(
      'mailerlite',
      ["(function (w, d, e, u, f, l, n) { … })(window, document, 'script', '…', 'ml');", "ml('account', 'YOUR_ID');"],
      'Its forms wait with it.',
    ),
    { depends: form },
  ),
  kit: guide(
    LETTERS,
    script(
      'kit',
      'https://YOUR_NAME.kit.com/YOUR_ID/index.js',
      'A plain form that posts to Kit needs no tag: nothing leaves before it is sent.',
      'data-uid="YOUR_ID"',
    ),
    { depends: form },
  ),
  getresponse: guide(
    LETTERS,
    snippet(
      'getresponse',
      "(function (m, o, n, t, e, r, _) { … })(window, document, 'script', '…', 'GrTracking');",
      'Its forms wait with it.',
    ),
    { depends: form },
  ),
  'constant-contact': guide(
    LETTERS,
    settings(
      'constant-contact',
      "var _ctct_m = 'YOUR_ID';",
      'https://static.ctctcdn.com/js/signup-form-widget/current/signup-form-widget.min.js',
    ),
    { depends: form },
  ),
  drip: guide(
    LETTERS,
    snippet('drip', ['var _dcq = _dcq || [];', 'var _dcs = _dcs || {};', "_dcs.account = 'YOUR_ID'; …"]),
    { depends: popups },
  ),
  omnisend: guide(
    LETTERS,
    snippet('omnisend', [
      'window.omnisend = window.omnisend || [];',
      "omnisend.push(['brandID', 'YOUR_ID']);",
      "omnisend.push(['track', '$pageViewed']); …",
    ]),
    { depends: popups },
  ),
  attentive: guide(
    'It collects telephone numbers for messages, and connects them with what a visitor does.',
    script('attentive', 'https://cdn.attn.tv/YOUR_NAME/dtag.js'),
    { depends: popups },
  ),
  privy: guide(POPUP, script('privy', 'https://widget.privy.com/assets/widget.js'), { depends: popups }),
  sumo: guide(POPUP, script('sumo', 'https://load.sumo.com/', undefined, 'data-sumo-site-id="YOUR_ID"'), {
    depends: popups,
  }),
  'hello-bar': guide(POPUP, script('hello-bar', 'https://my.hellobar.com/YOUR_ID.js'), { depends: popups }),
  justuno: guide(
    POPUP,
    script('justuno', 'https://cdn.justuno.com/vck.js', 'Its snippet sets the account first: it waits too.'),
    { depends: popups },
  ),
  unbounce: guide(
    'Its landing pages and windows measure which of them brings more buyers.',
    script('unbounce', 'https://YOUR_ID.js.ubembed.com'),
    { depends: popups },
  ),
};
