import type { Page } from '@playwright/test';
import { frames } from '../support/brand-rules.ts';
import { faceOf } from '../support/face.ts';
import { errorsIn, expect, grant, PICTURE, ranIn, settle, test, withdraw } from '../support/gate-test.ts';
import { bundleApp, bundleSvelte, libraryFile } from '../support/library.ts';

const frame = '<!doctype html><title>A frame</title>';
/** A tenth of a second in which nothing is heard: PCM, 8 bits, 8 kHz, https://www.ietf.org/rfc/rfc2361.html */
const sound =
  'RIFF\x44\x03\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0' +
  `data\x20\x03\0\0${'\x7f'.repeat(800)}`;
const files = { '/frame.html': frame, '/picture.svg': PICTURE };
const placeholders = (page: Page) => page.locator('commsor-embed');

test.describe('a slider that clones its slides', () => {
  const slides = [1, 2, 3]
    .map(
      (n) =>
        `<div class="slide"><iframe data-consent="marketing" data-consent-src="/frame.html?${n}" title="Film ${n}" ` +
        `width="300" height="150"></iframe><p class="only" data-consent="marketing" hidden>Film ${n}</p></div>`,
    )
    .join('');

  const parts = {
    config: { onWithdraw: 'keep' },
    head: '<script src="/jquery.js"></script><script src="/slick.js"></script>',
    body: `<div id="slides" style="width: 320px">${slides}</div>`,
  } as const;
  const library = {
    ...files,
    '/jquery.js': libraryFile('jquery/dist/jquery.min.js'),
    '/slick.js': libraryFile('slick-carousel/slick/slick.min.js'),
  };

  test('slick: clones of opened frames are shut with them, and nobody is blamed', async ({ page, visit }) => {
    const site = await visit(parts, library);
    await grant(page);
    await expect(page.locator('iframe[src]')).toHaveCount(3);
    await page.evaluate('$("#slides").slick({ infinite: true })');
    await settle(page);
    const all = await page.locator('iframe').count();
    const asked = site.received.length;
    await withdraw(page);
    await expect(page.locator('iframe[src]')).toHaveCount(0);
    await expect(placeholders(page)).toHaveCount(all);
    await settle(page);
    expect(site.received.slice(asked).filter(({ path }) => path.startsWith('/frame'))).toEqual([]);
    expect(await errorsIn(page)).toEqual([]);
  });

  test('slick: no dead placeholder; after Accept every frame and text is there, in the clones too', async ({
    page,
    visit,
  }) => {
    await visit(parts, library);
    await expect(placeholders(page)).toHaveCount(3);
    await page.evaluate('$("#slides").slick({ infinite: true })');
    const clones = page.locator('.slick-cloned');
    await expect(clones.locator('iframe').first()).toBeAttached();
    const dead = () =>
      page.evaluate(() => [...document.querySelectorAll('commsor-embed')].filter((it) => !it.shadowRoot).length);
    await expect.poll(dead).toBe(0);
    const all = await page.locator('iframe').count();
    await expect(placeholders(page)).toHaveCount(all);

    await grant(page);
    await expect(page.locator('iframe[src]')).toHaveCount(all);
    await expect(placeholders(page)).toHaveCount(0);
    const hidden = () =>
      page
        .locator('iframe, .only')
        .evaluateAll((found) => found.filter((it) => getComputedStyle(it).display === 'none').length);
    await expect.poll(hidden).toBe(0);
  });
});

