import { signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { ConsentState, Language } from '../../api.ts';
import type { ViewContext } from '../../lazy.ts';
import type { Config, Purpose, Service } from '../../model/config.ts';
import { isCurrent, optionalPurposes } from '../../model/news.ts';
import { createDraft, type Draft } from './draft.ts';
import { isFound } from './facts.ts';

/** What the parts of the preferences share. */
export interface Panel {
  readonly config: Config;
  readonly language: Language;
  readonly state: ReadonlySignal<ConsentState>;
  readonly draft: Draft;
  /** What is looked for among the services. */
  readonly query: Signal<string>;
  /** The purposes to mark as new or changed. */
  readonly news: readonly string[];
  /** Whether a purpose can be answered: the rest is always on. */
  isOptional(purpose: Purpose): boolean;
  /** The services of a purpose that are found. */
  servicesOf(purpose: string): Service[];
}

export function createPanel({ config, language, pending, ...context }: ViewContext): Panel & { stop(): void } {
  const state = signal(context.state());
  const query = signal('');
  const { record } = context.state();
  const optional = optionalPurposes(config);
  return {
    config,
    language,
    state,
    draft: createDraft(config, state),
    query,
    news: isCurrent(record, Date.now()) ? pending() : [],
    isOptional: ({ id }) => optional.includes(id),
    servicesOf: (purpose) =>
      [...config.services.values()].filter(
        (service) => service.purposes.includes(purpose) && isFound(service, query.value),
      ),
    stop: context.subscribe((now) => (state.value = now)),
  };
}
