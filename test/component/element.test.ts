import { expect, onTestFinished, test, vi } from 'vitest';
import { create, createSvg } from '../../src/ui/element.ts';

test('makes an element with attributes, a listener and children', () => {
  const onclick = vi.fn();

  const button = create('button', { part: 'ok', autofocus: '', onclick }, 'Fine, ', create('b', {}, 'thanks'));
  button.click();

  expect(button.outerHTML).toBe('<button part="ok" autofocus="">Fine, <b>thanks</b></button>');
  expect(onclick).toHaveBeenCalledOnce();
});

test('leaves out what is false or missing, and keeps an attribute that is empty', () => {
  const made = create('p', { role: false, lang: undefined, dir: null, title: '' }, false, null, undefined, '');

  expect(made.getAttributeNames()).toEqual(['title']);
  expect(made.childNodes).toHaveLength(0);
});

test('markup in a child is text', () => {
  expect(create('p', {}, '<img src=x>').children).toHaveLength(0);
});

test('shapes are SVG', () => {
  const shape = createSvg('svg', { viewBox: '0 0 1 1' }, createSvg('path', { d: 'M0 0' }));

  expect([shape.namespaceURI, shape.firstElementChild?.namespaceURI]).toEqual([
    'http://www.w3.org/2000/svg',
    'http://www.w3.org/2000/svg',
  ]);
});

test.each([
  { name: 'createElement', make: () => create('p') },
  { name: 'createElementNS', make: () => createSvg('path', {}) },
])('an element in the page that hides document.$name does no harm', ({ name, make }) => {
  Object.defineProperty(document, name, { configurable: true, value: document.body });
  onTestFinished(() => void Reflect.deleteProperty(document, name));

  expect(make()).toBeInstanceOf(Element);
});
