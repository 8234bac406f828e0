import { signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { ConsentState } from '../../api.ts';
import type { PreferencesWords, Right, Spoken, ViewContext } from '../../lazy.ts';
import type { Config, Purpose, Service } from '../../model/config.ts';
import { readController } from '../../model/controller.ts';
import { isNewsTo } from '../../model/news.ts';
import { wordsOf } from '../purpose-words.ts';
import { createDraft, type Draft, type Edits } from './draft.ts';
import { isFound, isServiceFound } from './facts.ts';

/** What the parts of the preferences share. */
export interface Panel {
  readonly config: Config;
  readonly language: Spoken<PreferencesWords>;
  readonly state: ReadonlySignal<ConsentState>;
  readonly draft: Draft;
  /** What is looked for among the purposes and services. */
  readonly query: Signal<string>;
  /** The address of the authority that takes complaints: the site's own word, else by region. */
  readonly authority: ReadonlySignal<string>;
  /** The purposes to mark as new or changed. */
  readonly news: readonly string[];
  /** Does what the visitor may do beside answering, and returns what to say then; rejects where that failed. */
  exercise(right: Right): Promise<string>;
  /** Whether a purpose, or a service of it, is what is looked for. */
  isFound(purpose: Purpose): boolean;
  /** The services of a purpose that are found: all of them where the purpose is. */
  servicesOf(purpose: string): Service[];
}

export function createPanel(
  { config, language, pending, ...context }: ViewContext<PreferencesWords>,
  edits?: Edits,
): Panel & { stop(): void } {
  const state = signal(context.state());
  const query = signal('');
  const { record } = context.state();
  const isNamed = (id: string) => isFound(wordsOf(id, config.purposes, language.texts).title, query.value);
  const servicesOf = (purpose: string) =>
    [...config.services.values()].filter(
      (service) => service.purposes.includes(purpose) && (isNamed(purpose) || isServiceFound(service, query.value)),
    );
  return {
    config,
    language,
    state,
    draft: createDraft(config, state, edits),
    query,
    authority: authorityOf(config, context),
    news: isNewsTo(record, config, Date.now()) ? pending() : [],
    exercise: async (right) => (await context.load('rights')).exercise(right, { ...context, config }),
    servicesOf,
    isFound: ({ id }) => isNamed(id) || servicesOf(id).length > 0,
    stop: context.subscribe((now) => (state.value = now)),
  };
}

function authorityOf(config: Config, { state, load }: Pick<ViewContext, 'state' | 'load'>): ReadonlySignal<string> {
  const authority = signal(readController(config).authority);
  const { region } = state();
  if (region && !authority.value)
    load('authorities').then(
      ({ authorityIn }) => (authority.value = authorityIn(region) ?? ''),
      () => undefined, // Reported by `load`.
    );
  return authority;
}
