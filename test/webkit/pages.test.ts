/** Pages that others wrote: names that hide properties, policies, frames, colours. */
import { consentPage } from '../support/consent-page.ts';
import { PICTURE } from '../support/settled.ts';
import { until } from '../support/webkit-page.ts';
import { errorsIn, expect, ranIn, settle, test } from '../support/webkit-test.ts';

const tag = (text: string, attributes = '') =>
  `<script type="text/plain" data-consent="analytics" ${attributes}>${text}</script>`;

for (const [element, write] of Object.entries({
  img: (name: string) => `<img name="${name}" alt="">`,
  form: (name: string) => `<form name="${name}"></form>`,
  iframe: (name: string) => `<iframe name="${name}" hidden></iframe>`,
  'an anchor with an id': (name: string) => `<a id="${name}"></a><a id="${name}" name="${name}"></a>`,
}))
  test(`${element} called like every property of document, and like our own names, disturbs nothing`, async ({
    page,
    serve,
  }) => {
    let clobbered: string[] = [];
    const site = await serve({
      '/names': '<!doctype html><title>Names</title>',
      '/': () =>
        consentPage({
          config: { onWithdraw: 'keep' },
          before: `</head><body>${clobbered.map(write).join('')}`,
          body: tag(`ran.push('inline')`) + tag('', 'src="/tag.js"'),
        }),
      '/tag.js': `ran.push('external')`,
    });
    await page.driver.get(`${site.url}/names`);
    clobbered = await page.run(() =>
      [Document.prototype, Node.prototype, EventTarget.prototype]
        .flatMap((prototype) => Object.getOwnPropertyNames(prototype))
        .filter((name) => /^[a-z]\w*$/i.test(name))
        .concat('commsorConsent', 'commsorConsentConfig', 'commsorConsentReady', 'commsorConsentSnippet', 'dataLayer'),
    );
    expect(clobbered.length).toBeGreaterThan(200);
    await page.driver.get(`${site.url}/`);
    await page.pressPart('accept');
    await until(async () => (await ranIn(page)).length === 2, 'both run');
    await page.gone('banner');
    await page.driver.get(`${site.url}/`);
    await until(async () => (await ranIn(page)).length === 2, 'both run again');
    expect(await page.has('banner')).toBe(false);
  });

test('under a strict policy every tag runs with its nonce, the banner is dressed, and nothing is violated', async ({
  page,
  serve,
}) => {
  const nonce = 'c2VjcmV0';
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    "img-src 'self'",
    "frame-src 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  const own = (text: string, attributes = '') =>
    `<script type="text/plain" nonce="${nonce}" data-consent="analytics" ${attributes}>${text}</script>`;
  const site = await serve({
    '/': () => ({
      body: `<!doctype html><html lang="en"><head><title>Strict</title><script nonce="${nonce}">
          var ran = [], violations = [];
          const say = (name) => ran.push(document.currentScript?.nonce === '' ? name + ' without its nonce' : name);
          document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
            violations.push(violatedDirective + ' ' + blockedURI));
        </script><script nonce="${nonce}" src="/dist/commsor.js" data-policy="/privacy"></script></head>
        <body><h1>Strict</h1>
        ${own(`say('inline')`)}${own('', 'src="/external.js"')}${own('', 'async src="/async.js"')}
        ${own(`say('module')`, 'data-type="module"')}
        <img data-consent="marketing" data-src="/picture.svg" alt="">`,
      headers: { 'content-security-policy': policy },
    }),
    '/external.js': `say('external')`,
    '/async.js': `say('async')`,
    '/picture.svg': PICTURE,
  });
  await page.open(`${site.url}/`);
  const accept = await page.part('accept');
  await until(async () => (await accept.getCssValue('border-top-left-radius')) === '10px', 'it is dressed');
  await page.press(accept);
  await until(async () => (await ranIn(page)).length === 4, 'all run');
  expect((await ranIn(page)).toSorted()).toEqual(['async', 'external', 'inline', 'module']);
  await until(async () => site.count('/picture.svg') === 1, 'the picture comes');
  expect(await page.run(() => Reflect.get(window, 'violations'))).toEqual([]);
});

