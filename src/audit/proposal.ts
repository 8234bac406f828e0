/** What would hold what is loose: the tag, its configuration, and the edits of the pages. Pure. */
import type { ConsentConfig, ServiceConfig } from '../api.ts';
import { missing, type ServiceAdvice } from './advice.ts';
import { type Rules, type Verdict, allOf } from './edits.ts';
import type { Exceptions } from './findings.ts';
import { isLibraryHost, serviceById, serviceOf } from './naming.ts';
import { type AllowedNames, isNecessary } from './permission.ts';
import type { Edit, HostFinding, Manual } from './report.ts';

/** Where the files of the tag are put in a folder. */
export const TAG_FOLDER = 'commsor';

/** The strictest of the purposes that every site has: for what nobody knows. */
const UNKNOWN = ['marketing'];

const SELF_HOST = 'the page is built with it: host the file yourself, or allow it with --allow';

/** What was seen, as far as it decides what becomes of an address. */
export interface Seen {
  hosts: readonly HostFinding[];
  /** The cookies and entries of storage that are loose. */
  kept: readonly { services: readonly string[] }[];
  allows: Exceptions['allows'];
  /** What the site's own tag knows, where it has one. */
  own?: AllowedNames;
}

/** An id for a host that the table does not know. */
export const idOf = (host: string): string => host.toLowerCase().replaceAll(/[^a-z0-9_-]+/g, '-');

/** What an address of another site waits for. A host that was seen is held if it is loose, others if they would be. */
export function judge(address: URL, isStyle: boolean, seen: Seen): Verdict {
  const host = address.hostname;
  const named = serviceOf(address);
  const finding = seen.hosts.find((one) => one.host === host);
  if (finding ? finding.standing !== 'loose' : isNecessary(named)) return undefined;
  if (seen.allows({ services: named ? [named.id] : [], host })) return undefined;
  // Held, a library breaks what the page does, and a style sheet how it looks; neither follows anybody by itself.
  if (!named && (isStyle || isLibraryHost(host))) return { advice: SELF_HOST };
  return { consent: consentOf(named?.id ?? idOf(host), seen.own) };
}

/** The name that a tag waits for: the service's own, unless the site has a tag that does not know it. */
export function consentOf(id: string, own?: AllowedNames): string {
  if (!own || id in own.services) return id;
  const wanted = serviceById(id)?.service.purposes ?? UNKNOWN;
  const known = wanted.filter((purpose) => purpose in own.purposes);
  return allOf(known.length > 0 ? known : Object.keys(own.purposes).filter((purpose) => purpose !== 'necessary'));
}

/** A place from which an inline script asked for an address, 1-based. */
export interface SeenStart {
  line: number;
  column: number;
  address: URL;
  attribute?: string;
}

/** The rules by which one document is edited. */
export function rulesFor(
  source: { file: string; page: URL; starts: readonly SeenStart[] },
  seen: Seen,
): Omit<Rules, 'tag'> {
  const loose = seen.hosts.filter(({ standing }) => standing === 'loose');
  return {
    file: source.file,
    page: source.page,
    judge: (address, isStyle) => judge(address, isStyle, seen),
    starts: source.starts.flatMap(({ address, ...start }) => {
      const verdict = judge(address, false, seen);
      return verdict && 'consent' in verdict ? { ...start, consent: verdict.consent, host: address.hostname } : [];
    }),
    looseHosts: loose.map(({ host }) => host),
    looseServices: new Set([...loose, ...seen.kept].flatMap(({ services }) => services)),
    consentOf: (id) => consentOf(id, seen.own),
  };
}

/** The services that ask Google's data layer for consent; others of Google's know nothing of it. */
const GOOGLE_TAGS = [
  'google-ads',
  'google-ad-manager',
  'google-analytics',
  'google-campaign-manager',
  'google-tag-manager',
];

/** The configuration under which the edits work: the services that they name, and those that are loose. */
export function configurationFor(
  edits: readonly Edit[],
  hosts: readonly HostFinding[],
  { policyUrl, guards }: { policyUrl: string; guards: boolean },
): Partial<ConsentConfig> {
  const loose = hosts.filter(({ standing }) => standing === 'loose');
  const hostOf = new Map(edits.flatMap((edit) => edit.hosts.map((host) => [idOf(host), host] as const)));
  const named = edits.flatMap(({ consent }) => consent?.split(' ') ?? []);
  // What a script file asks for is in no edit; where the guard is to hold that, it has to know the host.
  const strangers = guards ? loose.filter(({ services, host }) => services.length === 0 && !isLibraryHost(host)) : [];
  for (const { host } of strangers) hostOf.set(idOf(host), host);
  const ids = new Set([...named, ...loose.flatMap((one) => one.services), ...strangers.map(({ host }) => idOf(host))]);
  const services: Record<string, ServiceConfig> = {};
  for (const id of [...ids].toSorted()) {
    const host = hostOf.get(id);
    const row = serviceById(id)?.service ?? (host ? { title: host, purposes: UNKNOWN, match: [host] } : undefined);
    if (row) services[id] = row;
  }
  return {
    policy: { url: policyUrl },
    services,
    ...(GOOGLE_TAGS.some((id) => id in services) ? { google: true } : {}),
    ...(guards ? { block: [] } : {}),
  };
}

