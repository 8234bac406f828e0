import { describe, expect, test } from 'vitest';
import type { GuardReport } from '../../src/lazy.ts';
import { collectConfiguration, collectErrors } from '../../src/debug/configuration.ts';
import { collectGoogle, inEffect } from '../../src/debug/google.ts';
import { collectKept } from '../../src/debug/kept.ts';
import { collectElements, collectRequests } from '../../src/debug/loads.ts';
import { asJson, asText } from '../../src/debug/report.ts';
import type { Row, Section } from '../../src/debug/section.ts';
import { sourceFields } from '../../src/debug/sources.ts';
import { collectUntagged } from '../../src/debug/untagged.ts';
import { bannerOf, collectDecisions, collectVisitor } from '../../src/debug/visitor.ts';
import { collectWhatIf, type Visitor } from '../../src/debug/what-if.ts';
import { element, factsOf, kept, type Page, request } from '../support/facts.ts';
import { NOW, recordOf } from '../support/records.ts';

const services = {
  maps: { title: 'Atlas Maps', purposes: ['preferences'], match: ['maps.example'], cookies: ['_atlas'] },
};
/** Given and lasting, whatever the clock says. */
const answered = recordOf(
  { preferences: 'granted', analytics: 'denied', marketing: 'denied' },
  {
    givenAt: NOW,
    expiresAt: Date.UTC(2099, 0),
  },
);

/** The row about `name`, in one line: its mark, then its cells. */
const line = (row: Row | undefined) => row && [row.mark ?? '', ...row.cells].join(' | ');
const about = ({ rows, rest }: Section, name: string) =>
  line([...rows, ...(rest?.rows ?? [])].find(({ cells }) => cells[0] === name));

const hotjar = { id: 'hotjar', title: 'Hotjar', addresses: [], element: null, advice: 'Tag it:', code: '<script>' };

describe('scripts, frames and images', () => {
  const facts = (more: Page = {}) =>
    factsOf({
      config: { services },
      elements: [
        element('<untagged>', 'https://static.hotjar.com/c/hotjar-1.js?sv=6'),
        element('<made>', 'https://www.clarity.ms/tag/x'),
        element('<missed>', 'https://ads.example/a.js'),
        element('<held>', '/counter.js', { expression: 'analytics', status: 'held' }),
        element('<once>', 'https://maps.example/x', { expression: 'maps', status: 'shown', isOnce: true }),
        element('<inline>', null, { code: 'window.gtag("config")' }),
        element('<own>', '/own.js'),
        element('<sibling>', 'https://static.shop.example/own.js'),
        element('<stranger>', 'https://cdn.nobody.example/x.js'),
      ],
      requests: [request('https://static.hotjar.com/c/hotjar-1.js?sv=6', 1234)],
      loose: [{ ...hotjar, addresses: ['https://static.hotjar.com/c/hotjar-1.js'] }],
      guarded: [{ url: 'https://ads.example/a.js', kind: 'script', consent: 'marketing', outcome: 'missed' }],
      ...more,
    });
  const section = collectElements(facts());

  test.each([
    [
      '<untagged>',
      'wrong | <untagged> | Hotjar | is not tagged, so it asks nobody; it would wait for "analytics" | 1.23\u00a0s',
    ],
    [
      '<held>',
      'waits | <held> | this site | waits for permission: "analytics"; analytics: denied until the visitor answers | ',
    ],
    ['<once>', 'runs | <once> | Atlas Maps | is shown: "maps"; the visitor let in this one | '],
    ['<inline>', ' | <inline> | this site; mentions Google Analytics 4 | runs with the page: it is the site’s own | '],
    [
      '<made>',
      'runs | <made> | Microsoft Clarity | a tagged script made it; analytics: denied until the visitor answers | ',
    ],
    [
      '<missed>',
      'wrong | <missed> | ads.example | had run before the rule could hold it: "marketing"; ' +
        'marketing: denied until the visitor answers | ',
    ],
    [
      '<stranger>',
      ' | <stranger> | cdn.nobody.example | is not tagged and not in the table of services: nothing holds it | ',
    ],
  ])('%s', (name, expected) => {
    expect(about(section, name)).toBe(expected);
  });

  test('what is the site’s own and not tagged is folded away', () => {
    expect(section.rest?.rows.map(({ cells }) => cells[0])).toEqual(['<inline>', '<own>', '<sibling>']);
    expect(section.summary).toBe('2 are tagged, of which 1 waits.');
  });

  test('a released tag tells who allowed it, a denied one who refused it', () => {
    const elements = [
      element('<yes>', '/a.js', { expression: 'preferences', status: 'released' }),
      element('<no>', '/b.js', { expression: 'analytics preferences', status: 'held' }),
      element('<typo>', '/c.js', { expression: 'anlytics', status: 'held' }),
    ];
    const found = collectElements(facts({ elements, record: answered }));
    expect(about(found, '<yes>')).toMatch(
      /^runs .* was released: "preferences"; preferences: allowed by the visitor on /,
    );
    expect(about(found, '<no>')).toMatch(/^waits .* analytics: refused by the visitor on .*; preferences: allowed by /);
    expect(about(found, '<typo>')).toContain('anlytics: denied: no purpose or service has this name');
  });
});

