import type { Problem } from '../types.ts';

type Fields = Record<string, unknown>;
const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isName = (text: string) => /^[a-z0-9_-]+$/.test(text);

const DEFAULT_PURPOSES = ['necessary', 'preferences', 'analytics', 'marketing'];

/** What a field may be: a word for the sentence, and the test. */
const KINDS = {
  'a string': (value: unknown) => typeof value === 'string',
  'true or false': (value: unknown) => typeof value === 'boolean',
  'an object': isObject,
  'a list': Array.isArray,
  'a list of strings': (value: unknown) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
  'a number of days from 1 to 395': (value: unknown) => typeof value === 'number' && value > 0 && value <= 395,
  'a number of milliseconds': (value: unknown) => typeof value === 'number' && value > 0,
  'an http(s) address or a path': (value: unknown) => typeof value === 'string' && isWebAddress(value),
  'a string or a function': (value: unknown) => typeof value === 'string' || typeof value === 'function',
  'true, false or an object': (value: unknown) => typeof value === 'boolean' || isObject(value),
  'letters, digits, _ and - only': (value: unknown) => typeof value === 'string' && /^[\w-]+$/.test(value),
} satisfies Record<string, (value: unknown) => boolean>;
type Kind = keyof typeof KINDS | readonly string[];

/** Every field with its kind: a list of words means one of them. A field that is not here is a slip of the pen. */
const FIELDS: Record<string, Record<string, Kind>> = {
  '': {
    policy: 'an object', purposes: 'an object', services: 'an object', model: ['opt-in', 'opt-out', 'notice'], regions: 'a list', region: 'a string or a function',
    signals: 'an object', storage: 'an object', block: 'a list', blockMode: ['enforce', 'report'], compat: 'a list of strings', onWithdraw: ['reload-if-ran', 'keep'],
    language: 'a string', texts: 'an object', ui: 'an object', google: 'true, false or an object', records: 'an object', timeout: 'a number of milliseconds', integrations: 'an object',
  },
  policy: { url: 'an http(s) address or a path', version: 'a string', changes: 'a string' },
  'purposes.*': { title: 'a string', description: 'a string', legalBasis: ['consent', 'legitimate-interest', 'strictly-necessary'], default: 'true or false' },
  'services.*': {
    title: 'a string', purposes: 'a list of strings', provider: 'a string', policyUrl: 'an http(s) address or a path', country: 'a string', retention: 'a string',
    cookies: 'a list', storageKeys: 'an object', match: 'a list of strings',
  },
  signals: { dnt: 'an object', gpc: 'an object' },
  'signals.*': { override: ['never', 'explicit'] },
  storage: {
    name: 'letters, digits, _ and - only', domain: 'a string', path: 'a string', sameSite: ['lax', 'strict', 'none'],
    days: 'a number of days from 1 to 395', rejectDays: 'a number of days from 1 to 395',
  },
  ui: {
    layout: ['box', 'bar', 'modal'], position: ['bottom-start', 'bottom-end', 'top-start', 'top-end', 'bottom', 'top'], theme: ['auto', 'light', 'dark'],
    accent: 'a string', reopen: 'true, false or an object', headless: 'true or false',
  },
  records: { endpoint: 'an http(s) address or a path' },
};

/** Everything that is wrong, and every pattern that the law or the visitors will mind, with the way to mend it. Never throws. */
export function check(input: unknown): Problem[] {
  const problems: Problem[] = [];
  const error = (field: string, fix: string) => void problems.push({ level: 'error', field, fix });
  const warn = (field: string, fix: string) => void problems.push({ level: 'warning', field, fix });
  if (!isObject(input)) {
    error('configuration', 'must be an object');
    return problems;
  }

  const at = (path: string): Fields => {
    let value: unknown = input;
    for (const key of path.split('.').filter(Boolean)) value = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    return isObject(value) ? value : {};
  };
  const places = Object.keys(FIELDS).flatMap((path): [string, Record<string, Kind>][] => {
    const fields = FIELDS[path] ?? {};
    if (!path.endsWith('.*')) return [[path, fields]];
    const parent = path.slice(0, -2);
    return Object.keys(at(parent)).map((key) => [`${parent}.${key}`, fields]);
  });
  for (const [path, kinds] of places) {
    for (const [key, value] of Object.entries(at(path))) {
      const field = path ? `${path}.${key}` : key;
      const kind = Object.hasOwn(kinds, key) ? kinds[key] : undefined;
      if (value === undefined || (path.startsWith('signals.') && key === 'applies')) continue;
      if (field === 'commsor-consent-config') error(field, 'its JSON cannot be read: check commas and quotes; until then it is left out');
      else if (!kind) error(field, `is no field; known here: ${Object.keys(kinds).join(', ')}`);
      else if (typeof kind === 'string' ? !KINDS[kind](value) : !kind.includes(value as string)) {
        error(field, typeof kind === 'string' ? `must be ${kind}` : `must be one of ${kind.join(', ')}`);
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
    if (!isObject(service)) error(field, 'must be an object');
    if (!isName(id)) error(field, 'name it with a-z, 0-9, _ and - only');
    if (ids.has(id)) error(field, 'a purpose has this name already: rename one of them');
    if (!under.length) error(field + '.purposes', 'name at least one purpose');
    if (stranger !== undefined) error(field + '.purposes', `there is no purpose "${String(stranger)}"; there are ${[...ids].join(', ')}`);
    if (isObject(service) && !service.title) warn(field + '.title', 'give the name that visitors read');
  }
  for (const signal of ['dnt', 'gpc']) {
    const { applies } = at('signals.' + signal);
    if (applies === undefined || applies === 'all') continue;
    if (!Array.isArray(applies)) error(`signals.${signal}.applies`, 'must be "all" or a list of purposes');
    else for (const id of applies) if (!ids.has(id)) error(`signals.${signal}.applies`, `there is no purpose "${String(id)}"`);
  }
  (Array.isArray(input.regions) ? input.regions : []).forEach((rule: unknown, i: number) => {
    const isRule = isObject(rule) && KINDS['a list of strings'](rule.regions) && ['opt-in', 'opt-out', 'notice'].includes(String(rule.model));
    if (!isRule) error(`regions.${i}`, 'must be like { regions: ["US"], model: "opt-out" }');
  });
  (Array.isArray(input.block) ? input.block : []).forEach((rule: unknown, i: number) => {
    if (!isObject(rule) || !rule.match || typeof rule.consent !== 'string') error(`block.${i}`, 'must be like { match: "example.com", consent: "analytics" }');
  });
  const map = at('google.map');
  if (input.google && !(Object.keys(map).length ? Object.keys(map) : DEFAULT_PURPOSES).some((id) => id !== 'necessary' && (ids.has(id) || Object.hasOwn(services, id)))) {
    error('google', 'none of your purposes is one of the default four: give google.map');
  }

  // What a visitor, or an authority, will mind.
  const model = input.model ?? 'opt-in';
  const rules = (Array.isArray(input.regions) ? input.regions : []).filter(isObject);
  if (Number(at('storage').days) > 182) warn('storage.days', 'more than six months between questions is more than authorities recommend (CNIL 2020-091)');
  if (Number(at('storage').rejectDays) < Number(at('storage').days ?? 182)) warn('storage.rejectDays', 'a refusal that lapses sooner than a consent asks those who refuse more often');
  if (at('ui').reopen === false) warn('ui.reopen', 'keep a link to #consent on every page, so that consent is withdrawn as easily as it is given (GDPR Art. 7(3))');
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
