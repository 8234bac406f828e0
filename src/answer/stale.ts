import type { Change, PartNeeds } from '../lazy.ts';

/**
 * Whether something ran that is no longer allowed. What runs while something is *not* allowed may go on: it took
 * nothing.
 */
export const isStale = (ran: ReadonlyMap<string, string>, allows: (expression: string) => boolean): boolean =>
  revoked(ran, allows).length > 0;

/** What ran, by address or text, of which the permission is gone. */
export const revoked = (ran: ReadonlyMap<string, string>, allows: (expression: string) => boolean): string[] =>
  [...ran].flatMap(([code, expression]) => (isRevoked(expression, allows) ? code : []));

/** Whether the permission that a script ran with is gone. */
const isRevoked = (expression: string, allows: (expression: string) => boolean): boolean =>
  !allows(expression.replace(/![\w-]+/g, 'necessary'));

type ReloadNeeds = Pick<PartNeeds, 'store' | 'stored'>;

/** Whether the next page will know of the answer. One that is kept nowhere lives in this page alone. */
export function isKept({ store, stored }: ReloadNeeds): boolean {
  const { record } = store.state();
  return !record || stored.read()?.id === record.id;
}

/**
 * Whether a page in which something ran that is no longer allowed is loaded anew without a word. Another tab may hold a
 * form that is not saved; who comes back to a page finds it loaded anew anyway.
 */
export const reloadsItself = ({ cause }: Change, needs: ReloadNeeds): boolean =>
  (isAnsweredHere(cause) || cause === 'restored') && needs.store.config.onWithdraw !== 'keep' && isKept(needs);

/** Whether the visitor, or the site, has answered in this very page. */
export const isAnsweredHere = (cause: Change['cause']): boolean => cause === 'choice' || cause === 'api';
