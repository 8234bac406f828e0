import { attributeOf, own } from '../../page.ts';

/**
 * Whether `element` stands in a text that the visitor edits. What we put there an editor would take for the visitor's:
 * it makes something else of it, or saves it.
 */
export function isEdited(element: Element): boolean {
  const parent = own(element).parentElement;
  const host = parent && own(parent).closest('[contenteditable]');
  return !!host && !/^false$/i.test(attributeOf(host, 'contenteditable') ?? '');
}
