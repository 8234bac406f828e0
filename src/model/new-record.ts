import type { Choice, ConsentModel, ConsentRecord, StorageConfig } from '../api.ts';
import type { Config } from './config.ts';
import { aPositiveNumber, aText, oneOf } from './coerce.ts';
import { isCurrent, optionalPurposes } from './news.ts';
import { encodeRecord, inDays, MAX_LENGTH } from './record.ts';

/** No consent outlives thirteen months (CNIL 2020-091), in days; browsers keep no cookie longer than 400. */
export const MAX_DAYS = 395;

type Days = Required<Pick<StorageConfig, 'days' | 'rejectDays'>>;

/** How long an answer counts, and one that grants nothing: what the site wrote, and the defaults. */
export function daysOf({ storage }: Pick<Config, 'storage'>): Days {
  const days = Math.min(MAX_DAYS, aPositiveNumber(storage.days) ?? 182);
  return { days, rejectDays: Math.min(MAX_DAYS, aPositiveNumber(storage.rejectDays) ?? days) };
}

/** Where an answer is kept: what the site wrote, and the defaults. */
export const storageTerms = ({ storage }: Pick<Config, 'storage'>): Required<Omit<StorageConfig, keyof Days>> => ({
  name: storage.name,
  domain: aText(storage.domain),
  path: aText(storage.path, '/'),
  sameSite: oneOf(storage.sameSite, 'lax', 'strict', 'none') ?? 'lax',
});

/** What is new in a record; the rest follows. */
export type Answer = Pick<ConsentRecord, 'choices' | 'event' | 'method' | 'language' | 'signals'>;

/** So long may a new text be: what a cookie can hold, less room for its name, in bytes. */
const ROOM = MAX_LENGTH - 256;

/** The record that follows `before` when names of `config` are answered at `now`, in milliseconds since 1970. */
export function createRecord(before: ConsentRecord | null, answer: Answer, config: Config, now: number): ConsentRecord {
  const record = follow(before, answer, config, now);
  // No page of the site has written that much: only what was refused here goes on, so that the new answer sticks.
  return before && encodeRecord(record).length > ROOM
    ? follow(refusalsIn(before, config), answer, config, now)
    : record;
}

function follow(before: ConsentRecord | null, answer: Answer, config: Config, now: number): ConsentRecord {
  const { purposes, services, policy } = config;
  const { days, rejectDays } = daysOf(config);
  // Without prototypes: what a page puts on that of all objects is no answer.
  const answers: Record<string, Choice> = Object.assign(Object.create(null), answer.choices);
  const choices: Record<string, Choice> = Object.assign(Object.create(null), before?.choices);
  const revisions: Record<string, string> = Object.assign(Object.create(null), before?.revisions);
  // What no longer counts is not carried on: under the new date and signals it would count again.
  const dropGrants = (names: readonly string[]) =>
    names.filter((name) => choices[name] === 'granted').forEach((name) => delete choices[name]);
  if (before && !isCurrent(before, now)) dropGrants(Object.keys(choices));
  let isPart = false;
  for (const { id, isOptional, signals, meanings } of purposes.values()) {
    const under = [...services.values()]
      .filter((service) => service.purposes.includes(id))
      .map((service) => service.id);
    if (answers[id]) {
      revisions[id] = meanings.join('');
      // An answer to a purpose speaks for its services, unless they are answered in the same breath.
      for (const service of under) delete choices[service];
    } else {
      isPart ||= isOptional;
      if (
        signals.some(({ name, override }) => override === 'explicit' && answer.signals[name] && !before?.signals[name])
      )
        dropGrants([id, ...under]);
    }
  }
  Object.assign(choices, answers);
  for (const { id, purposes: under } of services.values()) {
    // What its purposes said then, unless their own answers tell. A refusal counts whatever it was about.
    const isAlone = answers[id] === 'granted' && under.some((name) => !choices[name]);
    if (isAlone) revisions[id] = under.map((name) => purposes.get(name)?.meanings[0]).join('');
    else if (answers[id]) delete revisions[id];
  }
  for (const name of Object.keys(revisions)) if (!choices[name]) delete revisions[name];
  // Later records are always newer, also when the clock was set back: other tabs go by it.
  const givenAt = Math.max(now, (before?.givenAt ?? 0) + 1);
  return {
    ...answer,
    id: randomId(),
    givenAt,
    // An answer to a part of the question does not prolong the rest.
    expiresAt:
      isPart && before && isCurrent(before, givenAt)
        ? before.expiresAt
        : givenAt + inDays(Object.values(choices).includes('granted') ? days : rejectDays),
    policyVersion: policy.version,
    choices,
    revisions,
  };
}

/** `before` with nothing in it but what was refused of what `config` knows. */
function refusalsIn(before: ConsentRecord, { purposes, services }: Config): ConsentRecord {
  const refused = [...purposes.keys(), ...services.keys()].filter((name) => before.choices[name] === 'denied');
  return { ...before, choices: Object.fromEntries(refused.map((name) => [name, 'denied'])), revisions: {} };
}

/** 96 random bits in base 36. An id resists no one: where the browser's own numbers are missing, any will do. */
function randomId(): string {
  const parts = new Uint32Array(3);
  try {
    crypto.getRandomValues(parts);
  } catch {
    parts.forEach((_, index) => (parts[index] = Math.random() * 2 ** 32));
  }
  return [...parts].map((part) => part.toString(36)).join('');
}

/** Whether silence allows a purpose, here or where one of the site's rules holds. */
const isSilenceYes = (id: string, { purposes, regions }: Config, model: ConsentModel): boolean =>
  model !== 'opt-in' ||
  (purposes.get(id)?.legalBasis ?? 'consent') !== 'consent' ||
  // Wherever that is: who refused at home is not measured on a journey.
  regions.some(({ exempt = [] }) => exempt.includes(id));

/**
 * How long `record` is to be stored, in milliseconds since 1970. A refusal where silence would allow is kept as long as
 * the law lets us, so that it never lapses into permission.
 */
export function keptUntil(
  { choices, expiresAt }: Pick<ConsentRecord, 'choices' | 'expiresAt'>,
  config: Config,
  model: ConsentModel,
): number {
  const isGuard = Object.keys(choices).some(
    (name) =>
      choices[name] === 'denied' &&
      (config.services.get(name)?.purposes ?? [name]).some((id) => isSilenceYes(id, config, model)),
  );
  return isGuard ? Date.now() + inDays(MAX_DAYS) : expiresAt;
}

/** For how long an answer may be kept at most, in days: a refusal of everything may be kept longer than it counts. */
export function longestDays(config: Config, model: ConsentModel): number {
  const { days, rejectDays } = daysOf(config);
  return optionalPurposes(config).some((id) => isSilenceYes(id, config, model)) ? MAX_DAYS : Math.max(days, rejectDays);
}
