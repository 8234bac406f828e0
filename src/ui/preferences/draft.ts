import { signal, type ReadonlySignal } from '@preact/signals';
import type { Choice, ConsentState } from '../../api.ts';
import type { Config } from '../../model/config.ts';
import { optionalPurposes } from '../../model/news.ts';

/** What the switches show before it is saved: the visitor's edits over what is decided. */
export interface Draft {
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

export function createDraft(config: Config, state: ReadonlySignal<ConsentState>): Draft {
  const { purposes, services } = config;
  const edits = new Map(
    [...purposes.keys(), ...services.keys()].map((name) => [name, signal<boolean | undefined>(undefined)]),
  );

  const isUnsaved = signal(false);

  const on = (name: string): boolean => edits.get(name)?.value ?? follow(name);
  const allOn = (names: readonly string[]) => names.every(on);

  function follow(name: string): boolean {
    const masters = services.get(name)?.purposes ?? [];
    const isEdited = masters.some((id) => edits.get(id)?.value !== undefined);
    return isEdited ? allOn(masters) : !!state.value.decisions[name]?.allowed;
  }

  return {
    on,
    turn(name, value) {
      isUnsaved.value = false;
      for (const service of services.values()) {
        const edit = edits.get(service.id);
        if (edit && service.purposes.includes(name)) edit.value = undefined;
      }
      const edit = edits.get(name);
      if (edit) edit.value = value;
    },
    choices() {
      const names = [
        ...optionalPurposes(config),
        ...[...services.values()].filter((service) => on(service.id) !== allOn(service.purposes)).map(({ id }) => id),
      ];
      return Object.fromEntries(names.map((name) => [name, on(name) ? 'granted' : 'denied']));
    },
    leave() {
      const differs = [...edits.keys()].some((name) => on(name) !== !!state.value.decisions[name]?.allowed);
      const mayLeave = isUnsaved.value || !differs;
      isUnsaved.value = differs;
      return mayLeave;
    },
    isUnsaved,
  };
}
