// One site of test/fixtures/audit: the audit looks at it and writes what would hold it; then a browser of our own,
// which knows nothing of the audit, sees what became of that.
import { execFile } from 'node:child_process';
import { chmodSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../../scripts/browsers.mjs';
import { root } from '../../scripts/setup.mjs';
import { startFolder } from './servers.mjs';

const fixtures = join(root, 'test/fixtures/audit');
const command = join(root, process.env.OUT_DIR ?? 'dist', 'audit.mjs');

/** Milliseconds after which what should have come will not come. */
const PATIENCE = 8_000;

/** The names of the sites, and what is planted in each: see test/fixtures/audit/README.md. */
export const sites = readdirSync(fixtures)
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({
    name: file.replace('.json', ''),
    own: [],
    cookies: {},
    works: {},
    worksAfter: {},
    worksNext: {},
    ...JSON.parse(readFileSync(join(fixtures, file), 'utf8')),
  }));

/** Puts a site into `work`, with the libraries that it serves itself. */
export function copySite({ name, libraries = {} }, work) {
  const folder = join(work, name);
  cpSync(join(fixtures, name), folder, { recursive: true });
  for (const [file, library] of Object.entries(libraries))
    cpSync(join(root, 'node_modules', library), join(folder, file), { recursive: true });
  return folder;
}

/** A browser that takes the stand-ins for the web, as a program that the audit can start. */
export function browserFor(web, work) {
  const { path } = findBrowser('headless-shell') ?? findBrowser('chromium');
  const program = join(work, 'chromium');
  const quote = (word) => `'${word.replaceAll("'", String.raw`'\''`)}'`;
  writeFileSync(program, `#!/bin/sh\nexec ${[path, ...web.args].map(quote).join(' ')} "$@"\n`);
  chmodSync(program, 0o755);
  return program;
}

