// What is measured. Each measure visits a page once and returns numbers: times in milliseconds, sizes in bytes.
import { newVisitor, openTab, pause, profiles } from './browser.mjs';
import { plantCookies, readTraffic, watchButton, watchClick, watchCookies } from './probes.mjs';
import { baselines, readServices } from './tools.mjs';
import { scriptTasks, traced } from './trace.mjs';

const { direct, button, inert } = baselines;
const tagsOnPage = 10;

/** Opens a visitor for the time of `run`, whatever happens in it. */
async function visiting({ browser }, stored, run) {
  const visitor = await newVisitor(browser, stored);
  try {
    return await run(visitor);
  } finally {
    await visitor.close();
  }
}

const sum = (files) => files.reduce((total, file) => total + file.bytes, 0);
const allRan = (count) => (self.ran?.length ?? 0) >= count;

/** First visit without any probe: what it costs the main thread until everything has settled. */
function firstWork({ browser, server }, tool, { profile }) {
  return visiting({ browser }, undefined, async (visitor) => {
    const tab = await openTab(visitor, profiles[profile]);
    await tab.page.goto(server.pageUrl(tool, tagsOnPage, 'mixed'), { waitUntil: 'commit' });
    await pause(profile === 'cpu' ? 2200 : 1200);
    return tab.work();
  });
}

/** First visit: when the banner can be used, and what was fetched until then and later. */
function firstBanner({ browser, server }, tool, { profile }) {
  return visiting({ browser }, undefined, async (visitor) => {
    const tab = await openTab(visitor, profiles[profile], tool.accept ? [[watchButton, tool.accept]] : []);
    await tab.page.goto(server.pageUrl(tool, tagsOnPage, 'mixed'), { waitUntil: 'load' });
    if (tool.accept) await tab.until(() => self.usable);
    const usable = await tab.page.evaluate(() => self.usable ?? null);
    await pause(profile === 'network' ? 0 : 500);
    const { document, files } = await tab.page.evaluate(readTraffic, tool.name);
    const needed = files.filter((file) => file.end <= usable);
    return { usable, bytes: document + sum(needed), requests: needed.length, laterBytes: sum(files) - sum(needed) };
  });
}

/** Everything allowed on an earlier visit; the same for each return. */
async function storedAnswer(bench, tool) {
  if (tool.accept && !bench.stored.has(tool.name)) {
    bench.stored.set(
      tool.name,
      await visiting(bench, undefined, async (visitor) => {
        const tab = await openTab(visitor, profiles.plain, [[watchButton, tool.accept]]);
        await tab.page.goto(bench.server.pageUrl(tool, tagsOnPage, 'mixed'));
        await tab.until(() => self.usable);
        await pause(400);
        await tab.click(tool.accept);
        await tab.until(allRan, tagsOnPage);
        await pause(400);
        return visitor.storageState();
      }),
    );
  }
  return bench.stored.get(tool.name);
}

/** Return visit with an empty cache, and again once the browser has had time to cache files and compiled code. */
async function returning(bench, tool, { profile }) {
  const visit = async (visitor, conditions, settle) => {
    const tab = await openTab(visitor, conditions);
    await tab.page.goto(bench.server.pageUrl(tool, tagsOnPage, 'mixed'), { waitUntil: 'commit' });
    await pause(settle);
    await tab.until(allRan, tagsOnPage);
    const work = await tab.work();
    const { document, files } = await tab.page.evaluate(readTraffic, tool.name);
    const first = await tab.page.evaluate(() => Math.min(...self.ran.map(([, time]) => time)));
    const needed = files.filter((file) => file.end <= first);
    await tab.page.close();
    return {
      first,
      ...work,
      bytes: document + sum(needed),
      requests: needed.length,
      laterBytes: sum(files) - sum(needed),
    };
  };
  return visiting(bench, await storedAnswer(bench, tool), async (visitor) => {
    const settle = { plain: 600, cpu: 1200, network: 0 }[profile];
    const cold = await visit(visitor, profiles[profile], settle);
    await visit(visitor, profiles.plain, 250);
    const warm = await visit(visitor, profiles[profile], settle);
    const named = (prefix, record) =>
      Object.fromEntries(Object.entries(record).map(([key, value]) => [`${prefix} ${key}`, value]));
    return { ...named('cold', cold), ...named('warm', warm) };
  });
}

