import { describe, expect, test } from 'vitest';
import { adviceOn } from '../../../src/audit/advice.ts';
import { allowedBy, goneFrom, knownFrom } from '../../../src/audit/exceptions.ts';
import { Findings } from '../../../src/audit/findings.ts';
import { pageOf } from '../../../src/audit/html-report.tsx';
import { junitOf } from '../../../src/audit/junit.ts';
import { ADVICE, Omissions } from '../../../src/audit/left-out.ts';
import { parseOptions } from '../../../src/audit/options.ts';
import { printReport } from '../../../src/audit/print.ts';
import {
  configFile,
  configurationFor,
  consentOf,
  judge,
  leftOver,
  type OpenStart,
  policyAmong,
  rulesFor,
  tagLines,
} from '../../../src/audit/proposal.ts';
import type { AuditReport, Manual } from '../../../src/audit/report.ts';
import { check } from '../../../src/check/index.ts';

/** What was seen of a site with Hotjar, an unknown host and two cookies, before an answer. */
function findings(allow: string[] = [], baseline: unknown = {}): Findings {
  const found = new Findings(
    new URL('https://site.example/'),
    { allows: allowedBy(allow), knows: knownFrom(baseline) },
    ({ url, line }) => ({ file: url, line }),
  );
  const origin = { url: 'index.html', asked: 'https://static.hotjar.com/', line: 3, column: 1, byScript: false };
  for (const address of [
    'https://static.hotjar.com/c/h.js',
    'https://static.hotjar.com/other',
    'https://x.example/<i>',
  ])
    found.contact({ url: new URL(address), kind: 'script', origin }, 'unanswered', 'index.html');
  found.contact({ url: new URL('https://late.example/'), kind: 'image' }, 'accepted', 'index.html');
  found.keep({ kind: 'cookie', name: '_hjSession', domain: 'site.example' }, 'unanswered', 'index.html');
  found.keep({ kind: 'cookie', name: 'basket', domain: 'site.example' }, 'unanswered', 'index.html');
  found.keep({ kind: 'cookie', name: 'id', domain: 'x.example' }, 'unanswered', 'index.html');
  found.keep({ kind: 'cookie', name: 'commsor_consent', domain: 'site.example' }, 'rejected', 'index.html');
  return found;
}

const advice = (found: Findings) => adviceOn(found.looseServices(), (id) => id);

function reportOf(found: Findings): AuditReport {
  const kept = found.keptFindings();
  return {
    schema: 1,
    tool: { name: '@commsor/consent', version: '1.0.0' },
    site: 'https://site.example/',
    startedAt: '2026-11-01T10:00:00.000Z',
    passed: false,
    consentTool: null,
    visitors: [{ phase: 'unanswered', pages: 1 }],
    pages: ['index.html'],
    leftOut: [],
    gone: [],
    hosts: found.hostFindings(),
    cookies: kept.filter(({ kind }) => kind === 'cookie'),
    storage: kept.filter(({ kind }) => kind !== 'cookie'),
    proposal: { configuration: {}, tag: '', edits: [], manual: [], services: advice(found), written: false },
  };
}

const standings = (found: Findings) =>
  Object.fromEntries([
    ...found.hostFindings().map(({ host, standing }) => [host, standing]),
    ...found.keptFindings().map(({ name, standing }) => [name, standing]),
  ]);

test('what had no permission is loose, the site’s own unknown names are unclear, our own cookie is none of it', () => {
  expect(standings(findings())).toEqual({
    'static.hotjar.com': 'loose',
    'x.example': 'loose',
    'late.example': 'permitted',
    _hjSession: 'loose',
    basket: 'unclear',
    id: 'loose',
  });
});

test('a host is one entry, however many addresses of it were asked', () => {
  expect(
    findings()
      .hostFindings()
      .find(({ host }) => host === 'static.hotjar.com'),
  ).toEqual({
    standing: 'loose',
    services: ['hotjar'],
    title: 'Hotjar',
    provider: 'Hotjar (Contentsquare)',
    country: null,
    purposes: ['analytics'],
    without: ['unanswered'],
    with: [],
    page: 'index.html',
    host: 'static.hotjar.com',
    kinds: ['script'],
    requests: 2,
    example: 'https://static.hotjar.com/c/h.js',
    places: [{ file: 'index.html', line: 3 }],
  });
});

test('the places of what is loose are those without permission', () => {
  const found = findings();
  const origin = { url: '/commsor.js', asked: 'https://static.hotjar.com/', line: 2, column: 1, byScript: true };
  const contact = { url: new URL('https://static.hotjar.com/c/h.js'), kind: 'script', origin };
  found.contact(contact, 'accepted', 'index.html');
  const hotjar = found.hostFindings().find(({ host }) => host === 'static.hotjar.com');
  expect(hotjar).toMatchObject({ with: ['accepted'], places: [{ file: 'index.html', line: 3 }] });
});

