import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../scripts/browsers.mjs';
import { npmCommand, root } from '../../scripts/setup.mjs';
import type { AuditReport } from '../../src/audit/report.ts';
import { test as base, expect } from '../support/browser-test.ts';
import { filesUnder } from '../support/dist.ts';
import { libraryFile } from '../support/library.ts';

interface Run {
  code: number | string;
  stdout: string;
  stderr: string;
}

interface Command {
  /** Where it is installed, and nothing else. */
  folder: string;
  /** `npx @commsor/consent audit …` in it. */
  audit(...args: string[]): Promise<Run>;
  /** Gives the folder the optional peers. */
  addPeers(): Promise<void>;
  /** A copy of one of the sites in test/fixtures/audit. */
  site(name: string): Promise<string>;
  report(file: string): Promise<AuditReport>;
}

/** Without a window it starts in less than half the time. */
const CHROMIUM = findBrowser('headless-shell')?.path ?? findBrowser('chromium')?.path;

const run = (command: string, args: string[], cwd: string) =>
  new Promise<Run>((resolve) => {
    execFile(command, args, { cwd, env: { ...process.env, CHROMIUM } }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
  });

/** An empty folder outside of the project, whose packages would be found otherwise. */
const emptyFolder = () => mkdtemp(join(tmpdir(), 'consent-audit-'));

const test = base.extend<{ command: Command }, { installed: string }>({
  /** A folder that has installed what `npm pack` gives. */
  installed: [
    async ({}, use) => {
      const folder = await emptyFolder();
      const npm = async (cwd: string, ...args: string[]) => {
        const result = await run(...npmCommand(...args), cwd);
        if (result.code !== 0) throw new Error(result.stderr);
        return result.stdout;
      };
      const [{ filename }] = JSON.parse(
        await npm(root, 'pack', '--json', '--ignore-scripts', '--pack-destination', folder),
      );
      await writeFile(join(folder, 'package.json'), '{ "private": true }');
      await npm(folder, 'install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', join(folder, filename));
      await use(folder);
      await rm(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  command: async ({ installed }, use) => {
    const folder = await emptyFolder();
    await cp(installed, folder, { recursive: true, verbatimSymlinks: true });
    await use({
      folder,
      audit: (...args) => run(...npmCommand('exec', '--offline', '--', '@commsor/consent', 'audit', ...args), folder),
      addPeers: async () => {
        const modules = join(folder, 'node_modules');
        await mkdir(join(modules, '@duckduckgo'));
        for (const name of ['playwright-core', '@duckduckgo/autoconsent'])
          await symlink(join(root, 'node_modules', name), join(modules, name), 'junction');
      },
      site: async (name) => {
        await cp(join(root, 'test/fixtures/audit', name), join(folder, name), { recursive: true });
        return name;
      },
      report: async (file) => JSON.parse(await readFile(join(folder, file), 'utf8')),
    });
    await rm(folder, { recursive: true });
  },
});

const textsOf = async (folder: string) =>
  Promise.all(filesUnder(folder).map(async (file) => [file, await readFile(join(folder, file), 'utf8')]));

test('it names what is missing, with the command that installs it', async ({ command }) => {
  const site = await command.site('own');
  const { code, stderr } = await command.audit(site);
  expect({ code, stderr: stderr.trim() }).toEqual({
    code: 2,
    stderr: 'The audit needs playwright-core; install it: npm install --save-dev playwright-core',
  });
  await command.addPeers();
  expect(await command.audit('no-such-folder')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('no folder'),
  });
});

test('a folder is seen, held, and seen to be held', async ({ command }) => {
  await command.addPeers();
  const site = await command.site('bakery');
  const before = await command.audit(site, '--write', '--json', 'a.json', '--html', 'a.html', '--junit', 'a.xml');
  expect(before.code).toBe(1);
  const loose = [
    'code.jquery.com',
    'connect.facebook.net',
    'fonts.googleapis.com',
    'fonts.gstatic.com',
    'js.hsforms.net',
    'pixel.unknown-tracker.example',
    'stats.wp.com',
    'www.google.com',
    'www.googletagmanager.com',
    'www.youtube.com',
  ];
  for (const host of loose) expect(before.stdout).toContain(host);
  const { hosts, cookies, storage, proposal } = await command.report('a.json');
  expect(hosts.map(({ host }) => host).toSorted()).toEqual(loose);
  expect(hosts.map(({ standing }) => standing)).toEqual(loose.map(() => 'loose'));
  expect(cookies.map(({ name, standing }) => `${name} ${standing}`)).toEqual(['_fbp loose', 'visit unclear']);
  expect(storage.map(({ name, standing }) => `${name} ${standing}`)).toEqual(['basket unclear']);
  expect(proposal.manual.map(({ host, line }) => `${host} ${line}`)).toEqual(['code.jquery.com 5']);
  const missed = proposal.services.flatMap(({ id, depends }) => (depends ? [`${id}: ${depends.on}`] : []));
  expect(missed.toSorted()).toEqual([
    'google-fonts: fonts',
    'google-maps: maps',
    'hubspot-forms: forms',
    'youtube: videos',
  ]);
  const config = await readFile(join(command.folder, site, 'commsor/config.js'), 'utf8');
  expect(config.match(/^\/\/ .*While it waits/gm)).toHaveLength(4);
  expect(await readFile(join(command.folder, 'a.html'), 'utf8')).toContain('pixel.unknown-tracker.example');
  expect(await readFile(join(command.folder, 'a.xml'), 'utf8')).toContain('failures="10"');

  const written = await textsOf(join(command.folder, site));
  const after = await command.audit(site, '--write', '--json', 'b.json', '--allow', 'code.jquery.com');
  const verdict = 'Nothing ran without permission, but for what --allow names.';
  expect(after).toMatchObject({ code: 0, stdout: expect.stringContaining(verdict) });
  const second = await command.report('b.json');
  expect(second.visitors.map(({ pages }) => pages)).toEqual([4, 4, 4, 4, 4, 4]);
  // Held, and not lost: all of it comes after Accept.
  const accepted = second.hosts.filter((finding) => finding.with.includes('accepted'));
  expect(accepted.map(({ host }) => host).toSorted()).toEqual(loose);
  expect(second.proposal.edits).toEqual([]);
  expect(await textsOf(join(command.folder, site))).toEqual(written);
});

test('a site’s own files are no alarm', async ({ command }) => {
  await command.addPeers();
  const { code, stdout } = await command.audit(await command.site('own'));
  expect(code).toBe(0);
  expect(stdout).toContain('Nothing ran without permission.');
});

test('a URL is visited politely, by our name, page after page; a baseline holds what is known', async ({
  command,
  serve,
}) => {
  await command.addPeers();
  const site = await serve({
    '/': () =>
      '<!doctype html><title>1</title><a href="/two">2</a><a href="/secret">3</a><a href="/moved">4</a>' +
      `<img src="${site.otherUrl}/a">`,
    '/two': () => `<!doctype html><title>2</title><script>new Image().src = '${site.otherUrl}/b'</script>`,
    '/secret': '<!doctype html><title>3</title>',
    '/moved': '<!doctype html><title>4</title><meta http-equiv="refresh" content="0;url=/three">',
    '/three': () => `<!doctype html><title>5</title><img src="${site.otherUrl}/c">`,
    '/alone': '<!doctype html><title>6</title>',
    '/robots.txt': () => `User-agent: CommsorConsentAudit\nDisallow: /secret\n\nSitemap: ${site.url}/pages.xml`,
    '/pages.xml': () =>
      `<urlset>${['/alone', '/two', '/secret'].map((path) => `<loc>${site.url}${path}</loc>`)}</urlset>`,
  });
  // As example.com leads to www.example.com.
  const entry = await serve({ '/': () => ({ status: 301, headers: { location: `${site.url}/` }, body: '' }) });
  const { code, stdout } = await command.audit(`${entry.url}/`, '--json', 'url.json');
  expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining('127.0.0.1') });
  expect(site.count('/secret')).toBe(0);
  expect(site.count('/two')).toBeGreaterThan(0);
  const agents = new Set(
    site.received.map(({ headers }) => / CommsorConsentAudit\/[\d.]+ /.test(`${headers['user-agent']} `)),
  );
  expect([...agents]).toEqual([true]);
  expect(site.received.filter(({ headers }) => headers['sec-gpc'] === '1').length).toBeGreaterThan(0);
  expect(site.received.filter(({ headers }) => headers.dnt === '1').length).toBeGreaterThan(0);
  const { hosts, proposal, pages, leftOut } = await command.report('url.json');
  expect(pages).toEqual(['/', '/two', '/three', '/alone'].map((path) => site.url + path));
  expect(leftOut).toMatchObject([{ why: 'robots', count: 1, pages: [`${site.url}/secret`] }]);
  expect(hosts.map(({ host, places }) => [host, places.map(({ file }) => file)])).toEqual([
    ['127.0.0.1', pages.slice(0, 3)],
  ]);
  expect(proposal.edits.map(({ before }) => before)).toEqual([
    `<img src="${site.otherUrl}/a">`,
    `<script>new Image().src = '${site.otherUrl}/b'`,
    `<img src="${site.otherUrl}/c">`,
  ]);
  expect(await command.audit(`${site.url}/`, '--pages', '1', '--baseline', 'url.json')).toMatchObject({ code: 0 });
});

test('the banner of another tool is answered', async ({ command, serve }) => {
  await command.addPeers();
  const site = await serve({
    '/': () => `<!doctype html><html lang="en"><head><title>A shop</title>
      <link rel="stylesheet" href="/tool.css"></head><body><h1>A shop</h1>
      <script type="text/plain" data-category="analytics" src="${site.otherUrl}/counter.js"></script>
      <script src="/tool.js"></script><script>CookieConsent.run({
        hideFromBots: false,
        categories: { necessary: { readOnly: true }, analytics: {} },
        language: { default: 'en', translations: { en: {
          consentModal: { title: 'Cookies', acceptAllBtn: 'Accept all', acceptNecessaryBtn: 'Reject all' },
          preferencesModal: { sections: [] },
        } } },
      });</script></body></html>`,
    '/tool.js': libraryFile('vanilla-cookieconsent/dist/cookieconsent.umd.js'),
    '/tool.css': libraryFile('vanilla-cookieconsent/dist/cookieconsent.css'),
    '/counter.js': '',
  });
  const { code, stdout } = await command.audit(`${site.url}/`, '--json', 'other.json');
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('Nothing ran without permission.') });
  const { consentTool, hosts, visitors } = await command.report('other.json');
  expect(consentTool).toBe('cookieconsent3');
  expect(hosts.map(({ host, with: seen }) => [host, seen])).toEqual([['127.0.0.1', ['accepted']]]);
  expect(visitors.filter(({ pages }) => pages === 0).map(({ phase }) => phase)).toEqual(['withdrawn']);
});

test('robots.txt that says no is obeyed', async ({ command, serve }) => {
  await command.addPeers();
  const site = await serve({ '/': '<!doctype html>', '/robots.txt': 'User-agent: *\nDisallow: /' });
  const { code, stderr } = await command.audit(`${site.url}/`);
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('User-agent: CommsorConsentAudit') });
  expect(site.count('/')).toBe(0);
});
