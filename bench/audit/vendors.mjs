// What other sites answer. Where a vendor publishes its SDK on npm, that is what comes; of the others a few lines do
// what their documentation says the script does to a page: the globals it brings, the hosts it asks and
// the cookies it sets.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/setup.mjs';

/** One transparent pixel. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

const library = (path) => readFileSync(join(root, 'node_modules', path), 'utf8');

const beacon = (url) => `new Image().src = '${url}';\n`;
const send = (url) => `navigator.sendBeacon('${url}', 'a=1');\n`;
const get = (url) => `fetch('${url}', { mode: 'no-cors' });\n`;
const inject = (url) => `{
  const tag = document.createElement('script');
  tag.async = true;
  tag.src = '${url}';
  document.head.append(tag);
}\n`;
const cookie = (pair) => `document.cookie = '${pair}; path=/; max-age=86400';\n`;
const append = (html) => `document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(html)});\n`;
/** Takes what lies in a queue, and lets whoever pushes later be served at once. */
const drain = (queue, serve) => `{
  const serve = ${serve};
  const queue = (window['${queue}'] ??= []);
  for (const item of queue.splice(0)) serve(item);
  queue.push = (...items) => items.forEach(serve);
}\n`;

/** Looks through the data layer for the tags that are configured, as gtag.js does. */
const gtag = `{
  const seen = new Set();
  const serve = (item) => {
    const { 0: command, 1: id } = item ?? {};
    if (command !== 'config' || seen.has(id)) return;
    seen.add(id);
    document.cookie = '_ga=GA1.1.1.1; path=/; max-age=86400';
    document.cookie = '_ga_' + String(id).slice(2) + '=GS1.1.1; path=/; max-age=86400';
    if (/^(G|GT)-/.test(id)) navigator.sendBeacon('https://region1.google-analytics.com/g/collect?tid=' + id);
    if (/^AW-/.test(id)) new Image().src = 'https://googleads.g.doubleclick.net/pagead/viewthroughconversion/1/';
  };
  const layer = (window.dataLayer ??= []);
  for (const item of layer) serve(item);
  const push = layer.push.bind(layer);
  layer.push = (...items) => { items.forEach(serve); return push(...items); };
}\n`;

/** A container with three tags in it. Whoever has published one knows; the page itself does not say. */
const container =
  inject('https://www.googletagmanager.com/gtag/js?id=G-INSIDEGTM&l=dataLayer&cx=c') +
  `dataLayer.push({ event: 'gtm.load' }); (function () { dataLayer.push(arguments); })('config', 'G-INSIDEGTM');\n` +
  inject('https://connect.facebook.net/en_US/fbevents.js') +
  inject('https://snap.licdn.com/li.lms-analytics/insight.min.js') +
  append('<script>window.hj = window.hj || function () {};</script>') +
  inject('https://static.hotjar.com/c/hotjar-3141592.js?sv=6');

const googleMaps = `{
  class Map { constructor(element) { element.innerHTML = '<div class="gm-style"></div>';
    new Image().src = 'https://maps.googleapis.com/maps/vt?pb=!1m5'; } }
  class Marker {}
  const maps = ((window.google ??= {}).maps ??= {});
  Object.assign(maps, { Map, Marker, importLibrary: async () => ({ Map, Marker }) });
  const name = new URL(document.currentScript.src).searchParams.get('callback');
  const callback = name?.split('.').reduce((object, key) => object?.[key], window);
  if (name && typeof callback !== 'function') throw new Error(name + ' is not a function');
  callback?.();
}\n`;

const hubspotForms = `window.hbspt = window.hbspt || {};
window.hbspt.forms = { create({ target } = {}) {
  const form = '<form class="hs-form"></form>';
  if (target) document.querySelector(target).innerHTML = form;
  else document.currentScript.insertAdjacentHTML('beforebegin', form);
  ${get('https://forms.hsforms.com/embed/v3/form/1234567/abc/json')}
} };
for (const frame of document.querySelectorAll('.hs-form-frame')) frame.innerHTML = '<form class="hs-form-html"></form>';
`;

const validate = `window.jQuery = window.$ = Object.assign(
  (ready) => { if (typeof ready === 'function') ready(window.jQuery); return { ajaxChimp() {} }; },
  { noConflict: () => window.jQuery });
`;

