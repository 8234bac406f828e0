import type { Choice, ConsentRecord } from '../api.ts';
import { sweepAtOnce } from '../answer/sweep.ts';
import type { TakeOverNeeds } from '../lazy.ts';
import { listOf, ownFields } from '../model/coerce.ts';
import { createRecord } from '../model/new-record.ts';
import { isCurrent, optionalPurposes } from '../model/news.ts';
import { fromDocument } from '../page.ts';
import type { Store } from '../store.ts';
import { KEEPERS, type Answer, type Kept } from './answers.ts';
import { translator } from './names.ts';
import { toolsNamed, type Tool } from './tools.ts';

/**
 * Takes over the answer that a tool which `compat` names keeps in this browser, where it speaks of ours: every refusal,
 * and those grants of which the site says, in `migrate.grants`, that they were given for the same. What the tool kept
 * goes when our own answer is kept.
 */
export function takeOver({ store, stored, keep }: TakeOverNeeds): void {
  const { config } = store;
  const kept = keptHere();
  for (const [name, tool] of toolsNamed(config.compat)) {
    const keeper = Object.hasOwn(KEEPERS, name) ? KEEPERS[name] : undefined;
    const answer = keeper?.read(kept);
    const record = answer && recordOf(answer, tool, config);
    if (!keeper || !record) continue;
    const { cookies, local } = keeper;
    void store.commit(record, 'restored');
    keep(record);
    if (stored.read()) sweepAtOnce({ id: name, title: name, purposes: [], cookies, storageKeys: { local } });
    return;
  }
}

function recordOf(answer: Answer, tool: Tool, config: Store['config']): ConsentRecord | null {
  const translate = translator(config);
  const optional = optionalPurposes(config);
  const isOptional = (name: string) =>
    optional.includes(name) || !!config.services.get(name)?.purposes.some((purpose) => optional.includes(purpose));
  const ours = (names: readonly string[]) =>
    names.flatMap((name) => translate(tool, name)?.split(/\s+/) ?? []).filter(isOptional);
  const withPurposes = (names: readonly string[]) => [...names, ...settledBy(names, config)];
  const granted = withPurposes(ours(answer.granted));
  const same = listOf<string>(ownFields<{ grants: unknown }>(config.migrate).grants);
  const denied = [
    ...withPurposes(ours(answer.denied)),
    ...Object.entries(answer.services ?? {}).flatMap(([group, names]) => notAmong(ours(names), ours([group]), config)),
    ...(answer.isWhole ? optional.filter((name) => !granted.includes(name)) : []),
  ];
  const build = (grants: readonly string[], at: number) => {
    // Refusals last: what one of their groups grants and another refuses is refused.
    const choices: Record<string, Choice> = Object.fromEntries([
      ...grants.map((name) => [name, 'granted'] as const),
      ...denied.map((name) => [name, 'denied'] as const),
    ]);
    const event = Object.values(choices).includes('granted') ? ('given' as const) : ('refused' as const);
    const signals = { dnt: false, gpc: false };
    const language = fromDocument('documentElement').lang;
    return Object.keys(choices)[0]
      ? createRecord(null, { choices, event, method: 'api', language, signals }, config, at)
      : null;
  };
  const now = Date.now();
  const full = build(
    granted.filter((name) => same.includes(name)),
    answer.at ?? now,
  );
  // A grant lapses by the day it was given; a refusal is taken as if it were said today.
  return isCurrent(full, now) ? full : build([], now);
}

/** Our services of `purposes` that are not among those that were `chosen`. */
const notAmong = (chosen: readonly string[], purposes: readonly string[], config: Store['config']): string[] =>
  [...config.services]
    .filter(([id, service]) => !chosen.includes(id) && service.purposes.some((purpose) => purposes.includes(purpose)))
    .map(([id]) => id);

/** The optional purposes of which somebody has answered for every service, and so for them. */
const settledBy = (names: readonly string[], config: Store['config']): string[] =>
  optionalPurposes(config).filter((purpose) => {
    const services = [...config.services].filter(([, service]) => service.purposes.includes(purpose));
    return services[0] && services.every(([id]) => names.includes(id));
  });

/** What this browser keeps, where a script can see it. */
function keptHere(): Kept {
  const cookies: Record<string, string> = Object.create(null);
  for (const pair of textOfCookies().split('; ')) {
    const at = pair.indexOf('=');
    if (at > 0) cookies[pair.slice(0, at)] ??= decoded(pair.slice(at + 1));
  }
  return {
    cookies,
    local(key) {
      try {
        const text = localStorage.getItem(key);
        return text === null ? null : decoded(text);
      } catch {
        return null; // Out of reach, in a sandboxed frame.
      }
    },
  };
}

function textOfCookies(): string {
  try {
    return fromDocument('cookie');
  } catch {
    return ''; // Out of reach, in a sandboxed frame.
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // It was not encoded.
  }
}
