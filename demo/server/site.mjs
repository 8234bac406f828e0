// The first origin: the site, the behaviour pages, the built SDK, and the interface for tests under /api.
import { readdir } from 'node:fs/promises';
import { addressOf } from './address.mjs';
import { sendBundle } from './bundle.mjs';
import { answerDocs } from './docs.mjs';
import { DEMO, DIST, readText, sendFile } from './files.mjs';
import { runOf } from './log.mjs';
import { exampleReport } from './report.mjs';
import { createStoredPages } from './stored-pages.mjs';
import { skyValues } from './sky/values.mjs';
import { carryRun, render, takeHeaders } from './template.mjs';

/** The site's own addresses. */
const ROUTES = {
  '/': 'index',
  '/pricing': 'pricing',
  '/blog': 'blog',
  '/blog/perseids-in-four-minutes': 'blog-perseids',
  '/blog/why-our-lamps-are-red': 'blog-lamps',
  '/blog/a-new-belt-for-the-refractor': 'blog-belt',
  '/privacy': 'privacy',
  '/thanks': 'thanks',
};

export function createSite({ log, ports, host }) {
  const stored = createStoredPages();
  /** Consent records that pages sent to /api/records, by run. */
  const records = new Map();

  return async function site(request, response) {
    const url = addressOf(request);
    if (!url) return void response.writeHead(400).end();
    try {
      if (url.pathname.startsWith('/api/')) return await answerApi(request, response, url);
      if (await answerPage(request, response, url)) return;
      if (/\.(?!html)\w+$/.test(url.pathname))
        response.writeHead(404, { 'content-type': 'text/plain' }).end(`There is no ${url.pathname}.`);
      else await sendPage(response, url, `${DEMO}/site/not-found.html`, { status: 404 });
    } catch (error) {
      console.error(error);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end('The demo server failed; see its output.');
    }
  };

  async function answerPage(request, response, url) {
    const path = decodePath(url.pathname);
    const route = ROUTES[path.length > 1 ? path.replace(/\/$/, '') : path];
    if (route) return sendPage(response, url, `${DEMO}/site/${route}.html`, { values: skyValues(url) });
    if (path === '/subscribe') return redirect(response, `/thanks${url.search}`);
    if (path === '/favicon.ico') return sendFile(request, response, `${DEMO}/site/assets`, 'mark.svg');
    if (path.startsWith('/assets/'))
      return sendFile(request, response, `${DEMO}/site/assets`, path.slice('/assets/'.length));
    if (path.startsWith('/dist/'))
      return sendFile(request, response, DIST, path.slice('/dist/'.length), { 'access-control-allow-origin': '*' });
    if (path.startsWith('/p/')) {
      const page = stored.get(path.slice('/p/'.length));
      return page ? sendHtml(response, url, page.html, { ...page, asPosted: true }) : false;
    }
    if (path === '/pages' || path === '/pages/')
      return sendPage(response, url, `${DEMO}/site/pages.html`, { values: { list: await pageList() } });
    const behaviour = /^\/pages\/([\w-]+)(?:\.html)?$/.exec(path)?.[1];
    if (behaviour)
      return sendPage(response, url, `${DEMO}/pages/${behaviour}.html`, {
        values: await behaviourValues(behaviour, url),
      });
    if (path.startsWith('/pages/')) return sendFile(request, response, `${DEMO}/pages`, path.slice('/pages/'.length));
    const page = /^\/docs(?:\/(.*))?$/.exec(path);
    if (page) return sendDocs(request, response, url, page[1]);
    if (path === '/audit') return redirect(response, '/audit/');
    if (path === '/audit/') return sendHtml(response, url, await exampleReport());
    if (path === '/audit/report.json') return sendFile(request, response, `${DEMO}/audit`, 'report.json');
    const tool = /^\/(builder|preview)(\/.*)?$/.exec(path);
    if (tool) {
      if (!tool[2]) return redirect(response, `${path}/`);
      if (path === '/builder/builder.js') return sendBundle(request, response, 'builder/main.tsx');
      // The builder's preview is a frame without an origin of its own.
      return sendFile(request, response, `${DEMO}/${tool[1]}`, tool[2] === '/' ? 'index.html' : tool[2].slice(1), {
        'access-control-allow-origin': '*',
      });
    }
    return false;
  }

  async function sendDocs(request, response, url, path) {
    if (path === undefined) return redirect(response, `/docs/${url.search}`);
    if (path === 'docs.js') return sendBundle(request, response, 'docs/main.ts');
    const values = await answerDocs(request, response, path);
    return typeof values === 'object' && values
      ? sendPage(response, url, `${DEMO}/site/docs.html`, { values })
      : values === true;
  }

  /** @returns {Promise<boolean>} false when there is no such file */
  async function sendPage(response, url, file, options = {}) {
    const source = await readText(file);
    return source === null ? false : sendHtml(response, url, source, options);
  }

  async function sendHtml(response, url, source, { status = 200, headers = {}, values = {}, asPosted = false } = {}) {
    const page = await render(source, { url, ports, values });
    const taken = takeHeaders(await page.fill(source));
    const body = asPosted ? taken.html : carryRun(taken.html, page.run);
    response.statusCode = status;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('cache-control', 'no-cache');
    for (const [name, value] of [...taken.headers, ...Object.entries(headers)])
      response.setHeader(name, await page.fill(String(value)));
    response.setHeader('content-length', Buffer.byteLength(body));
    response.end(body);
    return true;
  }

  // ───────────────────────────── for tests and for the glass box ─────────────────────────────

  async function answerApi(request, response, url) {
    const run = runOf(url.searchParams.get('run'));
    const since = Number(url.searchParams.get('since') ?? 0) || 0;
    switch (`${request.method} ${url.pathname}`) {
      case 'GET /api/log':
        return json(response, log.read(run, since));
      case 'DELETE /api/log':
        log.clear(run);
        return json(response, {});
      case 'GET /api/log/stream':
        return log.stream(run, url.searchParams.has('since') ? since : null, response);
      case 'GET /api/pages':
        return json(response, await describePages());
      case 'GET /api/origins':
        return json(
          response,
          JSON.parse(await (await render('', { url, ports })).fill('{"site":"{{site}}","thirdParty":"{{third}}"}')),
        );
      case 'POST /api/page': {
        if (!mayStore(request, url))
          return json(response, { error: 'Only a program on this machine may store pages.' }, 403);
        const page = parsePage(await readBody(request), request.headers['content-type'] ?? '');
        if (typeof page === 'string') return json(response, { error: page }, 400);
        const id = stored.add(page);
        return json(response, { id, url: `${url.origin}/p/${id}${run ? `?run=${run}` : ''}` }, 201);
      }
      case 'POST /api/records': {
        const body = await readBody(request);
        records.set(run, [
          ...(records.get(run) ?? []),
          { time: Date.now(), type: request.headers['content-type'] ?? '', body },
        ]);
        return void response.writeHead(Number(url.searchParams.get('status')) || 204).end();
      }
      case 'GET /api/records':
        return json(response, { records: records.get(run) ?? [] });
      default:
        return json(response, { error: `${request.method} ${url.pathname} is nothing that this server knows.` }, 404);
    }
  }

  /** Stored pages run scripts on this origin: no web page may put one there, and no foreign name may point here. */
  function mayStore(request, url) {
    const own =
      /^(localhost|[\w-]+(\.[\w-]+)*\.localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname) || url.hostname === host;
    return own && (!request.headers.origin || request.headers.origin === url.origin);
  }
}

