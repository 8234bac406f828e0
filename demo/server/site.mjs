// The first origin: the site, the behaviour pages, the built SDK, and the interface for tests under /api.
import { addressOf } from './address.mjs';
import { createPages, redirect } from './answers.mjs';
import { createApi } from './api.mjs';
import { behaviourValues, pageList } from './behaviour-pages.mjs';
import { sendBundle } from './bundle.mjs';
import { answerDocs } from './docs.mjs';
import { DEMO, DIST, sendFile } from './files.mjs';
import { exampleReport } from './report.mjs';
import { createStoredPages } from './stored-pages.mjs';
import { skyValues } from './sky/values.mjs';

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
  const answerApi = createApi({ log, stored, ports, host });
  const { sendPage, sendHtml } = createPages(ports);

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
}

function decodePath(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path; // a stray % in the address: taken as it stands
  }
}
