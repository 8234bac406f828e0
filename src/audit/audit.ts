/** The audit, from the options to the report. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { adviceOn } from './advice.ts';
import { startBrowser } from './browser.ts';
import { CannotLook } from './cannot-look.ts';
import { planEdits, type Plan } from './edits.ts';
import { allowedBy, goneFrom, knownFrom, readBaseline } from './exceptions.ts';
import { readFileText } from './file-text.ts';
import { Findings } from './findings.ts';
import { type FolderServer, serveFolder } from './folder-server.ts';
import { Itinerary } from './itinerary.ts';
import { ADVICE, type LeftOut, Omissions } from './left-out.ts';
import { linesOf } from './lines.ts';
import { readMarkup } from './markup.ts';
import type { Origin } from './observer.ts';
import { type AuditOptions, isUrl } from './options.ts';
import { INSTALL_AUTOCONSENT, loadOtherTools, type OtherTools } from './other-tools.ts';
import type { AllowedNames } from './permission.ts';
import {
  configurationFor,
  consentOf,
  isScript,
  leftOver,
  policyAmong,
  rulesFor,
  type Seen,
  type SeenStart,
  tagBase,
  tagLines,
  TAG_FOLDER,
  writesFromRoot,
} from './proposal.ts';
import { type AuditReport, type Edit, looseIn, type Manual, SCHEMA } from './report.ts';
import { siteOf } from './party.ts';
import { pause } from './patience.ts';
import { AGENT, readRobots, REFUSALS, type Robots } from './robots.ts';
import { fetchSitemap, readSitemaps } from './sitemap.ts';
import { type Sight, visit } from './visit.ts';
import { type Phase, type Visitor, VISITORS } from './visitors.ts';
import { TAG_FILES, writeFolder } from './write.ts';

/** Hears how far the audit is. */
export interface Progress {
  /** `page` has been seen in `phase`; `done` of `total` page views are behind. */
  seen(phase: Phase, page: string, done: number, total: number): void;
}

export interface Audited {
  report: AuditReport;
  /** The first page in each situation, as a JPEG, where pictures were asked for. */
  pictures: Map<Phase, Buffer>;
}

/** So many edits are told of a site whose files are not at hand: templates repeat themselves. */
const MOST_EDITS = 200;

/** @throws {CannotLook} when the site, a browser or a file is missing */
export async function audit(options: AuditOptions, progress: Progress): Promise<Audited> {
  const startedAt = new Date().toISOString();
  const baseline = await readBaseline(options.baseline);
  const exceptions = { allows: allowedBy(options.allow), knows: knownFrom(baseline) };
  const server = isUrl(options.target) ? undefined : await serveFolder(options.target);
  try {
    const browser = await startBrowser();
    try {
      const work = new Audit(options, server, exceptions);
      await work.look(browser, progress);
      return { report: await work.report(startedAt, baseline), pictures: work.pictures };
    } finally {
      await browser.close();
    }
  } finally {
    await server?.[Symbol.asyncDispose]();
  }
}

class Audit {
  readonly pictures = new Map<Phase, Buffer>();
  private readonly itinerary: Itinerary;
  private readonly pages = new Set<string>();
  private readonly omissions = new Omissions();
  private readonly withoutTag = new Set<string>();
  private readonly holding = new Set<string>();
  private readonly drawn = new Set<string>();
  private readonly forbidden = new Set<string>();
  private home: URL;
  private readonly findings: Findings;
  private readonly visits: AuditReport['visitors'] = [];
  private readonly starts = new Map<string, Map<string, SeenStart>>();
  private readonly edits = new Map<string, Edit>();
  private readonly manual = new Map<string, Manual>();
  private readonly covered = new Map<string, Plan['covered']>();
  private readonly open = new Map<string, Plan['open']>();
  private consentTool: string | null = null;
  private own: AllowedNames | undefined;
  private policyUrl: string | undefined;
  private fromRoot = false;
  private robots: Robots = { allows: () => true, pause: 0, sitemaps: [] };

