import type { GoogleConsentType, Problem } from '../types.ts';
import { adviceOn } from './accent.ts';

type Fields = Record<string, unknown>;
const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isName = (text: string) => /^[a-z0-9_-]+$/.test(text);

const isText = (value: unknown): value is string => typeof value === 'string';
const isListOf = (test: (value: unknown) => boolean) => (value: unknown) => Array.isArray(value) && value.every(test);

const DEFAULT_PURPOSES = ['necessary', 'preferences', 'analytics', 'marketing'];
const MODELS = ['opt-in', 'opt-out', 'notice'];
const GOOGLE_TYPES = [
  'ad_storage', 'ad_user_data', 'ad_personalization', 'analytics_storage', 'functionality_storage', 'personalization_storage', 'security_storage',
] satisfies GoogleConsentType[];
const MARKS = ['data-category', 'data-name', 'data-cookieconsent', 'optanon-category', 'data-cookieyes'];

/** Patterns that can match: a lower-case host without scheme or port, and where it matters the start of a path. */
function isHostList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string' && /^[a-z0-9*][a-z0-9.*-]*(\/\S*)?$/.test(one));
}

/** What a field may be: a word for the sentence, and the test. */
const KINDS = {
  'a string': isText,
  'true or false': (value: unknown) => typeof value === 'boolean',
  'an object': isObject,
  'a list': Array.isArray,
  'a list of hosts such as "example.com" or "example.com/sdk/"': isHostList,
  'a list of strings': isListOf(isText),
  'a list of cookie names': isListOf((one) => isText(one) || (isObject(one) && isText(one.name))),
  '"all" or a list of purposes': (value: unknown) => value === 'all' || isListOf(isText)(value),
  'two CSS lengths, like ["16px", "80px"]': (value: unknown) => isListOf(isText)(value) && (value as string[]).length === 2,
  'a number of days from 1 to 395': (value: unknown) => typeof value === 'number' && value > 0 && value <= 395,
  'a number of milliseconds': (value: unknown) => typeof value === 'number' && value > 0,
  'an http(s) address or a path': (value: unknown) => isText(value) && isWebAddress(value),
  'a string or an object': (value: unknown) => isText(value) || isObject(value),
  'a string or a function': (value: unknown) => isText(value) || typeof value === 'function',
  'true, false or an object': (value: unknown) => typeof value === 'boolean' || isObject(value),
  'letters, digits, _ and - only': (value: unknown) => isText(value) && /^[\w-]+$/.test(value),
} satisfies Record<string, (value: unknown) => boolean>;
type Kind = keyof typeof KINDS | readonly string[] | { readonly each: readonly string[] };

const isOf = (kind: Kind, value: unknown): boolean =>
  typeof kind === 'string' ? KINDS[kind](value) : 'each' in kind ? isListOf((one) => kind.each.includes(one as string))(value) : kind.includes(value as string);
const words = (kind: Kind): string => (typeof kind === 'string' ? kind : 'each' in kind ? `a list of ${kind.each.join(', ')}` : `one of ${kind.join(', ')}`);

