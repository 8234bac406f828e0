import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** What axe finds wrong in the page, ours and the page's own, as sentences: its best practices count too. */
export async function violationsOf(page: Page): Promise<string[]> {
  // Where there is one document, nothing has to be put together in another page, which takes a second each time.
  const isOne = page.frames().length === 1;
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(isOne).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id}: ${help}: ${target.flat().join(' > ')}`),
  );
}
