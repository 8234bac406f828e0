import { describe, expect, test } from 'vitest';
import { decideAll } from '../../src/model/decision.ts';
import { sentSignal } from '../../src/model/locks.ts';
import { readPrivacySignals } from '../../src/model/privacy-signals.ts';
import type {
  Choice,
  ConsentConfig,
  ConsentModel,
  ConsentRecord,
  Decision,
  LegalBasis,
  PrivacySignal,
  PrivacySignals,
} from '../../src/api.ts';
import type { Config } from '../../src/model/config.ts';
import { configOf } from '../support/configurations.ts';
import { referenceDecision, type Row } from '../support/precedence.ts';
import { DAY, NOW, recordOf } from '../support/records.ts';

const NONE: PrivacySignals = { dnt: false, gpc: false };
const DNT: PrivacySignals = { dnt: true, gpc: false };
const GPC: PrivacySignals = { dnt: false, gpc: true };
const signalsOf = (sent: readonly PrivacySignal[]): PrivacySignals => ({
  dnt: sent.includes('dnt'),
  gpc: sent.includes('gpc'),
});

interface Given {
  config?: Partial<ConsentConfig>;
  model?: ConsentModel;
  signals?: PrivacySignals;
  record?: ConsentRecord | null;
  now?: number;
}
const decide = ({
  config = {},
  model = 'opt-in',
  signals = NONE,
  record = null,
  now = NOW,
}: Given): Record<string, Decision> => decideAll({ config: configOf(config), model, signals, record, now });

/** What a purpose means under `config`, as a record keeps it. */
const revisionOf = (config: Partial<ConsentConfig>, id: string): string => {
  return configOf(config).purposes.get(id)?.meanings.join('') ?? '';
};

const EXPIRED = { givenAt: NOW - 200 * DAY, expiresAt: NOW - 18 * DAY };

describe('the precedence of the contract', () => {
  const models: ConsentModel[] = ['opt-in', 'opt-out', 'notice'];
  const bases: LegalBasis[] = ['consent', 'legitimate-interest', 'strictly-necessary'];
  const signalSets: PrivacySignal[][] = [[], ['dnt'], ['gpc'], ['dnt', 'gpc']];
  const overrides = (['never', 'explicit'] as const).flatMap((dnt) =>
    (['never', 'explicit'] as const).map((gpc) => ({ dnt, gpc })),
  );
  const stored: Row['stored'][] = [
    null,
    ...(['granted', 'denied'] satisfies Choice[]).flatMap((choice) =>
      signalSets.flatMap((sent) =>
        [false, true].flatMap((isExpired) =>
          [false, true].map((isChanged) => ({ choice, sent, isExpired, isChanged })),
        ),
      ),
    ),
  ];

  const configFor = (row: Omit<Row, 'stored' | 'sent' | 'model' | 'isExempt'>) =>
    configOf({
      purposes: {
        analytics: { title: 'Analytics', legalBasis: row.legalBasis, default: row.default },
        other: { title: 'Other' },
      },
      signals: {
        dnt: { applies: row.applies.includes('dnt') ? ['analytics'] : ['other'], override: row.override.dnt },
        gpc: { applies: row.applies.includes('gpc') ? ['analytics'] : ['other'], override: row.override.gpc },
      },
    });
  function decideRow({ model, isExempt, sent, stored: answer }: Row, config: Config): Decision | undefined {
    const meaning = config.purposes.get('analytics')?.meanings[0] ?? '';
    const record =
      answer &&
      recordOf(
        { analytics: answer.choice },
        {
          ...(answer.isExpired && EXPIRED),
          signals: signalsOf(answer.sent),
          revisions: { analytics: answer.isChanged ? '000' : meaning },
        },
      );
    const exempt = isExempt ? ['analytics'] : [];
    return decideAll({ config, model, exempt, signals: signalsOf(sent), record, now: NOW }).analytics;
  }

  const groups = models.flatMap((model) =>
    bases.flatMap((legalBasis) =>
      overrides.flatMap((override) =>
        [false, true].map((isExempt) => ({ model, legalBasis, isExempt, override, ...override })),
      ),
    ),
  );

  test.each(groups)(
    '$model, $legalBasis, exempt $isExempt, DNT beaten by $dnt choice, GPC by $gpc choice',
    ({ model, legalBasis, isExempt, override }) => {
      let rows = 0;
      const differing = signalSets.flatMap((applies) =>
        [undefined, false].flatMap((value) => {
          const site = { legalBasis, override, applies, default: value };
          const config = configFor(site);
          return signalSets.flatMap((sent) =>
            stored.flatMap((answer) => {
              rows++;
              const row: Row = { ...site, model, isExempt, sent, stored: answer };
              const expected = referenceDecision(row);
              const { allowed, reason, signal } = decideRow(row, config) ?? {};
              const isEqual = allowed === expected.allowed && reason === expected.reason && signal === expected.signal;
              return isEqual ? [] : [{ row, expected, actual: { allowed, reason, signal } }];
            }),
          );
        }),
      );
      expect(rows).toBe(1056);
      expect(differing).toEqual([]);
    },
  );
});

