import { expect, test } from 'vitest';
import { ruleFor } from '../../src/model/region.ts';
import type { ConsentModel, RegionRule } from '../../src/api.ts';
import { configOf } from '../support/configurations.ts';

const RULES: RegionRule[] = [
  { regions: ['DE', 'FR'], model: 'opt-in' },
  { regions: ['US-CA'], model: 'opt-out' },
  { regions: ['US', 'US-CA'], model: 'notice' },
];

test.each<{ region: string | null; rules: RegionRule[]; expected: ConsentModel }>([
  { region: 'DE', rules: RULES, expected: 'opt-in' },
  { region: 'DE-BY', rules: RULES, expected: 'opt-in' },
  { region: 'US', rules: RULES, expected: 'notice' },
  { region: 'US-TX', rules: RULES, expected: 'notice' },
  { region: 'US-CA', rules: RULES, expected: 'opt-out' },
  { region: 'D', rules: RULES, expected: 'opt-out' },
  { region: 'DEU', rules: RULES, expected: 'opt-out' },
  { region: 'USA', rules: RULES, expected: 'opt-out' },
  { region: 'X-US', rules: RULES, expected: 'opt-out' },
  { region: null, rules: RULES, expected: 'opt-out' },
  { region: 'DE', rules: [], expected: 'opt-out' },
  { region: 'XX', rules: [...RULES, { regions: ['*'], model: 'opt-in' }], expected: 'opt-in' },
  { region: null, rules: [...RULES, { regions: ['*'], model: 'opt-in' }], expected: 'opt-in' },
  { region: 'DE', rules: [{ regions: ['*'], model: 'notice' }, ...RULES], expected: 'notice' },
])('in $region: $expected', ({ region, rules, expected }) => {
  expect(ruleFor(region, rules, 'opt-out').model).toBe(expected);
});

test('a rule without a model takes that of the configuration', () => {
  const { regions } = configOf({ model: 'notice', regions: [{ regions: ['GB'], exempt: ['analytics'] }] });
  expect(ruleFor('GB-ENG', regions, 'notice')).toMatchObject({ model: 'notice', exempt: ['analytics'] });
  expect(ruleFor('DE', regions, 'notice')).toEqual({ model: 'notice', exempt: [] });
});

test.each([['analytics', 'visits'], 'analytics', [null]])(
  '%j exempts nothing: not all of it is a purpose',
  (exempt) => {
    const { regions } = configOf(JSON.parse(JSON.stringify({ regions: [{ regions: ['GB'], exempt }] })));
    expect(ruleFor('GB', regions, 'opt-in')).toMatchObject({ model: 'opt-in', exempt: [] });
  },
);

test.each(['US-CA', null])('a rule that is wrong matches nobody, in %s', (region) => {
  const { regions } = configOf({
    regions: JSON.parse('[null, "US", {}, {"regions":"US-CA"}, {"regions":[null,0,true,""]}]'),
  });
  expect(ruleFor(region, regions, 'opt-out')).toEqual({ model: 'opt-out', exempt: [] });
});
