import type { Choice, Choices, ConsentEvent, ConsentMethod, ConsentState } from '../api.ts';
import type { Prompt } from '../lazy.ts';
import { isLocked } from '../model/locks.ts';
import { createRecord } from '../model/new-record.ts';
import { optionalPurposes } from '../model/news.ts';
import { languageTag } from '../page-language.ts';
import type { Store } from '../store.ts';
import type { CookieStore } from './cookie-store.ts';

export type Answering = Pick<Prompt, 'choose'> & {
  answer(choices: Choices, method: ConsentMethod, cause?: 'choice' | 'api'): Promise<ConsentState>;
};

/** Turns what a visitor, or the site in their name, says into the record that counts from now on. */
export function createAnswering(store: Store, cookieStore: Pick<CookieStore, 'write'>): Answering {
  const { config, state, report, commit, life } = store;
  const { purposes, services } = config;
  const optional = optionalPurposes(config);
  const purposesOf = (name: string) => (services.get(name)?.purposes ?? [name]).flatMap((id) => purposes.get(id) ?? []);

  /** Whether it starts without permission: by its legal basis, or where the visitor is. */
  const isObjectable = (name: string) =>
    purposes.get(name)?.legalBasis === 'legitimate-interest' ||
    /exempt|objection/.test(state().decisions[name]?.reason ?? '');

  /** The act, in the words of the Data Privacy Vocabulary, when `free` of `choices` are answered. */
  function eventOf(choices: Choices, free: readonly string[]): ConsentEvent {
    const { record, decisions } = state();
    const denied = free.filter((name) => choices[name] === 'denied');
    /** A service may have been granted with its purpose. */
    const wasGranted = (name: string) =>
      record?.choices[name] === 'granted' || (decisions[name]?.allowed && decisions[name].reason === 'choice');
    if (!free[0] && record) return record.event; // Only the news were taken note of.
    if (denied.some(wasGranted)) return 'withdrawn';
    if (denied.length < free.length) return 'given';
    return denied.every(isObjectable) ? 'objected' : 'refused';
  }

  const answer: Answering['answer'] = (choices, method, cause = 'choice') => {
    if (life.aborted) return Promise.reject(life.reason);
    const { record, signals } = state();
    const names = Object.keys(choices).filter((name) => optional.includes(name) || services.has(name));
    const locked = names.filter((name) => choices[name] === 'granted' && isLocked(purposesOf(name), signals));
    const free = names.filter((name) => !locked.includes(name));
    if (locked[0]) report('signal-locked', locked.join());
    if (!free[0] && (locked[0] || !record)) return Promise.resolve(state());

    const next = createRecord(
      record,
      {
        choices: Object.fromEntries(free.map((name) => [name, choices[name] as Choice])),
        event: eventOf(choices, free),
        method,
        language: languageTag(config.language),
        signals,
      },
      config,
      Date.now(),
    );
    cookieStore.write(next); // At once, so that the answer outlives a click that leads away.
    return commit(next, cause);
  };

  async function choose(choice: Choice, names: readonly string[] = optional, mustBeObjectable = false) {
    if (!Array.isArray(names)) {
      throw new TypeError(`[commsor] unknown-name: names are a list, ["${String(names)}"]`);
    }
    const isStranger = (name: string) => (mustBeObjectable ? !isObjectable(name) : !state().decisions[name]);
    const stranger = names.find(isStranger);
    if (stranger !== undefined) {
      const why = mustBeObjectable ? 'waits for permission: there is nothing to object to' : `cannot be ${choice}`;
      throw new TypeError(`[commsor] unknown-name: "${stranger}" ${why}`);
    }
    return answer(Object.fromEntries(names.map((name) => [name, choice])), 'api', 'api');
  }

  return { answer, choose };
}
