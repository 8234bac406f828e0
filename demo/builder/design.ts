import type { ConsentModel, Layout, LegalBasis, Texts, UiConfig } from '../../src/api.ts';
import { languageTags } from '../../src/model/languages.ts';
import { services } from '../../src/services/table.ts';

/** What was chosen so far. Plain data: it travels in the address, see `write` and `read`. */
export interface Design {
  readonly policy: string;
  readonly version: string;
  readonly changes: string;
  readonly layout: Layout;
  /** Where a box stands, and where a bar does: each is remembered while the other is tried. */
  readonly corner: Corner;
  readonly edge: 'bottom' | 'top';
  readonly theme: NonNullable<UiConfig['theme']>;
  /** A CSS colour; empty: the colour of the text. */
  readonly accent: string;
  /** Those of the usual three that are asked for. */
  readonly purposes: readonly UsualPurpose[];
  readonly ownPurposes: readonly OwnPurpose[];
  /** Ids in the shipped table, each with the purpose it is used for here; empty: as the table says. */
  readonly services: Readonly<Record<string, string>>;
  readonly ownServices: readonly OwnService[];
  /** `by-region`: opt-out in `optOutIn`, opt-in everywhere else. */
  readonly model: ConsentModel | 'by-region';
  /** ISO 3166 codes, with spaces or commas between them. */
  readonly optOutIn: string;
  /** What the site's server puts into each page for the visitor's region. */
  readonly region: string;
  /** BCP 47; empty: that of the page. */
  readonly language: string;
  /** Words instead of ours, by language. */
  readonly words: Readonly<Record<string, Words>>;
  readonly google: boolean;
  readonly reopen: 'bottom-start' | 'bottom-end' | 'off';
  readonly reopenLabel: string;
  /** Distance of the control from the side and from the bottom, in pixels. */
  readonly aside: number;
  readonly above: number;
  /** The pages will have a link to the preferences. */
  readonly link: boolean;
  /** The address of commsor.js on the site. */
  readonly sdk: string;
}

export const CORNERS = ['top-start', 'top-end', 'bottom-start', 'bottom-end'] as const;
export type Corner = (typeof CORNERS)[number];
export const USUAL_PURPOSES = ['preferences', 'analytics', 'marketing'] as const;
export type UsualPurpose = (typeof USUAL_PURPOSES)[number];

export interface OwnPurpose {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly legalBasis: Exclude<LegalBasis, 'strictly-necessary'>;
}

export interface OwnService {
  readonly id: string;
  readonly title: string;
  readonly purpose: string;
  readonly provider: string;
  readonly policyUrl: string;
  /** Hosts, or hosts with the start of a path, with spaces or commas between them. */
  readonly match: string;
}

export const WORDS = [
  'title',
  'body',
  'reject',
  'accept',
  'preferences',
  'policy',
] as const satisfies (keyof Texts['banner'])[];
export type Word = (typeof WORDS)[number];
export type Words = Readonly<Partial<Record<Word, string>>>;

export const PLAIN: Design = {
  policy: '/privacy',
  version: '',
  changes: '',
  layout: 'box',
  corner: 'bottom-start',
  edge: 'bottom',
  theme: 'auto',
  accent: '',
  purposes: USUAL_PURPOSES,
  ownPurposes: [],
  services: {},
  ownServices: [],
  model: 'opt-in',
  optOutIn: 'US',
  region: '',
  language: '',
  words: {},
  google: false,
  reopen: 'bottom-start',
  reopenLabel: '',
  aside: 16,
  above: 16,
  link: false,
  sdk: '/dist/commsor.js',
};

/** Every optional purpose that the design asks for, in the order in which visitors see them. */
export const purposeIds = (design: Design): string[] => [...design.purposes, ...design.ownPurposes.map(({ id }) => id)];

/** The purpose that a service of the table is used for. */
export const purposeOf = (id: string, { services: chosen }: Design): string =>
  chosen[id] || (services[id as keyof typeof services]?.purposes[0] ?? '');

/** A name for tags, made of the words for people; not one of `taken`. */
export function nameFor(title: string, taken: readonly string[], otherwise: string): string {
  const name =
    title
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || otherwise;
  const free = (number: number): string =>
    taken.includes(`${name}-${number}`) ? free(number + 1) : `${name}-${number}`;
  return taken.includes(name) ? free(2) : name;
}

// ───────────────────────────── in the address ─────────────────────────────

/** How a field is written, and what a stranger's text makes of it; `undefined` where it cannot be that field. */
interface Codec<T> {
  write(value: T): string;
  read(text: string): T | undefined;
}