/** Every field with its kind: a list of words means one of them, `each` a list of such words; `*` stands for any name. A field that is not here is a slip of the pen. */
const FIELDS: Record<string, Record<string, Kind>> = {
  '': {
    policy: 'an object', purposes: 'an object', services: 'an object', model: MODELS, regions: 'a list', region: 'a string or a function',
    signals: 'an object', storage: 'an object', block: 'a list', blockMode: ['enforce', 'report'], compat: { each: MARKS }, onWithdraw: ['reload-if-ran', 'keep'],
    language: 'a string', texts: 'an object', ui: 'an object', google: 'true, false or an object', records: 'an object', timeout: 'a number of milliseconds', integrations: 'an object',
  },
  policy: { url: 'an http(s) address or a path', version: 'a string', changes: 'a string' },
  purposes: { '*': 'an object' },
  'purposes.*': { title: 'a string', description: 'a string', legalBasis: ['consent', 'legitimate-interest', 'strictly-necessary'], default: 'true or false' },
  services: { '*': 'an object' },
  'services.*': {
    title: 'a string', purposes: 'a list of strings', provider: 'a string', policyUrl: 'an http(s) address or a path', country: 'a string', retention: 'a string',
    cookies: 'a list of cookie names', storageKeys: 'an object', match: 'a list of hosts such as "example.com" or "example.com/sdk/"',
  },
  'services.*.storageKeys': { local: 'a list of strings', session: 'a list of strings', indexedDB: 'a list of strings', caches: 'a list of strings' },
  signals: { dnt: 'an object', gpc: 'an object' },
  'signals.*': { applies: '"all" or a list of purposes', override: ['never', 'explicit'] },
  storage: {
    name: 'letters, digits, _ and - only', domain: 'a string', path: 'a string', sameSite: ['lax', 'strict', 'none'],
    days: 'a number of days from 1 to 395', rejectDays: 'a number of days from 1 to 395',
  },
  ui: {
    layout: ['box', 'bar', 'modal'], position: ['bottom-start', 'bottom-end', 'top-start', 'top-end', 'bottom', 'top'], theme: ['auto', 'light', 'dark'],
    accent: 'a string', reopen: 'true, false or an object', headless: 'true or false',
  },
  // By language or not: the checker does not know the names of the texts, only what they are.
  texts: { '*': 'an object' },
  'texts.*': { '*': 'a string or an object' },
  'texts.*.*': { '*': 'a string or an object' },
  'texts.*.*.*': { '*': 'a string or an object' },
  'ui.reopen': { position: ['bottom-start', 'bottom-end'], offset: 'two CSS lengths, like ["16px", "80px"]', label: 'a string' },
  google: { map: 'an object', dataLayer: 'a string', waitForUpdate: 'a number of milliseconds' },
  'google.map': { '*': { each: GOOGLE_TYPES } },
  records: { endpoint: 'an http(s) address or a path' },
};

