import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as Axe from 'axe-core';
import type { Page } from '@playwright/test';

/** What `source` leaves in the window of a page. */
declare const axe: typeof Axe;

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Axe looks into a frame by messages: of any origin, and a slow one is waited for rather than passed over. */
const PATIENCE = 60_000;

/** The rules that another colour scheme can break; all others have the same to say about the same document. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds wrong in the page, ours and the page's own, as sentences: its best practices count too. `colours` asks
 * for nothing but those, of a page that was looked at in other colours before.
 */
export async function violationsOf(page: Page, what: 'everything' | 'colours' = 'everything'): Promise<string[]> {
  await Promise.all(
    page.frames().map(async (frame) => {
      if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(source);
      await frame.evaluate(() => axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] }));
    }),
  );
  return page.evaluate(sentencesOf, { runOnly: what === 'colours' ? COLOURS : undefined, patience: PATIENCE });
}

/**
 * The sentences are made in the page, for what axe has to say of all that is well is half a megabyte. Runs in the
 * browser.
 */
async function sentencesOf({ runOnly, patience }: { runOnly?: string[]; patience: number }): Promise<string[]> {
  const { violations } = await axe.run(document, {
    resultTypes: ['violations'],
    pingWaitTime: patience,
    frameWaitTime: patience,
    ...(runOnly && { runOnly }),
  });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help}: ${target.flat().join(' > ')}`),
  );
}