/** `npx @commsor/consent audit …` */
export const runAudit = (args, { browser, cwd, node = [], env: more = {} }) =>
  new Promise((resolve) => {
    const env = { ...process.env, ...more, CHROMIUM: browser };
    execFile(process.execPath, [...node, command, 'audit', ...args], { cwd, env }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });

/** The audit's report of a folder that it has written into. */
export async function auditSite(folder, { browser, work }, ...options) {
  const file = `${folder}.report.json`;
  const { code, stderr } = await runAudit([folder, '--json', file, ...options], { browser, cwd: work });
  if (code === 2 || stderr) throw new Error(`The audit of ${folder} failed: ${stderr}`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** What the report has of what was planted, and what it has that was not. */
export function judgeReport(site, report) {
  const loose = ({ standing }) => standing === 'loose';
  const problems = site.planted.flatMap(({ host, service, at, byHand = false }) => {
    const found = report.hosts.find((one) => one.host === host && loose(one));
    if (!found) return [`${host} is not found`];
    const wrong = [];
    if (service ? !found.services.includes(service) : found.services.length > 0)
      wrong.push(`${host} is called ${found.services.join(', ') || 'unknown'}, and not ${service ?? 'unknown'}`);
    if (at && !found.places.some((place) => isAt(site, place, at)))
      wrong.push(`${host} is told in ${found.places.map(({ file, line }) => `${file}:${line}`)}, and not at ${at}`);
    if (byHand && !report.proposal.manual.some((item) => item.host === host))
      wrong.push(`${host} is not left to its owner`);
    return wrong;
  });
  const kept = [...report.cookies, ...report.storage];
  for (const [name, service] of Object.entries(site.cookies))
    if (!kept.some((one) => one.name === name && loose(one) && one.services.includes(service)))
      problems.push(`the cookie ${name} of ${service} is not found`);
  return {
    problems,
    found: site.planted.filter(({ host }) => report.hosts.some((one) => one.host === host && loose(one))).length,
    falseAlarms: [
      ...report.hosts.filter(loose).flatMap(({ host }) => (site.planted.some((one) => one.host === host) ? [] : host)),
      ...kept.filter(loose).flatMap(({ name }) => (name in site.cookies ? [] : name)),
    ],
  };
}

/** Whether a place is the line of the fixture's file that holds a text. */
function isAt({ name }, { file, line }, [wanted, text]) {
  if (file !== wanted) return false;
  const lines = readFileSync(join(fixtures, name, file), 'utf8').split('\n');
  return lines[line - 1]?.includes(text) === true;
}

/** A visitor who goes through all pages of a folder. */
class Visitor {
  errors = [];

  constructor(page, url, pages) {
    Object.assign(this, { page, url, pages });
    page.on('pageerror', ({ message }) => this.errors.push(message));
  }

  async goThrough(onPage = () => undefined) {
    for (const file of this.pages) {
      await this.page.goto(new URL(file, this.url).href);
      await this.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await onPage(file);
      await this.page.waitForLoadState('networkidle');
    }
  }

  /** Which elements are not there, even after a while. */
  async missing(selectors = []) {
    const missing = [];
    for (const selector of selectors) {
      const element = this.page.locator(selector).first();
      await element.waitFor({ state: 'attached', timeout: PATIENCE }).catch((error) => {
        if (error.name !== 'TimeoutError') throw error;
        missing.push(selector);
      });
    }
    return missing;
  }
}

/**
 * Visits the site as it was, then as it was written: before an answer, and after Accept.
 * @returns what differs from a site that is silent first and works then
 */
export async function checkSite(site, { original, written, chromium, web }) {
  const pages = htmlIn(original);
  const before = await visit(original, pages, chromium, (visitor) => visitor.goThrough());
  const after = await visit(written, pages, chromium, (visitor) => answer(site, visitor, web));
  const known = new Set(before.visitor.errors);
  return { ...after.result, errors: after.visitor.errors.filter((message) => !known.has(message)) };
}

async function visit(folder, pages, chromium, go) {
  const server = await startFolder(folder);
  const context = await chromium.newContext({ locale: 'en-GB' });
  try {
    const visitor = new Visitor(await context.newPage(), server.url, pages);
    return { visitor, result: await go(visitor) };
  } finally {
    await context.close();
    await server.stop();
  }
}

async function answer(site, visitor, web) {
  const { page } = visitor;
  const exempt = new Set([...site.own, ...site.planted.filter(({ byHand }) => byHand).map(({ host }) => host)]);
  const asked = () => [...new Set(web.asked.map(({ host }) => host))].filter((host) => !exempt.has(host));
  const wanted = site.planted.map(({ host }) => host).filter((host) => !exempt.has(host));
  const [hidden, broken, dead] = [[], [], []];
  web.asked.length = 0;
  await visitor.goThrough(async (file) => {
    if (await isHidden(page)) hidden.push(file);
    broken.push(...(await visitor.missing(site.works[file])));
  });
  const loud = asked();
  const works = async (file, more = []) => {
    const lists = [site.works, site.worksAfter, ...more];
    dead.push(...(await visitor.missing(lists.flatMap((list) => list[file] ?? []))));
  };
  await page.goto(visitor.url);
  await page.getByRole('button', { name: 'Accept all' }).click();
  await works('index.html');
  await visitor.goThrough((file) => works(file, [site.worksNext]));
  await until(() => wanted.every((host) => asked().includes(host)));
  return { loud, hidden, broken, dead, missing: wanted.filter((host) => !asked().includes(host)) };
}

/** Whether an anti-flicker snippet keeps the page from being seen. */
const isHidden = (page) =>
  page.evaluate(() =>
    [document.documentElement, document.body].some((element) => {
      const { opacity, visibility } = getComputedStyle(element);
      return opacity === '0' || visibility === 'hidden';
    }),
  );

async function until(holds) {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end && !(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
}

const htmlIn = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.html'))
    .toSorted((a, b) => a.split('/').length - b.split('/').length || (a === 'index.html' ? -1 : 1));
