/** @jsxRuntime classic */
/** @jsx h */
import { h } from 'preact';
import type { Purpose } from '../../model/config.ts';
import { isLocked } from '../../model/locks.ts';
import type { Panel } from './panel.ts';

/**
 * Turns a purpose or a service in the draft. Locked while a signal that no choice beats speaks for any of `purposes`.
 */
export function Switch({
  name,
  purposes,
  describedBy,
  panel: { draft, state },
}: {
  name: string;
  purposes: Purpose[];
  describedBy?: string;
  panel: Panel;
}) {
  return (
    <input
      type="checkbox"
      role="switch"
      part="switch"
      value={name}
      checked={draft.on(name)}
      disabled={isLocked(purposes, state.value.signals)}
      aria-describedby={describedBy}
      onChange={(event) => draft.turn(name, event.currentTarget.checked)}
    />
  );
}
