/** Decisions in plain words. Pure. */
import type { ConsentState, Decision } from '../api.ts';
import { namesIn } from '../model/expression.ts';

export const SIGNALS = { dnt: 'Do Not Track', gpc: 'Global Privacy Control' } as const;

/** A moment, as the reader of the panel writes it. */
export const date = (milliseconds: number) => new Date(milliseconds).toLocaleString();

/** Why a name is allowed or not, in a sentence. */
export function why({ allowed, reason, signal, since }: Decision): string {
  const when = since === undefined ? '' : ` on ${date(since)}`;
  switch (reason) {
    case 'necessary':
      return 'always on: strictly necessary';
    case 'signal':
      return `denied: the browser sends ${SIGNALS[signal ?? 'gpc']}`;
    case 'choice':
      return `${allowed ? 'allowed' : 'refused'} by the visitor${when}`;
    case 'objection':
      return `the visitor objected${when}`;
    case 'exempt':
      return 'allowed until the visitor objects: exempt in this region';
    case 'default':
      return allowed ? 'allowed until the visitor answers' : 'denied until the visitor answers';
    case 'unknown':
      return 'denied: no purpose or service has this name';
  }
}

/** Why an expression holds or does not: what decided on each of its names. */
export const whyAll = (expression: string, { decisions }: Pick<ConsentState, 'decisions'>): string =>
  namesIn(expression)
    .map((name) => `${name}: ${why(decisions[name] ?? { allowed: false, reason: 'unknown' })}`)
    .join('; ');
