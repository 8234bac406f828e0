import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holds, isName } from '../../src/model/expression.ts';
import { holdsFor } from '../support/properties.ts';

const decisions: Record<string, boolean> = Object.assign(Object.create(null), {
  yes: true,
  also: true,
  no: false,
  'a-b_2': true,
});
const evaluate = (text: string) => holds(text, (name) => decisions[name]);

describe('an expression', () => {
  test.each([
    { text: 'yes', expected: true },
    { text: 'no', expected: false },
    { text: '!yes', expected: false },
    { text: '!no', expected: true },
    { text: 'a-b_2', expected: true },
    { text: 'yes also', expected: true },
    { text: 'yes no', expected: false },
    { text: 'no yes', expected: false },
    { text: 'yes !no', expected: true },
    { text: 'yes|no', expected: true },
    { text: 'no|yes', expected: true },
    { text: 'no|no', expected: false },
    { text: 'no|!yes', expected: false },
    { text: 'yes no|also', expected: true },
    { text: 'no yes|yes no', expected: false },
    { text: 'no|yes also', expected: true },
    { text: 'no | yes', expected: true },
    { text: '  yes   also  ', expected: true },
    { text: '\tyes\n also\r\n', expected: true },
    { text: 'yes yes', expected: true },
  ])('$text: $expected', ({ text, expected }) => {
    expect(evaluate(text)).toBe(expected);
  });
});

describe('one unknown name makes the whole false', () => {
  test.each([
    'unknown',
    '!unknown',
    'yes unknown',
    'yes|unknown',
    'unknown|yes',
    'yes|!unknown',
    '!unknown|!unknown',
    'yes also|no unknown',
    'constructor',
    '!constructor',
    '__proto__',
    '!__proto__',
    'hasownproperty',
    'yes|__proto__',
  ])('%s', (text) => {
    expect(evaluate(text)).toBe('unknown-name');
  });
});

describe('what cannot be read is no permission', () => {
  test.each([
    '',
    ' ',
    '|',
    '||',
    'yes|',
    '|yes',
    'yes||also',
    'yes| |also',
    '!',
    '! yes',
    '!!yes',
    'yes!',
    'Yes',
    'yes,also',
    'yes&also',
    'yes, also',
    'yes;',
    '(yes)',
    'not yes!',
    'ye$',
    'jä',
    '*',
    'yes.also',
    'yes\0',
    'toString',
  ])('%j', (text) => {
    expect(evaluate(text)).toBe('bad-expression');
  });
});

test('a slip of the pen is told from an unknown name also where there are both', () => {
  expect(evaluate('unknown|Yes')).toBe('bad-expression');
  expect(evaluate('Yes|unknown')).toBe('bad-expression');
});

test('any text: no exception, and no permission that its parts do not give', () => {
  holdsFor(
    2000,
    fc.property(fc.string({ unit: fc.constantFrom(...'yes no!|also unkw \t'), maxLength: 40 }), (text) => {
      const isGrammatical = text.split('|').every((all) =>
        all
          .trim()
          .split(/\s+/)
          .every((term) => /^!?[a-z]+$/.test(term)),
      );
      const names = text.split(/[\s|!]+/).filter(Boolean);
      const expected = !isGrammatical
        ? 'bad-expression'
        : names.some((name) => !(name in decisions))
          ? 'unknown-name'
          : text.split('|').some((all) =>
              all
                .trim()
                .split(/\s+/)
                .every((term) => (term.startsWith('!') ? !decisions[term.slice(1)] : decisions[term])),
            );
      expect(evaluate(text)).toBe(expected);
    }),
  );
  holdsFor(
    500,
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect([true, false, 'bad-expression', 'unknown-name']).toContain(evaluate(text));
    }),
  );
});

test('a very long expression takes no long time', () => {
  expect(evaluate('yes '.repeat(50_000))).toBe(true);
  expect(evaluate(`${' '.repeat(100_000)}yes${' '.repeat(100_000)}x Y`)).toBe('bad-expression');
});

test.each([
  ['analytics', true],
  ['a', true],
  ['0', true],
  ['a_b-c', true],
  ['__proto__', true],
  ['', false],
  ['A', false],
  ['a b', false],
  ['a.b', false],
  ['a*', false],
  ['a\n', false],
  ['ä', false],
])('the name %j: %s', (text, expected) => {
  expect(isName(text)).toBe(expected);
});
