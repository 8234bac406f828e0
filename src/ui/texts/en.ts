import type { Language, Texts } from '../../api.ts';
import type { BasicLanguage, RightsWords } from '../../lazy.ts';

/** What is at hand wherever visitors are asked. */
export const english: BasicLanguage = {
  tag: 'en',
  dir: 'ltr',
  texts: {
    banner: {
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
    },
    preferences: {
      title: 'Privacy preferences',
      intro: 'Choose what this site may use. What you refuse stays off.',
      save: 'Save',
      unsaved: 'Your changes are not saved. Close again to discard them.',
      close: 'Close',
      alwaysOn: 'Always on',
      more: '{n} more',
      service: 'Service',
      provider: 'Provider',
      country: 'Country',
      retention: 'Kept for',
      policy: 'Privacy policy',
      cookies: 'Cookies',
      search: 'Search services',
      noMatch: 'Nothing found.',
      new: 'New',
      legitimateInterest: 'Runs on legitimate interest unless you object.',
    },
    purposes: {
      necessary: { title: 'Necessary', description: 'Makes the site work and keeps it secure.' },
      preferences: { title: 'Functional', description: 'Remembers choices such as language or region.' },
      analytics: { title: 'Analytics', description: 'Counts visits so that we can improve pages.' },
      marketing: { title: 'Marketing', description: 'Shows content and advertising that fit your interests.' },
    },
    signals: {
      dnt: 'Your browser sends Do Not Track.',
      gpc: 'Your browser sends Global Privacy Control.',
      honoured: 'Your opt-out request was honoured.',
      locked: 'While it does, these switches stay off.',
      override: 'Turning one on overrides this signal on this site.',
    },
    placeholder: {
      title: 'Content from {name}',
      body: 'It is not loaded until you allow it. It is used for: {purpose}.',
      once: 'Load this once',
      always: 'Always allow',
    },
    status: {
      accepted: 'Accepted. You can change this at any time.',
      rejected: 'Rejected. You can change this at any time.',
      withdrawn: 'Withdrawn. You can change this at any time.',
      saved: 'Saved. You can change this at any time.',
      changed: 'Your choice has changed. Reload this page so that it fully applies.',
      reload: 'Reload',
    },
    reopen: { label: 'Privacy preferences' },
  },
};

/** Said when something was done, by the part that does it. */
export const outcomes: Omit<Texts['rights'], keyof RightsWords> = {
  downloaded: 'Your browser is saving the copy.',
  forgotten: 'Everything is forgotten.',
  objected: 'Objected. You can change this at any time.',
};

/** Said in the preferences alone, so that nobody who is only asked loads them. */
export const rights: RightsWords = {
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

const en: Language = {
  ...english,
  texts: {
    ...english.texts,
    rights: { ...rights, ...outcomes },
    declaration: { allowed: 'Allowed', refused: 'Not allowed', storage: 'Storage' },
    proof: {
      none: 'So far this page has contacted no third party.',
      some: 'Third parties that this page has contacted so far',
      unlisted: 'Not named by this site',
    },
    minor: {
      title: 'Cookies: you decide',
      body:
        'Cookies are small notes on your device. Some make this site work. We would like to use others to count ' +
        'visits and to show things that you may like. You can say no: the site still works. If you are not sure, ' +
        'ask a parent. You can change your mind at any time.',
    },
  },
};

export default en;