test.each([
  [['hotjar'], ['static.hotjar.com', '_hjSession']],
  [['hotjar.com'], ['static.hotjar.com']],
  [['x.example'], ['x.example', 'id']],
  [['_hj*'], ['_hjSession']],
  [['example'], ['x.example', 'id']],
  [['otjar.com'], []],
])('--allow %j allows %j', (list, allowed) => {
  const names = Object.entries(standings(findings(list))).filter(([, standing]) => standing === 'allowed');
  expect(names.map(([name]) => name).toSorted()).toEqual(allowed.toSorted());
});

test('the verdict says when something ran by --allow alone', () => {
  const allowed = reportOf(findings(['hotjar', 'x.example']));
  expect(printReport({ ...allowed, passed: true })).toContain('ran without permission, but for what --allow names.');
});

describe('a baseline', () => {
  test('makes known what an earlier report found loose or knew already', () => {
    const first = reportOf(findings());
    expect(Object.values(standings(findings([], first)))).not.toContain('loose');
    const second = reportOf(findings([], first));
    expect(Object.values(standings(findings([], second)))).not.toContain('loose');
  });

  test('is named in the verdict, and so is what it has and nobody sees any more', () => {
    const first = reportOf(findings());
    const known = { ...reportOf(findings([], first)), passed: true };
    expect(goneFrom(first, known)).toEqual([]);
    expect(printReport(known)).toContain('Nothing new ran without permission; the baseline has 4.');
    const gone = goneFrom(first, { hosts: known.hosts.slice(1), cookies: [], storage: [] });
    expect(gone).toEqual([known.hosts[0]?.host, '_hjSession', 'id']);
    expect(printReport({ ...known, gone })).toContain(`so write it anew with --json: ${gone.join(', ')}`);
  });

  test('does not excuse what had permission then', () => {
    const later = findings([], reportOf(findings()));
    later.contact({ url: new URL('https://late.example/'), kind: 'image' }, 'rejected', 'index.html');
    expect(standings(later)).toMatchObject({ 'late.example': 'loose' });
  });
});

test('the text names every loose host in full', () => {
  const text = printReport(reportOf(findings()));
  for (const host of ['static.hotjar.com', 'x.example', 'Hotjar', '_hjSession', 'index.html:3'])
    expect(text).toContain(host);
  expect(text).toContain('Without permission: 2 hosts contacted, 2 names kept in the browser.');
});

test('what was left out is said with its number, a few of its pages and what to do', () => {
  const omissions = new Omissions();
  const pages = Array.from({ length: 130 }, (_, page) => `page-${page}.html`);
  omissions.add('limit', ADVICE.limit(20), pages);
  omissions.add('no-html', ADVICE.noHtml, ['index.php']);
  omissions.add('robots', ADVICE.robots('Agent'), []);
  const leftOut = omissions.list();
  expect(leftOut.map(({ why, count, pages: named }) => [why, count, named.length])).toEqual([
    ['limit', 130, 100],
    ['no-html', 1, 1],
  ]);
  const text = printReport({ ...reportOf(findings()), leftOut });
  expect(text).toContain('130 pages beyond --pages 20: raise it to visit more');
  expect(text).toContain('page-0.html, page-1.html, page-2.html, and 127 more');
  expect(text).toContain('1 page not read, since it takes a server');
  expect(pageOf({ ...reportOf(findings()), leftOut }, new Map())).toContain('page-19.html, and 110 more');
});

test('who stayed at home for the same reason is told in one line', () => {
  const note = 'no consent tool that is known was found';
  const visitors = (['rejected', 'accepted'] as const).map((phase) => ({ phase, pages: 0, note }));
  expect(printReport({ ...reportOf(findings()), visitors })).toContain(`Not seen after Reject, after Accept: ${note}`);
});

/** What a page says, without its markup. */
const textOf = (html: string) => html.replace(/<[^>]*>/g, '');

describe('what a template repeats', () => {
  const edit = { line: 3, consent: 'hotjar', hosts: [], before: '<script>', after: '<script type="text/plain">' };
  const manual = { line: 5, host: 'x.example', advice: 'host it yourself' };
  const pages = Array.from({ length: 100 }, (_, page) => `page-${page}.html`);
  const report = reportOf(findings());
  const proposal = {
    ...report.proposal,
    edits: [...pages.map((file) => ({ ...edit, file })), { ...edit, file: 'one.html', before: '<script async>' }],
    manual: [5, 8].map((line) => ({ ...manual, file: 'one.html', line })),
  };

  test.each([
    ['the text', printReport({ ...report, proposal })],
    ['the page', textOf(pageOf({ ...report, proposal }, new Map()))],
  ])('is told once in %s, with its first place and how many more there are', (_name, told) => {
    expect(told).toContain('page-0.html:3, and 99 more pages');
    expect(told).not.toContain('page-1.html');
    expect(told).toContain('one.html:3');
    expect(told).toContain('one.html:5, and 1 more line');
  });
});

