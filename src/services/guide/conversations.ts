/** How chats, forms, appointments and payments are tagged, and which purpose they have. */
import type { conversations as rows } from '../conversations.ts';
import { booking, chat, form, framedForm, login, necessaryCheck, payment, robots } from './depends.ts';
import { beside, call, frame, guide, script, seenAt, settings, snippet, start, untagged } from './tags.ts';
import type { ServiceGuide } from './types.ts';

const CHAT = 'Only who wants to chat needs it; until then it would already know each visitor.';
const FORM = 'Only who fills in the form needs it; its host sees who reads the page.';
const BOOKING = 'Only who books needs it; its host sees who reads the page.';
const PAYMENT = 'Who pays has asked for it, so it is necessary; load it on the pages where people pay.';
const HUBSPOT_DOCS = 'https://developers.hubspot.com/docs/api-reference/latest/account/settings/tracking-code';
const LOAD_LATE = 'Leave it as it is, and load it only on the pages where people pay.';

export const conversations: Record<keyof typeof rows, ServiceGuide> = {
  intercom: guide(
    CHAT,
    snippet('intercom', ["window.intercomSettings = { app_id: 'YOUR_ID' };", '(function () { … })();']),
    { depends: chat },
  ),
  drift: guide(CHAT, snippet('drift', ['!(function () { … })();', "drift.load('YOUR_ID');"]), { depends: chat }),
  zendesk: guide(
    CHAT,
    script('zendesk', 'https://static.zdassets.com/ekr/snippet.js?key=YOUR_KEY', undefined, 'id="ze-snippet"'),
    {
      consentCall: call("zE('messenger:set', 'cookies', true)", "zE('messenger:set', 'cookies', false)", {
        note: 'For messaging; the older widget has none. Without cookies it is hidden, and what it kept is deleted.',
        source: seenAt(
          'https://developer.zendesk.com/documentation/zendesk-web-widget-sdks/sdks/web/sdk_api_reference/',
          '2026-11-29',
        ),
      }),
      depends: chat,
    },
  ),
  crisp: guide(CHAT, snippet('crisp', ['window.$crisp = [];', "window.CRISP_WEBSITE_ID = 'YOUR_ID'; …"]), {
    depends: chat,
  }),
  tawk: guide(
    CHAT,
    snippet('tawk', 'var Tawk_API = Tawk_API || {}, Tawk_LoadStart = new Date(); … embed.tawk.to/YOUR_ID/default …'),
    { depends: chat },
  ),
  livechat: guide(CHAT, snippet('livechat', ['window.__lc = window.__lc || {};', 'window.__lc.license = YOUR_ID; …']), {
    depends: chat,
  }),
  tidio: guide(CHAT, script('tidio', 'https://code.tidio.co/YOUR_KEY.js'), { depends: chat }),
  olark: guide(
    CHAT,
    snippet('olark', ["(function (o, l, a, r, k, y) { … })(document, 'script', …);", "olark.identify('YOUR_ID');"]),
    { depends: chat },
  ),
  freshchat: guide(
    CHAT,
    snippet('freshchat', "function initFreshChat() { window.fcWidget.init({ token: 'YOUR_TOKEN', host: '…' }); } …"),
    { depends: chat },
  ),
  'help-scout': guide(
    CHAT,
    snippet('help-scout', [
      '!(function (e, t, n) { … })(window, document, window.Beacon || function () {});',
      "window.Beacon('init', 'YOUR_ID');",
    ]),
    { depends: chat },
  ),
  userlike: guide(CHAT, script('userlike', 'https://userlike-cdn-widgets.s3-eu-west-1.amazonaws.com/YOUR_ID.js'), {
    depends: chat,
  }),
  'hubspot-forms': guide(
    FORM,
    start(
      'hubspot-forms',
      'https://js.hsforms.net/forms/embed/v2.js',
      "hbspt.forms.create({ portalId: 'YOUR_ID', formId: 'YOUR_ID' });",
    ),
    { depends: form },
  ),
  'google-forms': guide(
    FORM,
    frame('google-forms', 'https://docs.google.com/forms/d/e/YOUR_FORM/viewform?embedded=true', 'Form'),
    { depends: framedForm },
  ),
  typeform: guide(
    FORM,
    beside('typeform', '<div data-tf-live="YOUR_FORM"></div>', 'https://embed.typeform.com/next/embed.js'),
    { depends: form },
  ),
  jotform: guide(FORM, frame('jotform', 'https://form.jotform.com/YOUR_FORM', 'Form'), { depends: framedForm }),
  surveymonkey: guide(
    FORM,
    snippet(
      'surveymonkey',
      '(function (t, e, s, n) { … widget.surveymonkey.com/collect/website/js/YOUR_FORM.js … })(…);',
    ),
    { depends: form },
  ),
  calendly: guide(
    BOOKING,
    beside(
      'calendly',
      '<div class="calendly-inline-widget" data-url="https://calendly.com/YOUR_NAME"></div>',
      'https://assets.calendly.com/assets/external/widget.js',
    ),
    { depends: booking },
  ),
  recaptcha: guide(
    'It keeps robots out of forms, but Google follows visitors for it; some authorities do not take it for necessary.',
    script('recaptcha', 'https://www.google.com/recaptcha/api.js', 'Load it on pages with a form alone.'),
    { depends: robots },
  ),
  hcaptcha: guide(
    'It keeps robots out of forms, and follows how visitors move for it.',
    beside(
      'hcaptcha',
      '<div class="h-captcha" data-sitekey="YOUR_KEY"></div>',
      'https://js.hcaptcha.com/1/api.js',
      'Load it on pages with a form alone.',
    ),
    { depends: robots },
  ),
  turnstile: guide(
    'It keeps robots out of forms, and its provider says that it follows nobody for it.',
    untagged('Leave it as it is, and load it on pages with a form alone.'),
    { depends: necessaryCheck },
  ),
  stripe: guide(PAYMENT, untagged(`${LOAD_LATE} On other pages it watches for fraud, which nobody has asked for.`), {
    depends: payment,
  }),
  paypal: guide(PAYMENT, untagged(LOAD_LATE), { depends: payment }),
  pipedrive: guide(
    CHAT,
    settings(
      'pipedrive',
      "window.pipedriveLeadboosterConfig = { companyId: YOUR_ID, playbookUuid: 'YOUR_ID' };",
      'https://leadbooster-chat.pipedrive.com/assets/loader.js',
      'Its web forms wait the same.',
    ),
    { depends: chat },
  ),
  'zoho-salesiq': guide(
    CHAT,
    settings(
      'zoho-salesiq',
      ['window.$zoho = window.$zoho || {};', '$zoho.salesiq = $zoho.salesiq || { ready: function () {} };'],
      'https://salesiq.zohopublic.eu/widget?wc=YOUR_CODE',
    ),
    {
      consentCall: call("$zoho.salesiq.privacy.updateCookieConsent(['analytics', 'performance'])", undefined, {
        source: seenAt('https://zoho.com/salesiq/help/developer-section/js-api-privacy-update-cookie-consent.html'),
      }),
      depends: chat,
    },
  ),
  gorgias: guide(CHAT, script('gorgias', 'https://config.gorgias.chat/bundle-loader/YOUR_ID'), { depends: chat }),
  chatwoot: guide(
    CHAT,
    start(
      'chatwoot',
      'https://app.chatwoot.com/packs/js/sdk.js',
      "window.chatwootSDK.run({ websiteToken: 'YOUR_TOKEN', baseUrl: 'https://app.chatwoot.com' });",
    ),
    { depends: chat },
  ),
  landbot: guide(
    CHAT,
    start(
      'landbot',
      'https://cdn.landbot.io/landbot-3/landbot-3.0.0.js',
      "new Landbot.Livechat({ configUrl: 'https://storage.googleapis.com/landbot.online/v3/YOUR_ID/index.json' });",
    ),
    { depends: chat },
  ),
  manychat: guide(CHAT, script('manychat', 'https://widget.manychat.com/YOUR_ID.js'), { depends: chat }),
  smartsupp: guide(
    CHAT,
    snippet('smartsupp', ['var _smartsupp = _smartsupp || {};', "_smartsupp.key = 'YOUR_KEY'; …"]),
    {
      consentCall: call(
        "smartsupp('analyticsConsent', true); smartsupp('marketingConsent', true)",
        "smartsupp('analyticsConsent', false); smartsupp('marketingConsent', false)",
        {
          note: 'Its cookie consent has to be switched on.',
          source: seenAt('https://help.smartsupp.com/dashboard/cookie-consent', '2026-11-29'),
        },
      ),
      depends: chat,
    },
  ),
  jivochat: guide(CHAT, script('jivochat', 'https://code.jivosite.com/widget/YOUR_ID'), { depends: chat }),
  liveperson: guide(
    CHAT,
    snippet('liveperson', ['window.lpTag = window.lpTag || {}; …', "lpTag.site = 'YOUR_ID'; …"]),
    {
      depends: chat,
    },
  ),
  treatwell: guide(BOOKING, frame('treatwell', 'https://widget.treatwell.de/salon/YOUR_ID/', 'Booking'), {
    depends: booking,
  }),
  acuity: guide(
    BOOKING,
    frame(
      'acuity',
      'https://app.acuityscheduling.com/schedule.php?owner=YOUR_ID',
      'Booking',
      'Its script, which only fits the height, waits too.',
    ),
    { depends: booking },
  ),
  'cal-com': guide(
    BOOKING,
    snippet('cal-com', [
      "(function (C, A, L) { … })(window, 'https://app.cal.com/embed/embed.js', 'init');",
      "Cal('init');",
      "Cal('inline', { … });",
    ]),
    { depends: booking },
  ),
  simplybook: guide(
    BOOKING,
    start(
      'simplybook',
      'https://widget.simplybook.me/v2/widget/widget.js',
      "new SimplybookWidget({ url: 'https://YOUR_NAME.simplybook.me', … });",
    ),
    { depends: booking },
  ),
  mindbody: guide(
    BOOKING,
    beside(
      'mindbody',
      '<div class="mindbody-widget" data-widget-type="Schedules" data-widget-id="YOUR_ID"></div>',
      'https://brandedweb.mindbodyonline.com/embed/widget.js',
    ),
    { depends: booking },
  ),
  eventbrite: guide(
    BOOKING,
    start(
      'eventbrite',
      'https://www.eventbrite.com/static/widgets/eb_widgets.js',
      "window.EBWidgets.createWidget({ widgetType: 'checkout', eventId: 'YOUR_EVENT' });",
    ),
    { depends: booking },
  ),
  opentable: guide(
    BOOKING,
    script(
      'opentable',
      'https://www.opentable.com/widget/reservation/loader?rid=YOUR_ID&type=standard&theme=standard&iframe=true',
      'It writes itself where it stands: leave it there.',
    ),
    { depends: booking },
  ),
  doctolib: guide(
    BOOKING,
    frame(
      'doctolib',
      'https://www.doctolib.de/iframe/YOUR_ID',
      'Booking',
      'That somebody sees a doctor is sensitive: a plain link is the better way.',
    ),
    { depends: booking },
  ),
  'google-sign-in': guide(
    'Only who logs in with Google needs it; on other pages it would show Google who reads them.',
    beside(
      'google-sign-in',
      '<div id="g_id_onload" data-client_id="YOUR_ID"></div>\n<div class="g_id_signin"></div>',
      'https://accounts.google.com/gsi/client',
    ),
    { depends: login },
  ),
  klarna: guide(PAYMENT, untagged(`${LOAD_LATE} Its messages on product pages are marketing: tag those.`), {
    depends: payment,
  }),
  adyen: guide(PAYMENT, untagged(LOAD_LATE), { depends: payment }),
  mollie: guide(PAYMENT, untagged(LOAD_LATE), { depends: payment }),
  braintree: guide(PAYMENT, untagged(LOAD_LATE), { depends: payment }),
  square: guide(PAYMENT, untagged(LOAD_LATE), { depends: payment }),
  'amazon-pay': guide(PAYMENT, untagged(LOAD_LATE), { depends: payment }),
  'google-pay': guide(PAYMENT, untagged(LOAD_LATE), { depends: payment }),
  'apple-pay': guide(PAYMENT, untagged(LOAD_LATE), { depends: payment }),
  'hubspot-banner': guide(
    'It asks for consent, as this SDK does, so one of the two has to go.',
    untagged('Switch it off in HubSpot’s settings: it comes with HubSpot’s script.'),
    {
      consentCall: call(undefined, "_hsq.push(['revokeCookieConsent'])", {
        note: 'It forgets what the banner was told.',
        source: seenAt(`${HUBSPOT_DOCS}/revoke-cookie-consent`),
      }),
    },
  ),
  iubenda: guide(
    'It asks for consent, as this SDK does, or shows the policies that it hosts.',
    untagged('Take its consent tool out, see the migration page; a plain link to a policy needs no script.'),
  ),
};
