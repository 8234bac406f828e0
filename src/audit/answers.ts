/** How a visitor's answer is given to the consent tool of a page. */
import type { Page } from 'playwright-core';
import type { CommsorConsent } from '../api.ts';
import { messageOf } from './cannot-look.ts';
import { INSTALL_AUTOCONSENT, type OtherTools } from './other-tools.ts';
import { within } from './patience.ts';

export type Answer = 'reject' | 'accept' | 'withdraw';

/** How a visitor's answers went. */
export interface Answered {
  /** The consent tool that took the answer: `'commsor'`, the name of another, or `null` where none was found. */
  tool: string | null;
  /** Whether everything that the visitor wanted to say was said; if not, the visitor went home. */
  isAnswered: boolean;
  /** Why not. */
  note?: string;
}

/** How long our own tool may take to keep an answer, in milliseconds. */
const PATIENCE = 30_000;

/** Whether something that was asked of a page failed because the page went elsewhere, or was loaded anew, meanwhile. */
export const isLeft = (error: unknown): boolean =>
  /context was destroyed|frame (was|got) detached|No resource with given identifier/i.test(messageOf(error));

/** Answers our own tool. Resolves when the answer is kept, however long the parts that keep it take to come. */
export async function answerOurs(page: Pick<Page, 'evaluate'>, answer: Answer): Promise<Answered> {
  const method = ({ reject: 'deny', accept: 'grant', withdraw: 'withdraw' } as const)[answer];
  const kept = page.evaluate(choose, method).then(
    () => undefined,
    // Whoever hears of an answer may load the page anew, and it is kept before anyone hears of it.
    (error: unknown) => (isLeft(error) ? undefined : messageOf(error)),
  );
  const fault = await within(kept, PATIENCE, `it was not kept within ${PATIENCE / 1000} s`);
  if (fault === undefined) return { tool: 'commsor', isAnswered: true };
  return { tool: 'commsor', isAnswered: false, note: `the answer “${answer}” failed: ${fault}` };
}

/** Runs in the page, in a task of its own, so that no line of ours stands in the stack of what follows. */
const choose = (method: 'deny' | 'grant' | 'withdraw'): Promise<void> =>
  new Promise((resolve, reject) => {
    const consent: CommsorConsent | undefined = window.commsorConsent;
    setTimeout(() => consent?.[method]().then(() => resolve(), reject));
  });

/** Answers the banner of another tool. */
export async function answerOther(page: Page, answer: Answer, tools: OtherTools | null): Promise<Answered> {
  if (answer === 'withdraw')
    return { tool: null, isAnswered: false, note: 'other tools have no known way to withdraw' };
  if (!tools)
    return { tool: null, isAnswered: false, note: `to answer another tool’s banner, install: ${INSTALL_AUTOCONSENT}` };
  const outcome = await tools.answer(page, answer);
  if (!outcome.found) return { tool: null, isAnswered: false };
  const note = outcome.isAnswered ? undefined : `the banner of ${outcome.name} could not be answered`;
  return { tool: outcome.name, isAnswered: outcome.isAnswered, note };
}
