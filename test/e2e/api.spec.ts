import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/setup.mjs';
import { expect, ran, test as base } from '../support/demo-test.ts';
import { ONE_ENGINE } from '../support/engines.ts';
import { faceOf } from '../support/face.ts';

const configuration = {
  onWithdraw: 'keep',
  purposes: {
    analytics: {},
    marketing: {},
    measuring: { title: 'Measuring', description: 'Counts.', legalBasis: 'legitimate-interest' },
  },
  services: {
    atlas: {
      title: 'Atlas',
      purposes: ['analytics'],
      provider: 'Atlas Ltd',
      country: 'IE',
      retention: '1 year',
      policyUrl: 'https://atlas.example/privacy',
    },
    mirror: { title: 'Mirror', purposes: ['analytics', 'marketing'] },
  },
};

const html = `<!doctype html><html lang="en"><head><title>The handle</title><script>window.__ran = [];</script>
  <script type="application/json" id="commsor-consent-config">${JSON.stringify(configuration)}</script>
  <script src="/dist/commsor.js" data-policy="/privacy" data-policy-version="7"></script></head>
  <body><h1>The handle</h1>
  <script type="text/plain" data-consent="atlas">__ran.push('atlas');</script></body></html>`;

/**
 * Every test starts on a page whose tags have not run, with services and a purpose that rests on legitimate interest.
 */
const test = base.extend<{ start: string }>({
  start: [
    async ({ page, demo }, use) => {
      const url = await demo.store(html);
      await page.goto(url);
      await expect(faceOf(page).banner).toBeVisible();
      await use(url);
    },
    { auto: true },
  ],
});

test('`version` is the package’s', ONE_ENGINE, async ({ page }) => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  expect(await page.evaluate(() => window.commsorConsent!.version)).toBe(version);
});

test('`ready` resolves at the start, `decided` with the answer', ONE_ENGINE, async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const { ready, decided, deny } = window.commsorConsent!;
    const order: string[] = [];
    const both = Promise.all([
      ready.then(({ status }) => order.push(`ready ${status}`)),
      decided.then(({ status }) => order.push(`decided ${status}`)),
    ]);
    await ready;
    order.push('now');
    await deny();
    await both;
    return order;
  });
  expect(answers).toEqual(['ready undecided', 'now', 'decided decided']);
});

test('`get` is frozen all through, and one object until something changes', ONE_ENGINE, async ({ page }) => {
  const seen = await page.evaluate(async () => {
    const { get, grant } = window.commsorConsent!;
    const before = get();
    const isSame = before === get();
    const after = await grant(['analytics']);
    const thawed: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if (!Object.isFrozen(value)) thawed.push(path);
      for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
    };
    walk(before, 'before');
    walk(after, 'after');
    return {
      isSame,
      isNew: after !== before && after === get(),
      thawed,
      frozenHandle: Object.isFrozen(window.commsorConsent),
    };
  });
  expect(seen).toEqual({ isSame: true, isNew: true, thawed: [], frozenHandle: true });
});

test(
  '`allows` takes purposes, services and expressions, and says no to whatever it does not know',
  ONE_ENGINE,
  async ({ page }) => {
    const asked = [
      'necessary',
      'analytics',
      'marketing',
      'atlas',
      'mirror',
      'analytics marketing',
      'analytics|marketing',
      '!marketing',
      'atlas | mirror',
      'nonsense',
      '!nonsense',
      '',
      '||',
      'analytics &',
      '__proto__',
      'constructor',
      'toString',
    ];
    const answers = await page.evaluate(async (names) => {
      const { grant, allows } = window.commsorConsent!;
      await grant(['analytics']);
      const strange = [undefined, null, 1, {}, [], Symbol.iterator, 'a'.repeat(1e5), '!'.repeat(1e4)].map((value) => {
        try {
          return Reflect.apply(allows, null, [value]);
        } catch (error) {
          return String(error);
        }
      });
      return {
        allowed: names.filter((name) => allows(name)),
        strange: new Set(strange).size === 1 ? strange[0] : strange,
      };
    }, asked);
    expect(answers).toEqual({
      allowed: ['necessary', 'analytics', 'atlas', 'analytics|marketing', '!marketing', 'atlas | mirror'],
      strange: false,
    });
  },
);