test.describe('a page that is morphed', () => {
  const inner =
    '<h1>A page</h1><iframe id="f" data-consent="marketing" data-consent-src="/frame.html" title="Film"></iframe>' +
    '<img id="i" data-consent="marketing" data-src="/picture.svg" alt="">' +
    '<p id="only" data-consent="marketing" hidden>Thanks</p><p id="bare" data-consent="marketing">Offer</p>' +
    '<p id="without" data-consent="!marketing" hidden>Without</p>' +
    '<audio id="a" data-consent="marketing" data-consent-src="/sound.wav" preload="auto"></audio>' +
    `<script id="s" type="text/plain" data-consent="marketing">ran.push('inline');</script>`;
  const morphs = {
    idiomorph: ['idiomorph/dist/idiomorph.js', 'Idiomorph.morph(document.body, inner, { morphStyle: "innerHTML" })'],
    morphdom: ['morphdom/dist/morphdom-umd.js', 'morphdom(document.body, "<body>" + inner + "</body>")'],
  } as const;
  const look = (page: Page) =>
    page.evaluate(() => {
      const find = (id: string) => document.getElementById(id)!;
      return {
        shown: ['f', 'only', 'bare', 'without'].filter((id) => getComputedStyle(find(id)).display !== 'none'),
        // A frame goes on without its address, and would begin anew with it.
        loaded: ['f', 'i'].filter((id) => find(id).hasAttribute('src')),
        cards: document.querySelectorAll('commsor-embed').length,
        // What plays goes on.
        plays: (find('a') as HTMLAudioElement).readyState > 0,
        ran: [...Reflect.get(window, 'ran')],
        type: find('s').getAttribute('type'),
      };
    });

  for (const [name, [file, code]] of Object.entries(morphs)) {
    for (const answer of ['none', 'given', 'withdrawn'] as const)
      test(`${name}, the answer ${answer}: the same to be seen, at once, and nothing leaks`, async ({
        page,
        visit,
      }) => {
        const literal = JSON.stringify(inner).replaceAll('</', '<\\/');
        const site = await visit(
          {
            config: { onWithdraw: 'keep' },
            head:
              '<script src="/morph.js"></script>' +
              `<script>function morph() { const inner = ${literal}; ${code}; }</script>`,
            body: inner,
          },
          {
            ...files,
            '/sound.wav': () => ({ body: sound, headers: { 'content-type': 'audio/wav' } }),
            '/morph.js': libraryFile(file),
          },
        );
        await expect(placeholders(page)).toHaveCount(1);
        if (answer !== 'none') await grant(page);
        if (answer === 'withdrawn') await withdraw(page);
        await settle(page);
        await expect(placeholders(page)).toHaveCount(answer === 'given' ? 0 : 1);
        await expect
          .poll(() => look(page))
          .toMatchObject({
            shown: answer === 'given' ? ['f', 'only', 'bare'] : ['without'],
            plays: answer === 'given',
          });
        const before = await look(page);
        const asked = site.count('/frame.html') + site.count('/picture.svg');
        const heard = site.count('/sound.wav');
        await page.evaluate(() => (Reflect.get(window, 'morph') as () => void)());
        // Right behind the task of the morph: nothing was painted meanwhile.
        const { cards: _, ...now } = await look(page);
        expect(before).toMatchObject(now);
        await settle(page);
        await expect(placeholders(page)).toHaveCount(before.cards);
        expect(await look(page)).toEqual(before);
        if (answer !== 'given') expect(site.count('/frame.html') + site.count('/picture.svg')).toBe(asked);
        expect(site.count('/sound.wav')).toBe(heard);
      });
  }
});

test.describe('a lazy loader', () => {
  const loaders = {
    lazysizes: ['lazysizes/lazysizes.min.js', 'lazyload', ''],
    'vanilla-lazyload': ['vanilla-lazyload/dist/lazyload.min.js', 'lazy', 'new LazyLoad();'],
  } as const;

  for (const [name, [file, className, start]] of Object.entries(loaders)) {
    const embeds = (attribute: string) =>
      `<iframe class="${className}" data-consent="marketing" data-consent-placeholder="none" ` +
      `${attribute}="/frame.html" title="Film"></iframe>` +
      `<img class="${className}" id="held" data-consent="marketing" ` +
      `${attribute}="/picture.svg?held" alt="" width="9" height="9">` +
      `<img class="${className}" id="own" data-src="/picture.svg?own" alt="" width="9" height="9">`;
    const head = '<script src="/lazy.js"></script>';
    const library = { ...files, '/lazy.js': libraryFile(file) };

    test(`${name}: finds no address that waits in an attribute of ours`, async ({ page, visit }) => {
      const site = await visit({ head, body: `${embeds('data-consent-src')}<script>${start}</script>` }, library);
      await expect(page.locator('#own')).toHaveAttribute('src');
      await settle(page);
      expect(site.count('/frame.html') + site.count('/picture.svg?held')).toBe(0);
      expect(await errorsIn(page)).toEqual([]);
      await grant(page);
      await expect(page.locator('iframe')).toHaveAttribute('src', '/frame.html');
      await expect(page.locator('#held')).toHaveAttribute('src', '/picture.svg?held');
    });

    test(`${name}: what it reads from data-src is taken away again, and the page is told`, async ({ page, visit }) => {
      await visit({ head, body: `${embeds('data-src')}<script>${start}</script>` }, library);
      await expect(page.locator('#own')).toHaveAttribute('src');
      await expect(page.locator('#held')).not.toHaveAttribute('src');
      await expect(page.locator('iframe')).not.toHaveAttribute('src');
      await grant(page);
      await expect(page.locator('iframe')).toHaveAttribute('src', '/frame.html');
    });
  }
});

