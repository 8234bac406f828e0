import type { ConsentState, Decision, Language } from '../../api.ts';
import { aText } from '../../model/coerce.ts';
import type { Config, Purpose, Service } from '../../model/config.ts';
import { readController } from '../../model/controller.ts';
import { longestDays } from '../../model/new-record.ts';
import { factsOfPurpose } from '../purpose-facts.ts';
import { wordsOf } from '../purpose-words.ts';
import { gapOf, inOnePiece } from '../sentence.ts';
import { factsOf } from '../service-facts.ts';
import { element, type Markup, type Piece } from './markup.ts';

/** What is declared, to whom. */
export interface Subject {
  readonly config: Config;
  readonly language: Language;
  /** What holds for the visitor; `null` for a copy that everybody reads. */
  readonly state: ConsentState | null;
  /** The host of the site; empty where it is not known. */
  readonly host: string;
  /** The level of the headings, from 1 to 6. */
  readonly level: number;
}

/** The purposes of a site, what each rests on, and the services below it. Pure: the same everywhere. */
export function declarationOf(subject: Subject): Markup {
  const { config, language, state } = subject;
  const { tag, dir, texts } = language;
  const sections = [...config.purposes.values()].map((purpose) => sectionOf(purpose, subject));
  return element(
    'div',
    state ? { class: 'all', lang: tag, dir } : { 'data-consent-declaration': '', lang: tag, dir: dir === 'rtl' && dir },
    state !== null && element('p', {}, answerOf(state, language)),
    state !== null &&
      element(
        'button',
        { part: 'preferences', type: 'button', 'data-consent-action': 'preferences' },
        texts.reopen.label,
      ),
    ...sections,
  );
}

/** When the visitor answered, or that a signal did, or nobody. */
function answerOf({ record, status }: ConsentState, { tag, texts: { rights: words } }: Language): string {
  if (!record) return status === 'decided' ? words.bySignal : words.unanswered;
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short' });
  return `${words.answered} ${inOnePiece(date.format(record.givenAt))}`;
}

function sectionOf(purpose: Purpose, subject: Subject): Markup {
  const { config, language, state, level } = subject;
  const { id } = purpose;
  const { texts } = language;
  const { title, description = '' } = wordsOf(id, config.purposes, texts);
  const decision = state?.decisions[id];
  const facts = factsOfPurpose(purpose, decision, (state ?? config).model, texts.preferences, texts.rights);
  const services = [...config.services.values()].filter((service) => service.purposes.includes(id));
  return element(
    'section',
    { part: state ? 'purpose' : undefined },
    element(`h${level}`, {}, `${title}`),
    decision && stateOf(decision, language, 'p'),
    element('p', {}, `${description}${gapOf(description)}${facts}`.trim()),
    ...(id === 'necessary' ? [ourOwn(subject)] : []),
    ...services.map((service) => tableOf(service, subject)),
  );
}

/** What holds for the visitor, and why where a signal decides. */
function stateOf(decision: Decision, { texts }: Language, tag: 'p' | 'span'): Markup {
  const { allowed, reason, signal } = decision;
  const { declaration: words, preferences } = texts;
  const state = reason === 'necessary' ? preferences.alwaysOn : allowed ? words.allowed : words.refused;
  const why =
    signal && reason === 'signal' && tag === 'p' ? ` · ${texts.signals[signal]} ${texts.signals.honoured}` : '';
  return element(tag, { part: 'state', class: allowed ? 'on' : 'off' }, state + why);
}

function tableOf(service: Service, { language, state }: Subject): Markup {
  const { tag, texts } = language;
  const { preferences, rights, declaration } = texts;
  const decision = state?.decisions[service.id];
  const storage = storedBy(service);
  return table(service.title, decision && stateOf(decision, language, 'span'), [
    ...factsOf(service, preferences, rights, tag),
    [declaration.storage, storage],
    [preferences.policy, linkTo(service.policyUrl)],
  ]);
}

/** Our own cookie, by its name, and how long it is kept. */
function ourOwn({ config, language, state, host }: Subject): Markup {
  const { tag, texts } = language;
  const { preferences: words } = texts;
  const days = new Intl.NumberFormat(tag, { style: 'unit', unit: 'day', unitDisplay: 'long' });
  const always = state && stateOf({ allowed: true, reason: 'necessary' }, language, 'span');
  return table(words.title, always ?? undefined, [
    [words.provider, readController(config).name || host],
    [words.retention, days.format(longestDays(config, (state ?? config).model))],
    [words.cookies, config.storage.name],
  ]);
}

/** A caption and rows of label and fact; what is not said is left out. A live one is no table to small screens. */
function table(title: string, state: Piece, rows: readonly (readonly [string, Piece])[]): Markup {
  const role = (name: string) => (state ? name : undefined);
  const lines = rows
    .filter(([, fact]) => fact)
    .map(([label, fact]) =>
      element(
        'tr',
        { role: role('row') },
        element('th', { scope: 'row', role: role('rowheader') }, label),
        element('td', { role: role('cell') }, typeof fact === 'object' ? fact : element('bdi', {}, `${fact}`)),
      ),
    );
  return element(
    'table',
    { part: role('service'), role: role('table') },
    element('caption', {}, element('bdi', {}, `${title}`), state && ' ', state),
    lines.length > 0 && element('tbody', { role: role('rowgroup') }, ...lines),
  );
}

/** What a service keeps beside cookies, each with where. */
function storedBy({ storageKeys }: Service): string {
  const places = { local: 'localStorage', session: 'sessionStorage', indexedDB: 'IndexedDB', caches: 'Cache Storage' };
  return (Object.keys(places) as (keyof typeof places)[])
    .flatMap((kind) => [storageKeys?.[kind] ?? []].flat().map((name) => `${name} (${places[kind]})`))
    .join(', ');
}

/** A web address, or a path of this site, as a link: `javascript:` is no policy. */
function linkTo(written: unknown): Piece {
  const address = aText(written);
  if (!/^(https?:|[/?#.]|[^:]*$)/i.test(address) || !address) return '';
  const [, host = address] = /^https?:\/\/([^/?#]+)/i.exec(address) ?? [];
  return element('a', { href: address, target: '_blank', rel: 'noopener' }, host);
}
