import { expect, test } from 'vitest';
import { linesOf } from '../../../src/audit/lines.ts';
import type { Origin } from '../../../src/audit/observer.ts';

const page = new URL('https://site.example/');
const html = `<!doctype html>
<script src="//a.example/a.js"></script>
<style>
@import url(https://b.example/b.css);
</style>
<iframe data-src="https://c.example/c"></iframe>
<script>new Image().src = 'https://d.example/d'</script>
<iframe srcdoc="<script src='https://e.example/e'></script>"></iframe>
`;
const origin = (asked: string, more: Partial<Origin> = {}): Origin => ({
  url: page.href,
  asked,
  line: 99,
  column: 5,
  byScript: false,
  ...more,
});
const lineOf = linesOf(html, page);

test('what the parser tells is put on the line of the element, or of the rule', () => {
  expect(lineOf(origin('https://a.example/a.js'))?.line).toBe(2);
  expect(lineOf(origin('https://b.example/b.css'))?.line).toBe(4);
});

test('what a frame with its document in the page asks for is told on the frame’s line', () => {
  expect(lineOf(origin('https://e.example/e', { url: 'about:srcdoc' }))).toMatchObject({ url: page.href, line: 8 });
});

test('the parser knows nothing of what stands in no element', () => {
  expect(lineOf(origin('https://d.example/d'))).toBeUndefined();
});

test('what a script tells stays, unless an element gave the address to a lazy loader', () => {
  const lazy = { byScript: true, url: 'https://site.example/lazy.js', line: 1 };
  const script = origin('https://d.example/d', { byScript: true, line: 7 });
  expect(lineOf(script)).toBe(script);
  expect(lineOf(origin('https://c.example/c', lazy))).toMatchObject({ url: page.href, line: 6 });
  expect(lineOf(origin('https://a.example/a.js', lazy))).toMatchObject({ url: lazy.url, line: 1 });
});

test('what another file tells stays', () => {
  const sheet = origin('https://a.example/a.js', { url: 'https://site.example/site.css' });
  expect(lineOf(sheet)).toBe(sheet);
});
