import { expect, test } from '../support/browser-test.ts';

/** Everything that a `document` has: the name of an element hides it. https://html.spec.whatwg.org/#dom-document-nameditem */
function documentNames(): string[] {
  const names = new Set<string>();
  for (let proto: object | null = Document.prototype; proto; proto = Object.getPrototypeOf(proto)) {
    for (const name of Object.getOwnPropertyNames(proto)) names.add(name);
  }
  return [...names];
}

for (const element of ['img', 'form']) {
  test(`<${element}> elements that hide every property of document disturb nothing`, async ({ page, context, serve }) => {
    const names = await page.evaluate(documentNames);
    expect(names.length).toBeGreaterThan(200);
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