describe('what browsers really send, what is stored and the model', () => {
  const complain = (): never => {
    throw new Error('not for you');
  };
  // GPC × DNT × stored × model, 294 rows; what counts as a wish is in the second column.
  const gpcValues: [string, boolean, () => object][] = [
    ['true', true, () => Object.create({ globalPrivacyControl: true })],
    ['false', false, () => Object.create({ globalPrivacyControl: false })],
    ['undefined', false, () => ({})],
    ['"1"', false, () => Object.create({ globalPrivacyControl: '1' })],
    ['1', false, () => Object.create({ globalPrivacyControl: 1 })],
    [
      'throws',
      false,
      () =>
        Object.create({
          get globalPrivacyControl() {
            return complain();
          },
        }),
    ],
    [
      'true, shadowed by false',
      true,
      () =>
        Object.defineProperty(Object.create({ globalPrivacyControl: true }), 'globalPrivacyControl', { value: false }),
    ],
  ];
  const dntValues: [string, boolean, PropertyDescriptor | null][] = [
    ['"1"', true, { value: '1' }],
    ['"yes"', true, { value: 'yes' }],
    ['"0"', false, { value: '0' }],
    ['null', false, { value: null }],
    ['"unspecified"', false, { value: 'unspecified' }],
    ['absent', false, null],
    ['throws', false, { get: complain }],
  ];

  test.each(
    gpcValues.flatMap(([gpc, isGpc, create]) =>
      dntValues.map(([dnt, isDnt, descriptor]) => ({ gpc, isGpc, create, dnt, isDnt, descriptor })),
    ),
  )('GPC $gpc, DNT $dnt', ({ isGpc, create, isDnt, descriptor }) => {
    const navigator = descriptor ? Object.defineProperty(create(), 'doNotTrack', descriptor) : create();
    const signals = readPrivacySignals({ navigator });
    const table = (['opt-in', 'opt-out'] as const).flatMap((model) =>
      ([null, 'granted', 'denied'] as const).map((choice) => {
        const { allowed, reason } =
          decide({ model, signals, record: choice && recordOf({ analytics: choice }) }).analytics ?? {};
        return `${model}, ${choice ?? 'no answer'}: ${allowed ? 'allowed' : 'denied'} by ${reason}`;
      }),
    );
    const unsent = isDnt || isGpc ? 'denied by signal' : null;
    expect(table).toEqual([
      `opt-in, no answer: ${unsent ?? 'denied by default'}`,
      `opt-in, granted: ${unsent ?? 'allowed by choice'}`, // No signal was sent when it was given.
      `opt-in, denied: ${isDnt ? 'denied by signal' : 'denied by choice'}`,
      `opt-out, no answer: ${unsent ?? 'allowed by default'}`,
      `opt-out, granted: ${unsent ?? 'allowed by choice'}`,
      `opt-out, denied: ${isDnt ? 'denied by signal' : 'denied by choice'}`,
    ]);
  });
});