test('`explain` gives the reason', ONE_ENGINE, async ({ page }) => {
  const reasons = await page.evaluate(async () => {
    const { explain, deny, object, grant } = window.commsorConsent!;
    const before = ['necessary', 'analytics', 'measuring', 'atlas', 'nonsense'].map(explain);
    await object(['measuring']);
    await grant(['atlas']);
    await deny(['marketing']);
    return { before, after: ['measuring', 'atlas', 'marketing', 'analytics', 'mirror'].map(explain) };
  });
  expect(reasons.before).toEqual([
    { allowed: true, reason: 'necessary' },
    { allowed: false, reason: 'default' },
    { allowed: true, reason: 'default' },
    { allowed: false, reason: 'default' },
    { allowed: false, reason: 'unknown' },
  ]);
  const since = expect.any(Number);
  expect(reasons.after).toEqual([
    { allowed: false, reason: 'objection', since },
    { allowed: true, reason: 'choice', since },
    { allowed: false, reason: 'choice', since },
    { allowed: false, reason: 'default' },
    { allowed: false, reason: 'default' }, // Of its two purposes the first that is denied says why.
  ]);
});

test('`when` waits for a name or an expression, now or after any number of answers', ONE_ENGINE, async ({ page }) => {
  const order = await page.evaluate(async () => {
    const { when, grant, deny } = window.commsorConsent!;
    const told: string[] = [];
    void when('necessary').then(() => told.push('necessary'));
    void when('analytics').then(() => told.push('analytics'));
    const both = when('analytics marketing').then(() => told.push('both'));
    await deny(['marketing']);
    told.push('denied');
    await grant(['analytics']);
    told.push('granted one');
    await grant(['marketing']);
    await both;
    return told;
  });
  expect(order).toEqual(['necessary', 'denied', 'analytics', 'granted one', 'both']);
});

test('`on("change")` replays at once, then tells of each change, until it is undone', ONE_ENGINE, async ({ page }) => {
  const told = await page.evaluate(async () => {
    const { on, grant, withdraw } = window.commsorConsent!;
    const seen: unknown[] = [];
    const stop = on('change', (state, { before, cause }) =>
      seen.push([cause, before && before.purposes.analytics, state.purposes.analytics]),
    );
    seen.push('replayed');
    await grant(['analytics']);
    await withdraw(['analytics']);
    stop();
    stop();
    await grant(['analytics']);
    return seen;
  });
  expect(told).toEqual([['start', null, false], 'replayed', ['api', false, true], ['api', true, false]]);
});

test('a listener that throws stops no other, and is reported', ONE_ENGINE, async ({ page, uncaught }) => {
  const told = await page.evaluate(async () => {
    const { on, grant } = window.commsorConsent!;
    const seen: string[] = [];
    on('error', ({ code, message }) => seen.push(`${code} ${message}`));
    on('error', () => {
      throw new Error('a listener of errors');
    });
    let isReplay = true;
    on('change', () => {
      if (!isReplay) throw new Error('first');
    });
    isReplay = false;
    on('change', () => seen.push('second'));
    await grant();
    return seen;
  });
  expect(told.slice(0, 2)).toEqual(['second', 'listener-failed Error: first']);
  expect(told.at(-1)).toBe('second');
  expect(uncaught).toEqual([]);
});

test('`show` and `hide` open and shut the views, and say so', async ({ page }) => {
  const { banner, dialog } = faceOf(page);
  await page.evaluate(() => {
    const { on, hide } = window.commsorConsent!;
    Reflect.set(window, 'seen', []);
    const push = (text: string) => (Reflect.get(window, 'seen') as string[]).push(text);
    on('show', (view) => push(`show ${view}`));
    on('hide', () => push('hide'));
    hide();
  });
  await expect(banner).toHaveCount(0);
  await page.evaluate(() => window.commsorConsent!.show());
  await expect(banner).toBeVisible(); // Undecided: the banner.
  await page.evaluate(() => window.commsorConsent!.show('preferences'));
  await expect(dialog).toBeVisible();
  await page.evaluate(() => window.commsorConsent!.hide());
  await expect(dialog).toHaveCount(0);
  await page.evaluate(() => window.commsorConsent!.deny());
  await page.evaluate(() => window.commsorConsent!.show());
  await expect(dialog).toBeVisible(); // Decided: the preferences.
  expect(await page.evaluate(() => Reflect.get(window, 'seen'))).toEqual([
    'hide',
    'show banner',
    'show preferences',
    'hide',
    'show preferences',
  ]);
});

test('`abortSignal` and `onWithdraw` hand over what a withdrawal must stop', ONE_ENGINE, async ({ page }) => {
  const told = await page.evaluate(async () => {
    const { abortSignal, onWithdraw, grant, withdraw } = window.commsorConsent!;
    const seen: string[] = [];
    const early = abortSignal('atlas');
    seen.push(`while denied ${early.aborted}`);
    const stop = onWithdraw('atlas', () => seen.push('teardown'));
    await grant(['analytics']);
    const signal = abortSignal('atlas');
    signal.addEventListener('abort', () => seen.push('abort'));
    seen.push(`while allowed ${signal.aborted}`);
    await grant(['marketing']);
    await withdraw(['analytics']);
    seen.push(`after ${signal.aborted}`);
    await grant(['analytics']);
    await withdraw(['atlas']);
    stop();
    await grant(['analytics']);
    await withdraw();
    return seen;
  });
  expect(told.slice(0, 2)).toEqual(['while denied true', 'while allowed false']);
  expect(told.slice(2, 4).toSorted()).toEqual(['abort', 'teardown']);
  expect(told.slice(4)).toEqual(['after true', 'teardown']);
});

