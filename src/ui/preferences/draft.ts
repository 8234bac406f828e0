import { signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Choice, ConsentState } from '../../api.ts';
import type { Config } from '../../model/config.ts';
import { optionalPurposes } from '../../model/news.ts';

/** What switches were turned to, by name. */
export type Edits = Signal<ReadonlyMap<string, boolean>>;

/** What the switches show before it is saved: the visitor's edits over what is decided. */
export interface Draft {
  readonly edits: Edits;
  /** Whether the switch of a purpose or service is on. Reading it in a component subscribes to it. */
  on(name: string): boolean;
  /** Turn a switch. Turning a purpose makes its services follow it. */
  turn(name: string, on: boolean): void;
  /** An answer for each optional purpose, and for the services that differ from theirs. */
  choices(): Record<string, Choice>;
  /** Whether it may be left: where it differs from what is decided, only once that was said. */
  leave(): boolean;
  /** Whether to say now that it is not saved. */
  readonly isUnsaved: ReadonlySignal<boolean>;
}

/** `edits`: those of a draft to go on with. */
export function createDraft(
  { purposes, services }: Pick<Config, 'purposes' | 'services'>,
  state: ReadonlySignal<ConsentState>,
  edits: Edits = signal(new Map()),
): Draft {
  const isUnsaved = signal(false);

  const on = (name: string): boolean => edits.value.get(name) ?? follow(name);
  const allOn = (names: readonly string[]) => names.every(on);
  const isAllowed = (name: string) => !!state.value.decisions[name]?.allowed;

  function follow(name: string): boolean {
    const masters = services.get(name)?.purposes ?? [];
    return masters.some((id) => edits.value.has(id)) ? allOn(masters) : isAllowed(name);
  }

  return {
    edits,
    on,
    turn(name, value) {
      isUnsaved.value = false;
      const next = new Map(edits.value).set(name, value);
      services.forEach((service) => service.purposes.includes(name) && next.delete(service.id));
      edits.value = next;
    },
    choices() {
      const names = optionalPurposes({ purposes });
      services.forEach((service) => on(service.id) !== allOn(service.purposes) && names.push(service.id));
      return Object.fromEntries(names.map((name) => [name, on(name) ? 'granted' : 'denied']));
    },
    leave() {
      const differs = [...purposes.keys(), ...services.keys()].some((name) => on(name) !== isAllowed(name));
      const mayLeave = isUnsaved.value || !differs;
      isUnsaved.value = differs;
      return mayLeave;
    },
    isUnsaved,
  };
}