test.each([
  { value: undefined, allowed: true },
  { value: true, allowed: true },
  { value: false, allowed: false },
  { value: 'true', allowed: false },
  { value: 0, allowed: false },
  { value: 1, allowed: false },
])('before an answer under opt-out a purpose with `default: $value` is allowed: $allowed', ({ value, allowed }) => {
  const config = { purposes: JSON.parse(JSON.stringify({ ads: { title: 'Ads', default: value } })) };
  expect(decide({ config, model: 'opt-out' }).ads?.allowed).toBe(allowed);
  expect(decide({ config, model: 'opt-in' }).ads?.allowed).toBe(false);
});

describe('why, and since when', () => {
  test('a choice and an objection say when', () => {
    const config = {
      purposes: { ads: { title: 'Ads' }, security: { title: 'Security', legalBasis: 'legitimate-interest' as const } },
    };
    const record = recordOf({ ads: 'granted', security: 'denied' });
    expect(decide({ config, record })).toEqual({
      necessary: { allowed: true, reason: 'necessary' },
      ads: { allowed: true, reason: 'choice', since: record.givenAt },
      security: { allowed: false, reason: 'objection', since: record.givenAt },
    });
  });

  test('of two signals the one that no choice beats is named first', () => {
    expect(decide({ signals: { dnt: true, gpc: true } }).analytics).toEqual({
      allowed: false,
      reason: 'signal',
      signal: 'dnt',
    });
    expect(
      decide({
        signals: { dnt: true, gpc: true },
        config: { signals: { dnt: { override: 'explicit' }, gpc: { override: 'never' } } },
      }).analytics,
    ).toEqual({ allowed: false, reason: 'signal', signal: 'gpc' });
  });

  test('nothing that was never configured is in the table', () => {
    const decisions = decide({ record: recordOf({ stranger: 'granted' }) });
    expect(Object.keys(decisions)).toEqual(['necessary', 'preferences', 'analytics', 'marketing']);
    for (const name of ['stranger', 'constructor', '__proto__', 'toString']) expect(decisions[name]).toBeUndefined();
  });

  test('the signal that binds some of several purposes is found', () => {
    const { purposes } = configOf({
      signals: {
        gpc: { applies: ['marketing'], override: 'never' },
        dnt: { applies: ['analytics'], override: 'explicit' },
      },
    });
    const all = [...purposes.values()];
    expect(sentSignal(all, GPC, 'never')).toBe('gpc');
    expect(sentSignal(all, GPC, 'explicit')).toBeUndefined();
    expect(sentSignal(all, DNT, 'explicit')).toBe('dnt');
    expect(sentSignal(all, NONE, 'never')).toBeUndefined();
    expect(
      sentSignal(
        all.filter(({ id }) => id === 'analytics'),
        GPC,
        'never',
      ),
    ).toBeUndefined();
  });
});

