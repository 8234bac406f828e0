/**
 * The answers that other tools keep in a browser, in the shapes that they document or, where they are open, write.
 * Texts come in, what was said comes out, in the tool's own names. Pure.
 */
import { ownFields } from '../model/coerce.ts';

/** What a visitor told another tool. */
export interface Answer {
  readonly granted: readonly string[];
  readonly denied: readonly string[];
  /** Whether everything that is not granted was refused: the tool keeps a list of grants alone. */
  readonly isWhole?: boolean;
  /** The services that were allowed of a granted group, where the visitor could choose among them. */
  readonly services?: Readonly<Record<string, readonly string[]>>;
  /** When, in milliseconds since 1970, where the tool says it. */
  readonly at?: number;
}

/** What a browser keeps for the page: cookies by name, decoded as far as they can be, and localStorage. */
export interface Kept {
  readonly cookies: Readonly<Record<string, string>>;
  local(key: string): string | null;
}

export interface Keeper {
  /** `null`: nothing that could be read, or the visitor has not answered. */
  read(kept: Kept): Answer | null;
  /** The names of what it keeps, which goes when the answer is taken over. */
  readonly cookies: readonly string[];
  readonly local?: readonly string[];
}

type Fields = Partial<Record<string, unknown>>;

/** An object in JSON, or `null`. */
function objectIn(text: string | null | undefined): Fields | null {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value && !Array.isArray(value) ? ownFields(value) : null;
  } catch {
    return null; // What cannot be read is no answer.
  }
}

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** A moment as text or number; what lies in the future is none. */
function momentIn(value: unknown): number | undefined {
  const time = typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value) : NaN;
  return time > 0 && time <= Date.now() ? time : undefined;
}

/** `true` and `false` by name. */
function byName(entries: Iterable<readonly [string, unknown]>, yes: unknown = true, no: unknown = false): Answer {
  const all = [...entries];
  const names = (wanted: unknown) => all.filter(([, value]) => value === wanted).map(([name]) => name);
  return { granted: names(yes), denied: names(no) };
}

const answered = (answer: Answer): Answer | null => (answer.granted[0] || answer.denied[0] ? answer : null);

/** `a:yes,b:no`, as CookieYes and OneTrust write it. */
const pairsIn = (text: string | null | undefined): [string, string][] =>
  text?.split(',').map((pair) => {
    const [name = '', ...value] = pair.split(':');
    return [name, value.join(':')];
  }) ?? [];

/** Klaro and Orejime: `{ "name": true }`, under the first of these names that there is. */
const flagsUnder = (...names: string[]): Keeper => ({
  cookies: names,
  local: names,
  read: ({ cookies, local }) => {
    const texts = names.map((name) => cookies[name] ?? local(name));
    const flags = objectIn(texts.find((text) => text));
    return flags && answered(byName(Object.entries(flags)));
  },
});

export const KEEPERS: Readonly<Record<string, Keeper>> = {
  // Version 2 says `consent_date`, version 3 `consentTimestamp`; version 3 names every category in `services`.
  'vanilla-cookieconsent': {
    cookies: ['cc_cookie'],
    local: ['cc_cookie'],
    read: ({ cookies, local }) => {
      const kept = objectIn(cookies.cc_cookie ?? local('cc_cookie'));
      if (!kept || !Array.isArray(kept.categories)) return null;
      const granted = textsIn(kept.categories);
      const services = ownFields<Fields>(kept.services);
      const known = Object.keys(services);
      const at = momentIn(kept.lastConsentTimestamp ?? kept.consentTimestamp ?? kept.consent_date);
      const denied = known.filter((name) => !granted.includes(name));
      // An empty list is that of a category without services: one whose services are all refused is not granted.
      const chosen = granted.map((name) => [name, textsIn(services[name])] as const).filter(([, names]) => names[0]);
      return { granted, denied, isWhole: !known[0], services: Object.fromEntries(chosen), at };
    },
  },
  klaro: flagsUnder('klaro'),
  // Version 3, and before.
  orejime: flagsUnder('eu-consent', 'orejime'),
  // Its text is an object as JavaScript writes it: `{stamp:'…',statistics:false,method:'explicit',utc:1700000000000}`.
  cookiebot: {
    cookies: ['CookieConsent', 'CookieConsentBulkTicket'],
    read: ({ cookies }) => {
      const text = cookies.CookieConsent ?? '';
      const field = (name: string) => new RegExp(`[{,]${name}:'?([^',}]*)`).exec(text)?.[1];
      const names = ['preferences', 'statistics', 'marketing'];
      const answer = byName(
        names.map((name) => [name, field(name)]),
        'true',
        'false',
      );
      // A consent that was implied was given by nobody.
      const granted = field('method') === 'explicit' ? answer.granted : [];
      return answered({ ...answer, granted, at: momentIn(Number(field('utc'))) });
    },
  },
  // Groups are written before there is an answer; the other cookie tells when the visitor gave one.
  onetrust: {
    cookies: ['OptanonConsent', 'OptanonAlertBoxClosed'],
    read: ({ cookies }) => {
      const at = momentIn(cookies.OptanonAlertBoxClosed);
      const groups = /(?:^|&)groups=([^&]*)/.exec(cookies.OptanonConsent ?? '')?.[1];
      return groups && at ? answered({ ...byName(pairsIn(groups), '1', '0'), at }) : null;
    },
  },
  cookieyes: {
    cookies: ['cookieyes-consent'],
    read: ({ cookies }) => {
      const {
        action,
        consentid: _id,
        consent: _consent,
        lastRenewedDate,
        ...names
      } = Object.fromEntries(pairsIn(cookies['cookieyes-consent']));
      if (action !== 'yes') return null;
      return answered({ ...byName(Object.entries(names), 'yes', 'no'), at: momentIn(Number(lastRenewedDate)) });
    },
  },
  complianz: {
    cookies: ['cmplz_*'],
    read: ({ cookies }) => {
      const names = ['preferences', 'statistics', 'marketing'];
      const said = names.map((name) => [name, cookies[`cmplz_${name}`]] as const);
      return cookies['cmplz_banner-status'] === 'dismissed' ? answered(byName(said, 'allow', 'deny')) : null;
    },
  },
  iubenda: {
    cookies: ['_iub_cs-*'],
    read: ({ cookies }) => {
      const name = Object.keys(cookies).find((one) => /^_iub_cs-[a-z]?\d+$/.test(one));
      const kept = objectIn(name && cookies[name]);
      return kept && answered({ ...byName(Object.entries(ownFields(kept.purposes))), at: momentIn(kept.timestamp) });
    },
  },
  tarteaucitron: {
    cookies: ['tarteaucitron'],
    read: ({ cookies }) => {
      const pairs = (cookies.tarteaucitron ?? '').split('!').map((pair) => pair.split('=') as [string, string]);
      return answered(byName(pairs, 'true', 'false'));
    },
  },
  axeptio: {
    cookies: ['axeptio_cookies', 'axeptio_authorized_vendors', 'axeptio_all_vendors'],
    read: ({ cookies }) => {
      const kept = objectIn(cookies.axeptio_cookies);
      if (kept?.$$completed !== true) return null;
      const said = Object.entries(kept).filter(([name]) => !name.startsWith('$$'));
      return answered({ ...byName(said), at: momentIn(kept.$$date) });
    },
  },
};
