// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { place } from '../../src/core/gate/late-write.ts';

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
    for (const piece of ['<i>1</i>', '2', '<i>3</i><i>4</i>', '', ' 5']) expect(place(script, piece)).toBe(true);
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
    { given: 'by a script that has left the page', writer: () => { script.remove(); return script; } },
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