test(
  '`grant`, `deny`, `withdraw` and `object`: the recorded event follows from the transition',
  ONE_ENGINE,
  async ({ page, context }) => {
    const events = await page.evaluate(async () => {
      const { grant, deny, withdraw, object } = window.commsorConsent!;
      const acts = [
        () => deny(),
        () => grant(['analytics']),
        () => deny(['analytics']),
        () => withdraw(['marketing']),
        () => object(['measuring']),
        () => grant(),
        () => withdraw(),
      ];
      const seen: string[] = [];
      for (const act of acts) {
        const { record, purposes } = await act();
        seen.push(
          `${record?.event} ${record?.method} ${Object.keys(purposes)
            .filter((name) => purposes[name])
            .join('+')}`,
        );
      }
      return seen;
    });
    expect(events).toEqual([
      'refused api necessary',
      'given api necessary+analytics',
      'withdrawn api necessary',
      'refused api necessary',
      'objected api necessary',
      'given api necessary+analytics+marketing+measuring',
      'withdrawn api necessary',
    ]);
    expect((await context.cookies()).map(({ name }) => name)).toEqual(['commsor_consent']);
  },
);

test(
  'an answer to a service stands beside its purpose’s, until that is answered anew',
  ONE_ENGINE,
  async ({ page }) => {
    const seen = await page.evaluate(async () => {
      const { grant, deny, get } = window.commsorConsent!;
      const line = () => JSON.stringify(get().services);
      await grant(['analytics', 'marketing']);
      const lines = [line()];
      await deny(['atlas']);
      lines.push(line());
      await grant(['analytics']);
      lines.push(line());
      await deny(['marketing']);
      lines.push(line());
      return lines;
    });
    expect(seen).toEqual([
      '{"atlas":true,"mirror":true}',
      '{"atlas":false,"mirror":true}',
      '{"atlas":true,"mirror":true}',
      '{"atlas":true,"mirror":false}',
    ]);
  },
);

test('unknown names are refused with a `TypeError`, and change nothing', ONE_ENGINE, async ({ page, context }) => {
  const errors = await page.evaluate(async () => {
    const { grant, deny, withdraw, object } = window.commsorConsent!;
    const acts = [
      () => grant(['analytics', 'nonsense']),
      () => deny(['__proto__']),
      () => withdraw(['']),
      () => object(['analytics']),
      () => object(['nonsense']),
      () => grant(['constructor']),
    ];
    return Promise.all(
      acts.map((act) =>
        act().then(
          () => 'resolved',
          (error: unknown) => `${error instanceof TypeError}`,
        ),
      ),
    );
  });
  expect(errors).toEqual(['true', 'true', 'true', 'true', 'true', 'true']);
  expect(await context.cookies()).toEqual([]);
  await expect(faceOf(page).banner).toBeVisible();
});

test('`receipt` is the visitor’s copy', ONE_ENGINE, async ({ page, start }) => {
  const [receipt, record] = await page.evaluate(async () => {
    const { grant, receipt: copy, get } = window.commsorConsent!;
    await grant(['analytics']);
    return [await copy(), get().record] as const;
  });
  const { origin } = new URL(start);
  expect(receipt).toMatchObject({
    schema_version: expect.stringContaining('27560'),
    record_id: record!.id,
    language: 'en',
    privacy_notice: `${origin}/privacy`,
    policy_version: '7',
    controller: origin,
    events: [
      {
        event_state: 'given',
        method: 'api',
        event_time: new Date(record!.givenAt).toISOString(),
        validity_duration: new Date(record!.expiresAt).toISOString(),
      },
    ],
    privacy_signals: { dnt: false, gpc: false },
  });
  expect(receipt.receipt_id).not.toBe(record!.id);
  expect(receipt.purposes.map(({ purpose, lawful_basis, allowed }) => `${purpose} ${lawful_basis} ${allowed}`)).toEqual(
    [
      'necessary strictly-necessary true',
      'analytics consent true',
      'marketing consent false',
      'measuring legitimate-interest true',
    ],
  );
  expect(receipt.purposes[1]!.services[0]).toEqual({
    service: 'atlas',
    title: 'Atlas',
    allowed: true,
    recipient: 'Atlas Ltd',
    country: 'IE',
    recipient_role: null,
    transfer_country: null,
    transfer_safeguard: null,
    pii_types: [],
    retention: '1 year',
    policy: 'https://atlas.example/privacy',
  });
});