/** What scripts do, by host and path; a path ends where what varies begins. */
const scripts = {
  'www.googletagmanager.com/gtag/js': gtag,
  'www.googletagmanager.com/gtm.js?id=GTM-K7XQ2P9': container,
  'connect.facebook.net/en_US/fbevents.js':
    cookie('_fbp=fb.1.1.1') + beacon('https://www.facebook.com/tr/?ev=PageView'),
  'snap.licdn.com/': cookie('li_fat_id=1') + beacon('https://px.ads.linkedin.com/collect?pid=1'),
  'static.hotjar.com/c/': cookie('_hjSessionUser_1=1') + inject('https://script.hotjar.com/modules.1.js'),
  'www.clarity.ms/tag/': cookie('_clck=1') + send('https://c.clarity.ms/collect'),
  'analytics.tiktok.com/i18n/pixel/': cookie('_ttp=1') + send('https://analytics.tiktok.com/api/v2/pixel'),
  's.pinimg.com/ct/core.js': cookie('_pin_unauth=1') + beacon('https://ct.pinterest.com/v3/?tid=1'),
  'static.klaviyo.com/onsite/js/':
    cookie('__kla_id=1') + get('https://a.klaviyo.com/client/subscriptions/?company_id=1'),
  'cdn.judge.me/': append('<div class="jdgm-widget"></div>') + get('https://judge.me/api/v1/widgets?shop=1'),
  'stats.wp.com/': drain('_stq', `() => { ${beacon('https://pixel.wp.com/g.gif?v=ext')} }`),
  'static.addtoany.com/menu/page.js': append('<div class="a2a_floating"></div>'),
  'www.google.com/recaptcha/api.js': `window.grecaptcha = { ready: (run) => run(), execute: async () => '1' };
    ${inject('https://www.gstatic.com/recaptcha/releases/1/recaptcha__en.js')}`,
  'js.hsforms.net/forms/': hubspotForms,
  'js.hs-scripts.com/': [
    inject('https://js.hs-analytics.net/analytics/1/1234567.js'),
    inject('https://js.hscollectedforms.net/collectedforms.js'),
    inject('https://js.usemessages.com/conversations-embed.js'),
  ].join(''),
  'js.hs-analytics.net/':
    cookie('__hstc=1') + cookie('hubspotutk=1') + beacon('https://track.hubspot.com/__ptq.gif?k=1'),
  'js.hscta.net/': `window.hbspt = window.hbspt || {};
    window.hbspt.cta = { load() { ${append('<a class="cta_button">Get it</a>')} } };`,
  'static.hsappstatic.net/MeetingsEmbed/': `for (const box of document.querySelectorAll('.meetings-iframe-container'))
    box.innerHTML = '<iframe title="Meetings" src="' + box.dataset.src + '"></iframe>';`,
  'chimpstatic.com/mcjs-connected/':
    cookie('_mcid=1') + inject('https://mc.us21.list-manage.com/signup-forms/embed.js'),
  's3.amazonaws.com/downloads.mailchimp.com/js/mc-validate.js': validate,
  'downloads.mailchimp.com/js/signup-forms/popup/': `window.dojoRequire = (names, ready) => ready({ start() {
    ${cookie('MCPopupClosed=no')}${append('<div class="mc-modal"></div>')}
    ${get('https://mc.us21.list-manage.com/signup-form/settings?u=1')} } });`,
  'widget.intercom.io/widget/': `window.Intercom = () => {}; ${cookie('intercom-id-abc=1')}
    ${append('<div class="intercom-lightweight-app"></div>')}${get('https://api-iam.intercom.io/messenger/web/ping')}`,
  'js.driftt.com/include/': cookie('driftt_aid=1') + get('https://conversation.api.drift.com/gdpr/cookie_policy'),
  'embed.tawk.to/': `${cookie('twk_idm_key=1')}${inject('https://va.tawk.to/v1/session/start')}
    window.Tawk_API?.onLoad?.();`,
  'client.crisp.chat/l.js': cookie('crisp-client/session/1=1') + inject('https://client.crisp.chat/static/client_1.js'),
  'static.zdassets.com/ekr/snippet.js': `window.zE = (...words) => { window.zE.said = words; };
    ${get('https://ekr.zdassets.com/compose/1')}`,
  'cdn.livechatinc.com/tracking.js': cookie('__lc_cid=1') + get('https://api.livechatinc.com/v3.6/customer/action'),
  'maps.googleapis.com/maps/api/js': googleMaps,
  'api.mapbox.com/mapbox-gl-js/': `window.mapboxgl = { Map: class { constructor({ container }) {
    document.getElementById(container).innerHTML = '<canvas class="mapboxgl-canvas"></canvas>';
    ${get('https://events.mapbox.com/events/v2')} } } };`,
  'www.youtube.com/iframe_api': inject('https://www.youtube.com/s/player/1/www-widgetapi.js'),
  'www.youtube.com/s/player/': `window.YT = { Player: class { constructor(id) {
    document.getElementById(id).innerHTML =
      '<iframe class="yt" title="Film" src="https://www.youtube.com/embed/abc"></iframe>';
  } } }; window.onYouTubeIframeAPIReady?.();`,
  'player.vimeo.com/api/player.js': `window.Vimeo = { Player: class { constructor(frame) {
    if (!frame) throw new TypeError('You must pass either a valid element or a valid id.');
    frame.dataset.ready = 'true'; } on() {} } };`,
  'fast.wistia.com/assets/external/E-v1.js': `${append('<div class="wistia_responsive"></div>')}
    ${send('https://distillery.wistia.com/x')}${drain('_wq', '() => {}')}`,
  'use.typekit.net/': `window.Typekit = { load() { document.documentElement.classList.add('wf-active');
    ${get('https://p.typekit.net/p.css?s=1')} } };`,
  'kit.fontawesome.com/': `{ const sheet = document.createElement('link'); sheet.rel = 'stylesheet';
    sheet.href = 'https://ka-f.fontawesome.com/releases/v6.7.2/css/free.min.css'; document.head.append(sheet); }`,
  'ajax.googleapis.com/ajax/libs/webfont/': `window.WebFont = { load({ google }) {
    const sheet = document.createElement('link'); sheet.rel = 'stylesheet';
    sheet.href = 'https://fonts.googleapis.com/css?family=' + google.families.join('%7C'); document.head.append(sheet);
    document.documentElement.classList.add('wf-active'); } };`,
  'www.googleoptimize.com/optimize.js': `${cookie('_gaexp=GAX1.1')}
    dataLayer.hide?.end?.(); ${beacon('https://www.googleoptimize.com/beacon')}`,
  'dev.visualwebsiteoptimizer.com/': `window._vwo_code?.finish(); ${cookie('_vwo_uuid=1')}`,
  'cdn.optimizely.com/js/': `window.optimizely = { get: () => ({}) };
    ${cookie('optimizelyEndUserId=1')}${send('https://logx.optimizely.com/v1/events')}`,
  '1a2b3c4d5e.kameleoon.eu/': `window.kameleoonDisplayPage?.(); ${cookie('kameleoonVisitorCode=1')}`,
  'cdn-4.convertexperiments.com/': cookie('_conv_v=1') + get('https://100123.metrics.convertexperiments.com/track'),
  'try.abtasty.com/': cookie('ABTasty=1') + get('https://ariane.abtasty.com/'),
  'd3e54v103j8qbb.cloudfront.net/js/jquery': () => library('jquery/dist/jquery.min.js'),
  'code.jquery.com/': () => library('jquery/dist/jquery.min.js'),
  'us-assets.i.posthog.com/static/array.js': () => library('posthog-js/dist/array.js'),
  'cdn.mxpnl.com/libs/mixpanel-2-latest.min.js': () => library('mixpanel-browser/dist/mixpanel.min.js'),
  'cdn.segment.com/analytics.js/': () => library('@segment/analytics-next/dist/umd/standalone.js'),
};

