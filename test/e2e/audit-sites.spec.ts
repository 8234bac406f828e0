import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { startWeb } from '../../bench/audit/servers.mjs';
import { auditSite, browserFor, checkSite, copySite, judgeReport, sites } from '../../bench/audit/sites.mjs';
import { test as base, expect } from '../support/browser-test.ts';

interface Web {
  web: Awaited<ReturnType<typeof startWeb>>;
  work: string;
  /** The program that the audit starts, and a browser of it for us. */
  program: string;
  visitors: Browser;
}

const test = base.extend<object, { world: Web }>({
  world: [
    async ({}, use) => {
      const work = mkdtempSync(join(tmpdir(), 'audit-sites-'));
      const web = await startWeb();
      const program = browserFor(web, work);
      const visitors = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
      await use({ web, work, program, visitors });
      await visitors.close();
      await web.stop();
      rmSync(work, { recursive: true });
    },
    { scope: 'worker' },
  ],
});

/**
 * Those with the most kinds of markup: what plug-ins and lazy loaders write, what script files of the site ask for,
 * what hides the page. `npm run audit-bench` goes through all twelve.
 */
for (const name of ['wordpress', 'video', 'experiments'])
  test(`${name}: what is planted is found and held, and works after Accept`, async ({ world }) => {
    const { web, work, program, visitors } = world;
    const site = sites.find((one) => one.name === name);
    if (!site) throw new Error(`test/fixtures/audit has no ${name}`);
    const written = copySite(site, work);
    const original = `${written}.original`;
    cpSync(written, original, { recursive: true });
    const report = await auditSite(written, { browser: program, work }, '--write');
    expect(judgeReport(site, report)).toEqual({ problems: [], found: site.planted.length, falseAlarms: [] });
    expect(await checkSite(site, { original, written, chromium: visitors, web })).toEqual({
      loud: [],
      hidden: [],
      broken: [],
      dead: [],
      missing: [],
      errors: [],
    });
  });
