import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { navigationOf, parsePage } from '../../demo/server/docs.mjs';
import { root } from '../../scripts/setup.mjs';
import { FIELDS } from '../../src/check/fields.ts';
import { find } from '../../src/check/find.ts';
import { check } from '../../src/check/index.ts';
import type { Fields } from '../../src/check/kinds.ts';
import { readConfig } from '../../src/model/config.ts';
import { faultsOf } from '../../src/model/faults.ts';
import { examplesIn, pages, textOf, type Example } from '../support/docs.ts';

const REPOSITORY = 'https://github.com/commsor/consent/blob/main/';

const examples = pages.flatMap(examplesIn);
const titleOf = ({ file, name, code }: Example) => `${file}: ${name || code.split('\n')[0]} …`;

/** The configuration that an example sets, or null. */
function configIn({ language, code }: Example): Fields | null {
  const script = language === 'html' ? (/<script>\n([\s\S]*?)<\/script>/.exec(code)?.[1] ?? '') : code;
  const json = /id="commsor-consent-config">([\s\S]*?)<\/script>/.exec(code)?.[1];
  if (json) return JSON.parse(json);
  if (!script.includes('window.commsorConsentConfig = ')) return null;
  const window: { commsorConsentConfig?: Fields } = {};
  runInNewContext(script, { window });
  return window.commsorConsentConfig ?? null;
}

const configurations = examples.flatMap((example) => {
  const config = configIn(example);
  return config ? [{ title: `${example.file}: ${JSON.stringify(config)}`, config, file: example.file }] : [];
});

describe('configurations in the documentation', () => {
  test.each(configurations)('$title has no fault', ({ config }) => {
    expect(check(config).filter(({ level }) => level === 'error')).toEqual([]);
    expect(faultsOf(config, readConfig(config))).toEqual([]);
  });

  test.each(Object.entries(FIELDS))('every field at "%s" is in an example of docs/configuration.md', (path, kinds) => {
    const shown = configurations
      .filter(({ file }) => file === 'docs/configuration.md')
      .flatMap(({ config }) => find(config, path).flatMap(([, value]) => Object.keys(value)));
    expect(Object.keys(kinds).filter((key) => key !== '*' && !shown.includes(key))).toEqual([]);
  });

  test('each field of the configuration has a section of its own', () => {
    const sections = parsePage(textOf('docs/configuration.md')).sections.map(({ title }) => title);
    expect(Object.keys(FIELDS['']).filter((field) => !sections.includes(field))).toEqual([]);
  });
});

test('each example of markup, and of a script that is no configuration, is marked for a test', () => {
  const isPart = ({ file }: Example) => file === 'docs/hosting-and-caching.md';
  const unmarked = examples.filter(
    (one) => /^(html|js|ts|css)$/.test(one.language) && !one.name && !configIn(one) && !isPart(one),
  );
  expect(unmarked.map(titleOf)).toEqual([]);
});

test('names of examples are used once in a page', () => {
  const names = examples.filter(({ name }) => name).map(({ file, name }) => `${file} ${name}`);
  expect(names).toEqual([...new Set(names)]);
});

test('each error code has its place in docs/errors.md', () => {
  const codes = /export type ErrorCode =([\s\S]*?);/.exec(textOf('src/api.ts'))?.[1]?.match(/[a-z]+-[a-z]+/g) ?? [];
  const { sections } = parsePage(textOf('docs/errors.md'));
  expect(codes.length).toBeGreaterThan(10);
  const ids = sections.filter(({ level }) => level === 3).map(({ id }) => id);
  expect(ids.toSorted()).toEqual(codes.toSorted());
});

test('the README has at most 250 lines', () => {
  expect(textOf('README.md').split('\n').length).toBeLessThanOrEqual(250);
});

test('each page of docs/ is in the list that the navigation is made of', () => {
  const listed = navigationOf(textOf('docs/README.md')).flatMap((group) => group.pages.map(({ name }) => name));
  const served = pages.map((file) => (file === 'README.md' ? 'start' : file.slice('docs/'.length, -'.md'.length)));
  expect(listed.toSorted()).toEqual(served.filter((name) => name !== 'README').toSorted());
});

describe('links', () => {
  const files = [...pages, 'CONTRIBUTING.md', 'CHANGELOG.md', 'bench/README.md', 'demo/README.md'];
  const anchorsOf = (file: string) => parsePage(textOf(file)).sections.map(({ id }) => id);

  /** Links and pictures of a page, without those that lead elsewhere. */
  function linksIn(file: string): string[] {
    const links = parsePage(textOf(file)).tokens.flatMap(({ children }) =>
      (children ?? []).flatMap((token) => token.attrGet('href') ?? token.attrGet('src') ?? []),
    );
    return links
      .map((link) => (link.startsWith(REPOSITORY) ? `/${link.slice(REPOSITORY.length)}` : link))
      .filter((link) => !/^[a-z]+:/.test(link));
  }

  /** What is wrong with a link, or ''. */
  function fault(file: string, link: string): string {
    const [path = '', anchor] = link.split('#');
    const target = path.startsWith('/') ? path.slice(1) : path ? normalize(join(dirname(file), path)) : file;
    if (!existsSync(join(root, target))) return `${link}: there is no ${target}`;
    if (anchor && !(target.endsWith('.md') && anchorsOf(target).includes(anchor)))
      return `${link}: ${target} has no #${anchor}`;
    return '';
  }

  test.each(files)('every link in %s leads somewhere', (file) => {
    expect(
      linksIn(file)
        .map((link) => fault(file, link))
        .filter(Boolean),
    ).toEqual([]);
  });
});