test.describe('tagged but live', () => {
  const kinds = {
    'an image': '<img id="x" data-consent="marketing" src="/picture.svg" alt="">',
    'an image set': '<img id="x" data-consent="marketing" srcset="/picture.svg 1x" alt="">',
    'a picture': '<picture data-consent="marketing"><img id="x" src="http://127.0.0.1:1/p.svg" alt=""></picture>',
    'a video': '<video id="x" data-consent="marketing" src="/film.webm" preload="none"></video>',
    'a poster': '<video id="x" data-consent="marketing" poster="/picture.svg" preload="none"></video>',
    'a frame': '<iframe id="x" data-consent="marketing" src="/frame.html" title="Film"></iframe>',
    'an image that was saved while it was allowed':
      '<img id="x" data-consent="marketing" data-consent-src="/picture.svg" src="/picture.svg" alt="">',
    'an image that a lazy loader fills at once':
      '<img id="x" data-consent="marketing" data-src="/picture.svg" alt="">' +
      '<script>{ const image = document.currentScript.previousSibling; image.src = image.dataset.src; }</script>',
    'an embed': '<embed id="x" data-consent="marketing" src="/picture.svg">',
    'an object': '<object id="x" data-consent="marketing" data="/picture.svg"></object>',
    'a style sheet': '<link id="x" data-consent="marketing" rel="stylesheet" href="/style.css">',
    'a preload': '<link id="x" data-consent="marketing" rel="preload" as="image" href="/picture.svg">',
    'an image button': '<input id="x" data-consent="marketing" type="image" src="/picture.svg" alt="Go">',
    'a script': '<script id="x" data-consent="marketing">ran.push("live")</script>',
    'speculation rules': '<script id="x" data-consent="marketing" type="speculationrules">{}</script>',
    'a custom element':
      '<script>customElements.define("x-film", class extends HTMLElement {})</script>' +
      '<x-film id="x" data-consent="marketing"></x-film>',
    'a noscript': '<noscript id="x" data-consent="marketing"><img src="/picture.svg" alt=""></noscript>',
    'a preload with a set':
      '<link id="x" data-consent="marketing" rel="preload" as="image" imagesrcset="/picture.svg 1x">',
    'a style sheet in the page': '<style id="x" data-consent="marketing">@import "/style.css";</style>',
    'an image in a drawing': '<svg><image id="x" data-consent="marketing" href="/picture.svg" /></svg>',
    'a script in a drawing': '<svg><script id="x" data-consent="marketing" type="text/plain"></script></svg>',
    'a foreign ground':
      '<p id="x" data-consent="marketing" style="background: url(http://127.0.0.1:1/p.svg)">Words</p>',
    'a custom element that is defined later':
      '<x-late id="x" data-consent="marketing"></x-late><script>addEventListener("load", () => ' +
      'customElements.define("x-late", class extends HTMLElement {}))</script>',
    'a foreign element that draws itself in a wrapper':
      '<div data-consent="marketing"><x-lite></x-lite></div><script>addEventListener("load", () => ' +
      'customElements.define("x-lite", class extends HTMLElement { connectedCallback() { this.innerHTML = ' +
      `'<img id="x" src="http://127.0.0.1:1/p.svg" alt="">' } }))</script>`,
    ...Object.fromEntries(
      Object.entries({
        frame: '<iframe id="x" src="http://127.0.0.1:1/f" title="Film"></iframe>',
        'second candidate': '<img id="x" srcset="/picture.svg 1x, http://127.0.0.1:1/p.svg 2x" alt="">',
        'inline start': '<script id="x">ran.push("http://127.0.0.1:1/")</script>',
        noscript: '<noscript id="x"><img src="http://127.0.0.1:1/p.svg" alt=""></noscript>',
        'frame with words': `<iframe id="x" title="Film"
          srcdoc="<img src='http://127.0.0.1:1/p.svg' alt=''>"></iframe>`,
        'shadow root':
          '<div><template shadowrootmode="open"><img id="x" src="http://127.0.0.1:1/p.svg" alt=""></template></div>',
      }).map(([kind, html]) => [`a foreign ${kind} in a wrapper`, `<div data-consent="marketing">${html}</div>`]),
    ),
  };
  /** Nothing of these is another host's, or nothing loads. */
  const fine =
    '<div data-consent="marketing"><script type="application/ld+json">{"@context":"https://schema.org"}</script>' +
    '<script>ran.push("own")</script><style>p { color: green }</style><svg><use href="#shape" /></svg>' +
    '<img src="/picture.svg" alt=""></div>' +
    '<p class="later" data-consent="marketing" hidden style="background: url(http://127.0.0.1:1/p.svg)">Words</p>';
  test('each is told, once, with the element', async ({ page, visit }) => {
    const ids = Object.keys(kinds).map((kind) => kind.replaceAll(' ', '-'));
    const body = Object.values(kinds)
      .map((html, i) => html.replace('id="x"', `id="${ids[i]}"`))
      .join('');
    await visit({ body: body + fine }, { ...files, '/style.css': '', '/film.webm': '' });
    const told = async () => (await errorsIn(page)).toSorted();
    const once = ids.map((id) => `not-inert ${id}`).toSorted();
    await expect.poll(told).toEqual(once);
    const lookAgain = () => page.evaluate(() => window.commsorConsent?.scan());
    await lookAgain();
    await grant(page);
    // Playwright takes what Firefox loads into an object for a navigation, for which locators wait.
    await expect.poll(() => page.evaluate(() => document.querySelector('p.later[hidden]'))).toBeNull();
    await lookAgain();
    await settle(page);
    expect(await told()).toEqual(once);
  });

  test('the words of a frame are emptied in time and come back', async ({ page, visit }) => {
    const site = await visit(
      {
        body:
          '<iframe id="x" data-consent="marketing" title="Film" ' +
          `srcdoc="<img src='/picture.svg?in' alt=''>"></iframe>`,
      },
      files,
    );
    await expect.poll(() => errorsIn(page)).toEqual(['not-inert x']);
    await settle(page);
    expect(site.count('/picture.svg?in')).toBe(0);
    await grant(page);
    await expect.poll(() => site.count('/picture.svg?in')).toBe(1);
  });

  test('a tagged wrapper gives what is in it its addresses, and takes them', async ({ page, visit }) => {
    await visit(
      {
        config: { onWithdraw: 'keep' },
        body:
          '<figure data-consent="marketing"><img data-consent-src="/picture.svg" alt="">' +
          '<iframe data-consent-srcdoc="<p>Hi</p>" title="Words"></iframe></figure>' +
          '<picture data-consent="marketing"><source data-consent-srcset="/picture.svg">' +
          '<img data-consent-src="/picture.svg" alt=""></picture>',
      },
      files,
    );
    await settle(page);
    const held = page.locator('[src], [srcset], [srcdoc]').and(page.locator('figure *, picture *'));
    await expect(held).toHaveCount(0);
    await grant(page);
    await expect(held).toHaveCount(4);
    await withdraw(page);
    await expect(held).toHaveCount(0);
  });
});