describe('a grant lapses', () => {
  test('to the millisecond when it expires', () => {
    const record = recordOf({ analytics: 'granted' });
    expect(decide({ record, now: record.expiresAt - 1 }).analytics?.allowed).toBe(true);
    expect(decide({ record, now: record.expiresAt }).analytics).toEqual({ allowed: false, reason: 'default' });
  });

  const asked: Partial<ConsentConfig> = {
    purposes: { ads: { title: 'Ads', description: 'Shows ads.' } },
    services: { one: { title: 'One', purposes: ['ads'] }, two: { title: 'Two', purposes: ['ads'] } },
  };
  const record = recordOf({ ads: 'granted' }, { revisions: { ads: revisionOf(asked, 'ads') } });

  test.each<{ change: string; config: Partial<ConsentConfig>; allowed: boolean }>([
    { change: 'nothing', config: asked, allowed: true },
    {
      change: 'another title',
      config: { ...asked, purposes: { ads: { title: 'Adverts', description: 'Shows ads.' } } },
      allowed: false,
    },
    {
      change: 'another description',
      config: { ...asked, purposes: { ads: { title: 'Ads', description: 'Shows ads and sells your data.' } } },
      allowed: false,
    },
    { change: 'a description less', config: { ...asked, purposes: { ads: { title: 'Ads' } } }, allowed: false },
    {
      change: 'one more service',
      config: { ...asked, services: { ...asked.services, three: { title: 'Three', purposes: ['ads'] } } },
      allowed: false,
    },
    {
      change: 'another service instead',
      config: {
        ...asked,
        services: { one: { title: 'One', purposes: ['ads'] }, three: { title: 'Three', purposes: ['ads'] } },
      },
      allowed: false,
    },
    {
      change: 'a service that joins from another purpose',
      config: {
        ...asked,
        purposes: { ...asked.purposes, other: { title: 'O' } },
        services: { ...asked.services, three: { title: 'Three', purposes: ['ads', 'other'] } },
      },
      allowed: false,
    },
    {
      change: 'one service less',
      config: { ...asked, services: { two: { title: 'Two', purposes: ['ads'] } } },
      allowed: true,
    },
    {
      change: 'services in another order',
      config: {
        ...asked,
        services: { two: { title: 'Two', purposes: ['ads'] }, one: { title: 'One', purposes: ['ads'] } },
      },
      allowed: true,
    },
    {
      change: 'a service of another purpose',
      config: {
        ...asked,
        purposes: { ...asked.purposes, other: { title: 'O' } },
        services: { ...asked.services, three: { title: 'Three', purposes: ['other'] } },
      },
      allowed: true,
    },
    { change: 'a new policy version alone', config: { ...asked, policy: { url: '/', version: '2' } }, allowed: true },
  ])('when its purpose changes: $change, allowed $allowed', ({ config, allowed }) => {
    expect(decide({ config, record }).ads?.allowed).toBe(allowed);
  });

  const alone = recordOf(
    { one: 'granted' },
    { revisions: { one: configOf(asked).purposes.get('ads')?.meanings[0] ?? '' } },
  );

  test.each<{ change: string; config: Partial<ConsentConfig>; allowed: boolean }>([
    { change: 'nothing', config: asked, allowed: true },
    {
      change: 'what its purpose says',
      config: { ...asked, purposes: { ads: { title: 'Ads', description: 'Shows ads and sells your data.' } } },
      allowed: false,
    },
    {
      change: 'one more purpose of it',
      config: {
        purposes: { ...asked.purposes, other: { title: 'O' } },
        services: { ...asked.services, one: { title: 'One', purposes: ['ads', 'other'] } },
      },
      allowed: false,
    },
    {
      change: 'another purpose',
      config: {
        purposes: { ...asked.purposes, other: { title: 'O' } },
        services: { ...asked.services, one: { title: 'One', purposes: ['other'] } },
      },
      allowed: false,
    },
    {
      change: 'one more service beside it',
      config: { ...asked, services: { ...asked.services, three: { title: 'Three', purposes: ['ads'] } } },
      allowed: true,
    },
  ])('to a service alone when that changes: $change, allowed $allowed', ({ config, allowed }) => {
    expect(decide({ config, record: alone }).one?.allowed).toBe(allowed);
    const refused = { ...alone, choices: { one: 'denied' as const } };
    expect(decide({ config, record: refused }).one).toMatchObject({ allowed: false, reason: 'choice' });
  });

  test('another legal basis is another question', () => {
    const before = { purposes: { ads: { title: 'Ads' } } };
    const after = { purposes: { ads: { title: 'Ads', legalBasis: 'legitimate-interest' as const } } };
    const granted = recordOf({ ads: 'granted' }, { revisions: { ads: revisionOf(before, 'ads') } });
    expect(decide({ config: before, record: granted }).ads?.reason).toBe('choice');
    expect(decide({ config: after, record: granted }).ads?.reason).toBe('default');
  });

  test('a preset answer without a fingerprint speaks for the purpose as it is', () => {
    expect(decide({ config: asked, record: recordOf({ ads: 'granted' }) }).ads?.allowed).toBe(true);
  });

  test('when GPC appears, until the visitor confirms it under GPC', () => {
    const before = recordOf({ marketing: 'granted' });
    expect(decide({ signals: GPC, record: before }).marketing).toEqual({
      allowed: false,
      reason: 'signal',
      signal: 'gpc',
    });
    const confirmed = recordOf({ marketing: 'granted' }, { signals: GPC });
    expect(decide({ signals: GPC, record: confirmed }).marketing).toMatchObject({ allowed: true, reason: 'choice' });
    expect(decide({ signals: NONE, record: confirmed }).marketing).toMatchObject({ allowed: true, reason: 'choice' });
  });

  test('while DNT is sent, and counts again when it is not', () => {
    const granted = recordOf({ marketing: 'granted' }, { signals: DNT });
    expect(decide({ signals: DNT, record: granted }).marketing).toEqual({
      allowed: false,
      reason: 'signal',
      signal: 'dnt',
    });
    expect(decide({ signals: NONE, record: granted }).marketing).toMatchObject({ allowed: true, reason: 'choice' });
  });

  test('one signal at a time: GPC that was confirmed does not cover a DNT that may be overridden', () => {
    const config: Partial<ConsentConfig> = { signals: { dnt: { override: 'explicit' } } };
    const granted = recordOf({ marketing: 'granted' }, { signals: GPC });
    expect(decide({ config, signals: { dnt: true, gpc: true }, record: granted }).marketing).toEqual({
      allowed: false,
      reason: 'signal',
      signal: 'dnt',
    });
  });
});

