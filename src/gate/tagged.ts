import type { TagStatus } from '../lazy.ts';
import { attributeOf } from '../page.ts';

/**
 * What became of each tagged element. It outlives a gate, so that whoever starts after a `destroy()` runs nothing
 * twice. Parts that are loaded later get it from the gate: imported there, it would be another one.
 */
export const statuses = new WeakMap<Element, TagStatus>();

/** The expression that `element` waits for, as it was written. */
export const textOf = (element: Element) => attributeOf(element, 'data-consent') ?? '';
