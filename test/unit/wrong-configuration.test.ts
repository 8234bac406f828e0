// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { openPage } from '../support/core-page.ts';

// A tag falls back where its configuration is wrong: whatever was written, the page has a way to choose, the choice
// counts and is kept,
// and one error says which fields to mend.
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
  const page = openPage({ errors: ['config-invalid'] });
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