test.describe('what a framework does with an element that waits, or has waited', () => {
  const config = { onWithdraw: 'keep' } as const;
  const opened = (page: Page) =>
    page.locator('main [src], main [srcset], main [srcdoc]').evaluateAll((all) => all.map((it) => it.id));

  test('another address is loaded, and named before that', async ({ page, visit }) => {
    const body = (consent: string) =>
      `<iframe id="film" data-consent="${consent}" data-consent-src="/frame.html?1" title="First"></iframe>`;
    const site = await visit({ config, body: `<main>${body('marketing')}</main>` }, files);
    const turnTo = (film: string) =>
      page.locator('#film').evaluate((it, text) => {
        it.setAttribute('data-consent-src', `/frame.html?${text}`);
        it.setAttribute('title', text);
      }, film);
    await expect(placeholders(page)).toContainText('First');
    await turnTo('Second');
    await expect(placeholders(page)).toContainText('Second');
    await grant(page);
    await turnTo('Third');
    await expect.poll(() => site.count('/frame.html?Third')).toBe(1);
    expect(site.count('/frame.html?1')).toBe(0);
    await withdraw(page);
    await expect.poll(() => opened(page)).toEqual([]);
  });

  test('a player that makes a box like its film, and gives the film its address', async ({ page, visit }) => {
    const body =
      '<main><video id="film" data-consent="marketing" data-consent-poster="/picture.svg" width="300" height="150">' +
      '<source data-consent-src="/film.webm"></video></main>';
    await visit({ config, body }, { ...files, '/film.webm': '' });
    const card = placeholders(page).getByRole('group');
    await expect(card).toBeVisible();
    await page.locator('#film').evaluate((film) => {
      const box = document.createElement('div');
      for (const { name, value } of film.attributes) if (name !== 'id') box.setAttribute(name, value);
      film.before(box);
      box.append(film);
    });
    await expect(card).toBeVisible();
    await grant(page);
    await expect(page.locator('#film')).toBeVisible();
    await page.locator('#film').evaluate((film) => film.setAttribute('src', '/film.webm'));
    await settle(page);
    await withdraw(page);
    await expect(card).toBeVisible();
    await expect(page.locator('#film')).not.toHaveAttribute('src');
    expect(await errorsIn(page)).toEqual([]);
  });

  test('an editor that knows none of our elements keeps its text as it was written', async ({ page, visit }) => {
    const text =
      '<p>Before</p><iframe data-consent="marketing" data-consent-src="/frame.html" title="Film"></iframe>' +
      '<p data-consent="marketing" hidden="">With</p><p data-consent="!marketing">Without</p><p>Behind</p>';
    await visit({ config, body: `<main contenteditable>${text}</main>` }, files);
    await page.evaluate(() => {
      const main = document.querySelector('main')!;
      new MutationObserver(() => {
        for (const stranger of main.querySelectorAll(':not(p, iframe)')) {
          const line = document.createElement('p');
          stranger.replaceWith(line);
        }
      }).observe(main, { childList: true, subtree: true });
    });
    const saved = () => page.locator('main').innerHTML();
    await settle(page);
    expect(await saved()).toBe(text);
    await grant(page);
    await expect(page.locator('iframe')).toHaveAttribute('src', '/frame.html');
    await withdraw(page);
    await settle(page);
    expect(await saved()).toBe(text);
  });

  test('a script that takes every placeholder out at once does not go on for ever', async ({ page, visit }) => {
    const body = '<main><iframe data-consent="marketing" data-consent-src="/frame.html" title="Film"></iframe></main>';
    await visit({ config, body }, files);
    await expect(placeholders(page)).toHaveCount(1);
    await page.evaluate(() => {
      const take = () => {
        for (const card of document.querySelectorAll('commsor-embed')) {
          card.remove();
          Reflect.get(window, 'ran').push('taken');
        }
      };
      new MutationObserver(take).observe(document.body, { childList: true, subtree: true });
      take();
    });
    // As long as each is followed by another one, some are in the time that all this takes.
    for (let i = 0; i < 10; i++) await settle(page);
    expect((await ranIn(page)).length).toBeLessThan(20);
    await expect(placeholders(page)).toHaveCount(0);
    await grant(page);
    await expect(page.locator('iframe')).toBeVisible();
    await expect(page.locator('iframe')).toHaveAttribute('src', '/frame.html');
  });

  test('what comes into a wrapper later waits, is given and taken with it', async ({ page, visit }) => {
    const late = '<img id="late" data-consent-src="/picture.svg" alt="">';
    await visit({ config, body: '<main data-consent="marketing"></main>' }, files);
    const fill = () => page.locator('main').evaluate((it, html) => (it.innerHTML = html), late);
    await grant(page);
    await settle(page);
    await fill();
    await expect.poll(() => opened(page)).toEqual(['late']);
    await withdraw(page);
    await expect.poll(() => opened(page)).toEqual([]);
    await fill();
    await settle(page);
    expect(await opened(page)).toEqual([]);
  });

  test('what is kept outside the page over a withdrawal comes back without its address', async ({ page, visit }) => {
    const site = await visit(
      { config, body: '<main><iframe data-consent="marketing" data-consent-src="/frame.html"></iframe></main>' },
      files,
    );
    await grant(page);
    await expect.poll(() => site.count('/frame.html')).toBe(1);
    const kept = await page.locator('iframe').evaluateHandle((it) => {
      it.remove();
      return it;
    });
    await withdraw(page);
    await settle(page);
    await page.locator('main').evaluate((main, it) => main.append(it), kept);
    await expect(placeholders(page)).toHaveCount(1);
    expect(site.count('/frame.html')).toBe(1);
  });

  test('where a morph takes one address of two, none is left after a withdrawal', async ({ page, visit }) => {
    await visit(
      {
        config,
        body:
          '<main><img id="two" data-consent="marketing" data-consent-src="/picture.svg" ' +
          'data-consent-srcset="/picture.svg 2x" alt=""></main>',
      },
      files,
    );
    await grant(page);
    await expect.poll(() => opened(page)).toEqual(['two']);
    const image = page.locator('#two');
    await image.evaluate((it) => it.removeAttribute('src'));
    await expect(image).toHaveAttribute('src', '/picture.svg');
    await withdraw(page);
    await expect.poll(() => opened(page)).toEqual([]);
  });
});

