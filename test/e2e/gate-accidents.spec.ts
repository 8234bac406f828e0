import { errorsIn, expect, grant, ranIn, settle, test } from '../support/gate-test.ts';
import { inTurn } from '../support/in-turn.ts';

const tag = (attributes: string, text = '') =>
  `<script type="text/plain" data-consent="analytics" ${attributes}>${text}</script>`;

/** What happens to a tag, as code of the page that runs before or while it has its turn: `target` is the tag. */
const accidents: Record<string, { code: string; runs: string[] }> = {
  'is removed': { code: 'target.remove();', runs: [] },
  'is removed with its parent': { code: 'target.parentNode.remove();', runs: [] },
  'is removed and put back': {
    code: 'const { parentNode } = target; target.remove(); setTimeout(() => parentNode.append(target));',
    runs: ['target'],
  },
  'is moved': { code: `document.querySelector('#elsewhere').append(target);`, runs: ['target'] },
  'is moved twice': {
    code: `document.querySelector('#elsewhere').append(target); document.body.append(target);`,
    runs: ['target'],
  },
  'is moved into a fragment': { code: 'document.createDocumentFragment().append(target);', runs: [] },
  'is replaced by a clone': { code: 'target.replaceWith(target.cloneNode(true));', runs: ['target'] },
  'is cloned beside itself': {
    code: 'const clone = target.cloneNode(true); clone.id = "clone"; target.after(clone);',
    runs: ['target', 'clone'],
  },
  'gets another expression that holds': { code: `target.setAttribute('data-consent', 'marketing');`, runs: ['target'] },
  'gets an expression that does not hold': { code: `target.setAttribute('data-consent', '!analytics');`, runs: [] },
  'gets an unknown name': { code: `target.setAttribute('data-consent', 'nobody');`, runs: [] },
  'loses its mark': { code: `target.removeAttribute('data-consent');`, runs: [] },
  'gets another id and class': { code: `target.className = 'x'; target.title = 'y';`, runs: ['target'] },
};

for (const source of ['', 'src="/target.js"']) {
  const kind = source || 'inline';
  test(`whatever happens to a waiting tag (${kind}): no crash, no double run, the next ones go on`, async ({
    page,
    visit,
  }) => {
    const say = `ran.push(document.currentScript.id);`;
    await inTurn(Object.entries(accidents), async ({ code, runs }) => {
      await visit(
        {
          body: [
            '<div id="elsewhere"></div>',
            tag('id="first" src="/first.js"'),
            `<div>${tag(`id="target" ${source}`, source ? '' : say)}</div>`,
            tag('id="last" src="/last.js"'),
          ].join(''),
        },
        {
          '/first.js': `{ const target = document.getElementById('target'); ${code} }`,
          '/target.js': say,
          '/last.js': `ran.push('last');`,
        },
      );
      await grant(page);
      await expect.poll(() => ranIn(page)).toEqual(expect.arrayContaining(['last', ...runs]));
      await settle(page);
      await page.evaluate(() => window.commsorConsent?.scan());
      await grant(page);
      await settle(page);
      expect((await ranIn(page)).toSorted()).toEqual(['last', ...runs].toSorted());
    });
  });
}

const midway: Record<string, string> = {
  'is removed': 'target.remove();',
  'is moved': `document.querySelector('#elsewhere').append(target);`,
  'gets another address': `target.src = '/other.js';`,
  'gets another type': `target.type = 'text/plain';`,
  'loses its mark': `target.removeAttribute('data-consent');`,
  'is cloned': 'target.after(target.cloneNode(true));',
  'is told that it failed': `target.dispatchEvent(new Event('error'));`,
  'is told that it loaded': `target.dispatchEvent(new Event('load'));`,
};

for (const kind of ['', 'data-type="module"', 'async']) {
  test(`whatever happens to a tag on its way (${kind || 'classic'}): it runs once at most, the next go on`, async ({
    page,
    visit,
    uncaught,
  }) => {
    await inTurn(Object.entries(midway), async (code) => {
      let answer = () => {};
      const kept = new Promise<void>((resolve) => (answer = resolve));
      const site = await visit(
        {
          config: { timeout: 2000 },
          body: [
            '<div id="elsewhere"></div>',
            tag(`id="target" ${kind} src="/target.js"`),
            tag('', `ran.push('last');`),
            tag('defer src="/deferred.js"'),
          ].join(''),
        },
        {
          '/target.js': () => ({ body: `ran.push('target');`, after: kept }),
          '/other.js': `ran.push('other');`,
          '/deferred.js': `ran.push('deferred');`,
        },
      );
      await grant(page);
      await expect.poll(() => site.count('/target.js')).toBe(1);
      await page.evaluate((text) => {
        const script = document.createElement('script');
        script.textContent = `{ const target = document.getElementById('target'); ${text} }`;
        document.head.append(script);
      }, code);
      answer();
      await expect.poll(() => ranIn(page)).toEqual(expect.arrayContaining(['last', 'deferred']));
      await settle(page);
      await grant(page);
      await settle(page);
      const ran = await ranIn(page);
      expect(ran.filter((line) => line === 'target').length).toBeLessThanOrEqual(1);
      expect(ran).not.toContain('other');
      expect(uncaught.splice(0)).toEqual([]);
    });
  });
}

test('tags that fail, each in its way, stop no other and are named', async ({ page, visit, uncaught }) => {
  await visit(
    {
      body: [
        tag('id="throws"', `ran.push('throws'); throw new Error('on purpose');`),
        tag('id="breaks"', 'this is no code'),
        tag('id="missing" src="/missing.js"'),
        tag('id="nowhere" src="http://nowhere.invalid/tag.js"'),
        tag('id="empty" src=""'),
        tag('id="wrong-type" src="/wrong.js"'),
        tag('id="refused" data-type="module" src="/missing-module.js"'),
        tag('id="bare" data-type="module"', `import 'bare';`),
        tag('id="unsupported" data-type="text/coffee"', `ran.push('coffee');`),
        tag('id="old" nomodule src="/old.js"'),
        tag('id="old-inline" nomodule', `ran.push('old');`),
        tag('', `ran.push('last');`),
        tag('defer src="/deferred.js"'),
      ].join(''),
    },
    {
      '/wrong.js': () => ({ body: `ran.push('wrong');`, headers: { 'content-type': 'text/plain' } }),
      '/old.js': `ran.push('old');`,
      '/deferred.js': `ran.push('deferred');`,
    },
  );
  await grant(page);
  await expect.poll(() => ranIn(page)).toEqual(['throws', 'wrong', 'last', 'deferred']);
  expect((await errorsIn(page)).toSorted()).toEqual([
    'tag-failed empty',
    'tag-failed missing',
    'tag-failed nowhere',
    'tag-failed refused',
  ]);
  expect(uncaught.splice(0).length).toBeGreaterThanOrEqual(2);
});