/** Everything that is wrong, and every pattern that the law or the visitors will mind, with the way to mend it. Never throws. */
export function check(input: unknown): Problem[] {
  const problems: Problem[] = [];
  // One sentence a field: the first is the plainest.
  const tell = (level: Problem['level'], field: string, fix: string) =>
    void (problems.some((problem) => problem.level === level && problem.field === field) || problems.push({ level, field, fix }));
  const error = (field: string, fix: string) => tell('error', field, fix);
  const warn = (field: string, fix: string) => tell('warning', field, fix);
  if (!isObject(input)) {
    error('configuration', 'must be an object');
    return problems;
  }

  /** Every object at `path`, with the path on which it was found. */
  const find = (path: string): [string, Fields][] =>
    path.split('.').filter(Boolean).reduce<[string, Fields][]>((found, part) => found.flatMap(([parent, value]) =>
      (part === '*' ? Object.keys(value) : [part]).flatMap((key): [string, Fields][] => {
        const inner = Object.hasOwn(value, key) ? value[key] : undefined;
        return isObject(inner) ? [[parent ? `${parent}.${key}` : key, inner]] : [];
      })), [['', input]]);
  const at = (path: string): Fields => find(path)[0]?.[1] ?? {};

  for (const [path, kinds] of Object.entries(FIELDS)) {
    for (const [parent, value] of find(path)) {
      for (const [key, given] of Object.entries(value)) {
        const field = [parent, key || '""'].filter(Boolean).join('.');
        const kind = Object.hasOwn(kinds, key) ? kinds[key] : kinds['*'];
        if (given === undefined) continue;
        if (field === 'commsor-consent-config') error(field, 'its JSON cannot be read: check commas and quotes; until then it is left out');
        else if (!kind) error(field, `is no field; known here: ${Object.keys(kinds).join(', ')}`);
        else if (!isOf(kind, given)) error(field, `must be ${words(kind)}`);
      }
    }
  }

  const purposes = at('purposes');
  const services = at('services');
  const ids = new Set(['necessary', ...(Object.keys(purposes).length ? Object.keys(purposes) : DEFAULT_PURPOSES)]);
  if (at('policy').url === undefined) error('policy.url', 'give the address of your privacy policy, for example data-policy="/privacy"');
  for (const id of ids) {
    if (!isName(id)) error('purposes.' + id, 'name it with a-z, 0-9, _ and - only');
    else if (!DEFAULT_PURPOSES.includes(id) && !at('purposes.' + id).title) error(`purposes.${id}.title`, 'give the name that visitors read');
  }
  for (const [id, service] of Object.entries(services)) {
    const field = 'services.' + id;
    const under = isObject(service) && Array.isArray(service.purposes) ? service.purposes : [];
    const stranger: unknown = under.find((purpose) => !ids.has(purpose));
    if (!isName(id)) error(field, 'name it with a-z, 0-9, _ and - only');
    if (ids.has(id)) error(field, 'a purpose has this name already: rename one of them');
    if (!under.length) error(field + '.purposes', 'name at least one purpose');
    if (isText(stranger)) error(field + '.purposes', `there is no purpose "${stranger}"; there are ${[...ids].join(', ')}`);
    if (isObject(service) && !service.title) warn(field + '.title', 'give the name that visitors read');
  }
  for (const signal of ['dnt', 'gpc']) {
    const { applies } = at('signals.' + signal);
    for (const id of Array.isArray(applies) ? applies.filter(isText) : []) if (!ids.has(id)) error(`signals.${signal}.applies`, `there is no purpose "${id}"; there are ${[...ids].join(', ')}`);
  }
  (Array.isArray(input.regions) ? input.regions : []).forEach((rule: unknown, i: number) => {
    const isRule = isObject(rule) && KINDS['a list of strings'](rule.regions) && MODELS.includes(rule.model as string);
    if (!isRule) error(`regions.${i}`, 'must be like { regions: ["US"], model: "opt-out" }');
  });
  (Array.isArray(input.block) ? input.block : []).forEach((rule: unknown, i: number) => {
    const patterns = isObject(rule) ? [rule.match].flat() : [];
    if (!isObject(rule) || !isHostList(patterns) || typeof rule.consent !== 'string') error(`block.${i}`, 'must be like { match: "example.com", consent: "analytics" }');
  });
  const map = at('google.map');
  if (input.google && !(Object.keys(map).length ? Object.keys(map) : DEFAULT_PURPOSES).some((id) => id !== 'necessary' && (ids.has(id) || Object.hasOwn(services, id)))) {
    error('google', 'none of your purposes is one of the default four: give google.map');
  }

  if (input.records && at('records').endpoint === undefined) error('records.endpoint', 'give the address that records are sent to');

  // What a visitor, or an authority, will mind.
  const model = input.model ?? 'opt-in';
  const rules = (Array.isArray(input.regions) ? input.regions : []).filter(isObject);
  const { days = 182, rejectDays = days } = at('storage') as { days?: number; rejectDays?: number };
  if (KINDS['a number of days from 1 to 395'](days) && days > 182) warn('storage.days', 'more than six months between questions is more than authorities recommend (CNIL 2020-091)');
  if ([days, rejectDays].every(KINDS['a number of days from 1 to 395']) && rejectDays < days) warn('storage.rejectDays', 'a refusal that lapses sooner than a consent asks those who refuse more often');
  const { accent, theme, reopen } = at('ui');
  const advice = isText(accent) && accent && adviceOn(accent, theme);
  if (advice) warn('ui.accent', advice);
  if (reopen === false) warn('ui.reopen', 'keep a link to #consent on every page, so that consent is withdrawn as easily as it is given (GDPR Art. 7(3))');
  if (model === 'opt-out' || rules.some((rule) => rule.model === 'opt-out')) {
    warn('model', 'where opt-out applies, a "Do not sell or share" link to #consent must be easy to find (CCPA regulations, section 7013)');
  }
  for (const [id, purpose] of Object.entries(purposes)) {
    if (!isObject(purpose)) continue;
    if (purpose.default === true && model === 'opt-in') warn(`purposes.${id}.default`, 'has no effect under opt-in: nothing is pre-ticked');
    if (id === 'marketing' && purpose.legalBasis === 'strictly-necessary') warn('purposes.marketing.legalBasis', 'marketing is not strictly necessary to give visitors what they asked for');
  }
  return problems;
}

function isWebAddress(url: string): boolean {
  try {
    return url !== '' && /^https?:$/.test(new URL(url, 'https://site.example/').protocol);
  } catch {
    return false; // What cannot be parsed is no address.
  }
}