function parsePage(body, type) {
  if (!type.includes('json'))
    return body ? { html: body } : 'The body is the HTML document, or JSON with { html, headers?, status? }.';
  let page;
  try {
    page = JSON.parse(body);
  } catch (error) {
    return `Not JSON: ${error.message}`;
  }
  if (typeof page?.html !== 'string') return 'Field "html" must be a string.';
  return { html: page.html, headers: page.headers ?? {}, status: page.status ?? 200 };
}

// ───────────────────────────── behaviour pages ─────────────────────────────

/**
 * What each page in demo/pages says about itself: its title, its sentence, and whether it asks third parties before
 * consent.
 */
async function describePages() {
  const names = (await readdir(`${DEMO}/pages`)).filter((name) => name.endsWith('.html')).sort();
  const pages = await Promise.all(
    names.map(async (name) => {
      const html = (await readText(`${DEMO}/pages/${name}`)) ?? '';
      return {
        name: name.replace(/\.html$/, ''),
        path: `/pages/${name}`,
        title: /<title>(.*?)<\/title>/s.exec(html)?.[1] ?? name,
        expect: meta(html, 'description'),
        group: meta(html, 'group') || 'Other',
        untagged: meta(html, 'untagged') === 'yes',
        part: meta(html, 'group') === 'part',
      };
    }),
  );
  return pages.filter((page) => !page.part);
}

const meta = (html, name) => new RegExp(`<meta name="${name}" content="([^"]*)">`).exec(html)?.[1] ?? '';

const GROUPS = [
  'Getting it onto a page',
  'What is held and released',
  'Order and accidents',
  'Decisions',
  'Languages and looks',
  'Wrong configuration',
  'Hostile pages',
  'One truth everywhere',
  'Other',
];

async function pageList() {
  const pages = await describePages();
  return GROUPS.map((group) => {
    const items = pages
      .filter((page) => page.group === group)
      .map((page) => `<li><a href="${page.path}">${page.title}</a> <span>${page.expect}</span></li>`);
    return items.length ? `<section><h2>${group}</h2><ul>${items.join('\n')}</ul></section>` : '';
  }).join('\n');
}

/** `{{about}}` is the page's heading and sentence; `{{tags}}` are as many tags as `?n=` asks for. */
async function behaviourValues(name, url) {
  const html = (await readText(`${DEMO}/pages/${name}.html`)) ?? '';
  const title = /<title>(.*?)<\/title>/s.exec(html)?.[1] ?? name;
  return {
    about: `<header class="about"><p><a href="/pages/">All behaviour pages</a></p><h1>${title}</h1><p class="expect">${meta(html, 'description')}</p></header>`,
    tags: manyTags(url),
  };
}

function manyTags(url) {
  const count = Math.min(Number(url.searchParams.get('n') ?? 30) || 0, 20_000);
  const external = url.searchParams.get('kind') === 'external';
  return ({ third }) =>
    Array.from({ length: count }, (_, i) =>
      external
        ? `<script type="text/plain" data-consent="analytics" src="${third}/echo.js?id=${i}"></script>`
        : `<script type="text/plain" data-consent="analytics">(window.__ran = window.__ran || []).push('${i}');</script>`,
    ).join('\n');
}

// ───────────────────────────── reading and answering ─────────────────────────────

function decodePath(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // a stray % in the address: taken as it stands
  }
}

async function readBody(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function redirect(response, location) {
  response.writeHead(303, { location }).end();
  return true;
}

function json(response, value, status = 200) {
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    .end(JSON.stringify(value));
}
