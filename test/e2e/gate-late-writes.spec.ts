import type { Page } from '@playwright/test';
import { errorsIn, expect, grant, ranIn, settle, test } from '../support/gate-test.ts';
import { inTurn } from '../support/in-turn.ts';

interface Tag {
  /** What the tag is and does. */
  readonly name: string;
  readonly attributes?: string;
  /** Its code, inline or as the file that its `src` names. */
  readonly code: string;
  /** The text that stands behind the tag afterwards; '' where the writing is refused. */
  readonly placed: string;
}

const close = '<\\/script>';
const done = `ran.push("done");`;

const tags: readonly Tag[] = [
  { name: 'an inline tag writes', code: `document.write('<b>one</b>'); ${done}`, placed: 'one' },
  {
    name: 'an inline tag writes lines',
    code: `document.writeln('<b>one</b>'); document.writeln('two'); ${done}`,
    placed: 'one\ntwo\n',
  },
  {
    name: 'an inline tag writes one element in pieces',
    code: `document.write('<b title="'); document.write('x">one'); document.write(' two</b>', ' three'); ${done}`,
    placed: 'one two three',
  },
  {
    name: 'an external tag writes',
    attributes: 'src="/tag.js"',
    code: `document.write('<b>one</b>'); ${done}`,
    placed: 'one',
  },
  {
    name: 'an async tag writes',
    attributes: 'async src="/tag.js"',
    code: `document.write('<b>one</b>'); ${done}`,
    placed: 'one',
  },
  {
    name: 'a deferred tag writes',
    attributes: 'defer src="/tag.js"',
    code: `document.write('<b>one</b>'); ${done}`,
    placed: 'one',
  },
  {
    name: 'a tag writes a script',
    code: `document.write('<script>ran.push("written"); ${done}${close}'); `,
    placed: '',
  },
  {
    name: 'a tag writes a script that writes',
    code: `document.write('<script>document.write("<b>one</b>"); ${done}${close}');`,
    placed: 'one',
  },
  {
    name: 'a tag makes a script that writes',
    code: `const s = document.createElement('script');
      s.text = 'document.write("<b>one</b>")';
      document.currentScript.after(s); ${done}`,
    placed: 'one',
  },
  {
    name: 'a tag opens, writes and closes',
    code: `document.open(); document.write('<b>one</b>'); document.close(); ${done}`,
    placed: 'one',
  },
  {
    name: 'an external tag opens the document',
    attributes: 'src="/tag.js"',
    code: `document.open(); ${done}`,
    placed: '',
  },
  { name: 'a timer of a tag writes', code: `setTimeout(() => { document.write('<b>one</b>'); ${done} });`, placed: '' },
  {
    name: 'a timer of a tag opens the document',
    code: `setTimeout(() => { document.open().write('<b>one</b>'); ${done} });`,
    placed: '',
  },
  {
    name: 'a listener of a tag writes',
    code: `addEventListener('ping', () => document.write('<b>one</b>'));
      dispatchEvent(new Event('ping'));
      setTimeout(() => { dispatchEvent(new Event('ping')); ${done} });`,
    placed: 'one',
  },
  {
    name: 'a promise of a tag writes',
    code: `Promise.resolve()
      .then(() => new Promise(requestAnimationFrame))
      .then(() => { document.write('<b>one</b>'); ${done} });`,
    placed: '',
  },
  {
    name: 'a module writes',
    attributes: 'data-type="module"',
    code: `document.write('<b>one</b>'); ${done}`,
    placed: '',
  },
];

const body = ({ attributes = '', code }: Tag, own = '') => {
  const inline = attributes.includes('src=') ? '' : code;
  return `
  <p id="before">Before</p>
  <div id="place"><script type="text/plain" data-consent="analytics" id="tag" ${attributes}>${inline}</script></div>
  ${own}
  <p id="after">After</p>`;
};

const placedIn = (page: Page) =>
  page
    .locator('#place')
    .evaluate((place) =>
      [...place.childNodes].map((node) => (node.nodeName === 'SCRIPT' ? '' : node.textContent)).join(''),
    );

const rows = tags.map((tag) => [tag.name, tag] as const);

test('whatever writes when the page is there: nothing is wiped', async ({ page, visit, uncaught }) => {
  await inTurn(rows, async (tag) => {
    await visit({ body: body(tag) }, { '/tag.js': tag.code });
    await grant(page);
    await expect.poll(() => ranIn(page)).toContain('done');
    await expectInPlace(page, tag);
    expect(uncaught.splice(0)).toEqual([]);
  });
});

test('whatever writes while the page is parsed on a later visit: nothing is wiped', async ({ page, visit }) => {
  await inTurn(rows, async (tag) => {
    // The parser waits for a file of the page itself.
    let answer = () => {};
    const kept = new Promise<void>((resolve) => (answer = resolve));
    await visit(
      { body: body(tag, '<script src="/kept.js"></script>') },
      { '/tag.js': tag.code, '/kept.js': () => ({ body: `ran.push('parsed');`, after: kept }) },
      ['analytics'],
    );
    // What is written is placed by a part of the SDK, and Firefox runs no part while the parser waits.
    if (!/defer|module/.test(tag.attributes ?? '') && !tag.name.includes('writes a script'))
      await expect.poll(() => ranIn(page)).toContain('done');
    answer();
    await expect.poll(() => ranIn(page)).toEqual(expect.arrayContaining(['done', 'parsed']));
    await expectInPlace(page, tag);
  });
});

async function expectInPlace(page: Page, { placed }: Tag): Promise<void> {
  await settle(page);
  await expect(page.locator('h1, #before, #after')).toHaveText(['A page', 'Before', 'After']);
  await expect.poll(() => placedIn(page)).toBe(placed);
  if (!placed && !(await ranIn(page)).includes('written'))
    await expect.poll(() => errorsIn(page)).toContainEqual(expect.stringMatching(/^late-write/));
}

test('what is refused is reported with the tag', async ({ page, visit }) => {
  await visit(
    { body: '<script type="text/plain" data-consent="analytics" id="opener" src="/tag.js"></script>' },
    { '/tag.js': 'document.open();' },
  );
  await grant(page);
  await expect.poll(() => errorsIn(page)).toEqual(['late-write opener']);
});

test('the page’s own scripts write as ever while it is parsed', async ({ page, visit }) => {
  await visit(
    {
      head: `<script type="text/plain" data-consent="analytics">ran.push('tag');</script>`,
      body: `<div id="own"><script>ran.push('own');
        document.write('<b>inline</b>');</script><script src="/own.js"></script></div>`,
    },
    { '/own.js': `document.write(' <b>external</b>'); document.close();` },
    ['analytics'],
  );
  await expect(page.locator('#own')).toHaveText('inline external');
  expect(await ranIn(page)).toEqual(['tag', 'own']);
  expect(await errorsIn(page)).toEqual([]);
});