test('on the page a name from the right is told apart from its line, and the fifth place is folded away', () => {
  const [host, ...others] = reportOf(findings()).hosts;
  const places = ['صفحة.html', ...Array.from({ length: 99 }, (_, page) => `page-${page}.html`)];
  const hosts = [{ ...host!, places: places.map((file) => ({ file, line: 3 })) }, ...others];
  const page = pageOf({ ...reportOf(findings()), hosts }, new Map());
  expect(page).toContain('<bdi>صفحة.html</bdi>:3');
  const [shown = '', folded = ''] = page.split('<summary>and 97 more</summary>');
  expect(shown).toContain('page-1.html');
  expect(shown).not.toContain('page-2.html');
  expect(folded).toContain('page-98.html');
});

describe('what is known of the services that are loose', () => {
  const TAG = '    Tag: <script type="text/plain" data-consent="hotjar">\n';

  test('is told with the tag to write', () => {
    const text = printReport(reportOf(findings()));
    expect(text).toContain('Hotjar (hotjar), analytics: It records visits');
    expect(text).toContain(TAG);
  });

  test('without the tag where an edit holds it, by its name or by its host', () => {
    const report = reportOf(findings());
    for (const edit of [
      { consent: 'hotjar', hosts: [] },
      { consent: 'analytics', hosts: ['static.hotjar.com'] },
    ]) {
      const edits = [{ file: 'index.html', line: 3, before: '', after: '', ...edit }];
      expect(printReport({ ...report, proposal: { ...report.proposal, edits } })).not.toContain(TAG);
    }
  });

  test('names what visitors miss, in the text, on the page and above the configuration', () => {
    const services = adviceOn(['calendly', 'hotjar', 'x-example'], () => 'preferences');
    expect(services.map(({ id }) => id)).toEqual(['calendly', 'hotjar']);
    expect(services[0]?.tag).toContain('data-consent="preferences" async src="https://assets.calendly.com/');
    expect(services[0]?.depends?.on).toBe('bookings');
    const report = reportOf(findings());
    const withServices = { ...report, proposal: { ...report.proposal, services } };
    const sentence = 'A link to the vendor’s booking page';
    expect(printReport(withServices)).toContain(`visitors miss its bookings. In its place: ${sentence}`);
    expect(pageOf(withServices, new Map())).toContain(sentence);
    const lines = configFile({ policy: { url: '/privacy' } }, services).split('\n');
    expect(lines.slice(1, 3)).toEqual([
      expect.stringContaining(`// Calendly: While it waits, visitors miss its bookings. In its place: ${sentence}`),
      'window.commsorConsentConfig = {',
    ]);
  });
});

test('what comes from a site is text in the reports, never markup', () => {
  const report = { ...reportOf(findings()), site: '<script>alert("1")</script>\u0000' };
  expect(pageOf(report, new Map())).not.toMatch(/<script|<i>/);
  const junit = junitOf(report);
  expect(junit).toContain('name="consent audit of &#60;script&#62;alert(&#34;1&#34;)&#60;/script&#62;"');
  expect(junit).toContain('<testsuite name="hosts" tests="3" failures="2">');
});

