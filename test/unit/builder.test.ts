// @vitest-environment happy-dom
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { javascript, json, tag } from '../../demo/builder/code.ts';
import { configurationOf } from '../../demo/builder/configuration.ts';
import { declaration } from '../../demo/builder/declaration.ts';
import { type Design, nameFor, PLAIN, read, write } from '../../demo/builder/design.ts';
import { check } from '../../src/check/index.ts';
import { readConfig } from '../../src/model/config.ts';
import { readPageConfig } from '../../src/page-config.ts';
import { fromAttributes } from '../../src/tag-attributes.ts';
import { services } from '../../src/services/table.ts';
import { designs } from '../support/designs.ts';
import { holdsFor } from '../support/properties.ts';

const parsed = (html: string): Document =>
  new DOMParser().parseFromString(`<!doctype html><head>${html}</head>`, 'text/html');

/** What the SDK reads in a page that has `html` in its head. */
function pageConfig(html: string): object {
  const page = parsed(html);
  document.head.replaceChildren(...page.querySelectorAll('script:not([src])'));
  const script = page.querySelector<HTMLScriptElement>('script[src]');
  return readPageConfig(undefined, script ? fromAttributes(script.dataset) : {}).input;
}

const NAMELESS = { id: '', title: '', description: '', legalBasis: 'consent' } as const;

describe('a design in the address', () => {
  test('comes back as it was', () => {
    holdsFor(
      500,
      fc.property(designs, (design) => {
        expect(read(`#${write(design)}`)).toEqual(design);
      }),
    );
  });

  test('the plain one needs none', () => {
    expect(write(PLAIN)).toBe('');
    expect(read('')).toEqual(PLAIN);
  });

  test.each([
    ['layout=cube&corner=__proto__&model=never&reopen=&google=1', PLAIN],
    ['services=__proto__+constructor+nobody', PLAIN],
    [
      'ownPurposes=%5B1%2Cnull%2C%22x%22%5D&ownServices=%7B&words=%5B%5D',
      { ...PLAIN, ownPurposes: [NAMELESS, NAMELESS, NAMELESS] },
    ],
    [
      'words=%7B%22xx%22%3A%7B%22title%22%3A%22a%22%7D%2C%22de%22%3A%7B%22title%22%3A1%2C%22x%22%3A%22y%22%7D%7D',
      { ...PLAIN, words: { de: {} } },
    ],
    ['aside=-1&above=1e9', PLAIN],
    ['%E0%A4%A&&==&layout', PLAIN],
  ])('what a stranger wrote, %s, is never more than a design', (fragment, expected) => {
    expect(read(fragment)).toEqual(expected);
  });

  test('nothing that a stranger writes makes it throw', () => {
    const field = fc.constantFrom(...Object.keys(PLAIN));
    holdsFor(
      500,
      fc.property(fc.array(fc.tuple(field, fc.oneof(fc.string(), fc.json()))), (pairs) => {
        expect(() => configurationOf(read(String(new URLSearchParams(pairs))))).not.toThrow();
      }),
    );
  });
});