test('in forms whose fields hide everything that an element has, tags are held and released too', async ({
  page,
  site,
  serve,
}) => {
  const names = await serve({ '/': '<!doctype html><title>Names</title>' });
  await page.goto(names.url);
  const hiding = await page.evaluate(() =>
    [HTMLFormElement, HTMLElement, Element, Node, EventTarget, Object]
      .flatMap(({ prototype }) => Object.getOwnPropertyNames(prototype))
      .map((name) => `<input name="${name}" type="hidden">`)
      .join(''),
  );
  expect(hiding).toContain('"getAttribute"');
  const held = 'data-consent="marketing"';
  const frame = `<iframe ${held} data-consent-src="/frame.html" title="Film"></iframe>`;
  const image = '<img data-consent-src="/picture.svg" alt="">';
  const script = (name: string) => `<script type="text/plain" ${held}>ran.push('${name}');</script>`;
  const { url } = await site(
    {
      config: { onWithdraw: 'keep' },
      body:
        `<form>${hiding}${script('inside')}${frame}</form>` +
        // Their children are looked at: Playwright itself asks no such form.
        `<form ${held} hidden>${hiding}${image}<p id="news">News</p></form>` +
        `<div ${held} hidden><form>${hiding}${image}<p id="around">Around</p></form></div>` +
        `<form data-consent-action="accept" onclick="return false">${hiding}<p id="press">Press</p></form>` +
        // Under the re-open control, which looks for room.
        `<form style="height: 200vh">${hiding}</form>${script('after')}`,
    },
    files,
  );
  await page.goto(url);
  await expect(placeholders(page)).toHaveCount(1);
  await expect(page.locator('#news')).toBeHidden();
  await faceOf(page).banner.waitFor();
  // By place alone: on the way up from there Playwright would go round in circles.
  const press = await page.locator('#press').boundingBox();
  await page.mouse.click((press?.x ?? 0) + 5, (press?.y ?? 0) + 5);
  await expect(page.locator('iframe')).toHaveAttribute('src', '/frame.html');
  await expect(page.locator('img[src]')).toHaveCount(2);
  for (const id of ['news', 'around']) await expect(page.locator(`#${id}`)).toBeVisible();
  await expect.poll(() => ranIn(page)).toEqual(['inside', 'after']);
  await withdraw(page);
  await expect(placeholders(page)).toHaveCount(1);
  await expect(page.locator('img[src]')).toHaveCount(0);
  for (const id of ['news', 'around']) await expect(page.locator(`#${id}`)).toBeHidden();
  await expect(faceOf(page).reopen).toBeVisible();
  expect(await errorsIn(page)).toEqual([]);
});

