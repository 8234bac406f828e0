import { signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { ConsentState, Language } from '../../api.ts';
import type { ViewContext } from '../../lazy.ts';
import type { Config, Service } from '../../model/config.ts';
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
    state,
    draft: createDraft(config, state),
    query,
    // What an old answer left open is not new.
    news: record && Date.now() < record.expiresAt ? pending() : [],
    servicesOf: (purpose) =>
      [...config.services.values()].filter(
        (service) => service.purposes.includes(purpose) && isFound(service, query.value),
      ),
    stop: context.subscribe((now) => (state.value = now)),
  };
}