describe('the code to copy', () => {
  test('says in a page what the preview was given', () => {
    holdsFor(
      500,
      fc.property(designs, (design) => {
        const config = configurationOf(design);
        expect(readConfig(pageConfig(tag(config, design.sdk)))).toEqual(readConfig(config));
      }),
    );
  });

  test('never closes its own script element, and leaves nothing else in the page', () => {
    holdsFor(
      200,
      fc.property(designs, (design) => {
        const page = parsed(tag(configurationOf(design), '/c.js'));
        expect(
          [...page.querySelectorAll('*')].map(({ localName }) => localName).filter((it) => it !== 'script'),
        ).toEqual(['html', 'head', 'body']);
        expect(page.body.textContent).toBe('');
      }),
    );
  });

  test('what is copied into the privacy page is markup alone, whatever was written', () => {
    holdsFor(
      200,
      fc.property(designs, (design) => {
        const page = parsed(`</head><body>${declaration(configurationOf(design))}`);
        expect(page.body.children.length).toBe(1);
        expect(page.body.querySelectorAll('section').length).toBeGreaterThan(0);
        expect(page.body.querySelector('script, img, [onclick]')).toBeNull();
      }),
    );
  });

  test('the JSON file is the configuration', () => {
    holdsFor(
      200,
      fc.property(designs, (design) => {
        const config = configurationOf(design);
        expect(JSON.parse(json(config))).toEqual(config);
      }),
    );
  });

  test('the JavaScript is the configuration', async () => {
    for (const design of fc.sample(designs, { numRuns: 50, seed: 1 })) {
      const config = configurationOf(design);
      const source = javascript(config).replace(/^import .*$/m, 'const createConsent = (it) => it;');
      const module = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(source)}`)) as {
        consent: unknown;
      };
      expect(module.consent).toEqual(config);
    }
  });

  test.each<[string, Partial<Design>, string]>([
    ['nothing', {}, 'data-policy="/privacy"'],
    [
      'a version, dark, a bar',
      { version: '2', theme: 'dark', layout: 'bar' },
      'data-policy="/privacy" data-policy-version="2" data-layout="bar" data-theme="dark"',
    ],
    ['a language and Google', { language: 'de', google: true }, 'data-policy="/privacy" data-lang="de" data-google'],
    ['fewer purposes', { purposes: ['analytics'] }, 'data-policy="/privacy" data-purposes="analytics"'],
    ['no purposes', { purposes: [] }, 'data-policy="/privacy" data-purposes="necessary"'],
    [
      'a name for the control',
      { reopenLabel: 'Your "data"' },
      'data-policy="/privacy" data-reopen-label="Your &quot;data&quot;"',
    ],
  ])('who changes %s gets one tag', (_, change, attributes) => {
    expect(tag(configurationOf({ ...PLAIN, ...change }), '/c.js')).toBe(`<script src="/c.js" ${attributes}></script>`);
  });

  test.each<[string, Partial<Design>]>([
    ['an accent', { accent: 'teal' }],
    ['a position', { corner: 'top-end' }],
    ['a service', { services: { youtube: '' } }],
    ['words', { words: { en: { title: 'Hello' } } }],
    ['no control', { reopen: 'off' }],
  ])('who changes %s gets a configuration before the tag', (_, change) => {
    const html = tag(configurationOf({ ...PLAIN, ...change }), '/c.js');
    expect(html).toMatch(/^<script type="application\/json" id="commsor-consent-config">\n\{\n/);
    expect(html).toMatch(/\n<script src="\/c\.js"><\/script>$/);
  });
});

describe('the configuration', () => {
  test('of the plain design is faultless', () => {
    expect(configurationOf(PLAIN)).toEqual({ policy: { url: '/privacy' } });
    expect(check(configurationOf(PLAIN))).toEqual([]);
  });

  test('with every service of the table is faultless', () => {
    const all = Object.fromEntries(Object.keys(services).map((id) => [id, '']));
    expect(check(configurationOf({ ...PLAIN, services: all }))).toEqual([]);
  });

  test('words for one language stand by its name, unless there is only that', () => {
    const said = { words: { de: { title: 'Hallo', body: '' } } };
    expect(configurationOf({ ...PLAIN, ...said }).texts).toEqual({ de: { banner: { title: 'Hallo' } } });
    expect(configurationOf({ ...PLAIN, ...said, language: 'de' }).texts).toEqual({ banner: { title: 'Hallo' } });
    expect(configurationOf({ ...PLAIN, ...said, language: 'fr' }).texts).toBeUndefined();
  });

  test('only its own layout has a position', () => {
    const moved = { corner: 'top-end', edge: 'top' } as const;
    expect(configurationOf({ ...PLAIN, ...moved }).ui).toEqual({ position: 'top-end' });
    expect(configurationOf({ ...PLAIN, ...moved, layout: 'bar' }).ui).toEqual({ layout: 'bar', position: 'top' });
    expect(configurationOf({ ...PLAIN, ...moved, layout: 'modal' }).ui).toEqual({ layout: 'modal' });
  });

  test('opt-out by region is opt-in elsewhere', () => {
    expect(
      configurationOf({ ...PLAIN, model: 'by-region', optOutIn: 'us-ca, us-co br', region: '{{ country }}' }),
    ).toMatchObject({
      regions: [{ regions: ['US-CA', 'US-CO', 'BR'], model: 'opt-out' }],
      region: '{{ country }}',
    });
  });
});

test.each([
  ['Our Survey', [], 'our-survey'],
  ['Ünser Tööl!', [], 'unser-tool'],
  ['', [], 'service-1'],
  ['日本', [], 'service-1'],
  ['Maps', ['maps', 'maps-2'], 'maps-3'],
])('"%s" becomes a name for tags', (title, taken, expected) => {
  expect(nameFor(title, taken, 'service-1')).toBe(expected);
});