/** What else than an empty answer is expected of an address. */
const documents = {
  'fonts.googleapis.com/css':
    "@font-face{font-family:Inter;src:url('https://fonts.gstatic.com/s/inter/v18/a.woff2')}body{font-family:Inter}",
  'use.typekit.net/abc1def.css': "@import url('https://p.typekit.net/p.css?s=1&k=abc1def');",
  'cdn.segment.com/v1/projects/': JSON.stringify({
    integrations: { 'Segment.io': { apiKey: 'KEY', apiHost: 'api.segment.io/v1' } },
  }),
};

const types = {
  script: 'text/javascript',
  style: 'text/css',
  image: 'image/gif',
  iframe: 'text/html',
  font: 'font/woff2',
};
const bodies = { iframe: '<!doctype html><title>Embedded</title><p>Embedded</p>', image: PIXEL };

/** @returns {{ status?: number, headers?: Record<string, string>, body?: string | Buffer }} */
export function answerFor(host, { url = '/', headers }) {
  const address = host + url;
  // Browsers say what for, except to plain http.
  const use = headers['sec-fetch-dest'] ?? (/\.js\b/.test(url) ? 'script' : 'empty');
  const longest = (table) =>
    Object.keys(table)
      .filter((start) => address.startsWith(start))
      .sort((a, b) => b.length - a.length)[0];
  const known = use === 'script' ? scripts[longest(scripts)] : documents[longest(documents)];
  const body = (typeof known === 'function' ? known() : known) ?? bodies[use] ?? (use === 'empty' ? '{}' : '');
  return { headers: { 'content-type': types[use] ?? 'application/json' }, body };
}