describe('the proposal', () => {
  const seen = { hosts: findings().hostFindings(), kept: [], allows: allowedBy(['y.example']) };
  const own = { purposes: { necessary: true, analytics: false, marketing: false }, services: { hotjar: false } };

  test.each([
    ['https://static.hotjar.com/c/h.js', { consent: 'hotjar' }],
    ['https://x.example/i.gif', { consent: 'x-example' }],
    ['https://late.example/', undefined],
    ['https://y.example/', undefined],
    ['https://new.example/', { consent: 'new-example' }],
    ['https://cdn.jsdelivr.net/npm/a', { advice: expect.stringContaining('host the file yourself') }],
  ])('%s gets %j', (address, verdict) => expect(judge(new URL(address), false, seen)).toEqual(verdict));

  test('names what the site’s own tag knows', () => {
    expect(consentOf('hotjar', own)).toBe('hotjar');
    expect(consentOf('mixpanel', own)).toBe('analytics');
    expect(consentOf('x-example', own)).toBe('marketing');
    expect(consentOf('youtube', { ...own, purposes: { necessary: true, other: false } })).toBe('other');
  });

  test('is a configuration that the SDK takes', () => {
    const place = { file: 'index.html', line: 1, before: '', after: '' };
    const edits = [{ ...place, consent: 'x-example', hosts: ['x.example'] }];
    const configuration = configurationFor(edits, seen.hosts, { policyUrl: '/privacy', guards: false });
    expect(Object.keys(configuration.services ?? {})).toEqual(['hotjar', 'x-example']);
    expect(check(configuration)).toEqual([]);
  });

  test('speaks to Google’s data layer where one of its tags is there, and for no font', () => {
    const from = (id: string) => {
      const edit = { file: 'index.html', line: 1, consent: id, hosts: [], before: '', after: '' };
      return configurationFor([edit], [], { policyUrl: '/privacy', guards: false }).google;
    };
    expect(from('google-analytics')).toBe(true);
    expect(from('google-fonts')).toBeUndefined();
  });

  test('knows the hosts that no edit holds, where the guard is to hold them', () => {
    const from = (guards: boolean) => configurationFor([], seen.hosts, { policyUrl: '/privacy', guards });
    expect(Object.keys(from(true).services ?? {})).toEqual(['hotjar', 'x-example']);
    expect(from(true).services).toMatchObject({ 'x-example': { match: ['x.example'], purposes: ['marketing'] } });
    expect(Object.keys(from(false).services ?? {})).toEqual(['hotjar']);
  });

  test('tells the encoding of the tag’s files where a page has another', () => {
    expect(tagLines('/', true)).toEqual([
      '<script src="/config.js"></script>',
      '<script src="/commsor.guarded.js"></script>',
    ]);
    expect(tagLines('/', false, false)).toEqual([
      '<script charset="utf-8" src="/config.js"></script>',
      '<script charset="utf-8" src="/commsor.js"></script>',
    ]);
  });

  test('tells what nothing holds, also of a host that is held elsewhere', () => {
    const file = 'index.html';
    const [hotjar] = seen.hosts.filter(({ services }) => services.includes('hotjar'));
    const host = {
      ...hotjar!,
      places: [
        { file, line: 3 },
        { file, line: 9 },
      ],
    };
    const edit = { file, line: 3, consent: 'hotjar', hosts: [host.host], before: '', after: '' };
    const left = (starts: OpenStart[], manual: Manual[] = []) =>
      leftOver([host], (_, line) => line === 3, { edits: [edit], manual, starts });
    expect(left([{ file, line: 9, host: host.host }])).toMatchObject([
      { file, line: 9, advice: expect.stringContaining("commsorConsent.when('hotjar')") },
    ]);
    expect(left([])).toEqual([]);
  });

  test('tells of a library that no line asks for what is told of others', () => {
    const [some] = seen.hosts;
    const host = { ...some!, standing: 'loose' as const, host: 'esm.sh', services: [], places: [] };
    expect(leftOver([host], () => false, { edits: [], manual: [], starts: [] })).toMatchObject([
      { host: 'esm.sh', advice: expect.stringContaining('host the file yourself') },
    ]);
  });

  test('holds what is known by what it keeps, where its requests go to the site itself', () => {
    const source = { file: 'index.html', page: new URL('https://site.example/'), starts: [] };
    const kept = [{ services: ['google-analytics'] }];
    expect([...rulesFor(source, { ...seen, kept }).looseServices]).toContain('google-analytics');
  });

  test('finds the privacy policy in any of a few languages', () => {
    const page = new URL('https://site.example/a/');
    expect(
      policyAmong(
        [
          { href: '/a', text: 'A' },
          { href: 'p1', text: 'Datenschutz' },
        ],
        page,
      ),
    ).toBe('/a/p1');
    expect(policyAmong([{ href: '/a', text: 'A' }], page)).toBeUndefined();
  });
});

describe('the command line', () => {
  test('reads what it is asked', () => {
    expect(parseOptions(['audit', 'out', '--pages', '3', '--allow', 'a.example, hotjar', '--write'])).toMatchObject({
      target: 'out',
      pages: 3,
      allow: ['a.example', 'hotjar'],
      write: true,
    });
    expect(parseOptions(['audit', '--help'])).toBe('help');
    expect(parseOptions(['declaration', 'a.json', '--lang', 'de'])).toEqual({ config: 'a.json', lang: 'de', level: 3 });
  });

  test.each([
    [['scan', 'out'], 'is no command'],
    [['declaration'], 'Name one file'],
    [['declaration', 'a.json', '--level', '7'], 'from 1 to 6'],
    [['audit'], 'Name one URL or one folder'],
    [['audit', 'a', 'b'], 'Name one URL or one folder'],
    [['audit', 'https://'], 'is no URL'],
    [['audit', 'out', '--pages', '0'], 'whole number'],
    [['audit', 'https://site.example', '--write'], 'needs the files'],
    [['audit', 'out', '--wirte'], '--wirte'],
  ])('%j is refused in one sentence with the fix', (args, sentence) =>
    expect(() => parseOptions(args)).toThrow(sentence),
  );
});
