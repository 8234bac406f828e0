import { faceOf } from '../support/face.ts';
import { errorsIn, expect, grant, ranIn, settle, test, withdraw } from '../support/gate-test.ts';

const tag = (code: string) => `<script type="text/plain" data-consent="analytics">${code}</script>`;
const keep = { config: { onWithdraw: 'keep' as const } };

test('a tag that withdraws while tags are released is the last one that runs', async ({ page, visit }) => {
  const codes = Array.from({ length: 40 }, (_, i) => `ran.push(${i});${i === 9 ? 'commsorConsent.withdraw();' : ''}`);
  await visit({ ...keep, body: codes.map(tag).join('') });
  await faceOf(page).accept.click();
  await page.waitForFunction(() => window.commsorConsent?.get().record?.event === 'withdrawn');
  await settle(page);
  expect(await ranIn(page)).toEqual(Array.from({ length: 10 }, (_, i) => i));

  // What waited runs with the next permission, once; what ran does not run again.
  await grant(page);
  await expect.poll(() => ranIn(page)).toEqual(Array.from({ length: 40 }, (_, i) => i));
});

for (const { words, runs } of [
  { words: ['withdraw'], runs: false },
  { words: ['withdraw', 'grant'], runs: true },
  { words: ['withdraw', 'grant', 'withdraw'], runs: false },
] as const) {
  const next = runs ? 'runs' : 'does not';
  test(`while a tag hangs: after ${words.join(', ')} it may still run, and the next one ${next}`, async ({
    page,
    visit,
  }) => {
    let answer = () => {};
    const answered = new Promise<void>((resolve) => (answer = resolve));
    const site = await visit(
      {
        config: { ...keep.config, timeout: 60_000 },
        body: `<script type="text/plain" data-consent="analytics" src="/hang.js"></script>
          <script type="text/plain" data-consent="analytics" src="/next.js"></script>${tag(`ran.push('inline');`)}`,
      },
      {
        '/hang.js': () => ({ body: `ran.push('hung');`, after: answered }),
        '/next.js': `ran.push('next');`,
      },
    );
    await grant(page);
    await expect.poll(() => site.count('/hang.js')).toBeGreaterThan(0);
    // It has left the queue, which fetches ahead what it has not begun with.
    await page.waitForFunction(() => !document.querySelector('link[rel="preload"][href="/hang.js"]'));
    for (const word of words) await (word === 'grant' ? grant : withdraw)(page);
    answer();
    await expect.poll(() => ranIn(page)).toContain('hung');
    await settle(page);
    expect(await ranIn(page)).toEqual(runs ? ['hung', 'next', 'inline'] : ['hung']);
    expect(await errorsIn(page)).toEqual([]);
  });
}

for (const { words, ran } of [
  { words: ['grant', 'withdraw'], ran: [] },
  { words: ['withdraw', 'grant'], ran: ['tag'] },
  { words: ['grant', 'withdraw', 'grant'], ran: ['tag'] },
] as const) {
  test(`in one breath: after ${words.join(', ')} ${ran.length ? 'the tag runs, once' : 'nothing runs'}`, async ({
    page,
    visit,
  }) => {
    await visit({ ...keep, body: tag(`ran.push('tag');`) });
    await expect(faceOf(page).banner).toBeVisible();
    await page.evaluate(async (said) => {
      await Promise.all(said.map((word) => window.commsorConsent?.[word]()));
    }, words);
    await settle(page);
    expect(await ranIn(page)).toEqual(ran);
    expect(await page.evaluate(() => window.commsorConsent?.allows('analytics'))).toBe(ran.length > 0);
  });
}
