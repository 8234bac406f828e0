import * as fc from 'fast-check';
import { CORNERS, type Design, USUAL_PURPOSES, WORDS } from '../../demo/builder/design.ts';
import { services } from '../../src/services/table.ts';

const words = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.constantFrom('</script><b>', '"&\'<', '\u2028', '日本', '{{x}}'),
);
const name = fc.stringMatching(/^[a-z0-9-]{1,12}$/);
/** Whatever can be chosen in the builder. */
export const designs: fc.Arbitrary<Design> = fc.record({
  policy: words,
  version: words,
  changes: words,
  layout: fc.constantFrom('box', 'bar', 'modal'),
  corner: fc.constantFrom(...CORNERS),
  edge: fc.constantFrom('bottom', 'top'),
  theme: fc.constantFrom('auto', 'light', 'dark'),
  accent: words,
  purposes: fc.subarray([...USUAL_PURPOSES]),
  ownPurposes: fc.array(
    fc.record({
      id: name.map((it) => `own-${it}`),
      title: words,
      description: words,
      legalBasis: fc.constantFrom('consent', 'legitimate-interest'),
    }),
    { maxLength: 2 },
  ),
  services: fc.dictionary(fc.constantFrom(...Object.keys(services)), fc.constantFrom('', 'analytics', 'marketing'), {
    maxKeys: 4,
    noNullPrototype: true,
  }),
  ownServices: fc.array(
    fc.record({
      id: name.map((it) => `service-${it}`),
      title: words,
      purpose: fc.constantFrom('analytics', 'marketing'),
      provider: words,
      policyUrl: words,
      match: fc.constantFrom('', 'a.example', 'a.example, b.example/c'),
    }),
    { maxLength: 2 },
  ),
  model: fc.constantFrom('opt-in', 'opt-out', 'notice', 'by-region'),
  optOutIn: fc.constantFrom('US', 'us-ca, br'),
  region: words,
  language: fc.constantFrom('', 'de', 'pt-BR', 'ar'),
  words: fc.dictionary(
    fc.constantFrom('en', 'de'),
    fc.record(Object.fromEntries(WORDS.map((word) => [word, words])), { requiredKeys: [], noNullPrototype: true }),
    { noNullPrototype: true },
  ),
  google: fc.boolean(),
  reopen: fc.constantFrom('bottom-start', 'bottom-end', 'off'),
  reopenLabel: words,
  aside: fc.nat({ max: 999 }),
  above: fc.nat({ max: 999 }),
  link: fc.boolean(),
  sdk: words,
});
