import { expect, test } from 'vitest';
import { rulesOf } from '../../src/guard/rules.ts';

test('the site\'s own rules come first, then a rule for each service that says where it loads from', () => {
  const own = { match: 'youtube.com/watch', consent: 'analytics' };
  expect(rulesOf([own], [['youtube', { match: ['youtube.com', 'ytimg.com'] }], ['internal', {}]])).toEqual([
    own,
    { match: ['youtube.com', 'ytimg.com'], consent: 'youtube' },
    { match: [], consent: 'internal' },
  ]);
});
