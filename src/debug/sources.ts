/** Which of its sources a field of the configuration comes from, found by reading them once more. Pure. */
import { short } from './section.ts';

/** The sources as the page has them now, by their names, first found first. */
export type Sources = Readonly<Record<string, unknown>>;

export interface SourcedField {
  /** `ui.accent`. */
  readonly field: string;
  readonly value: string;
  readonly source: string;
}

/** Inside these the sources merge field by field. */
const MERGED = ['policy', 'ui', 'reopen', 'storage', 'signals', 'google', 'records'];

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const at = (root: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (isPlain(value) ? value[key] : undefined), root);

/** Functions are told by themselves, all else by what it says. */
const textOf = (value: unknown): string | undefined => {
  try {
    return typeof value === 'function' ? String(value) : JSON.stringify(value);
  } catch {
    return String(value); // It contains itself.
  }
};

/** Every field of `input` with the source that says the same. */
export function sourceFields(input: unknown, sources: Sources, path: readonly string[] = []): SourcedField[] {
  const value = at(input, path);
  if (value === undefined) return [];
  if (isPlain(value) && (path.length === 0 || (MERGED.includes(path.at(-1) ?? '') && Object.keys(value)[0])))
    return Object.keys(value).flatMap((key) => sourceFields(input, sources, [...path, key]));
  const text = textOf(value);
  const source = Object.keys(sources).find((name) => textOf(at(sources[name], path)) === text);
  return [
    {
      field: path.join('.'),
      value: short(text ?? '', 60),
      source: source ?? 'the argument of createConsent(), or the entry itself',
    },
  ];
}
