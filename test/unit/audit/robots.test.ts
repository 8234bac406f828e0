import { createServer, type RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parseRobots, readRobots, REFUSALS } from '../../../src/audit/robots.ts';
import { fetchSitemap, readSitemaps } from '../../../src/audit/sitemap.ts';

const SITE = 'https://site.example';

/** Asks a server that answers so. */
async function withServer<Result>(answer: RequestListener, ask: (url: string) => Promise<Result>): Promise<Result> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const bound = server.address();
  try {
    return await ask(`http://localhost:${bound !== null && typeof bound === 'object' ? bound.port : 0}/`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

describe('robots.txt', () => {
  test('speaks to us by name, or to all', () => {
    const place = `${SITE}/robots.txt`;
    const robots = parseRobots(place, 'User-agent: CommsorConsentAudit\nDisallow: /shop\nCrawl-delay: 2');
    expect(robots.allows(`${SITE}/shop/1`)).toBe(false);
    expect(robots.allows(`${SITE}/`)).toBe(true);
    expect(robots.pause).toBe(2);
    expect(parseRobots(place, 'User-agent: *\nDisallow: /').allows(`${SITE}/`)).toBe(false);
    expect(parseRobots(place, '').allows(`${SITE}/`)).toBe(true);
  });

  test('names sitemaps, whoever it speaks to; what is no address is none', () => {
    const text = `Sitemap: ${SITE}/a.xml\nUser-agent: *\nDisallow: /x\nSitemap: /b.xml\nsitemap: http://[`;
    expect(parseRobots(`${SITE}/robots.txt`, text).sitemaps).toEqual([`${SITE}/a.xml`, `${SITE}/b.xml`]);
  });

  test.each([
    [200, { sitemaps: [] }],
    [404, { sitemaps: [] }],
    [403, { sitemaps: [] }],
    [429, { fault: 'answers with the status 429' }],
    [503, { fault: 'answers with the status 503' }],
  ])('with the status %i', async (status, expected) => {
    const found = await withServer(
      (_request, response) => response.writeHead(status).end(),
      (url) => readRobots(url, 'test'),
    );
    expect(found).toMatchObject(expected);
  });

  test('that does not come is no permission, and its owner is told what to do', async () => {
    const found = await withServer(
      () => undefined,
      (url) => readRobots(url, 'test', 50),
    );
    expect(found).toEqual({ fault: 'did not come within 0.05 seconds' });
    expect(REFUSALS.unreachable(`${SITE}/shop/`, 'answers with the status 503')).toMatch(
      /^https:\/\/site\.example\/robots\.txt answers with the status 503\. .* 404 where there is none, and audit /,
    );
  });

  test('of a site that is not there is left to the browser, which says why', async () => {
    const url = await withServer(
      () => undefined,
      async (address) => address,
    );
    expect(await readRobots(url, 'test')).toMatchObject({ sitemaps: [] });
  });
});

describe('sitemaps', () => {
  /** What is read of the files of a site, and which of them are asked for. */
  async function read(files: Readonly<Record<string, string>>, more: { wanted?: number; first?: string[] } = {}) {
    const { wanted = 100, first = ['/sitemap.xml'] } = more;
    const asked: string[] = [];
    const pages = await readSitemaps(
      first.map((path) => SITE + path),
      {
        read: async (address) => {
          asked.push(address.replace(SITE, ''));
          return files[address.replace(SITE, '')];
        },
        mayRead: (file) => file.startsWith(`${SITE}/`) && !file.includes('secret'),
        isPage: (address) => address.startsWith(`${SITE}/`),
        pause: async () => undefined,
        wanted,
      },
    );
    return { pages: pages.map((page) => page.replace(SITE, '')), asked };
  }
  const sitemap = (...paths: string[]) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths
      .map((path) => `<url><loc>${SITE}${path}</loc><lastmod>2026-01-01</lastmod></url>`)
      .join('')}</urlset>`;
  const index = (...paths: string[]) =>
    `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths
      .map((path) => `<sitemap>\n  <loc> ${SITE}${path}\n</loc></sitemap>`)
      .join('')}</sitemapindex>`;

  test.each<[string, string, string[]]>([
    ['plain', sitemap('/', '/a?x=1&amp;y=2'), ['/', '/a?x=1&y=2']],
    ['with character data', `<urlset><url><loc><![CDATA[${SITE}/a?x=1&y=2]]></loc></url></urlset>`, ['/a?x=1&y=2']],
    ['with numbers for characters', `<urlset><loc>${SITE}/&#x61;&#98;</loc></urlset>`, ['/ab']],
    ['with a prefix', `<s:urlset xmlns:s="x"><s:url><s:loc>${SITE}/a</s:loc></s:url></s:urlset>`, ['/a']],
    [
      'with pictures, and comments',
      `<urlset><url><loc>${SITE}/a</loc><image:image><image:loc>${SITE}/a.jpg</image:loc></image:image></url>
        <!-- <url><loc>${SITE}/old</loc></url> --></urlset>`,
      ['/a'],
    ],
    ['as text', `${SITE}/a\r\n\nno address\n${SITE}/b\n`, ['/a', '/b']],
    ['that is a page which says that there is none', `<!doctype html><p>${SITE}/a`, []],
    ['with what is no page', '<urlset><loc>javascript:alert(1)</loc><loc>http://[</loc></urlset>', []],
  ])('%s', async (_name, text, expected) => {
    expect((await read({ '/sitemap.xml': text })).pages).toEqual(expected);
  });

  test('an index leads to others, as far as they are of the site and may be read', async () => {
    const files = {
      '/sitemap.xml': index('/1.xml', '/secret.xml', '/missing.xml', '.other.example/2.xml', '/2.xml', '/1.xml'),
      '/1.xml': sitemap('/a', '/b'),
      '/2.xml': sitemap('/b', '/c'),
    };
    expect(await read(files)).toEqual({
      pages: ['/a', '/b', '/c'],
      asked: ['/sitemap.xml', '/1.xml', '/missing.xml', '/2.xml'],
    });
  });

  test('no more are asked for than are needed', async () => {
    const files = { '/sitemap.xml': index('/1.xml', '/2.xml'), '/1.xml': sitemap('/a', '/b', '/c') };
    expect(await read(files, { wanted: 2 })).toEqual({
      pages: ['/a', '/b', '/c'],
      asked: ['/sitemap.xml', '/1.xml'],
    });
  });

  test('an index of thousands, or one that names itself, has an end', async () => {
    const many = Array.from({ length: 5000 }, (_, at) => `/${at}.xml`);
    const { asked } = await read({ '/sitemap.xml': index('/sitemap.xml', ...many) });
    expect(asked).toHaveLength(10);
  });

  test.each<[string, Buffer | string, Record<string, string>]>([
    ['as it is', sitemap('/a'), {}],
    ['packed', gzipSync(sitemap('/a')), {}],
    ['packed on the way', gzipSync(sitemap('/a')), { 'content-encoding': 'gzip' }],
  ])('one comes %s, under our name', async (_name, body, headers) => {
    const agents: (string | undefined)[] = [];
    const text = await withServer(
      (request, response) => {
        agents.push(request.headers['user-agent']);
        response.writeHead(200, headers).end(body);
      },
      (url) => fetchSitemap(url, 'our name'),
    );
    expect(text).toBe(sitemap('/a'));
    expect(agents).toEqual(['our name']);
  });

  test.each<[string, RequestListener]>([
    ['is not there', (_request, response) => response.writeHead(404).end('none')],
    [
      'breaks off',
      (_request, response) => response.writeHead(200, { 'content-length': '9' }).write('<', () => response.destroy()),
    ],
    ['is no archive', (_request, response) => response.end(Buffer.from([0x1f, 0x8b, 1, 2, 3]))],
    ['unpacks without end', (_request, response) => response.end(gzipSync(Buffer.alloc(9999)))],
  ])('one that %s is none', async (_name, answer) => {
    expect(await withServer(answer, (url) => fetchSitemap(url, 'test', 999))).toBeUndefined();
  });
});
