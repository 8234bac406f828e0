// In Chromium, whichever browser the other tests have: Firefox prepares no pages.
import { expect, test } from '@playwright/test';
import { consentPage, storedChoice } from '../support/consent-page.ts';
import { openInChromium } from '../support/prerendering-chromium.ts';
import { startSite } from '../support/site.ts';

const config = { records: { endpoint: '/records' } };

/** Prepares `/next`, answers if wanted once the server says so, and goes there. */
const first = (answer: string) =>
  consentPage({
    config,
    body: `<script type="speculationrules">{ "prerender": [{ "urls": ["/next"], "eagerness": "immediate" }] }</script>
  <a href="/next">Next</a>
  <script>fetch('/is-prepared').then(async () => { ${answer}; document.querySelector('a').click(); });</script>`,
  });

/** Tells the server what has run and what is shown: while it is prepared, when it is opened, and from then on. */
const next = consentPage({
  config,
  before: `<script>
    const say = (when) => {
      const body = JSON.stringify({ when, ran, banners, stored: document.cookie.length > 0 });
      return fetch('/said', { method: 'POST', keepalive: true, body });
    };
    let banners = 0;
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function (init) {
      const root = attachShadow.call(this, init);
      const count = () => (banners += root.querySelectorAll('[part~="banner"]').length);
      new MutationObserver(count).observe(root, { childList: true, subtree: true });
      return root;
    };
    if (document.prerendering) {
      addEventListener('load', () => setTimeout(() => say('prepared'), 300));
      document.addEventListener('prerenderingchange', () => setInterval(() => say('open'), 20));
    } else say('not prepared');
  </script>`,
  body: `
  <script type="text/plain" data-consent="analytics">ran.push('inline');</script>
  <script type="text/plain" data-consent="analytics" src="/tag.js"></script>
  <iframe data-consent="marketing" data-consent-placeholder="none" data-src="/frame.html"></iframe>
  <iframe data-consent="marketing" data-consent-placeholder="none" srcdoc="<img src='/words' alt=''>"></iframe>`,
});

async function visit(answer: string, granted?: string[]) {
  let tellPrepared = () => {};
  const prepared = new Promise<void>((resolve) => (tellPrepared = resolve));
  const said: { when: string; ran: string[]; banners: number; stored: boolean }[] = [];
  const cookie = granted ? { 'set-cookie': `commsor_consent=${storedChoice({ granted })}; Path=/` } : undefined;
  const site = await startSite({
    '/': () => ({ body: first(answer), headers: cookie }),
    '/next': next,
    '/is-prepared': () => ({ after: prepared }),
    '/tag.js': `ran.push('external');`,
    '/frame.html': '',
    '/records': '',
    '/said': ({ body }) => {
      said.push(JSON.parse(body));
      tellPrepared();
      return '';
    },
  });
  const close = await openInChromium(site.url);
  return {
    site,
    said,
    async [Symbol.asyncDispose]() {
      await close();
      await site[Symbol.asyncDispose]();
    },
  };
}

const tags = ['/tag.js', '/frame.html', '/words'];

test(
  'a page that is being prepared for a returning visitor runs nothing before it is opened, and then everything ' +
    'once',
  async () => {
    await using visited = await visit('', ['preferences', 'analytics', 'marketing']);
    const { site, said } = visited;
    await expect.poll(() => said[0]).toEqual({ when: 'prepared', ran: [], banners: 0, stored: true });
    await expect
      .poll(() => said.at(-1))
      .toEqual({ when: 'open', ran: ['inline', 'external'], banners: 0, stored: true });
    // The frame comes with a part of its own.
    await expect.poll(() => tags.map((tag) => site.count(tag))).toEqual([1, 1, 1]);
    const paths = site.received.map(({ path }) => path);
    for (const tag of tags) expect(paths.indexOf(tag), tag).toBeGreaterThan(paths.indexOf('/said'));
    expect(site.count('/next')).toBe(1);
  },
);

test('a page prepared before the visitor answered follows the answer once it is opened, without a banner', async () => {
  await using visited = await visit('await commsorConsent.grant()');
  const { site, said } = visited;
  await expect.poll(() => said[0]).toEqual({ when: 'prepared', ran: [], banners: 0, stored: false });
  await expect.poll(() => said.at(-1)).toEqual({ when: 'open', ran: ['inline', 'external'], banners: 0, stored: true });
  expect(site.count('/records')).toBe(1);
});

test('a page that was prepared before everything was withdrawn runs nothing when it is opened', async () => {
  await using visited = await visit('await commsorConsent.withdraw()', ['preferences', 'analytics', 'marketing']);
  const { site, said } = visited;
  await expect.poll(() => said[0]).toEqual({ when: 'prepared', ran: [], banners: 0, stored: true });
  await expect.poll(() => said.filter(({ when }) => when === 'open').length).toBeGreaterThan(3);
  expect(said.at(-1)).toEqual({ when: 'open', ran: [], banners: 0, stored: true });
  for (const tag of tags) expect(site.count(tag), tag).toBe(0);
});

test('a page that was prepared and not answered asks when it is opened', async () => {
  await using visited = await visit('');
  const { site, said } = visited;
  await expect.poll(() => said.at(-1)?.banners).toBeGreaterThan(0);
  expect(said[0]).toEqual({ when: 'prepared', ran: [], banners: 0, stored: false });
  expect(said.at(-1)).toMatchObject({ when: 'open', ran: [], stored: false });
  for (const tag of [...tags, '/records']) expect(site.count(tag), tag).toBe(0);
});

test('an untagged tag of a page that is being prepared waits as well, and runs once it is allowed', async () => {
  const guarded = (page: string) => page.replace('/dist/commsor.js', '/dist/commsor.guarded.js');
  const block = [{ match: '127.0.0.1', consent: 'marketing' }];
  const rules = `<script type="speculationrules">{ "prerender": [{ "urls": ["/next"], "eagerness": "immediate" }] }`;
  let tellPrepared = () => {};
  const prepared = new Promise<void>((resolve) => (tellPrepared = resolve));
  const tell = () => {
    tellPrepared();
    return '';
  };
  await using site = await startSite({
    '/': consentPage({
      body: `${rules}</script><a href="/next">Next</a>
        <script>fetch('/is-prepared').then(() => document.querySelector('a').click());</script>`,
    }),
    '/next': ({ headers }) => {
      const script = `script.src = 'http://127.0.0.1:${headers.host?.split(':')[1]}/late.js';`;
      return guarded(
        consentPage({
          config: { block },
          // After its load, so that no part that is on its way can be too late for it.
          body: `<script>addEventListener('load', () => setTimeout(() => {
            const script = document.createElement('script');
            ${script}
            document.head.append(script);
            setTimeout(fetch, 300, document.prerendering ? '/prepared' : '/not-prepared');
          }));
          document.addEventListener('prerenderingchange', async () => {
            await fetch('/open');
            await commsorConsent.grant();
          });</script>`,
        }),
      );
    },
    '/is-prepared': () => ({ after: prepared }),
    '/prepared': tell,
    '/not-prepared': tell,
    '/open': '',
    '/late.js': '',
  });
  const close = await openInChromium(site.url);
  await expect.poll(() => site.count('/late.js')).toBe(1);
  await close();
  const asked = site.received.map(({ path }) => path).filter((path) => /prepared|open|late/.test(path));
  expect(asked).toEqual(['/is-prepared', '/prepared', '/open', '/late.js']);
});