test('`erase` forgets everything, locks again and asks again', ONE_ENGINE, async ({ page, context }) => {
  await page.evaluate(() => window.commsorConsent!.grant());
  await expect.poll(() => ran(page)).toEqual(['atlas']);
  await page.evaluate(() => window.commsorConsent!.erase());
  expect(await context.cookies()).toEqual([]);
  expect(
    await page.evaluate(() => [
      window.commsorConsent!.allows('analytics'),
      window.commsorConsent!.get().record,
      localStorage.length,
    ]),
  ).toEqual([false, null, 0]);
  await expect(faceOf(page).banner).toBeVisible();
});

test('`scan` finds what is tagged in an open shadow root, now and later', async ({ page }) => {
  await page.evaluate(() => {
    const host = document.createElement('div');
    document.body.append(host);
    const shadow = host.attachShadow({ mode: 'open' });
    const tag = (text: string) => {
      const script = Object.assign(document.createElement('script'), {
        type: 'text/plain',
        text: `__ran.push('${text}')`,
      });
      script.setAttribute('data-consent', 'marketing');
      return script;
    };
    shadow.append(tag('in the shadow'));
    window.commsorConsent!.scan(shadow);
    shadow.append(tag('later in the shadow'));
  });
  await page.evaluate(() => window.commsorConsent!.grant());
  await expect.poll(() => ran(page)).toEqual(['atlas', 'in the shadow', 'later in the shadow']);
});

test('`debug` opens where it is asked for, by the handle or by the address', ONE_ENGINE, async ({ page, start }) => {
  const asked = page.waitForRequest(/\/dist\/debug\.js/);
  await page.evaluate(() => window.commsorConsent!.debug());
  await asked;
  const again = page.waitForRequest(/\/dist\/debug\.js/);
  await page.goto(`${start}&consent-debug`);
  await again;
});

test('`destroy` leaves nothing behind: element, name, listeners, observer', async ({ page }) => {
  const told = await page.evaluate(async () => {
    const consent = window.commsorConsent!;
    const seen: string[] = [];
    consent.on('change', () => seen.push('change'));
    document.addEventListener('commsor-consent', () => seen.push('event'));
    await consent.receipt(); // The part that tells the document is here.
    await consent.grant(['marketing']);
    consent.destroy();
    consent.destroy();
    seen.push(`name ${String(window.commsorConsent)}`, `element ${document.querySelector('commsor-ui')}`);
    document.body.insertAdjacentHTML('beforeend', '<a href="#consent">Open</a>');
    document.querySelector<HTMLAnchorElement>('a[href="#consent"]')!.click();
    return seen;
  });
  expect(told).toEqual(['change', 'change', 'event', 'name undefined', 'element null']);
  await page.evaluate(() => {
    const script = Object.assign(document.createElement('script'), { type: 'text/plain', text: '__ran.push("late")' });
    script.setAttribute('data-consent', 'marketing');
    document.body.append(script);
  });
  // The part that serves a settled page may have been on its way: it is here by now, and an observer would have been
  // told.
  await page.evaluate(() =>
    import(String('/dist/idle.js')).then(() => new Promise((resolve) => requestAnimationFrame(resolve))),
  );
  expect(await ran(page)).toEqual([]);
  await expect(page.locator('commsor-ui')).toHaveCount(0);
});

base('a page that tampers with the handle changes no decision', async ({ page, demo }) => {
  await page.goto(demo.url('/pages/attacks.html'));
  await expect.poll(() => ran(page)).toContain('allows analytics: false');
  expect(await demo.settled(page)).toEqual([]);
  expect(await ran(page)).not.toContain('analytics');
  await faceOf(page).accept.click();
  await expect.poll(() => ran(page)).toContain('analytics');
});

base('each answer is sent to `records`, and one that does not arrive is reported', async ({ page, demo, request }) => {
  await page.goto(demo.url('/pages/records.html'));
  const records = async () =>
    (await (await request.get(demo.url('/api/records'))).json()).records as { type: string; body: string }[];
  await faceOf(page).accept.click();
  await expect.poll(async () => (await records()).length).toBe(1);
  const [{ type, body }] = (await records()) as [{ type: string; body: string }];
  expect(type).toContain('application/json');
  expect(JSON.parse(body)).toEqual(
    await page.evaluate(() => JSON.parse(JSON.stringify(window.commsorConsent!.get().record))),
  );

  await page.goto(`${demo.url('/pages/records.html')}&status=500`);
  const code = await page.evaluate(
    () =>
      new Promise((resolve) => {
        window.commsorConsent!.on('error', (error) => resolve(error.code));
        void window.commsorConsent!.withdraw();
      }),
  );
  expect(code).toBe('records-failed');
  expect(await page.evaluate(() => window.commsorConsent!.get().record?.event)).toBe('withdrawn');
});
