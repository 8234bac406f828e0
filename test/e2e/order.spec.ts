import { errorsIn, expect, grant, LIMIT, passLimit, ranIn, settle, test } from '../support/gate-test.ts';

const tag = (attributes: string, text = '') =>
  `<script type="text/plain" data-consent="analytics" ${attributes}>${text}</script>`;

// Firefox takes no import map once a module was loaded, and the banner is one: there they work when nothing is asked.
const all = ['preferences', 'analytics', 'marketing'];

test('ten external tags are fetched side by side and run in order', async ({ page, site: start }) => {
  let arrived = 0;
  let allArrived = () => {};
  const arrival = new Promise<void>((resolve) => (allArrived = resolve));
  const hosts = Array.from({ length: 10 }, (_, i) => i);
  const site = await start(
    {},
    {
      // Nobody gets an answer before all ten are here: one after the other they would never come.
      '/tag.js': ({ path }) => {
        if ((arrived += 1) === hosts.length) allArrived();
        return { body: `ran.push('${path.split('?')[1]}');`, after: arrival };
      },
    },
  );
  await page.goto(site.url);
  // A host each, since a browser opens few connections to one.
  await page.evaluate(
    ([port, ids]) =>
      document.body.append(
        ...ids.map((id) => {
          const script = document.createElement('script');
          script.type = 'text/plain';
          script.dataset.consent = 'analytics';
          script.src = `http://host${id}.localhost:${port}/tag.js?${id}`;
          return script;
        }),
      ),
    [new URL(site.url).port, hosts] as const,
  );
  await grant(page);
  await expect.poll(() => ranIn(page)).toEqual(hosts.map(String));
  expect(arrived).toBe(10);
});

const others = ['first', 'inline', 'external', 'deferred', 'inline module'];
for (const [kind, before] of Object.entries({
  '': 1,
  defer: 3,
  'data-type="module"': 3,
  async: others.length,
  'async data-type="module"': others.length,
})) {
  test(`a tag that hangs (${kind || 'classic'}) costs the later ones the time limit, and is named`, async ({
    page,
    visit,
  }) => {
    await page.clock.install();
    const site = await visit(
      {
        config: { timeout: LIMIT },
        body: [
          tag('', `ran.push('first');`),
          tag(`${kind} id="hang" src="/hang.js"`),
          tag('', `ran.push('inline');`),
          tag('src="/quick.js"'),
          tag('defer src="/deferred.js"'),
          tag('data-type="module"', `ran.push('inline module');`),
        ].join(''),
      },
      {
        '/hang.js': () => ({ after: Infinity }),
        '/quick.js': `ran.push('external');`,
        '/deferred.js': `ran.push('deferred');`,
      },
    );
    await grant(page);
    await expect.poll(() => ranIn(page)).toEqual(others.slice(0, before));
    await passLimit(page, site);
    await expect.poll(() => ranIn(page)).toEqual(others);
    await expect.poll(() => errorsIn(page)).toEqual(['tag-timeout hang']);
  });
}

test('behind an inline module that hangs, everything else still runs', async ({ page, visit }) => {
  await visit(
    {
      config: { timeout: 300 },
      body: [
        tag('data-type="module"', `import '/hang.js';`),
        tag('id="behind" defer src="/one.js"'),
        tag('data-type="module"', `ran.push('module');`),
        tag('defer src="/two.js"'),
        tag('src="/classic.js"'),
      ].join(''),
    },
    {
      '/hang.js': () => ({ after: Infinity }),
      '/one.js': `ran.push('one');`,
      '/two.js': `ran.push('two');`,
      '/classic.js': `ran.push('classic');`,
    },
  );
  await grant(page);
  await expect.poll(() => ranIn(page)).toEqual(expect.arrayContaining(['classic', 'module', 'two']));
});

test('a tag runs when the parser has read it to its end, on later visits too', async ({ page, visit }) => {
  // The parser stops in the middle of the tag, as it does where a packet of the network ends.
  const cut = (start: string, end: string) =>
    `<script>document.write(${JSON.stringify(start)});</script>${end}</script>`;
  const open = (attributes: string) => `<script type="text/plain" data-consent="analytics" ${attributes}>`;
  await visit(
    {
      head: cut(`${open('')}ran.push('one');`, `ran.push('two');`) + tag('', `ran.push('three');`),
      body: [
        cut(open('data-type="importmap"'), '{ "imports": { "greeting": "/greeting.js" } }'),
        cut(`${open('data-type="module"')}import 'greeting';`, `ran.push('module');`),
        cut(`${open('data-type="module" async')}import 'greeting';`, `ran.push('async module');`),
        `<script>ran.push('parsed');</script>`,
        cut(`${open('')}ran.push('last, first half');`, `ran.push('last, second half');`),
      ].join(''),
    },
    { '/greeting.js': '' },
    all,
  );
  await expect
    .poll(async () => (await ranIn(page)).filter((line) => !line.includes('module')))
    .toEqual(['one', 'two', 'three', 'parsed', 'last, first half', 'last, second half']);
  await expect
    .poll(async () => (await ranIn(page)).toSorted())
    .toEqual(expect.arrayContaining(['async module', 'module']));
});

