import { signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { ConsentState } from '../../api.ts';
import type { BasicLanguage, Right, RightsWords, ViewContext } from '../../lazy.ts';
import type { Config, Service } from '../../model/config.ts';
import { isCurrent } from '../../model/news.ts';
import { withOwnWords } from '../own-words.ts';
import { rights } from '../texts/en.ts';
import { createDraft, type Draft } from './draft.ts';
import { isFound } from './facts.ts';

/** What the parts of the preferences share. */
export interface Panel {
  readonly config: Config;
  readonly language: BasicLanguage;
  /** The words on the visitor's rights, in the same language. */
  readonly rights: RightsWords;
  readonly state: ReadonlySignal<ConsentState>;
  readonly draft: Draft;
  /** What is looked for among the services. */
  readonly query: Signal<string>;
  /** The purposes to mark as new or changed. */
  readonly news: readonly string[];
  /** Does what the visitor may do beside answering, and returns what to say then; rejects where that failed. */
  exercise(right: Right): Promise<string>;
  /** The services of a purpose that are found. */
  servicesOf(purpose: string): Service[];
}

export function createPanel({ config, language, pending, ...context }: ViewContext): Panel & { stop(): void } {
  const state = signal(context.state());
  const query = signal('');
  const { record } = context.state();
  return {
    config,
    language,
    rights: language.texts.rights ?? withOwnWords({ rights }, config.texts, language.tag).rights,
    state,
    draft: createDraft(config, state),
    query,
    news: isCurrent(record, Date.now()) ? pending() : [],
    exercise: async (right) => (await context.load('rights')).exercise(right, { ...context, config, language }),
    servicesOf: (purpose) =>
      [...config.services.values()].filter(
        (service) => service.purposes.includes(purpose) && isFound(service, query.value),
      ),
    stop: context.subscribe((now) => (state.value = now)),
  };
}
