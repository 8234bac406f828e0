// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { guardWrites } from '../../src/gate/late-write-guard.ts';
import { place } from '../../src/gate/late-write.ts';
import type { LateWrite } from '../../src/lazy.ts';
import { prototypeOfDocument } from '../../src/page.ts';

const text = () => document.body.textContent;
let script: HTMLScriptElement;

beforeEach(() => {
  script = document.createElement('script');
  script.type = 'text/plain';
  document.body.replaceChildren('before ', script, ' after');
});
afterEach(() => vi.restoreAllMocks());

describe('what a released script writes', () => {
  test('comes right behind it, as it would have while the page was parsed', () => {
    expect(place(script, '<b>written</b>')).toBe(true);
    expect(script.nextElementSibling?.localName).toBe('b');
    expect(text()).toBe('before written after');
  });

  test('in pieces comes in their order', () => {
    for (const piece of ['<i>1</i>', '2', '<i>3</i><i>4</i>', ' 5']) expect(place(script, piece)).toBe(true);
    expect(text()).toBe('before 1234 5 after');
  });

  test('beside what another one writes stays apart', () => {
    const other = document.createElement('script');
    other.type = 'text/plain';
    script.after(' between ', other);
    place(script, 'A');
    place(other, 'X');
    place(script, 'B');
    place(other, 'Y');
    expect(text()).toBe('before AB between XY after');
  });

  test.each<{ given: string; writer: () => Element | null }>([
    { given: 'by nobody that can be told', writer: () => null },
    {
      given: 'by a script that has left the page',
      writer: () => {
        script.remove();
        return script;
      },
    },
    { given: 'by a script that never was in it', writer: () => document.createElement('script') },
  ])('$given is refused, and nothing changes', ({ writer }) => {
    const written = writer();
    const before = text();
    expect(place(written, 'written')).toBe(false);
    expect(text()).toBe(before);
  });

  test('where Trusted Types forbid to make elements of text is refused', () => {
    vi.spyOn(Range.prototype, 'createContextualFragment').mockImplementation(() => {
      throw new TypeError('This document requires TrustedHTML');
    });
    expect(place(script, 'written')).toBe(false);
    expect(text()).toBe('before  after');
  });
});

describe('who writes', () => {
  const inBrowser = { currentScript: null as Element | null, readyState: 'loading', written: [] as string[] };
  const captured: LateWrite[] = [];
  const names = ['write', 'writeln'] as const;

  beforeEach(() => {
    captured.length = 0;
    inBrowser.written = [];
    for (const name of ['currentScript', 'readyState'] as const)
      Object.defineProperty(prototypeOfDocument(), name, { configurable: true, get: () => inBrowser[name] });
    for (const name of names)
      Object.defineProperty(prototypeOfDocument(), name, {
        configurable: true,
        value: (...markup: string[]) => void inBrowser.written.push(markup.join('')),
      });
    guardWrites(new WeakMap([[script, 'released']]), (late) => captured.push(late));
  });
  afterEach(() => {
    for (const name of ['currentScript', 'readyState', ...names]) Reflect.deleteProperty(prototypeOfDocument(), name);
    for (const name of [...names, 'open']) Reflect.deleteProperty(document, name);
  });

  const src = (element: HTMLScriptElement) => Object.assign(element, { src: '/own.js' });

  test.each<{ given: string; writer: () => Element | null; readyState: string; isCaptured: boolean }>([
    { given: 'a released script', writer: () => script, readyState: 'loading', isCaptured: true },
    {
      given: 'a released script after the page was parsed',
      writer: () => script,
      readyState: 'complete',
      isCaptured: true,
    },
    { given: 'a timer after the page was parsed', writer: () => null, readyState: 'complete', isCaptured: true },
    {
      given: "the page's own script while it is parsed",
      writer: () => src(document.createElement('script')),
      readyState: 'loading',
      isCaptured: false,
    },
  ])('$given: kept from the page $isCaptured', ({ writer, readyState, isCaptured }) => {
    Object.assign(inBrowser, { currentScript: writer(), readyState });
    document.write('a', 'b');
    expect(captured).toEqual(isCaptured ? [{ script: inBrowser.currentScript, way: 'write', markup: ['a', 'b'] }] : []);
    expect(inBrowser.written).toEqual(isCaptured ? [] : ['ab']);
  });

  test('a line is written as a line', () => {
    Object.assign(inBrowser, { currentScript: script, readyState: 'complete' });
    document.writeln('a');
    expect(captured).toEqual([{ script, way: 'writeln', markup: ['a'] }]);
    expect(inBrowser.written).toEqual([]);
  });
});
