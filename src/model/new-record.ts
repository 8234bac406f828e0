import type { Choice, ConsentModel, ConsentRecord, StorageConfig } from '../api.ts';
import type { Config } from './config.ts';
import { inDays } from './record.ts';
import { aPositiveNumber, aText, oneOf } from './coerce.ts';

/** No consent outlives thirteen months (CNIL 2020-091), in days; browsers keep no cookie longer than 400. */
export const MAX_DAYS = 395;

/** Where and how long an answer is kept: what the site wrote, and the defaults. */
export function storageTerms({ storage }: Pick<Config, 'storage'>): Required<StorageConfig> {
  const days = Math.min(MAX_DAYS, aPositiveNumber(storage.days) ?? 182);
  return {
    name: storage.name,
    domain: aText(storage.domain) ?? '',
    path: aText(storage.path) ?? '/',
    sameSite: oneOf(storage.sameSite, 'lax', 'strict', 'none') ?? 'lax',
    days,
    rejectDays: Math.min(MAX_DAYS, aPositiveNumber(storage.rejectDays) ?? days),
  };
}

/** What is new in a record; the rest follows. */
export type Answer = Pick<ConsentRecord, 'choices' | 'event' | 'method' | 'language' | 'signals'>;

/** The record that follows `before` when names of `config` are answered at `now`, in milliseconds since 1970. */
export function createRecord(before: ConsentRecord | null, answer: Answer, config: Config, now: number): ConsentRecord {
  const { purposes, services, policy } = config;
  const { days, rejectDays } = storageTerms(config);
  const choices: Record<string, Choice> = Object.assign(Object.create(null), before?.choices);
  const revisions: Record<string, string> = Object.assign(Object.create(null), before?.revisions);
  // What no longer counts is not carried on: under the new date and signals it would count again.
  const dropGrants = (names: readonly string[]) =>
    names.filter((name) => choices[name] === 'granted').forEach((name) => delete choices[name]);
  if (before && before.expiresAt <= now) dropGrants(Object.keys(choices));
  let isPart = false;
  for (const { id, legalBasis, signals, meanings } of purposes.values()) {
    const under = [...services.values()]
      .filter((service) => service.purposes.includes(id))
      .map((service) => service.id);
    if (answer.choices[id]) {
      revisions[id] = meanings.join('');
      // An answer to a purpose speaks for its services, unless they are answered in the same breath.
      for (const service of under) delete choices[service];
    } else {
      isPart ||= legalBasis !== 'strictly-necessary';
      if (
        signals.some(({ name, override }) => override === 'explicit' && answer.signals[name] && !before?.signals[name])
      )
        dropGrants([id, ...under]);
    }
  }
  Object.assign(choices, answer.choices);
  for (const { id, purposes: under } of services.values()) {
    // What its purposes said then, unless their own answers tell. A refusal counts whatever it was about.
    const isAlone = answer.choices[id] === 'granted' && under.some((name) => !choices[name]);
    if (isAlone) revisions[id] = under.map((name) => purposes.get(name)?.meanings[0]).join('');
    else if (answer.choices[id]) delete revisions[id];
  }
  for (const name of Object.keys(revisions)) if (!choices[name]) delete revisions[name];
  // Later records are always newer, also when the clock was set back: other tabs go by it.
  const givenAt = Math.max(now, (before?.givenAt ?? 0) + 1);
  return {
    ...answer,
    id: [...crypto.getRandomValues(new Uint32Array(3))].map((part) => part.toString(36)).join(''),
    givenAt,
    // An answer to a part of the question does not prolong the rest.
    expiresAt:
      isPart && before && before.expiresAt > givenAt
        ? before.expiresAt
        : givenAt + inDays(Object.values(choices).includes('granted') ? days : rejectDays),
    policyVersion: policy.version,
    choices,
    revisions,
  };
}

/** The text that is stored, see core/record.ts. */
export function encodeRecord({
  id,
  givenAt,
  expiresAt,
  policyVersion,
  event,
  method,
  language,
  signals,
  choices,
  revisions,
}: ConsentRecord): string {
  const list = (choice: Choice) =>
    Object.keys(choices)
      .filter((name) => choices[name] === choice)
      .map((name) => name + (revisions[name] ? '*' + revisions[name] : ''))
      .join('.');
  // A record that was read may hold anything in its texts.
  const [i, p, l] = [id, policyVersion, language].map(encodeURIComponent);
  return (
    `v=1&id=${i}&t=${givenAt}&x=${expiresAt}&p=${p}&e=${event}&m=${method}&l=${l}` +
    `&s=${signals.dnt ? 'dnt' : ''}${signals.gpc ? 'gpc' : ''}&granted=${list('granted')}&denied=${list('denied')}`
  );
}

/**
 * How long `record` is to be stored, in milliseconds since 1970. A refusal where silence would allow is kept as long as
 * the law lets us, so that it never lapses into permission.
 */
export function keptUntil(
  { choices, expiresAt }: ConsentRecord,
  { purposes, services }: Config,
  model: ConsentModel,
): number {
  const isSilenceYes = (id: string) => model !== 'opt-in' || (purposes.get(id)?.legalBasis ?? 'consent') !== 'consent';
  const isGuard = Object.keys(choices).some(
    (name) => choices[name] === 'denied' && (services.get(name)?.purposes ?? [name]).some(isSilenceYes),
  );
  return isGuard ? Date.now() + inDays(MAX_DAYS) : expiresAt;
}