/**
 * The two lines for `<head>`; `base` is the folder of the tag's files as the page asks for it. A browser reads scripts
 * in the encoding of the page, unless it is told theirs.
 */
export const tagLines = (base: string, guards: boolean, isUtf8 = true): string[] =>
  ['config.js', guards ? 'commsor.guarded.js' : 'commsor.js'].map(
    (file) => `<script${isUtf8 ? '' : ' charset="utf-8"'} src="${base}${file}"></script>`,
  );

/** Whether a page writes addresses of its own site from the root; a site that does lies at the root of its host. */
export const writesFromRoot = (html: string): boolean => /\s(?:src|href)\s*=\s*["']?\/(?!\/)/i.test(html);

/** The tag's folder as the pages of a site ask for it: from the root, or from where `file` is. */
export const tagBase = (file: string, fromRoot: boolean): string =>
  `${fromRoot ? '/' : '../'.repeat(file.split('/').length - 1)}${TAG_FOLDER}/`;

const ASSIGNMENT = 'window.commsorConsentConfig = ';

/** The file that holds the configuration, and above it what visitors miss until they agree. */
export const configFile = (configuration: Partial<ConsentConfig>, services: readonly ServiceAdvice[]): string =>
  [
    '// Written by `npx @commsor/consent audit --write`. Every field: docs/configuration.md',
    ...services.flatMap(({ title, depends }) => (depends ? [`// ${title}: ${missing(depends)}`] : [])),
    `${ASSIGNMENT}${JSON.stringify(configuration, null, 2)};`,
    '',
  ].join('\n');

/** Something that a script in a document asks for, and no edit holds. */
export interface OpenStart {
  file: string;
  line: number;
  host: string;
}

/** What loose hosts are not held by any edit, and what to do about each. */
export function leftOver(
  hosts: readonly HostFinding[],
  isCovered: (file: string, line: number) => boolean,
  { edits, manual, starts }: { edits: readonly Edit[]; manual: readonly Manual[]; starts: readonly OpenStart[] },
): Manual[] {
  const held = new Set(edits.flatMap(({ consent }) => consent?.split(' ') ?? []));
  return hosts
    .filter(({ standing }) => standing === 'loose')
    .flatMap(({ host, services, places, page }): Manual[] => {
      const told = manual.filter((item) => item.host === host);
      const open = places.filter(
        ({ file, line }) => !isCovered(file, line) && !told.some((item) => item.file === file),
      );
      const names = services.length > 0 ? services : [idOf(host)];
      const scripts = open.filter(({ file }) => isScript(file));
      const sheets = open.filter(({ file }) => isSheet(file));
      const inPages = starts.filter((start) => start.host === host);
      if (scripts.length + sheets.length + inPages.length > 0)
        return [
          ...[...scripts, ...inPages].map(({ file, line }) => ({ file, line, host, advice: startLater(names) })),
          ...sheets.map((place) => ({ ...place, host, advice: 'the style sheet asks for it: host the file yourself' })),
        ];
      if (told.length > 0 || places.length > open.length || names.some((name) => held.has(name))) return [];
      const advice = services.length === 0 && isLibraryHost(host) ? SELF_HOST : 'find what loads it and tag that';
      return [{ file: open[0]?.file ?? page, line: open[0]?.line ?? 0, host, advice }];
    });
}

const startLater = (names: readonly string[]) =>
  `start it in commsorConsent.when('${names[0] ?? ''}').then(…), or let commsor.guarded.js hold what it asks for`;

const isSheet = (file: string) => /\.css([?#]|$)/i.test(file);
export const isScript = (file: string): boolean => /\.[cm]?js([?#]|$)/i.test(file);

/** The address of the privacy policy among a page's links, as a path where it is the site's own. */
export function policyAmong(links: readonly { href: string; text: string }[], page: URL): string | undefined {
  const link = links.find(({ href, text }) => POLICY.test(href) || POLICY.test(text));
  if (!link || !URL.canParse(link.href, page)) return undefined;
  const { origin, pathname, search, href } = new URL(link.href, page);
  return origin === page.origin ? pathname + search : href;
}

const POLICY = /privacy|datenschutz|confidentialit|privacidad|privacidade|privacybeleid|prywatno|integritet|privatliv/i;
