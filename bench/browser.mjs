// Starts Chromium, opens pages in it under a profile, and reads what their main thread did.
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { needBrowser } from '../scripts/browsers.mjs';
import { centre } from './probes.mjs';

/** The machine as it is; a processor four times slower; 150 ms per request and 1.6 Mb/s down, 750 kb/s up. */
export const profiles = {
  plain: { cpu: 1 },
  cpu: { cpu: 4 },
  network: {
    cpu: 1,
    network: { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 },
  },
};

// A real window and no emulated viewport: what lies below the edge of the window is not painted under emulation,
// so a click that changes nothing but a banner there would have no next paint. 87 px are the browser's own.
const windowSize = '--window-size=1280,887';

/** @param {readonly string[]} more further arguments for Chromium */
export function launch(more) {
  return chromium.launch({
    executablePath: needBrowser('chromium').path,
    args: [
      windowSize,
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-sync',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-features=Translate,OptimizationHints,MediaRouter',
      // Some tools hide from automation; visitors are not automated.
      '--disable-blink-features=AutomationControlled',
      ...more,
    ],
  });
}

/** A browser of its own for one visitor: empty, or with what an earlier visit stored. */
export const newVisitor = (browser, stored) => browser.newContext({ viewport: null, storageState: stored });

/** A tab under a profile. `probes`: pairs of a function from probes.mjs and its argument. */
export async function openTab(visitor, profile, probes = []) {
  const page = await visitor.newPage();
  const devtools = await visitor.newCDPSession(page);
  // The main thread's own CPU time: wall-clock durations vary five-fold on shared cores, these by a few per cent.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  for (const [probe, argument] of probes) await page.addInitScript(probe, argument);

  const tab = {
    page,
    async slowDown({ cpu, network }) {
      if (network) {
        await devtools.send('Network.enable');
        await devtools.send('Network.emulateNetworkConditions', network);
      }
      if (cpu > 1) await devtools.send('Emulation.setCPUThrottlingRate', { rate: cpu });
    },
    /** CPU time of the main thread since the tab was opened, in milliseconds: scripts, and all tasks. */
    async work() {
      const { metrics } = await devtools.send('Performance.getMetrics');
      const of = (name) => metrics.find((metric) => metric.name === name).value * 1000;
      return { script: of('ScriptDuration'), tasks: of('TaskDuration') };
    },
    /** Waits for `condition`, a function in the page, looking every 50 ms. */
    until: (condition, argument) => page.waitForFunction(condition, argument, { polling: 50, timeout: 30_000 }),
    /** A real click, as long after the pointer has arrived as a quick hand needs. */
    async click(button) {
      const point = await page.evaluate(centre, button);
      if (!point) throw new Error(`nothing to click: ${button}`);
      await page.mouse.move(point.x, point.y);
      await pause(100);
      await page.mouse.down();
      await page.mouse.up();
    },
  };
  await tab.slowDown(profile);
  return tab;
}

export { pause };