test('data blocks stay data, once, and without a second id', async ({ page, visit }) => {
  await visit({
    config: { onWithdraw: 'keep' },
    body:
      '<script id="ld" type="text/plain" data-type="application/ld+json" data-consent="marketing">{"a":1}</script>' +
      '<script id="own" type="application/ld+json" data-consent="marketing">{"b":1}</script>' +
      '<script id="babel" type="text/babel" data-consent="marketing">ran.push("babel")</script>' +
      '<script id="rules" type="text/plain" data-type="speculationrules" data-consent="marketing">{}</script>',
  });
  const types = () =>
    page.locator('script[id]').evaluateAll((all) => all.map((it) => `${it.id} ${(it as HTMLScriptElement).type}`));
  const held = ['ld text/plain', 'own application/ld+json', 'babel text/babel', 'rules text/plain'];
  const without = async () => (await types()).filter((line) => !line.startsWith('commsor'));
  await settle(page);
  expect(await without()).toEqual(held);
  await grant(page);
  await expect.poll(without).toEqual(['ld application/ld+json', ...held.slice(1)]);
  await withdraw(page);
  await expect.poll(without).toEqual(held);
  expect(await ranIn(page)).toEqual([]);
});

test.describe('a framework that takes over what its server drew', () => {
  const html = `<main><h1>Shop</h1><script type="text/plain" data-consent="analytics" src="/script.js"></script>\
<script type="text/plain" data-consent="analytics">ran.push("inline")</script>\
<iframe data-consent="marketing" data-consent-src="/frame.html" title="Film"></iframe>\
<div data-consent-declaration=""></div></main>`;
  const source = `
    import { useEffect } from 'react';
    import { hydrateRoot } from 'react-dom/client';
    function App() {
      useEffect(() => { document.title = 'Taken over'; }, []);
      return <main><h1>Shop</h1>
        <script type="text/plain" data-consent="analytics" src="/script.js" />
        <script type="text/plain" data-consent="analytics"
          dangerouslySetInnerHTML={{ __html: 'ran.push("inline")' }} />
        <iframe data-consent="marketing" data-consent-src="/frame.html" title="Film" />
        <div data-consent-declaration="" /></main>;
    }
    hydrateRoot(document.getElementById('app'), <App />);`;

  for (const [name, app] of [
    ['React 18', bundleApp(source, { react: 'react-18', 'react-dom': 'react-dom-18' })],
    ['React 19', bundleApp(source)],
  ] as const)
    test(`${name} finds all as its server drew it, while embeds wait and a tag is on its way`, async ({
      page,
      visit,
    }) => {
      // However slow the machine: here nobody's patience ends before the page is at rest.
      await page.addInitScript(() => {
        const { setTimeout } = window;
        Reflect.set(window, 'setTimeout', (task: () => void, ms: number, ...values: unknown[]) =>
          ms < 3000 || ms === undefined ? Reflect.apply(setTimeout, window, [task, ms, ...values]) : 0,
        );
      });
      let letAppCome = () => {};
      let letTagCome = () => {};
      const appMayCome = new Promise<void>((resolve) => (letAppCome = resolve));
      const tagMayCome = new Promise<void>((resolve) => (letTagCome = resolve));
      const site = await visit(
        { body: `<div id="app">${html}</div><script src="/app.js" defer></script>` },
        {
          ...files,
          '/app.js': () => ({ body: app, after: appMayCome }),
          '/script.js': () => ({ body: `ran.push('external');`, after: tagMayCome }),
        },
        ['analytics'],
      );
      await expect.poll(() => site.count('/script.js')).toBe(1);
      await page.waitForFunction(() =>
        performance.getEntriesByType('resource').some(({ name }) => name.includes('/dist/placeholder.js')),
      );
      await frames(page); // With the placeholder, were one drawn so early.
      letAppCome();
      await expect(page).toHaveTitle('Taken over');
      letTagCome();
      await expect.poll(() => ranIn(page)).toEqual(['external', 'inline']);
      await expect(placeholders(page)).toHaveCount(1);
      await expect(page.getByRole('table').first()).toBeVisible();
      expect(await ranIn(page)).toEqual(['external', 'inline']);
    });
});

