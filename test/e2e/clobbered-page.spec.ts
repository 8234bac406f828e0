import { expect, test } from '../support/browser-test.ts';

// Each hides a property of `document` that the SDK or a package in it uses. https://html.spec.whatwg.org/#dom-document-nameditem
const names = ['cookie', 'createElement', 'createElementNS', 'createTextNode', 'querySelectorAll', 'addEventListener', 'body', 'head', 'readyState', 'documentElement', 'currentScript', 'visibilityState', 'activeElement', 'dispatchEvent', 'adoptedStyleSheets'];

for (const element of ['img', 'form']) {
  test(`elements <${element} name="createElement"> and the like disturb nothing`, async ({ page, context, serve }) => {
    const site = await serve({
      '/': `<!doctype html><html lang="en"><head><title>Clobbered</title>
        ${names.map((name) => `<${element} name="${name}" src="data:,">`).join('</form>')}
        <script src="/dist/commsor.js" data-policy="/privacy"></script></head>
        <body><h1>Clobbered</h1><script type="text/plain" data-consent="analytics" src="/tag.js"></script></body></html>`,
      '/tag.js': 'window.ran = true;',
    });
    await page.goto(site.url);
    await page.locator('commsor-ui [part~="accept"]').click();
    await expect.poll(() => page.evaluate(() => Reflect.has(window, 'ran'))).toBe(true);
    expect((await context.cookies()).map(({ name }) => name)).toEqual(['commsor_consent']);

    await page.reload();
    await expect.poll(() => page.evaluate(() => Reflect.has(window, 'ran'))).toBe(true);
    await expect(page.locator('commsor-ui [part~="banner"]')).toHaveCount(0);
    expect(site.count('/tag.js')).toBe(2);
  });
}
