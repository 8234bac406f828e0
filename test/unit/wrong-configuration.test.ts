// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { encodeRecord } from '../../src/model/record.ts';
import { openPage } from '../support/core-page.ts';
import { recordOf } from '../support/records.ts';

// A tag falls back where its configuration is wrong: whatever was written, the page has a way to choose, the choice
// counts and is kept, and one error says which fields to mend: to whoever develops the page, and to every visitor where
// the core itself met what it could not read.
test.each([
  '{"ui":{"reopen":null}}',
  '{"ui":{"reopen":5}}',
  '{"ui":{"reopen":"left"}}',
  '{"ui":{"reopen":{"offset":null}}}',
  '{"ui":{"reopen":{"offset":5}}}',
  '{"ui":{"reopen":{"offset":[null]}}}',
  '{"ui":{"reopen":{"position":5,"label":5}}}',
  '{"ui":{"theme":5,"layout":5,"position":[],"accent":5}}',
  '{"texts":5}',
  '{"texts":{"banner":5}}',
  '{"texts":{"de":null,"en":5}}',
  '{"texts":{"en":{"banner":{"title":5}}}}',
  '{"services":{"maps":{"title":5,"purposes":["marketing"],"cookies":5,"storageKeys":5,"match":5}}}',
  '{"block":["x"]}',
  '{"block":[null]}',
  '{"block":[{"match":5,"consent":5}]}',
  '{"block":[{"match":"ads.example","consent":"nonsense"}],"blockMode":5}',
  '{"compat":[5,null,"x"]}',
  '{"storage":{"name":5,"domain":5,"path":5,"sameSite":5,"days":"x"}}',
  '{"timeout":"x"}',
  '{"language":5}',
  '{"region":5}',
  '{"regions":[null]}',
  '{"google":{"dataLayer":5,"map":5}}',
  '{"signals":{"dnt":{"applies":[null]}}}',
  '{"purposes":{"analytics":{"title":{"toString":1},"description":[]}}}',
  '{"onWithdraw":5}',
  '{"policy":5}',
])('%s leaves the page with a way to choose, and is said in one error', async (json) => {
  const page = openPage({ url: 'https://shop.test/', errors: ['config-invalid'] });
  const consent = page.start(JSON.parse(json));
  await page.pass();
  expect([...page.shown]).toEqual(['banner']);
  void consent.grant();
  await page.pass();
  expect(consent.allows('marketing') || consent.allows('analytics')).toBe(true);
  expect(page.reported.map(({ code }) => code)).toEqual(['config-invalid']);
  void consent.deny();
  await page.pass();
  expect((await page.revisit(JSON.parse(json))).get().status).toBe('decided');
});

test.each([
  '{"policy":5}',
  '{"policy":{}}',
  '{"model":"opt-inn"}',
  '{"regions":5}',
  '{"region":5}',
  '{"language":5}',
  '{"timeout":"x"}',
  '{"storage":{"name":5}}',
  '{"purposes":{"Ana lytics":{}}}',
  '{"purposes":{"analytics":{"legalBasis":"none"}}}',
  '{"services":{"maps":{"title":"Maps","purposes":["nonsense"]}}}',
  '{"services":{"analytics":{"title":"A clash","purposes":["analytics"]}}}',
  '{"signals":{"gpc":{"applies":["nonsense"]}}}',
  '{"block":5}',
  '{"google":true,"purposes":{"ads":{}}}',
])('%s is said on the site itself, to those who have answered too', async (json) => {
  const page = openPage({ errors: ['config-invalid'], cookie: encodeRecord(recordOf({ marketing: 'denied' })) });
  page.start(JSON.parse(json));
  await page.pass();
  expect(page.reported.map(({ code }) => code)).toEqual(['config-invalid']);
  expect(page.loaded).toContain('check');
});

test('where nothing is wrong the checker is not loaded, whoever comes', async () => {
  const page = openPage();
  page.start({ services: { maps: { title: 'Maps', purposes: ['marketing'] } }, google: true, ui: { layout: 'bar' } });
  await page.pass();
  await page.revisit();
  await page.pass();
  expect(page.loaded).not.toContain('check');
});