describe('a refusal never lapses into permission', () => {
  const changes: [string, Partial<ConsentRecord>][] = [
    ['is fresh', {}],
    ['expired', EXPIRED],
    ['was given to a purpose that changed', { revisions: { ads: '000' } }],
    ['expired and changed', { ...EXPIRED, revisions: { ads: '000' } }],
  ];
  const config = { purposes: { ads: { title: 'Ads' } } };

  test.each(
    changes.flatMap(([what, wanted]) =>
      (['opt-in', 'opt-out', 'notice'] as const).map((model) => ({ what, wanted, model })),
    ),
  )('under $model, one that $what', ({ wanted, model }) => {
    const { ads } = decide({ config, model, record: recordOf({ ads: 'denied' }, wanted) });
    expect(ads?.allowed).toBe(false);
    // Under opt-in, where silence means no, an old one is asked again.
    expect(ads?.reason).toBe(model === 'opt-in' && Object.keys(wanted).length > 0 ? 'default' : 'choice');
  });

  test.each(
    changes.flatMap(([what, wanted]) =>
      (['opt-in', 'opt-out', 'notice'] as const).map((model) => ({ what, wanted, model })),
    ),
  )('under $model, an objection that $what', ({ wanted, model }) => {
    const objectable = { purposes: { ads: { title: 'Ads', legalBasis: 'legitimate-interest' as const } } };
    expect(decide({ config: objectable, model, record: recordOf({ ads: 'denied' }, wanted) }).ads).toMatchObject({
      allowed: false,
      reason: 'objection',
    });
  });
});