  constructor(
    private readonly options: AuditOptions,
    private readonly server: FolderServer | undefined,
    private readonly exceptions: ConstructorParameters<typeof Findings>[1],
  ) {
    this.home = new URL(server?.url ?? options.target);
    const first = server ? server.files.map((file) => server.address(file)) : [this.home.href];
    this.itinerary = new Itinerary(first, options.pages);
    this.findings = new Findings(this.home, exceptions, ({ url, line }) => ({ file: this.fileOf(url), line }));
  }

  async look(browser: Browser, progress: Progress): Promise<void> {
    const userAgent = await ownUserAgent(browser);
    if (!this.server) await this.askRobots(userAgent);
    const otherTools = await loadOtherTools();
    let done = 0;
    for (const visitor of VISITORS) {
      const reason = this.reasonToStay(visitor, otherTools);
      if (reason !== undefined) {
        this.visits.push({ phase: visitor.phase, pages: 0, note: reason });
        continue;
      }
      const seen = new Set<string>();
      const visited = await visit(visitor, this.itinerary, {
        browser,
        userAgent,
        otherTools,
        pause: () => this.robots.pause,
        takesPictures: this.options.html !== undefined,
        onSight: async (sight) => {
          if (!this.server && this.pages.size === 0) await this.arrive(sight.page, userAgent);
          seen.add(sight.page);
          this.take(visitor, sight);
          progress.seen(visitor.phase, sight.page, ++done, this.itinerary.length * VISITORS.length);
        },
        onFault: (address, fault) => {
          if (visitor.phase === 'unanswered')
            this.omissions.add('unopened', ADVICE.unopened(fault), [this.fileOf(address)]);
        },
      });
      this.consentTool ??= visited.tool;
      const note = visited.isAnswered ? undefined : (visited.note ?? NO_TOOL);
      this.visits.push({ phase: visitor.phase, pages: visited.isAnswered ? seen.size : 0, ...(note ? { note } : {}) });
    }
  }

  async report(startedAt: string, baseline: unknown): Promise<AuditReport> {
    const hosts = this.findings.hostFindings();
    const kept = this.findings.keptFindings();
    const cookies = kept.filter(({ kind }) => kind === 'cookie');
    const storage = kept.filter(({ kind }) => kind !== 'cookie');
    const loose = looseIn({ hosts, cookies, storage });
    const proposal = await this.propose([...loose.hosts, ...loose.kept].flatMap(({ services }) => services));
    return {
      schema: SCHEMA,
      tool: { name: '@commsor/consent', version: __VERSION__ },
      site: this.options.target,
      startedAt,
      passed: loose.hosts.length + loose.kept.length === 0,
      consentTool: this.consentTool,
      visitors: this.visits,
      pages: [...this.pages],
      leftOut: this.leftOut(),
      gone: goneFrom(baseline, { hosts, cookies, storage }),
      hosts,
      cookies,
      storage,
      proposal,
    };
  }

  /** What was not looked at, and where the edits do not work; to be asked when they are planned. */
  private leftOut(): LeftOut[] {
    const { server, options, omissions } = this;
    const named = (addresses: Iterable<string>) => [...addresses].map((address) => this.fileOf(address));
    omissions.add('limit', ADVICE.limit(options.pages), named(this.itinerary.left));
    omissions.add('robots', ADVICE.robots(AGENT), this.forbidden);
    omissions.add('no-html', ADVICE.noHtml, server?.programs ?? []);
    const untagged = [...this.holding].filter((file) => this.withoutTag.has(file));
    omissions.add('no-tag', ADVICE.noTag, this.own ? untagged : []);
    omissions.add('drawn', ADVICE.drawn, this.edited(this.drawn));
    return omissions.list();
  }

  /** Why a visitor need not go, or nothing. */
  private reasonToStay({ phase, answers }: Visitor, otherTools: OtherTools | null): string | undefined {
    if (answers.length === 0 || this.consentTool === 'commsor') return undefined;
    if (!otherTools) return `${NO_TOOL}; to answer the banners of others: ${INSTALL_AUTOCONSENT}`;
    // Who rejects goes first, and finds out whether there is a banner at all.
    return phase !== 'rejected' && this.consentTool === null ? NO_TOOL : undefined;
  }

  private async askRobots(userAgent: string): Promise<void> {
    const robots = await readRobots(this.home.href, userAgent);
    if ('fault' in robots) throw new CannotLook(REFUSALS.unreachable(this.home.href, robots.fault));
    if (!robots.allows(this.home.href)) throw new CannotLook(REFUSALS.forbidden(this.home.href));
    this.robots = robots;
  }