/** A click on Accept: the next paint, and where `untilLast` the last tag and whether all ran in document order. */
function answer({ browser, server }, tool, { profile, count, kind, untilLast }) {
  return visiting({ browser }, undefined, async (visitor) => {
    const tab = await openTab(visitor, profiles.plain, [[watchButton, tool.accept], [watchClick]]);
    await tab.page.goto(server.pageUrl(tool, count, kind));
    await tab.until(() => self.usable);
    await pause(500);
    if (await tab.page.evaluate(() => self.ran)) throw new Error('a tag ran before the answer');
    await tab.slowDown(profiles[profile]);
    await tab.click(tool.accept);
    await tab.until(() => self.answer.frame);
    if (untilLast) await tab.until(allRan, count);
    await pause(profile === 'cpu' ? 1000 : 400);
    const { frame, event, longest, at, ran } = await tab.page.evaluate(() => ({ ...self.answer, ran: self.ran ?? [] }));
    // Event Timing counts in steps of 8 ms from 16 on; the probe counts finely, but waits behind tasks that the answer
    // set off.
    const paint = Math.min(frame, event || 16);
    if (!untilLast) return { paint, longest };
    return { paint, last: ran.at(-1)[1] - at, inOrder: ran.every(([id], i) => id === i + 1) ? 1 : 0 };
  });
}

/** Our own growth: finding `count` tagged elements on a page, then releasing them. */
function growth({ browser, server }, tool, { count }) {
  return visiting({ browser }, undefined, async (visitor) => {
    const tab = await openTab(visitor, profiles.plain);
    const events = await traced(browser, tab.page, async () => {
      await tab.page.goto(server.pageUrl(tool, count, 'elements'));
      await pause(800);
      if (tool === inert) return;
      await tab.click(tool.accept);
      await tab.until(allRan, Math.ceil(count / 3));
      await pause(300);
    });
    const { before, after } = scriptTasks(events, server.origin);
    return {
      scan: before.script,
      scanLongest: before.longest,
      scanTask: before.longestTask,
      release: after.script,
      releaseLongest: after.longest,
      releaseTask: after.longestTask,
    };
  });
}

/** Our own withdrawal: from every service of the table, where `count` of their cookies are set. */
function withdrawal({ browser, server }, tool, { count }) {
  return visiting({ browser }, undefined, async (visitor) => {
    const rows = Object.values(await readServices()).filter(({ purposes }) => !purposes.includes('necessary'));
    const names = new Set(
      rows.flatMap(({ cookies = [] }) => cookies).map((one) => (one.name ?? one).replace('*', 'x')),
    );
    const work = await openTab(visitor, profiles.plain);
    const events = await traced(browser, work.page, () => withdraw(work, [...names].slice(0, count)));
    const { longest, longestTask } = scriptTasks(events, server.origin).after;
    if (tool === inert) return { longest, longestTask };
    const counted = await openTab(visitor, profiles.plain, [[watchCookies, 'commsor_consent']]);
    await withdraw(counted, [...names].slice(0, count));
    const { all, absent } = await counted.page.evaluate(() => self.cookieWrites);
    return { longest, longestTask, all, absent };
  });

  async function withdraw(tab, names) {
    await tab.page.goto(server.pageUrl(tool, count, 'services'));
    if (tool !== inert)
      await tab.page.evaluate(() => self.commsorConsent.ready.then(() => self.commsorConsent.grant()));
    await pause(800);
    const planted = await tab.page.evaluate(plantCookies, names);
    if (planted < count) throw new Error(`only ${planted} cookies of ${count} are set`);
    await tab.page.evaluate(() => self.cookieWrites && Object.assign(self.cookieWrites, { all: 0, absent: 0 }));
    await tab.click(`document.getElementById('withdraw')`);
    await pause(2500); // It is swept once more after two seconds.
    const left = await tab.page.evaluate(() => document.cookie.split('; ').filter(Boolean).length);
    if (tool !== inert && left > 1) throw new Error(`${left} cookies are left`);
  }
}

const under = (names, options = {}) => Object.fromEntries(names.map((profile) => [profile, { profile, ...options }]));
const everywhere = ['plain', 'cpu', 'network'];

/**
 * `variants`: the conditions of each measurement; `baseline`: measured beside the tools; `only`: a tool that stands
 * alone.
 */
export const measures = [
  { name: 'work', run: firstWork, baseline: direct, variants: under(['plain', 'cpu']) },
  { name: 'banner', run: firstBanner, baseline: direct, variants: under(everywhere) },
  { name: 'return', run: returning, baseline: direct, variants: under(everywhere) },
  {
    name: 'ten',
    run: answer,
    baseline: button,
    variants: under(everywhere, { count: 10, kind: 'external', untilLast: true }),
  },
  { name: 'thirty', run: answer, baseline: button, variants: under(everywhere, { count: 30, kind: 'mixed' }) },
  { name: 'thousand', run: answer, baseline: button, variants: under(everywhere, { count: 1000, kind: 'mixed' }) },
  {
    name: 'growth',
    run: growth,
    baseline: inert,
    only: 'ours',
    variants: Object.fromEntries([10, 100, 1000, 10_000].map((count) => [count, { count }])),
  },
  { name: 'withdrawal', run: withdrawal, baseline: inert, only: 'ours', variants: { 40: { count: 40 } } },
];