describe('requests', () => {
  const report = (url: string, outcome: GuardReport['outcome'], kind = 'fetch'): GuardReport => ({
    url,
    kind,
    consent: 'marketing',
    outcome,
  });
  const section = collectRequests(
    factsOf({
      config: { services },
      record: answered,
      requests: [
        request('https://www.shop.example/own.css', 10, 'link'),
        request('https://maps.example/tile.png?user=7', 20, 'img'),
        request('https://in.hotjar.com/send', 30, 'beacon'),
        request('https://ads.example/late.js', 40),
        request('https://cdn.nobody.example/x.js', 50, 'css'),
        request('https://www.shop.example/counter.js', 60),
      ],
      elements: [element('<counter>', '/counter.js', { expression: 'preferences', status: 'released' })],
      guarded: [report('https://ads.example/late.js', 'missed', 'script'), report('https://ads.example/send', 'held')],
    }),
  );

  test.each([
    [
      'https://maps.example/tile.png',
      /^runs \| .* \| Atlas Maps \| asked for; allowed: maps: allowed by .* \| an image \| 0\.02/,
    ],
    [
      'https://in.hotjar.com/send',
      /^wrong .* \| Hotjar \| asked for; not allowed now: analytics: refused .*\(beacon\)/,
    ],
    [
      'https://ads.example/late.js',
      /^wrong .* had run before the rule could hold it; not allowed now: marketing: refused/,
    ],
    ['https://ads.example/send', /^waits .* held back by a rule: "marketing"; .* \| fetch \| never$/],
    [
      'https://cdn.nobody.example/x.js',
      /^ \| .* \| cdn.nobody.example \| not in the table of services \| a style sheet/,
    ],
    ['https://www.shop.example/counter.js', /^runs .* asked for by its tag; allowed: preferences: .* \| <counter> \|/],
  ])('%s', (name, expected) => {
    expect(about(section, name)).toMatch(expected);
  });

  test('the site’s own are counted, and no query is shown', () => {
    expect(section.rest?.rows.map(({ cells }) => cells[0])).toEqual(['https://www.shop.example/own.css']);
    expect(JSON.stringify(section)).not.toContain('user=7');
  });

  test.each([
    ['opt-in', -1, /^runs .* asked for; allowed: maps/],
    ['opt-in', 500, /^wrong .* asked for; went out before the answer; allowed since: maps: allowed by the visitor/],
    ['opt-out', 500, /^runs .* asked for; allowed: maps/],
  ] as const)('under %s, answered after %d ms', (model, answeredAt, expected) => {
    const requests = [request('https://maps.example/tile.png', 20, 'img')];
    const facts = factsOf({ config: { services, model }, record: answered, requests, answeredAt });
    expect(about(collectRequests(facts), 'https://maps.example/tile.png')).toMatch(expected);
  });

  test('a full list is said', () => {
    const requests = Array.from({ length: 250 }, (_, at) => request(`https://www.shop.example/${at}`, at));
    expect(collectRequests(factsOf({ requests })).summary).toContain('lists no more than the first');
  });
});