  /** Where the first address leads, to `www.` or to `https:`, the site is; its sitemaps say which pages it has. */
  private async arrive(page: string, userAgent: string): Promise<void> {
    const { origin } = this.home;
    this.home = new URL(page);
    if (this.home.origin !== origin) await this.askRobots(userAgent);
    const { allows, sitemaps, pause: seconds } = this.robots;
    if (this.options.pages === 1) return;
    const pages = await readSitemaps(sitemaps.length > 0 ? sitemaps : [new URL('/sitemap.xml', page).href], {
      read: (address) => fetchSitemap(address, userAgent),
      mayRead: (file) => siteOf(new URL(file).hostname) === siteOf(this.home.hostname) && allows(file),
      isPage: (address) => new URL(address).origin === this.home.origin && allows(address),
      pause: () => pause(seconds * 1000),
      wanted: this.options.pages,
    });
    this.follow(pages, (address) => this.itinerary.suggest(address));
  }

  /** Files what was seen on one page. */
  private take({ phase }: Visitor, sight: Sight): void {
    const { page, contacts, kept, allowed, screenshot } = sight;
    const file = this.fileOf(page);
    if (screenshot) this.pictures.set(phase, screenshot);
    const lineOf = linesOf(sight.html, new URL(page));
    for (const seen of contacts) {
      // The parser is ahead of the element that it tells of: the text knows the line.
      const contact = { ...seen, origin: seen.origin && lineOf(seen.origin) };
      this.findings.contact(contact, phase, file, allowed);
      const { origin, url } = contact;
      if (origin?.byScript && !isScript(new URL(origin.url, page).pathname))
        this.remember(this.fileOf(origin.url), { ...placeIn(origin), address: url });
    }
    for (const one of kept) this.findings.keep(one, phase, file, allowed);
    if (phase !== 'unanswered') return;
    this.pages.add(file);
    this.own ??= allowed;
    if (!allowed) this.withoutTag.add(file);
    if (sight.isDrawn) this.drawn.add(file);
    if (this.server) return;
    this.itinerary.reached(page);
    this.follow(sight.links, (address) => this.itinerary.add(address));
    this.plan(sight.html, file, new URL(page));
  }

