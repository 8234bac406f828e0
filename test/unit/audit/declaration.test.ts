import { expect, test } from 'vitest';
import type { Language } from '../../../src/api.ts';
import { adviceOn } from '../../../src/audit/advice.ts';
import { declarationFor } from '../../../src/audit/declaration.ts';
import { configFile } from '../../../src/audit/proposal.ts';

const speak = async (tag: string): Promise<Language> => (await import(`../../../src/ui/texts/${tag}.ts`)).default;
const written = (config: object, lang = '', level = 3) =>
  declarationFor(JSON.stringify(config), { lang, level }, speak);
const policy = { url: '/privacy' };

test('the configuration becomes HTML that needs no script: headings, tables, links', async () => {
  const html = await written({
    policy,
    purposes: { analytics: {} },
    services: {
      atlas: {
        title: 'Atlas & <b>Co</b>',
        purposes: ['analytics'],
        cookies: ['_a'],
        country: 'US',
        policyUrl: 'https://atlas.example/"privacy"',
      },
    },
  });
  expect(html).toMatch(/^<div data-consent-declaration lang="en">\n {2}<section>\n {4}<h3>Necessary<\/h3>/);
  expect(html).toContain('<caption><bdi>Atlas &amp; &lt;b&gt;Co&lt;/b&gt;</bdi></caption>');
  expect(html).toContain('<th scope="row">Country</th>');
  expect(html).toContain('<bdi>United States</bdi>');
  expect(html).toContain('<a href="https://atlas.example/&quot;privacy&quot;"');
  expect(html).toContain('commsor_consent');
  expect(html, 'nobody has answered').not.toMatch(/Always on|Not allowed|Allowed|button|part=/);
});

test('a config.js of the audit is read like its JSON', async () => {
  const config = { policy, services: { atlas: { title: 'Atlas', purposes: ['analytics'] } } };
  const file = configFile(config, adviceOn(['calendly'], String));
  expect(await declarationFor(file, { lang: '', level: 3 }, speak)).toBe(await written(config));
});

test.each([
  { what: 'that is asked for', config: { policy, language: 'fr' }, lang: 'de-AT', heading: 'Notwendig' },
  { what: 'of the configuration', config: { policy, language: 'fr' }, lang: '', heading: 'Nécessaire' },
  {
    what: 'with the words of the site',
    config: { policy, texts: { de: { purposes: { necessary: { title: 'Ohne geht es nicht' } } } } },
    lang: 'de',
    heading: 'Ohne geht es nicht',
  },
])('it speaks the language $what', async ({ config, lang, heading }) => {
  expect(await written(config, lang)).toContain(`<h3>${heading}</h3>`);
});

test('services are named by their ids in the shipped table too', async () => {
  expect(await written({ policy, services: ['hotjar'] })).toContain('<bdi>Hotjar</bdi>');
});

test('its headings have the level that is asked for', async () => {
  const html = await written({ policy }, '', 2);
  expect(html).toContain('<h2>Necessary</h2>');
  expect(html).not.toContain('<h3');
});

test('right-to-left languages say so', async () => {
  expect(await written({ policy }, 'ar')).toMatch(/^<div data-consent-declaration lang="ar" dir="rtl">/);
});

test.each([
  { json: '{', lang: '', sentence: 'is no JSON' },
  { json: '[]', lang: '', sentence: 'must be an object' },
  { json: '{}', lang: 'tlh', sentence: 'no language "tlh"' },
])('$json in "$lang" is refused in one sentence', async ({ json, lang, sentence }) => {
  await expect(declarationFor(json, { lang, level: 3 }, speak)).rejects.toThrow(sentence);
});