test('known services that run untagged have what to write', () => {
  const loose = [{ ...hotjar, addresses: ['https://a.example/', 'https://b.example/'] }];
  expect(collectUntagged({ loose }).rows).toEqual([
    { cells: ['Hotjar', 'https://a.example/\nhttps://b.example/', 'Tag it:'], mark: 'wrong', code: '<script>' },
  ]);
  expect(collectUntagged({ loose: [] }).summary).toContain('Nothing');
});

test('cookies and storage: whose they are, ours by our name, and what is not allowed first', () => {
  const section = collectKept(
    factsOf({
      config: { services },
      record: answered,
      kept: [
        kept('cookie', 'commsor_consent'),
        kept('session', 'commsor_consent'),
        kept('cookie', '_atlas', 0, true),
        kept('cookie', '_ga_ABC', 2500),
        kept('local', '_hjSession', 3000, true),
        kept('indexedDB', 'shop'),
      ],
    }),
  );
  const early = 'was there when the panel opened, before an answer';
  expect(section.rows.map(line)).toEqual([
    expect.stringMatching(
      new RegExp(
        String.raw`^wrong \| _ga_ABC \| cookie \| Google Analytics 4 \| is there, and should not be: ` +
          String.raw`analytics: refused .* \| came after 2.50\u00a0s, before an answer$`,
      ),
    ),
    expect.stringMatching(/^wrong \| _hjSession \| localStorage \| Hotjar \| .* \| came after 3.00\u00a0s$/),
    `runs | commsor_consent | cookie | Commsor Consent | necessary: it is the answer | ${early}`,
    ` | commsor_consent | sessionStorage | not in the table | nobody knows what it is for | ${early}`,
    expect.stringMatching(
      /^runs \| _atlas \| cookie \| Atlas Maps \| maps: allowed by the visitor .* \| was there when the panel opened$/,
    ),
    ` | shop | IndexedDB | not in the table | nobody knows what it is for | ${early}`,
  ]);
  expect(section.summary).toMatch(/^6 names, 2 of services that are not allowed/);
});

describe('why the banner is, or is not, on the screen', () => {
  const moved = { policy: { url: '/p', version: '2', changes: 'A map.' } };
  test.each<[string, Page]>([
    ['shown: preferences, analytics, marketing wait for an answer', { view: 'banner', needsPrompt: true }],
    [
      'was to be shown, and is not on the screen: preferences, analytics, marketing wait for an answer',
      { needsPrompt: true },
    ],
    ['not shown: the preferences are in its place', { view: 'preferences', needsPrompt: true }],
    ['never shown: ui.headless says that the site draws its own', { config: { ui: { headless: true } } }],
    ['waits until it is known where the visitor is, and which services there are', { isSettled: false }],
    ['not shown: every optional purpose has an answer', { record: answered }],
    ['not shown: a minor who has answered is not asked again', { record: answered, isMinor: true }],
    ['not shown: the browser’s signal answers for every optional purpose', { signals: { gpc: true } }],
    ['not shown: the site has no optional purpose', { config: { purposes: { necessary: {} } } }],
    ['shown: the policy moved since the visitor answered', { config: moved, record: answered, needsPrompt: true }],
  ])('%s', (expected, page) => {
    expect(bannerOf(factsOf(page))).toBe(expected);
  });
});

test.each<[string, Page['config']]>([
  ['opt-in; nobody said where the visitor is', {}],
  ['opt-out, in US-CA, by a rule of "regions"', { region: 'US-CA', regions: [{ regions: ['US'], model: 'opt-out' }] }],
  [
    'opt-in, in DE, by "model", since no rule of "regions" names it',
    { region: 'DE', regions: [{ regions: ['US'], model: 'opt-out' }] },
  ],
])('the law: %s', (expected, config) => {
  expect(about(collectVisitor(factsOf({ config })), 'law')).toBe(` | law | ${expected}`);
});

test('each purpose and service has its decision in plain words', () => {
  const section = collectDecisions(factsOf({ config: { services }, signals: { gpc: true } }));
  expect(section.rows.map(line)).toEqual([
    'runs | necessary | purpose | always on: strictly necessary',
    'waits | preferences | purpose | denied: the browser sends Global Privacy Control',
    'waits | analytics | purpose | denied: the browser sends Global Privacy Control',
    'waits | marketing | purpose | denied: the browser sends Global Privacy Control',
    'waits | maps | service, for preferences | denied: the browser sends Global Privacy Control',
  ]);
});

