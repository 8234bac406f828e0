import type { Cause, Choice, ConsentEvent, ConsentMethod, ConsentState } from '../api.ts';
import type { Core, Settled } from '../lazy.ts';
import { sentSignal } from '../model/locks.ts';
import { languageTag } from '../ui/language.ts';
import type { Keeper } from './cookie-store.ts';
import { createRecord } from '../model/new-record.ts';

export type Answering = Pick<Settled, 'answer' | 'choose'>;

/** Turns what a visitor, or the site in their name, says into the record that counts from now on. */
export function createAnswering({ config, optional, state, report, adopt }: Core, keeper: Keeper): Answering {
  const { purposes, services } = config;

  function answer(
    choices: Readonly<Record<string, Choice>>,
    method: ConsentMethod,
    cause: Cause = 'choice',
  ): Promise<ConsentState> {
    const { record, signals } = state();
    const isLocked = (name: string) =>
      choices[name] === 'granted' &&
      sentSignal(
        (services.get(name)?.purposes ?? [name]).flatMap((id) => purposes.get(id) ?? []),
        signals,
        'never',
      );
    const names = Object.keys(choices).filter((name) => optional.includes(name) || services.has(name));
    const locked = names.filter(isLocked);
    const free = names.filter((name) => !locked.includes(name));
    if (locked[0]) report('signal-locked', locked.join());
    if (!free[0] && (locked[0] || !record)) return Promise.resolve(state());

    const denied = free.filter((name) => choices[name] === 'denied');
    /** A service may have been granted with its purpose. */
    const wasGranted = (name: string) => {
      const before = state().decisions[name];
      return record?.choices[name] === 'granted' || (before?.allowed && before.reason === 'choice');
    };
    const event: ConsentEvent =
      !free[0] && record
        ? record.event // Only the news were taken note of.
        : denied.some(wasGranted)
          ? 'withdrawn'
          : denied.length < free.length
            ? 'given'
            : denied.every((name) => purposes.get(name)?.legalBasis === 'legitimate-interest')
              ? 'objected'
              : 'refused';
    const next = createRecord(
      record,
      {
        choices: Object.fromEntries(free.map((name) => [name, choices[name] as Choice])),
        event,
        method,
        language: languageTag(config),
        signals,
      },
      config,
      Date.now(),
    );
    keeper.write(next); // At once, so that the answer outlives a click that leads away.
    return adopt(next, cause);
  }

  async function choose(
    choice: Choice,
    names: readonly string[] = optional,
    mustBeObjectable = false,
  ): Promise<ConsentState> {
    if (!Array.isArray(names)) throw new TypeError(`[commsor] unknown-name: names are a list, ["${String(names)}"]`);
    const stranger = names.find((name) =>
      mustBeObjectable ? purposes.get(name)?.legalBasis !== 'legitimate-interest' : !state().decisions[name],
    );
    if (stranger !== undefined)
      throw new TypeError(
        `[commsor] unknown-name: "${stranger}" ${mustBeObjectable ? 'rests on no legitimate interest that one could object to' : `cannot be ${choice}`}`,
      );
    return answer(Object.fromEntries(names.map((name) => [name, choice])), 'api', 'api');
  }

  return { answer, choose };
}
