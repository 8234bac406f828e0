/**
 * What the panel says, as plain data: each collector turns the facts of a page into one section, the view draws it, and
 * the report copies it.
 */

/** It is allowed and runs; it waits, as it should; or it is not as it should be. */
export type Mark = 'runs' | 'waits' | 'wrong';

/** A line of a table. */
export interface Row {
  /** What it is about; with the other cells in the order of the columns. */
  readonly cells: readonly [string, ...string[]];
  /** Nothing where there is nothing to judge. */
  readonly mark?: Mark | undefined;
  /** What to write into the page, to be copied. */
  readonly code?: string | undefined;
}

/** One question, and the answer to it. */
export interface Section {
  readonly title: string;
  /** The answer in a sentence, for whoever reads no further. */
  readonly summary: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** What is there too, and seldom looked for. */
  readonly rest?: { readonly title: string; readonly rows: readonly Row[] } | undefined;
}

/** `1 cookie`, `2 cookies`. */
export const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

/** Milliseconds since the page began, as one reads them. */
export const time = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)}\u00a0s`;

/** A text that is no longer than `most` characters. */
export const short = (text: string, most = 80) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
