// @vitest-environment happy-dom
import { describe, expectTypeOf, test } from 'vitest';
import { createConsent } from '../../src/index.ts';
import type { CommsorConsent, ConsentConfig, ConsentExpression, DefaultPurpose } from '../../src/api.ts';
import { services } from '../../src/services/table.ts';

// The compiler is the judge here (`tsc -p test`); none of these calls is made.
const policy = { url: '/privacy' };
const maps = { title: 'Maps', purposes: ['ads'] };

describe('the handle knows the names of its configuration', () => {
  test.each<[string, () => void]>([
    [
      'purposes and services that are written out',
      () => {
        const consent = createConsent({ policy, purposes: { analytics: {}, ads: {} }, services: { maps } });
        expectTypeOf(consent).toEqualTypeOf<CommsorConsent<'necessary' | 'analytics' | 'ads' | 'maps'>>();
      },
    ],
    [
      'a constant',
      () => {
        const config = { policy, services: { maps: { title: 'Maps', purposes: ['marketing'] } } } as const;
        expectTypeOf(createConsent(config)).toEqualTypeOf<CommsorConsent<'necessary' | DefaultPurpose | 'maps'>>();
      },
    ],
    [
      'services of the table',
      () => {
        const consent = createConsent({ policy, services: { posthog: services.posthog } });
        expectTypeOf(consent).toEqualTypeOf<CommsorConsent<DefaultPurpose | 'posthog'>>();
      },
    ],
    [
      'the default purposes',
      () => expectTypeOf(createConsent({ policy })).toEqualTypeOf<CommsorConsent<DefaultPurpose>>(),
    ],
  ])('%s', () => undefined);

  test('and takes any where they are not known', () => {
    const start = () => [
      createConsent({ policy } as ConsentConfig),
      createConsent({ policy, purposes: {} as Record<string, object> }),
      createConsent({ policy, services: {} as Record<string, typeof maps> }),
    ];
    expectTypeOf(start).returns.toEqualTypeOf<CommsorConsent[]>();
  });

  test('and may be handed to whoever takes any', () => {
    expectTypeOf<CommsorConsent<'ads'>>().toExtend<CommsorConsent>();
    expectTypeOf<CommsorConsent>().toExtend<CommsorConsent<'ads'>>();
    expectTypeOf<CommsorConsent>().toHaveProperty('allows').parameter(0).toEqualTypeOf<string>();
  });
});

/** What the compiler takes for `Text`. */
type Read<Text extends string> = ConsentExpression<'ads' | 'analytics', Text>;

test('an expression is made of known names', () => {
  expectTypeOf<Read<'ads'>>().toEqualTypeOf<'ads'>();
  expectTypeOf<Read<'!ads'>>().toEqualTypeOf<'!ads'>();
  expectTypeOf<Read<'ads analytics'>>().toEqualTypeOf<'ads analytics'>();
  expectTypeOf<Read<'ads|analytics'>>().toEqualTypeOf<'ads|analytics'>();
  expectTypeOf<Read<'ads  !analytics | analytics'>>().toEqualTypeOf<'ads  !analytics | analytics'>();
  expectTypeOf<Read<'analitycs'>>().toEqualTypeOf<'ads' | 'analytics'>();
  expectTypeOf<Read<'ads|analitycs'>>().toEqualTypeOf<'ads' | 'analytics'>();
  expectTypeOf<Read<'ads !analitycs'>>().toEqualTypeOf<'ads' | 'analytics'>();
});
