/** Answers the banners of other consent tools, by the rules of `@duckduckgo/autoconsent`, an optional peer. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { isMissing } from './browser.ts';
import { messageOf } from './cannot-look.ts';
import { pause } from './patience.ts';

/** The command that installs what is needed here. */
export const INSTALL_AUTOCONSENT = 'npm install --save-dev @duckduckgo/autoconsent';

/** How long a banner may take to be found and answered, in milliseconds. */
const FIND = 10_000;
const ANSWER = 20_000;

/** How it went: no banner that is known was found, one was and has been answered, or the answer did not work. */
export type Outcome = { found: false } | { found: true; name: string; isAnswered: boolean };

export interface OtherTools {
  answer(page: Page, wish: 'reject' | 'accept'): Promise<Outcome>;
}

/** The rules, or `null` when the package is not installed. */
export async function loadOtherTools(): Promise<OtherTools | null> {
  const require = createRequire(import.meta.url);
  try {
    const folder = dirname(require.resolve('@duckduckgo/autoconsent'));
    const script = await readFile(join(folder, 'autoconsent.playwright.js'), 'utf8');
    const rules = await readFile(require.resolve('@duckduckgo/autoconsent/rules/rules.json'), 'utf8');
    return { answer: (page, wish) => answer(page, wish, script, rules) };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** What its content script tells. */
interface Message {
  type: string;
  id: string;
  cmp: string;
  code: string;
  result: boolean;
}

async function answer(page: Page, wish: 'reject' | 'accept', script: string, rules: string): Promise<Outcome> {
  const action = wish === 'accept' ? 'optIn' : 'optOut';
  let name: string | undefined;
  let isAnswered: boolean | undefined;

  const tell = async (frame: Frame, message: string) => {
    // The answer of a banner may lead the frame away before it hears of it.
    await frame.evaluate(`window.autoconsentReceiveMessage?.(${message})`).catch(() => undefined);
  };
  const hear = async (frame: Frame, { type, id, cmp, code, result }: Message) => {
    if (type === 'init') await tell(frame, `{ type: 'initResp', config: ${configuration(action)}, rules: ${rules} }`);
    if (type === 'eval') {
      const value = await frame.evaluate(code).catch((error: unknown) => messageOf(error));
      await tell(frame, JSON.stringify({ type: 'evalResp', id, result: value === true }));
    }
    if (type === 'popupFound') name = cmp;
    if (type === `${action}Result`) isAnswered = result;
  };

  await page.exposeBinding('autoconsentSendMessage', ({ frame }, message: unknown) => hear(frame, parse(message)));
  await Promise.all(page.frames().map((frame) => frame.evaluate(script).catch(() => undefined)));
  await until(() => name !== undefined || isAnswered !== undefined, FIND);
  if (name === undefined) return { found: false };
  await until(() => isAnswered !== undefined, ANSWER);
  return { found: true, name, isAnswered: isAnswered ?? false };
}

const configuration = (autoAction: string) =>
  JSON.stringify({
    enabled: true,
    autoAction,
    disabledCmps: [],
    enablePrehide: false,
    // What only hides a banner does not answer it.
    enableCosmeticRules: false,
    detectRetries: 20,
  });

function parse(message: unknown): Message {
  const read = (name: string) => (typeof message === 'object' && message !== null ? Reflect.get(message, name) : '');
  const text = (name: string) => String(read(name) ?? '');
  return { type: text('type'), id: text('id'), cmp: text('cmp'), code: text('code'), result: read('result') === true };
}

async function until(isTrue: () => boolean, patience: number): Promise<void> {
  const end = Date.now() + patience;
  while (!isTrue() && Date.now() < end) await pause(50);
}