test.describe('a framework that owns the nodes', () => {
  const react = `
    import { StrictMode, useState } from 'react';
    import { createRoot } from 'react-dom/client';
    function App() {
      const [step, setStep] = useState(0);
      return <main><p id="step">{step}</p><button id="next" onClick={() => setStep(step + 1)}>Next</button>
        {step % 2 === 0 && <section>
          <script type="text/plain" data-consent="analytics"
            dangerouslySetInnerHTML={{ __html: 'ran.push("inline")' }} />
          <script type="text/plain" data-consent="analytics" data-x="1" src="/script.js"
            onLoadCapture={() => ran.push('load')} />
          <script type="text/plain" data-consent="analytics" async nonce="n" src="/script.js?async" />
          <iframe data-consent="marketing" data-consent-src="/frame.html" title="Film" />
          <p data-consent="marketing" hidden>Only</p>
        </section>}</main>;
    }
    createRoot(document.getElementById('app')).render(<StrictMode><App /></StrictMode>);`;
  const vue = bundleApp(`
    import { createApp, ref } from 'vue';
    createApp({
      setup() { const step = ref(0); return { step }; },
      template: \`<main><p id="step">{{ step }}</p><button id="next" @click="step++">Next</button>
        <section v-if="step % 2 === 0">
          <component is="script" type="text/plain" data-consent="analytics">ran.push("inline")</component>
          <component is="script" type="text/plain" data-consent="analytics" src="/script.js" @load="onLoad" />
          <component is="script" type="text/plain" data-consent="analytics" async nonce="n" src="/script.js?async" />
          <iframe data-consent="marketing" data-consent-src="/frame.html" title="Film" />
          <p data-consent="marketing" hidden>Only</p>
        </section></main>\`,
      methods: { onLoad: () => ran.push('load') },
    }).mount('#app');`);

  const svelte = bundleSvelte(`
    <script>let step = $state(0);</script>
    <main><p id="step">{step}</p><button id="next" onclick={() => step++}>Next</button>
      {#if step % 2 === 0}<section>
        <script type="text/plain" data-consent="analytics">ran.push("inline")</script>
        <script type="text/plain" data-consent="analytics" src="/script.js" onload={() => ran.push('load')}></script>
        <script type="text/plain" data-consent="analytics" async nonce="n" src="/script.js?async"></script>
        <iframe data-consent="marketing" data-consent-src="/frame.html" title="Film"></iframe>
        <p data-consent="marketing" hidden>Only</p>
      </section>{/if}</main>`);

  // React 19 puts an `async` script with an address into the head, once for all mounts.
  for (const [name, app, again] of [
    [
      'React 18',
      bundleApp(react, { react: 'react-18', 'react-dom': 'react-dom-18' }),
      ['external ', 'external async', 'inline', 'load'],
    ],
    ['React 19', bundleApp(react), ['external ', 'inline', 'load']],
    ['Vue 3', vue, ['external ', 'external async', 'inline', 'load']],
    ['Svelte 5', svelte, ['external ', 'external async', 'inline', 'load']],
  ] as const) {
    test(`${name}: runs each once a mount, hears \`load\`, and lives on through Accept and unmounting`, async ({
      page,
      visit,
      uncaught,
    }) => {
      await visit(
        { config: { onWithdraw: 'keep' }, body: '<div id="app"></div><script src="/app.js"></script>' },
        { ...files, '/app.js': app, '/script.js': ({ path }) => `ran.push('external ${path.split('?')[1] ?? ''}');` },
      );
      const step = page.locator('#step');
      await expect(step).toHaveText('0');
      await grant(page);
      const once = ['external ', 'external async', 'inline', 'load'];
      await expect.poll(async () => (await ranIn(page)).toSorted()).toEqual(once);
      await page.locator('#next').click();
      await expect(step).toHaveText('1');
      await page.locator('#next').click();
      await expect(step).toHaveText('2');
      await expect.poll(async () => (await ranIn(page)).toSorted()).toEqual([...once, ...again].toSorted());
      await withdraw(page);
      await page.locator('#next').click();
      await page.locator('#next').click();
      await expect(step).toHaveText('4');
      await settle(page);
      expect(await ranIn(page)).toHaveLength(once.length + again.length);
      expect(uncaught).toEqual([]);
      expect(await errorsIn(page)).toEqual([]);
    });
  }
});

test('what `rerun` names runs again after a withdrawal and a new grant, nothing else does', async ({ page, visit }) => {
  await visit({
    config: {
      onWithdraw: 'keep',
      services: { again: { title: 'Again', purposes: ['analytics'], rerun: true } },
    },
    body: ['again', 'analytics', 'analytics" data-consent-rerun="']
      .map((name, i) => `<script type="text/plain" data-consent="${name}">ran.push(${i});</script>`)
      .join(''),
  });
  await grant(page);
  await expect.poll(() => ranIn(page)).toEqual([0, 1, 2]);
  await withdraw(page);
  await grant(page);
  await expect.poll(() => ranIn(page)).toEqual([0, 1, 2, 0, 2]);
});