describe('a service', () => {
  const services: ConsentConfig['services'] = {
    maps: { title: 'Maps', purposes: ['marketing'] },
    heat: { title: 'Heat', purposes: ['analytics', 'marketing'] },
    pay: { title: 'Pay', purposes: ['necessary'] },
    chat: { title: 'Chat', purposes: ['necessary', 'preferences'] },
    shield: { title: 'Shield', purposes: ['security'] },
  };
  const config: Partial<ConsentConfig> = {
    purposes: {
      preferences: {},
      analytics: {},
      marketing: {},
      security: { title: 'Security', legalBasis: 'legitimate-interest' },
    },
    services,
  };
  const allowed = (given: Given) => {
    const decisions = decide({ config, ...given });
    return Object.keys(services)
      .filter((id) => decisions[id]?.allowed)
      .join(' ');
  };

  test.each<Given & { given: string; expected: string }>([
    { given: 'no answer', expected: 'pay shield' },
    { given: 'no answer under opt-out', model: 'opt-out', expected: 'maps heat pay chat shield' },
    { given: 'one of its purposes', record: recordOf({ marketing: 'granted' }), expected: 'maps pay shield' },
    {
      given: 'all of its purposes',
      record: recordOf({ marketing: 'granted', analytics: 'granted' }),
      expected: 'maps heat pay shield',
    },
    {
      given: 'a purpose beside the necessary one',
      record: recordOf({ preferences: 'granted' }),
      expected: 'pay chat shield',
    },
    {
      given: 'a denied purpose under opt-out',
      model: 'opt-out',
      record: recordOf({ analytics: 'denied' }),
      expected: 'maps pay chat shield',
    },
    {
      given: 'an answer of its own against its purpose',
      record: recordOf({ marketing: 'denied', maps: 'granted' }),
      expected: 'maps pay shield',
    },
    {
      given: 'a refusal of its own against its purpose',
      record: recordOf({ marketing: 'granted', maps: 'denied' }),
      expected: 'pay shield',
    },
    {
      given: 'an answer of its own to what needs two',
      record: recordOf({ heat: 'granted' }),
      expected: 'heat pay shield',
    },
    { given: 'a refusal of its own of what is necessary', record: recordOf({ pay: 'denied' }), expected: 'shield' },
    { given: 'a refusal of its own of a legitimate interest', record: recordOf({ shield: 'denied' }), expected: 'pay' },
    {
      given: 'DNT and an answer of its own',
      signals: DNT,
      record: recordOf({ maps: 'granted', marketing: 'granted' }),
      expected: 'pay',
    },
    { given: 'GPC that came after its answer', signals: GPC, record: recordOf({ maps: 'granted' }), expected: 'pay' },
    {
      given: 'GPC that was there when it was answered',
      signals: GPC,
      record: recordOf({ maps: 'granted' }, { signals: GPC }),
      expected: 'maps pay',
    },
    { given: 'its own grant, expired', record: recordOf({ maps: 'granted' }, EXPIRED), expected: 'pay shield' },
    {
      given: 'its own grant, of a purpose that changed',
      record: recordOf({ maps: 'granted', marketing: 'denied' }, { revisions: { maps: '000' } }),
      expected: 'pay shield',
    },
    {
      given: 'its own refusal, expired, under opt-in',
      record: recordOf({ shield: 'denied', pay: 'denied', maps: 'denied' }, EXPIRED),
      expected: '',
    },
    {
      given: 'its own refusal, expired, under opt-out',
      model: 'opt-out',
      record: recordOf({ maps: 'denied' }, EXPIRED),
      expected: 'heat pay chat shield',
    },
  ])('$given: $expected', ({ expected, ...given }) => {
    expect(allowed(given)).toBe(expected);
  });

  test('a signal on any of its purposes binds it', () => {
    const signals = { gpc: { applies: ['marketing'], override: 'never' as const } };
    const everything = recordOf({
      marketing: 'granted',
      analytics: 'granted',
      preferences: 'granted',
      heat: 'granted',
    });
    expect(allowed({ config: { ...config, signals }, signals: GPC, record: everything })).toBe('pay chat shield');
  });

  test('it gives the reason of the purpose that decides', () => {
    expect(decide({ config, signals: DNT }).heat).toEqual({ allowed: false, reason: 'signal', signal: 'dnt' });
    expect(decide({ config, record: recordOf({ marketing: 'granted' }) }).heat).toEqual({
      allowed: false,
      reason: 'default',
    });
    expect(decide({ config, record: recordOf({ preferences: 'granted' }) }).chat).toMatchObject({
      allowed: true,
      reason: 'choice',
    });
    expect(decide({ config, record: recordOf({ maps: 'granted' }) }).maps).toMatchObject({
      allowed: true,
      reason: 'choice',
    });
    expect(decide({ config }).pay).toEqual({ allowed: true, reason: 'necessary' });
    expect(decide({ config, record: recordOf({ security: 'denied' }) }).shield).toMatchObject({
      allowed: false,
      reason: 'objection',
    });
  });
});