test('import maps come before modules, wherever they stand, and nobody waits for them', async ({ page, visit }) => {
  await page.clock.install();
  const site = await visit(
    {
      config: { timeout: LIMIT },
      body: [
        tag('', `ran.push('inline');`),
        tag('src="/classic.js"'),
        tag('data-type="importmap" id="map"', '{ "imports": { "greeting": "/greeting.js" } }'),
        tag('data-type="module"', `import { word } from 'greeting'; ran.push(word);`),
        tag('data-type="module" async id="async"', `import { word } from 'greeting'; ran.push('async ' + word);`),
        tag('data-type="speculationrules" id="rules"', '{}'),
        tag('async id="hang" src="/hang.js"'),
      ].join(''),
    },
    {
      '/hang.js': () => ({ after: Infinity }),
      '/greeting.js': `export const word = 'hello';`,
      '/classic.js': `ran.push('external');`,
    },
    all,
  );
  await expect.poll(async () => (await ranIn(page)).toSorted()).toEqual(['async hello', 'external', 'hello', 'inline']);
  await passLimit(page, site);
  // Neither a map nor an inline module tells when it is done: the limit is for those that do.
  await expect.poll(() => errorsIn(page)).toEqual(['tag-timeout hang']);
});

test('tags keep their attributes, and their load and error listeners hear of them', async ({
  page,
  visit,
  uncaught,
}) => {
  const attributes =
    'id="kept" class="a b" nonce="n" crossorigin="anonymous" referrerpolicy="no-referrer" fetchpriority="low" ' +
    'data-own="1"';
  const site = await visit(
    {
      body:
        tag(`${attributes} src="/kept.js" onload="ran.push('load')"`) +
        tag('id="missing" src="/missing.js" onerror="ran.push(\'error\')"') +
        tag('id="wrong" integrity="sha256-AAAA" src="/kept.js?wrong"') +
        `<script>
          for (const type of ['load', 'error'])
            for (const id of ['kept', 'missing'])
              document.getElementById(id).addEventListener(type, () => ran.push(id + ' ' + type));
        </script>`,
    },
    { '/kept.js': `ran.push(document.currentScript.getAttributeNames().sort().join());` },
  );
  await grant(page);
  await expect.poll(() => errorsIn(page)).toEqual(['tag-failed missing', 'tag-failed wrong']);
  expect(await ranIn(page)).toEqual([
    'class,crossorigin,data-consent,data-own,fetchpriority,id,nonce,onload,referrerpolicy,src,type',
    'load',
    'kept load',
    'error',
    'missing error',
  ]);
  const kept = site.received.find(({ path }) => path === '/kept.js');
  expect(kept?.headers).not.toHaveProperty('referer');
  expect(kept?.headers['sec-fetch-mode']).toBe('cors');
  uncaught.splice(0, Infinity, ...uncaught.filter((message) => !/integrity attribute/.test(message)));
});

test('nothing is told to the page a second time, and tags that wait for what is over wait for ever', async ({
  page,
  visit,
}) => {
  await visit(
    {
      before: `<script>
        for (const type of ['DOMContentLoaded', 'load', 'pageshow', 'readystatechange'])
          addEventListener(type, () => ran.push('page ' + type), true);
      </script>`,
      body:
        tag(
          '',
          `ran.push('tag');
          addEventListener('load', () => ran.push('tag load'));
          document.addEventListener('DOMContentLoaded', () => ran.push('tag parsed'));`,
        ) + tag('src="/tag.js"'),
    },
    { '/tag.js': `ran.push('external'); onload = () => ran.push('external load');` },
  );
  await expect.poll(() => ranIn(page)).toContain('page pageshow');
  const before = await ranIn(page);
  await grant(page);
  await expect.poll(() => ranIn(page)).toEqual([...before, 'tag', 'external']);
  await settle(page);
  expect((await ranIn(page)).filter((line) => line !== 'page load')).toEqual([
    ...before.filter((line) => line !== 'page load'),
    'tag',
    'external',
  ]);
});