const text: Codec<string> = { write: (value) => value, read: (value) => value.slice(0, 5000) };
const flag: Codec<boolean> = {
  write: (value) => (value ? 'yes' : 'no'),
  read: (value) => ({ yes: true, no: false })[value],
};
const pixels: Codec<number> = { write: String, read: (value) => (/^\d{1,3}$/.test(value) ? Number(value) : undefined) };
const oneOf = <T extends string>(...known: T[]): Codec<T> => ({
  write: (value) => value,
  read: (value) => known.find((one) => one === value),
});
const usual: Codec<readonly UsualPurpose[]> = {
  write: (value) => value.join(' '),
  read: (value) => USUAL_PURPOSES.filter((one) => value.split(' ').includes(one)),
};
const table: Codec<Design['services']> = {
  write: (value) =>
    Object.entries(value)
      .map(([id, purpose]) => (purpose ? `${id}:${purpose}` : id))
      .join(' '),
  read: (value) =>
    Object.fromEntries(
      value
        .split(' ')
        .map((entry) => entry.split(':'))
        .flatMap(([id = '', purpose = '']) => (Object.hasOwn(services, id) ? [[id, purpose]] : [])),
    ),
};
const isLanguage = (tag: string) => languageTags.split(' ').includes(tag);

/** Lists of records with string fields, and words by language: as JSON, and only the fields that are known. */
const records = <T extends object>(plain: T): Codec<readonly T[]> => ({
  write: JSON.stringify,
  read: (value) => {
    const list = parse(value);
    return Array.isArray(list)
      ? list.slice(0, 100).map((one) => ({ ...plain, ...strings(one, Object.keys(plain)) }))
      : undefined;
  },
});
const words: Codec<Design['words']> = {
  write: JSON.stringify,
  read: (value) =>
    Object.fromEntries(
      Object.entries(parse(value) ?? {})
        .filter(([tag]) => isLanguage(tag))
        .map(([tag, given]) => [tag, strings(given, WORDS)]),
    ),
};

const OWN_PURPOSE: OwnPurpose = { id: '', title: '', description: '', legalBasis: 'consent' };
const OWN_SERVICE: OwnService = { id: '', title: '', purpose: '', provider: '', policyUrl: '', match: '' };
const ownPurposes: Codec<readonly OwnPurpose[]> = {
  write: JSON.stringify,
  read: (value) =>
    records(OWN_PURPOSE)
      .read(value)
      ?.map((purpose) => ({ ...purpose, legalBasis: basis.read(purpose.legalBasis) ?? 'consent' })),
};
const basis = oneOf<OwnPurpose['legalBasis']>('consent', 'legitimate-interest');

const CODECS: { readonly [Name in keyof Design]: Codec<Design[Name]> } = {
  policy: text,
  version: text,
  changes: text,
  layout: oneOf('box', 'bar', 'modal'),
  corner: oneOf(...CORNERS),
  edge: oneOf('bottom', 'top'),
  theme: oneOf('auto', 'light', 'dark'),
  accent: text,
  purposes: usual,
  ownPurposes,
  services: table,
  ownServices: records(OWN_SERVICE),
  model: oneOf('opt-in', 'opt-out', 'notice', 'by-region'),
  optOutIn: text,
  region: text,
  language: { write: (value) => value, read: (value) => (isLanguage(value) ? value : undefined) },
  words,
  google: flag,
  reopen: oneOf('bottom-start', 'bottom-end', 'off'),
  reopenLabel: text,
  aside: pixels,
  above: pixels,
  link: flag,
  sdk: text,
};
const NAMES = Object.keys(CODECS) as (keyof Design)[];

/** The design as the fragment of an address: only what is not plain. */
export function write(design: Design): string {
  const fields = new URLSearchParams();
  const put = <Name extends keyof Design>(name: Name) => {
    const written = CODECS[name].write(design[name]);
    if (written !== CODECS[name].write(PLAIN[name])) fields.set(name, written);
  };
  NAMES.forEach(put);
  return String(fields);
}

/** What a fragment says; a field that says nothing it could mean is plain. */
export function read(fragment: string): Design {
  const fields = new URLSearchParams(fragment.replace(/^#/, ''));
  const found = NAMES.flatMap((name) => {
    const written = fields.get(name);
    const value = written === null ? undefined : CODECS[name].read(written);
    return value === undefined ? [] : [[name, value]];
  });
  return { ...PLAIN, ...Object.fromEntries(found) };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined; // A damaged link: the field is plain.
  }
}

function strings(value: unknown, names: readonly string[]): Record<string, string> {
  const given = Object.entries(typeof value === 'object' && value !== null ? value : {});
  return Object.fromEntries(
    given.filter((entry): entry is [string, string] => names.includes(entry[0]) && typeof entry[1] === 'string'),
  );
}
