/** @jsxRuntime classic */
/** @jsx h */
import { h } from 'preact';
import { inOnePiece } from '../sentence.ts';
import type { Panel } from './panel.ts';

interface Props extends Pick<Intl.DateTimeFormatOptions, 'timeStyle' | 'timeZone'> {
  readonly at: number | string;
  readonly panel: Panel;
}

/** A moment in the visitor's language: its day, which the end of a line does not part, or that with the time. */
export function Moment({ at, panel, timeStyle, timeZone }: Props) {
  const date = new Date(at);
  const text = new Intl.DateTimeFormat(panel.language.tag, { dateStyle: 'long', timeStyle, timeZone }).format(date);
  return <time dateTime={date.toISOString()}>{timeStyle ? text : inOnePiece(text)}</time>;
}
