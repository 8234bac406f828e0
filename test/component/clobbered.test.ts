import Cookies from 'js-cookie';
import { h, render } from 'preact';
import { expect, onTestFinished, test, vi } from 'vitest';
import { fromDocument, prototypeOfDocument } from '../../src/page.ts';

// The packages come through the same plugin as in the build, scripts/build/page-document.mjs.

test('js-cookie reads and writes past an element of the page that is named cookie', () => {
  const image = document.createElement('img');
  Object.defineProperty(document, 'cookie', { configurable: true, value: image });
  onTestFinished(() => void Reflect.deleteProperty(document, 'cookie'));

  Cookies.set('tried', 'yes');

  expect(Cookies.get('tried')).toBe('yes');
  expect(fromDocument('cookie')).toContain('tried=yes');
});

test.each(['createElementNS', 'createTextNode'] as const)('Preact asks the prototype, not the page, for %s', (name) => {
  // The fake browser calls this one itself, so it has to work; a real page has a form here.
  Object.defineProperty(document, name, { configurable: true, value: fromDocument(name) });
  onTestFinished(() => void Reflect.deleteProperty(document, name));
  const byPrototype = vi.spyOn(prototypeOfDocument(), name);
  onTestFinished(() => byPrototype.mockRestore());
  const container = new DocumentFragment();

  render(h('p', {}, 'text'), container);

  expect(container.textContent).toBe('text');
  expect(byPrototype).toHaveBeenCalled();
});