/** The colours of words and their ground, as sRGB that a canvas makes of them, and their contrast (WCAG 2.2). */
const contrasts = () => {
  const root = document.querySelector('commsor-ui')!.shadowRoot!;
  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d')!;
  const luminance = (colour: string) => {
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const card = getComputedStyle(root.querySelector('.card')!);
  return ['h2', 'p', 'a', '[part=reject]', '[part=accept]', '[part=preferences]'].map((selector) => {
    const { color, backgroundColor } = getComputedStyle(root.querySelector(selector)!);
    const isClear = /rgba\(0, 0, 0, 0\)|transparent/.test(backgroundColor);
    const pair = [luminance(color), luminance(isClear ? card.backgroundColor : backgroundColor)].sort((a, b) => b - a);
    return { selector, contrast: (pair[0]! + 0.05) / (pair[1]! + 0.05) };
  });
};

for (const [what, css] of Object.entries({
  'by default': '',
  'on a dark page': 'body { background: #111 }',
  'with a surface of the site': ':root { --commsor-surface: #777 }',
  'with an ink of the site': ':root { --commsor-ink: #fd0 }',
  'with an accent of the site': ':root { --commsor-accent: #2aa198 }',
  'with an accent and a surface': ':root { --commsor-accent: #f5a; --commsor-surface: #223 }',
}))
  test(`every word can be read ${what}`, async ({ page, visit }) => {
    await visit({ head: `<style>${css}</style>` });
    await page.part('banner');
    for (const { selector, contrast } of await page.run(contrasts))
      expect(contrast, `${what}: ${selector}`).toBeGreaterThanOrEqual(4.5);
  });

test('in a frame that has no storage the answer counts for the page, which is told', async ({ page, serve }) => {
  const site = await serve({
    '/': `<!doctype html><title>Outside</title>
      <iframe sandbox="allow-scripts" src="/inside" width="900" height="500"></iframe>`,
    '/inside': consentPage({ body: tag(`ran.push('tag')`) }),
  });
  await page.driver.get(`${site.url}/`);
  await page.driver.switchTo().frame(0);
  await page.part('banner');
  await page.run(() => void window.commsorConsent!.grant());
  await until(async () => (await ranIn(page)).length === 1, 'the tag runs');
  expect(await errorsIn(page)).toEqual(['storage-failed']);
  await page.driver.switchTo().defaultContent();
});

test('where cookies are refused the answer is kept in localStorage', async ({ page, visit }) => {
  const refused = `<script>
    Object.defineProperty(Document.prototype, 'cookie', { configurable: true, get: () => '', set() {} });
  </script>`;
  const site = await visit({ before: refused, body: tag(`ran.push('tag')`) });
  await page.pressPart('accept');
  await until(async () => (await ranIn(page)).length === 1, 'the tag runs');
  expect(await page.run(() => Object.keys(localStorage))).toEqual(['commsor_consent']);
  await page.open(`${site.url}/`);
  await until(async () => (await ranIn(page)).length === 1, 'the tag runs at once');
  expect(await page.has('banner')).toBe(false);
});

test('Google is told the default first, and each answer as it is given', async ({ page, visit }) => {
  await visit({ config: { google: true } });
  await page.pressPart('accept');
  await page.gone('banner');
  await settle(page);
  const told = await page.run(() =>
    [...Reflect.get(window, 'dataLayer')]
      .filter((entry) => Object.prototype.toString.call(entry) === '[object Arguments]')
      .map(([, kind, types]) => `${kind} ${types.analytics_storage} ${types.ad_storage}`),
  );
  expect(told).toEqual(['default denied denied', 'update granted granted']);
});
