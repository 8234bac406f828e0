import { signal } from '@preact/signals';
import type { PreviewView } from './frames.ts';

// How one looks at the design is no part of it: no link shares it, and Back leaves it alone.

/** On a phone there is room for one of them. */
export const pane = signal<'choices' | 'preview'>('choices');
export const view = signal<PreviewView>('banner');
export const device = signal<'desktop' | 'phone'>(matchMedia('(width < 900px)').matches ? 'phone' : 'desktop');
export const scheme = signal<'light' | 'dark'>('light');
export const direction = signal<'ltr' | 'rtl'>('ltr');
/** Moves when somebody wants to see the same from the start. */
export const again = signal(0);

/** Brings a view to the eye. */
export function look(at: PreviewView): void {
  view.value = at;
  pane.value = 'preview';
}
