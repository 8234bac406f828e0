import type { Language, Texts } from '../../api.ts';
import type { BannerWords, PreferencesWords, RightsWords, Spoken, StatusWords } from '../../lazy.ts';

const inEnglish = <Words>(texts: Words): Spoken<Words> => ({ tag: 'en', dir: 'ltr', texts });

const titles: BannerWords['purposes'] = {
  necessary: { title: 'Necessary' },
  preferences: { title: 'Functional' },
  analytics: { title: 'Analytics' },
  marketing: { title: 'Marketing' },
};

const honoured = 'Your opt-out request was honoured.';

const banner: Texts['banner'] = {
  title: 'Cookies and your privacy',
  body:
    'We use cookies that this site needs. With your permission we also use cookies to measure visits and to ' +
    'show relevant content. You can change your mind at any time.',
  policy: 'Privacy policy',
  accept: 'Accept all',
  reject: 'Reject all',
  preferences: 'Preferences',
  news: 'New or changed since your last answer:',
  acceptNews: 'Accept',
  rejectNews: 'Reject',
  kept: 'Your other answers stay as they are.',
  optOut:
    'We use cookies that this site needs, and others to measure visits and to show relevant content. ' +
    'You can change your mind at any time.',
  running: 'On unless you say no: {purposes}.',
  doNotSell: 'Do not sell or share',
  choices: 'Your privacy choices',
  ok: 'OK',
};

/** What the banner says. */
export const bannerEnglish = inEnglish<BannerWords>({ banner, purposes: titles, signals: { honoured } });

const close = 'Close';

const preferences: Texts['preferences'] = {
  title: 'Privacy preferences',
  intro: 'Choose what this site may use. What you refuse stays off.',
  save: 'Save',
  unsaved: 'Your changes are not saved. Close again to discard them.',
  close,
  alwaysOn: 'Always on',
  more: '{n} more',
  service: 'Service',
  provider: 'Provider',
  country: 'Country',
  retention: 'Kept for',
  policy: 'Privacy policy',
  cookies: 'Cookies',
  search: 'Search',
  noMatch: 'Nothing found.',
  new: 'New',
  legitimateInterest: 'Runs on legitimate interest unless you object.',
};

const purposes: Texts['purposes'] = {
  necessary: { ...titles.necessary, description: 'Makes the site work and keeps it secure.' },
  preferences: { ...titles.preferences, description: 'Remembers choices such as language or region.' },
  analytics: { ...titles.analytics, description: 'Counts visits so that we can improve pages.' },
  marketing: { ...titles.marketing, description: 'Shows content and advertising that fit your interests.' },
};

const signals: Texts['signals'] = {
  dnt: 'Your browser sends Do Not Track.',
  gpc: 'Your browser sends Global Privacy Control.',
  honoured,
  locked: 'While it does, these switches stay off.',
  override: 'Turning one on overrides this signal on this site.',
};

const rights: RightsWords = {
  title: 'Your rights',
  unanswered: 'You have not answered yet.',
  bySignal: 'You have not answered. The signal of your browser decides.',
  answered: 'Answered on',
  allowed: 'You allowed',
  refused: 'You refused',
  until: 'Counts until',
  id: 'Number for support',
  cookie: 'Kept in the cookie',
  controller: 'Responsible',
  officer: 'Data protection officer',
  authority: 'Supervisory authority',
  signals: 'If your browser sends Do Not Track or Global Privacy Control, this site follows it.',
  download: 'Download a copy',
  object: 'Object: {purpose}',
  withdraw: 'Withdraw consent',
  forget: 'Forget everything',
  warning: 'This deletes what you allowed and refused, and your objections. You may be asked again.',
  confirm: 'Yes, forget everything',
  cancel: 'Cancel',
  failed: 'That did not work. Please try again.',
  consent: 'Runs only with your consent.',
  contract: 'Needed for a contract with you.',
  legalObligation: 'Required by law.',
  strictlyNecessary: 'Needed for what you ask of this site.',
  processor: 'Processor',
  'joint-controller': 'Jointly responsible',
  data: 'Data used',
  sells: 'Data is sold to others.',
  shares: 'Data is shared with others for advertising.',
};

const some = 'Third parties that this page has contacted so far';

/** What the preferences say, but for what the banner says too. */
export const preferencesWords: Omit<PreferencesWords, 'banner'> = {
  preferences,
  purposes,
  signals,
  rights,
  proof: { some },
};

const status: Texts['status'] = {
  accepted: 'Accepted. You can change this at any time.',
  rejected: 'Rejected. You can change this at any time.',
  withdrawn: 'Withdrawn. You can change this at any time.',
  saved: 'Saved. You can change this at any time.',
  changed: 'Your choice has changed. Reload this page so that it fully applies.',
  reload: 'Reload',
};

/** What is said after an answer. */
export const statusEnglish = inEnglish<StatusWords>({ status, preferences: { close } });

const en: Language = inEnglish<Texts>({
  banner,
  preferences,
  purposes,
  signals,
  status,
  placeholder: {
    title: 'Content from {name}',
    body: 'It is not loaded until you allow it. It is used for: {purpose}.',
    once: 'Load this once',
    always: 'Always allow',
  },
  reopen: { label: 'Privacy preferences' },
  rights: {
    ...rights,
    downloaded: 'Your browser is saving the copy.',
    forgotten: 'Everything is forgotten.',
    objected: 'Objected. You can change this at any time.',
  },
  declaration: { allowed: 'Allowed', refused: 'Not allowed', storage: 'Storage' },
  proof: {
    none: 'So far this page has contacted no third party.',
    some,
    unlisted: 'Not named by this site',
  },
  minor: {
    title: 'Cookies: you decide',
    body:
      'Cookies are small notes on your device. Some make this site work. We would like to use others to count ' +
      'visits and to show things that you may like. You can say no: the site still works. If you are not sure, ' +
      'ask a parent. You can change your mind at any time.',
  },
});

export default en;