  /** Hands on the site's own pages that may be visited. */
  private follow(links: readonly string[], take: (address: string) => void): void {
    for (const link of links) {
      if (!URL.canParse(link) || new URL(link).origin !== this.home.origin) continue;
      if (this.robots.allows(link)) take(link);
      else this.forbidden.add(link.replace(/#.*/, ''));
    }
  }

  private remember(file: string, start: SeenStart): void {
    const starts = this.starts.get(file) ?? new Map<string, SeenStart>();
    this.starts.set(file, starts.set(`${start.line}:${start.column} ${start.address.hostname}`, start));
  }

  /** @param ids the services that are loose */
  private async propose(ids: readonly string[]): Promise<AuditReport['proposal']> {
    const { server, own, options } = this;
    for (const file of server?.files ?? []) {
      const { html, page } = await this.readFile(file);
      this.plan(html, file, page);
    }
    const { hosts } = this.seen();
    const isCovered = (file: string, line: number) =>
      (this.covered.get(file) ?? []).some(([first, last]) => line >= first && line <= last);
    const starts = [...this.open].flatMap(([file, open]) => open.map(({ line, host }) => ({ file, line, host })));
    const planned = { edits: [...this.edits.values()], manual: [...this.manual.values()], starts };
    for (const item of leftOver(hosts, isCovered, planned)) this.note(item);
    const manual = [...this.manual.values()];
    const isDrawn = this.edited(this.drawn).length > 0;
    const needsGuard = isDrawn || starts.length > 0 || manual.some(({ file }) => isScript(file));
    const guards = needsGuard && existsSync(join(TAG_FILES, 'commsor.guarded.js'));
    const texts = server && (await this.editFolder(server, guards));
    const edits = [...this.edits.values()];
    const policyUrl = this.policyUrl ?? '/privacy';
    const configuration = configurationFor(edits, hosts, { policyUrl, guards });
    const services = adviceOn(ids, (id) => consentOf(id, own));
    const written = options.write && edits.length > 0 && server !== undefined && texts !== undefined;
    if (written) await writeFolder(server.root, texts, own ? undefined : { configuration, services });
    return { configuration, tag: tagLines(`/${TAG_FOLDER}/`, guards).join('\n'), edits, manual, services, written };
  }

  private async readFile(file: string): Promise<{ html: string; isUtf8: boolean; page: URL }> {
    const { root = '', address = String } = this.server ?? {};
    const { text, isUtf8 } = readFileText(await readFile(join(root, file)));
    return { html: text, isUtf8, page: new URL(address(file)) };
  }

  /** The new texts of the folder's HTML files, by path; all pages get the tag, since all need the way back. */
  private async editFolder(server: FolderServer, guards: boolean): Promise<Map<string, string>> {
    const texts = new Map<string, string>();
    const needsTag = !this.own && (this.edits.size > 0 || guards);
    for (const file of server.files) {
      const { html, isUtf8, page } = await this.readFile(file);
      const tag = needsTag ? tagLines(tagBase(file, this.fromRoot), guards, isUtf8) : undefined;
      const { text, edits, hasTag, holds } = planEdits(html, { ...this.rules(file, page), tag });
      if (needsTag && holds && !hasTag) this.omissions.add('no-tag', ADVICE.noTag, [file]);
      for (const [key, edit] of this.keyed(edits)) this.edits.set(key, edit);
      if (text !== html) texts.set(file, text);
    }
    return texts;
  }

  private plan(html: string, file: string, page: URL): void {
    const { edits, manual, covered, open, holds } = planEdits(html, this.rules(file, page));
    if (holds) this.holding.add(file);
    this.policyUrl ??= policyAmong(readMarkup(html, page).links, page);
    this.fromRoot ||= writesFromRoot(html);
    this.covered.set(file, covered);
    this.open.set(file, open);
    for (const item of manual) this.note(item);
    for (const [key, edit] of this.keyed(edits)) {
      if (this.server || this.edits.size < MOST_EDITS) this.edits.set(key, this.edits.get(key) ?? edit);
    }
  }

  /** Of a site whose files are not at hand one line tells for all pages that repeat it; a page may have it twice. */
  private keyed(edits: readonly Edit[]): [key: string, edit: Edit][] {
    const times = new Map<string, number>();
    return edits.map((edit) => {
      const { file, line, before, after } = edit;
      const key = [...(this.server ? [file, line] : []), before, after].join('\n');
      const time = (times.get(key) ?? 0) + 1;
      times.set(key, time);
      return [`${key}\n${time}`, edit];
    });
  }

  /** Those of `files` in which something is to be held. */
  private edited(files: Iterable<string>): string[] {
    const edited = new Set([...this.edits.values()].flatMap(({ file, consent }) => (consent === null ? [] : file)));
    return [...files].filter((file) => edited.has(file));
  }

  private note(item: Manual): void {
    const key = `${item.host} ${item.advice} ${this.server ? item.file : ''}`;
    this.manual.set(key, this.manual.get(key) ?? item);
  }

  private rules(file: string, page: URL) {
    return rulesFor({ file, page, starts: [...(this.starts.get(file)?.values() ?? [])] }, this.seen());
  }

  private seen(): Seen {
    const kept = this.findings.keptFindings().filter(({ standing }) => standing === 'loose');
    return { hosts: this.findings.hostFindings(), kept, allows: this.exceptions.allows, own: this.own };
  }

  /** The name of a page or script for people: its path in the folder, or its address. */
  private fileOf(address: string): string {
    return this.server?.file(address) ?? address.replace(/#.*/, '');
  }
}

const placeIn = ({ line, column, attribute }: Origin) => ({ line, column, ...(attribute && { attribute }) });

const NO_TOOL = 'no consent tool that is known was found';

/** The browser's own, with our name behind it: nobody is to be deceived. */
async function ownUserAgent(browser: Browser): Promise<string> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const theirs = await page.evaluate(() => navigator.userAgent);
  await context.close();
  return `${theirs} ${AGENT}/${__VERSION__} (+https://github.com/commsor/consent)`;
}