describe('Google’s data layer', () => {
  const command = (...words: unknown[]) => Object.assign(Object.create(null), words);
  const denied = {
    ad_storage: 'denied',
    ad_user_data: 'denied',
    ad_personalization: 'denied',
    analytics_storage: 'denied',
    functionality_storage: 'denied',
    personalization_storage: 'denied',
    security_storage: 'granted',
  };
  const config = { google: true };

  test('the default first, nobody early, all as decided', () => {
    const layer = [command('consent', 'default', denied), command('js', 1), command('config', 'G-1')];
    const section = collectGoogle(factsOf({ config, layer }));
    expect(section.summary).toBe('The consent default comes first.');
    expect(section.rows.map(({ mark }) => mark)).not.toContain('wrong');
    expect(section.rest?.rows).toHaveLength(2);
  });

  test('who was early is named', () => {
    const layer = [
      command('js', 1),
      command('config', 'G-1'),
      { event: 'gtm.js' },
      command('consent', 'default', denied),
    ];
    const section = collectGoogle(factsOf({ config, layer }));
    expect(section.summary).toMatch(/^config, gtm.js came before the consent default/);
    expect(about(section, 'entry 2')).toBe(
      'wrong | entry 2 | config G-1 | came before the default: put our tag above it',
    );
    expect(about(section, 'entry 1')).toBe(' | entry 1 | js | ');
  });

  test('a type that is in effect against the decision is wrong', () => {
    const layer = [command('consent', 'default', denied), command('consent', 'update', { ad_storage: 'granted' })];
    const { rows } = collectGoogle(factsOf({ config, layer }));
    expect(rows.filter(({ mark }) => mark === 'wrong').map(line)).toEqual([
      'wrong | now | ad_storage | granted; the decision says denied',
    ]);
  });

  test('the last default for all regions counts, and updates beat defaults', () => {
    expect(
      inEffect([
        command('consent', 'update', { a: 'granted' }),
        command('consent', 'default', { a: 'denied', b: 'denied' }),
        command('consent', 'default', { b: 'granted' }),
        command('consent', 'default', { b: 'denied', region: ['DE'] }),
      ]),
    ).toEqual({ a: 'granted', b: 'granted' });
  });

  test('a layer without the feature, and none at all, are said', () => {
    expect(collectGoogle(factsOf({ layer: [] })).summary).toContain('"google" is not configured');
    expect(collectGoogle(factsOf({ config })).summary).toContain('none');
  });
});

test('each field of the configuration has the source that says the same', () => {
  const track = () => undefined;
  const input = {
    policy: { url: '/p' },
    ui: { layout: 'bar', accent: '#000' },
    region: track,
    block: [],
    google: true,
  };
  const sources = {
    global: { ui: { accent: '#000' }, region: track },
    json: { policy: { url: '/p' }, ui: { accent: '#fff' } },
  };
  expect(sourceFields(input, sources).map(({ field, source }) => `${field}: ${source.split(' ', 1)[0]}`)).toEqual([
    'policy.url: json',
    'ui.layout: the',
    'ui.accent: global',
    'region: global',
    'block: the',
    'google: the',
  ]);
  const circle: Record<string, unknown> = {};
  expect(sourceFields({ texts: Object.assign(circle, { circle }) }, {})).toHaveLength(1);
});

test('what the checker says, and that it did not come', () => {
  const problems = [
    { level: 'error', field: 'servces', fix: 'did you mean' },
    { level: 'warning', field: 'model', fix: 'a link' },
  ] as const;
  expect(collectConfiguration(factsOf({ problems })).rows.map(line)).toEqual([
    'wrong | servces | did you mean | error',
    ' | model | a link | warning',
  ]);
  expect(collectConfiguration(factsOf({ problems: null })).summary).toBe('The checker did not come.');
});

test('errors have what to do', () => {
  expect(line(collectErrors(factsOf({ errors: [{ code: 'bad-url', message: 'javascript:' }] })).rows[0])).toBe(
    'wrong | bad-url | Only http and https addresses are loaded, ' +
      'and only pictures of this site as a preview: javascript:',
  );
});

