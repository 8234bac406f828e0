/** Chats, forms, appointments, payments, and what tells people from robots. See table.ts for what the facts are and how to check them. */
import type { ServiceConfig } from '../types.ts';

const google = { provider: 'Google', policyUrl: 'https://policies.google.com/privacy', country: 'US' };
const purposes = ['preferences'];
const necessary = ['necessary'];

export const conversations = {
  intercom: { title: 'Intercom', purposes, provider: 'Intercom', policyUrl: 'https://www.intercom.com/legal/privacy', country: 'US', cookies: ['intercom-id-*', 'intercom-session-*', 'intercom-device-id-*'], storageKeys: { local: ['intercom.*'] }, match: ['intercom.io', 'intercomcdn.com'] },
  drift: { title: 'Drift', purposes, provider: 'Salesloft', country: 'US', cookies: ['drift_*', 'driftt_*'], match: ['driftt.com', 'drift.com'] },
  zendesk: { title: 'Zendesk', purposes, provider: 'Zendesk', policyUrl: 'https://www.zendesk.com/company/agreements-and-terms/privacy-notice/', country: 'US', cookies: ['__zlcmid'], storageKeys: { local: ['ZD-*'], session: ['ZD-*'] }, match: ['zdassets.com', 'zopim.com'] },
  crisp: { title: 'Crisp', purposes, provider: 'Crisp IM', policyUrl: 'https://crisp.chat/en/privacy/', country: 'FR', cookies: ['crisp-client/*'], storageKeys: { local: ['crisp-client/*'] }, match: ['crisp.chat'] },
  tawk: { title: 'tawk.to', purposes, provider: 'tawk.to', policyUrl: 'https://www.tawk.to/privacy-policy/', country: 'US', cookies: ['twk_*', 'TawkConnectionTime'], storageKeys: { local: ['twk_*'] }, match: ['tawk.to'] },
  livechat: { title: 'LiveChat', purposes, provider: 'Text', policyUrl: 'https://www.livechat.com/legal/privacy-policy/', country: 'US', cookies: ['__lc_*'], match: ['livechatinc.com'] },
  tidio: { title: 'Tidio', purposes, provider: 'Tidio', policyUrl: 'https://www.tidio.com/privacy-policy/', storageKeys: { local: ['tidio_state_*'] }, match: ['tidio.co', 'tidiochat.com'] },
  olark: { title: 'Olark', purposes, provider: 'Olark', country: 'US', cookies: ['hblid', 'olfsk', 'wcsid', '_okdetect', '_oklv', '_okbk', '_ok'], match: ['olark.com'] },
  freshchat: { title: 'Freshchat', purposes, provider: 'Freshworks', policyUrl: 'https://www.freshworks.com/privacy/', country: 'US', match: ['freshchat.com', 'widget.freshworks.com'] },
  'help-scout': { title: 'Help Scout Beacon', purposes, provider: 'Help Scout', policyUrl: 'https://www.helpscout.com/company/legal/privacy/', country: 'US', match: ['helpscout.net'] },
  userlike: { title: 'Userlike', purposes, provider: 'Userlike', country: 'DE', cookies: ['uslk_*'], match: ['userlike.com', 'userlike-cdn-widgets.s3-eu-west-1.amazonaws.com'] },
  'hubspot-forms': { title: 'HubSpot Forms', purposes, provider: 'HubSpot', policyUrl: 'https://legal.hubspot.com/privacy-policy', country: 'US', match: ['hsforms.net', 'hsforms.com'] },
  'google-forms': { title: 'Google Forms', purposes, ...google, match: ['docs.google.com/forms/'] },
  typeform: { title: 'Typeform', purposes, provider: 'Typeform', country: 'ES', match: ['typeform.com'] },
  jotform: { title: 'Jotform', purposes, provider: 'Jotform', policyUrl: 'https://www.jotform.com/privacy/', country: 'US', match: ['jotform.com'] },
  surveymonkey: { title: 'SurveyMonkey', purposes, provider: 'SurveyMonkey', policyUrl: 'https://www.surveymonkey.com/mp/legal/privacy/', country: 'US', match: ['surveymonkey.com'] },
  calendly: { title: 'Calendly', purposes, provider: 'Calendly', policyUrl: 'https://calendly.com/legal/privacy-notice', country: 'US', match: ['calendly.com'] },
  recaptcha: { title: 'Google reCAPTCHA', purposes, ...google, storageKeys: { local: ['_grecaptcha'] }, match: ['google.com/recaptcha/', 'gstatic.com/recaptcha/', 'recaptcha.net'] },
  hcaptcha: { title: 'hCaptcha', purposes, provider: 'Intuition Machines', policyUrl: 'https://www.hcaptcha.com/privacy', country: 'US', match: ['hcaptcha.com'] },
  turnstile: { title: 'Cloudflare Turnstile', purposes: necessary, provider: 'Cloudflare', policyUrl: 'https://www.cloudflare.com/privacypolicy/', country: 'US', match: ['challenges.cloudflare.com'] },
  stripe: { title: 'Stripe', purposes: necessary, provider: 'Stripe', policyUrl: 'https://stripe.com/privacy', country: 'US', cookies: ['__stripe_mid', '__stripe_sid'], match: ['js.stripe.com', 'm.stripe.com', 'stripe.network'] },
  paypal: { title: 'PayPal', purposes: necessary, provider: 'PayPal', country: 'US', match: ['paypal.com', 'paypalobjects.com'] },
} satisfies Record<string, ServiceConfig>;