describe('another visitor', () => {
  const config: Page['config'] = { services, regions: [{ regions: ['US'], model: 'opt-out' }] };
  const visitor: Visitor = { hasAnswer: true, region: '', signals: { dnt: false, gpc: false }, isMinor: false };
  const meets = (wanted: Partial<Visitor>, page: Page = {}) =>
    collectWhatIf(factsOf({ config, record: answered, ...page }), { ...visitor, ...wanted }, NOW + 1);

  test('without an answer is asked', () => {
    const section = meets({ hasAnswer: false });
    expect(section.summary).toBe(
      'The banner is shown: it asks about preferences, analytics, marketing. ' +
        'The law: opt-in; nobody said where the visitor is. Nothing in this page was changed.',
    );
    expect(about(section, 'maps')).toBe('waits | maps | denied until the visitor answers | allowed');
  });

  test('with the answer is not', () => {
    expect(meets({}).summary).toMatch(/^No banner is shown/);
  });

  test('in a region of another law', () => {
    const section = meets({ hasAnswer: false, region: 'US-CA' });
    expect(section.summary).toContain('The law: opt-out, in US-CA, by a rule of "regions".');
    expect(about(section, 'analytics')).toBe('runs | analytics | allowed until the visitor answers | not allowed');
  });

  test('who is a minor has the strictest law, and plain words', () => {
    const section = meets({ hasAnswer: false, region: 'US-CA', isMinor: true });
    expect(section.summary).toContain('The banner is shown, in plain words: it asks about preferences,');
    expect(section.summary).toContain('The law: opt-in, in US-CA, since the visitor is a minor.');
    expect(about(section, 'analytics')).toMatch(/^waits /);
    // Asked once, whatever is new since.
    expect(meets({ isMinor: true }).summary).toMatch(/^No banner is shown/);
  });

  test.each(['GERMANY', 'USA', 'US_CA'])('in %s, which is no region, is not guessed at', (region) => {
    const { summary, rows } = meets({ region });
    expect(summary).toBe(`“${region}” is no region: write its ISO 3166 code, such as DE or US-CA.`);
    expect(rows).toEqual([]);
  });

  test('in a region that exempts a purpose', () => {
    const exempting = { services, regions: [{ regions: ['GB'], exempt: ['analytics'] }] };
    const section = meets({ hasAnswer: false, region: 'GB' }, { config: exempting });
    expect(section.summary).toContain('asks about preferences, marketing.');
    expect(about(section, 'analytics')).toBe(
      'runs | analytics | allowed until the visitor objects: exempt in this region | not allowed',
    );
  });

  test.each(['dnt', 'gpc'] as const)('whose browser sends %s', (name) => {
    const section = meets({ hasAnswer: false, signals: { dnt: false, gpc: false, [name]: true } });
    expect(section.summary).toMatch(/^No banner is shown/);
    expect(about(section, 'marketing')).toMatch(/^waits \| marketing \| denied: the browser sends /);
  });
});

describe('the report', () => {
  const facts = factsOf();
  const sections: Section[] = [
    {
      title: 'A title',
      summary: 'One.',
      columns: ['name', 'why'],
      rows: [{ cells: ['a', 'b\nc'], mark: 'wrong', code: '<script>' }],
      rest: { title: '1 more', rows: [{ cells: ['d', ''] }] },
    },
  ];

  test('as text', () => {
    expect(asText(facts, sections)).toBe(
      [
        'Commsor Consent 1.2.3: https://www.shop.example/cart',
        '',
        'A title\n=======\nOne.\n! a | b c\n    <script>\n1 more:\n  d',
        '',
      ].join('\n'),
    );
  });

  test('as JSON', () => {
    expect(JSON.parse(asJson(facts, sections))).toEqual({
      version: '1.2.3',
      page: 'https://www.shop.example/cart',
      sections: [
        {
          title: 'A title',
          summary: 'One.',
          rows: [
            { name: 'a', why: 'b\nc', mark: 'wrong', write: '<script>' },
            { name: 'd', why: '' },
          ],
        },
      ],
    });
  });
});
