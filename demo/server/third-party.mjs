// The second origin. It plays every vendor, answers odd test tags, and logs whatever reaches it.
// `/r/<run>/…` is the same as `/…`, logged for that test run: the site writes such addresses when a page has
// `?run=<id>`.
import { gunzipSync } from 'node:zlib';
import { addressOf } from './address.mjs';
import { DEMO, DIST, PACKAGES, sendFile } from './files.mjs';
import { runOf } from './log.mjs';

const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
const MAX_BODY = 1_000_000;

export function createThirdParty({ log }) {
  return async function thirdParty(request, response) {
    const url = addressOf(request);
    if (!url) return void response.writeHead(400).end();
    const prefix = /^\/r\/([^/]+)(?=\/)/.exec(url.pathname);
    const run = runOf(prefix?.[1]) || runOf(url.searchParams.get('run')) || runOf(runOfReferrer(request));
    const path = prefix ? url.pathname.slice(prefix[0].length) : url.pathname;

    allowCors(request, response);
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    if (path === '/favicon.ico') return void response.writeHead(204).end();
    const entry = log.add({
      run,
      vendor: vendorOf(path),
      method: request.method,
      path: path + url.search,
      page: request.headers.referer ?? '',
      cookies: cookieNames(request.headers.cookie),
      dest: request.headers['sec-fetch-dest'] ?? '',
      events: url.searchParams.has('en') ? [url.searchParams.get('en')] : [],
    });
    try {
      if (request.method === 'POST') {
        const body = await readBody(request);
        if (body?.length) log.complete(entry, eventNames(body, url));
      }
      const context = { request, response, path, query: url.searchParams, base: `${url.origin}${prefix?.[0] ?? ''}` };
      if ((await answerVendor(context)) || (await answerTestTag(context))) return;
      text(response, 404, 'text/plain', `Nothing at ${path}.`);
    } catch (error) {
      if (error.code !== 'ECONNRESET') console.error(error); // a page that went away while it was sending is no fault
      if (!response.headersSent) response.writeHead(500);
      response.end();
    }
  };
}

// ───────────────────────────── the vendors ─────────────────────────────

async function answerVendor({ request, response, path, base }) {
  const file = (folder, name, headers) => sendFile(request, response, folder, name, headers);
  switch (vendorOf(path)) {
    case 'posthog': {
      const name = /^\/posthog\/static\/(.+)$/.exec(path)?.[1];
      if (name) return file(`${PACKAGES}/posthog-js/dist`, name);
      const token = /^\/posthog\/array\/([^/]+)\/config(\.js)?$/.exec(path);
      if (token?.[2]) return text(response, 200, 'text/javascript', postHogConfigScript(token[1]));
      if (token) return json(response, postHogConfig(token[1]));
      if (path.startsWith('/posthog/flags'))
        return json(response, { flags: {}, featureFlags: {}, featureFlagPayloads: {} });
      return json(response, { status: 1 });
    }
    case 'mixpanel': {
      const name = /^\/mixpanel\/libs\/(.+)$/.exec(path)?.[1];
      if (name) return file(`${PACKAGES}/mixpanel-browser/dist`, name);
      return json(response, { status: 1, error: null });
    }
    case 'segment': {
      if (/^\/segment\/analytics\.js\/v1\/[^/]+\/analytics\.min\.js$/.test(path)) {
        return file(`${PACKAGES}/@segment/analytics-next/dist/umd`, 'standalone.js');
      }
      const bundle = /^\/segment\/analytics-next\/bundles\/(.+)$/.exec(path)?.[1];
      if (bundle) return file(`${PACKAGES}/@segment/analytics-next/dist/umd`, bundle);
      if (path.endsWith('/settings')) return json(response, segmentSettings(base));
      return json(response, { success: true });
    }
    case 'tag-manager': {
      if (path === '/tag-manager/gtm.js') return file(`${DEMO}/vendors`, 'gtm.js');
      return response.writeHead(204).end();
    }
    case 'video': {
      if (path === '/video') {
        // A third-party cookie, as a real player sets; `Partitioned`, because browsers drop others in private windows.
        const player = Math.random().toString(36).slice(2);
        response.setHeader(
          'set-cookie',
          `player_id=${player}; Path=/; Max-Age=31536000; SameSite=None; Secure; Partitioned`,
        );
        return file(`${DEMO}/vendors`, 'video.html', { 'cache-control': 'no-store' });
      }
      return response.writeHead(204).end();
    }
    default:
      return false;
  }
}

const postHogConfig = (token) => ({
  token,
  supportedCompression: ['gzip', 'gzip-js'],
  hasFeatureFlags: false,
  captureDeadClicks: false,
  capturePerformance: false,
  autocapture_opt_out: true,
  autocaptureExceptions: false,
  analytics: { endpoint: '/i/v0/e/' },
  elementsChainAsString: true,
  sessionRecording: false,
  heatmaps: false,
  surveys: false,
  defaultIdentifiedOnly: true,
  siteApps: [],
  errorTracking: {},
});
const postHogConfigScript = (token) => `(function () {
  window._POSTHOG_REMOTE_CONFIG = window._POSTHOG_REMOTE_CONFIG || {};
  window._POSTHOG_REMOTE_CONFIG[${JSON.stringify(token)}] = {
    config: ${JSON.stringify(postHogConfig(token))},
    siteApps: [],
  };
})();`;

const segmentSettings = (base) => ({
  integrations: {
    'Segment.io': {
      apiKey: 'hollow-fell',
      apiHost: `${base.replace(/^https?:\/\//, '')}/segment/v1`,
      protocol: 'http',
      addBundledMetadata: true,
      unbundledIntegrations: [],
      maybeBundledConfigIds: {},
      versionSettings: { version: '4.4.7', componentTypes: ['browser'] },
    },
  },
  plan: {
    track: { __default: { enabled: true, integrations: {} } },
    identify: { __default: { enabled: true } },
    group: { __default: { enabled: true } },
  },
  edgeFunction: {},
  analyticsNextEnabled: true,
  middlewareSettings: {},
  enabledMiddleware: {},
  legacyVideoPluginsEnabled: false,
  remotePlugins: [],
});

// ───────────────────────────── tags for tests ─────────────────────────────

/** All of them push their `id` to `window.__ran` when they run. */
const ran = (id) => `(window.__ran = window.__ran || []).push(${JSON.stringify(id)});`;

async function answerTestTag({ request, response, path, query }) {
  const id = query.get('id') ?? path.slice(1);
  const script = (body, status = 200) => text(response, status, 'text/javascript', body);
  switch (path) {
    case '/echo.js':
    case '/module.js':
      return script(ran(id));
    case '/slow.js': {
      const timer = setTimeout(() => script(ran(id)), Math.min(Number(query.get('ms') ?? 500) || 0, 60_000));
      response.on('close', () => clearTimeout(timer));
      return true;
    }
    case '/hang.js':
      return true; // answered by nobody: the connection ends with the server
    case '/404.js':
      return script(ran('never: this is the body of a 404'), 404);
    case '/throws.js':
      return script(`${ran(id)} throw new Error(${JSON.stringify(`${id} throws on purpose`)});`);
    case '/writes.js':
      return script(`${ran(id)} document.write(${literal(query.get('html') ?? WRITTEN)});`);
    case '/frame.html':
      return text(response, 200, 'text/html', frame(id));
    case '/frame-loaded':
    case '/collect':
      return response.writeHead(204).end();
    case '/pixel.gif':
      return binary(response, 'image/gif', GIF);
    case '/picture.svg':
      return text(response, 200, 'image/svg+xml', picture(id));
    case '/style.css':
      return text(
        response,
        200,
        'text/css',
        `:root { --styled-by: ${JSON.stringify(id)}; }\n.styled { outline: 2px solid; }`,
      );
    case '/captions.vtt':
      return text(response, 200, 'text/vtt', 'WEBVTT\n\n00:00.000 --> 00:02.000\nStars, turning.\n');
    case '/sound.wav':
      return binary(response, 'audio/wav', silence());
    case '/clip.webm':
      return sendFile(request, response, `${DEMO}/vendors`, 'clip.webm', { 'cache-control': 'no-store' });
    default:
      if (path.startsWith('/dist/')) return sendFile(request, response, DIST, path.slice('/dist/'.length));
      if (path.startsWith('/pages/')) return sendFile(request, response, `${DEMO}/pages`, path.slice('/pages/'.length));
      return false;
  }
}

const WRITTEN = '<p class="written">Written by a tag.</p>';

/** `text` as a literal in a script that may stand in a page. */
const literal = (text) => JSON.stringify(text).replaceAll('<', '\\u003c');

const frame = (id) => `<!doctype html><meta charset="utf-8"><title>Embed</title>
<style>html { color-scheme: light dark; font: 15px/1.5 sans-serif }
body { margin: 0; padding: 16px; background: Canvas; color: CanvasText }</style>
<p>An embed from the third party: <b>${escape(id)}</b>. It has told its server that it was loaded.</p>
<script>new Image().src = 'frame-loaded?id=' + encodeURIComponent(${literal(id)});</script>`;

const picture = (id) => `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="90" viewBox="0 0 160 90">
<rect width="160" height="90" fill="#14243a"/><circle cx="118" cy="30" r="14" fill="#e8e2d0"/>
<path d="M0 90 52 48l34 26 26-18 48 34z" fill="#0a1420"/>
<text x="8" y="18" font-family="sans-serif" font-size="11" fill="#fff">${escape(id)}</text></svg>`;

/** A tenth of a second of silence. */
function silence() {
  const samples = 800;
  const wav = Buffer.alloc(44 + samples, 128);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + samples, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(8000, 24);
  wav.writeUInt32LE(8000, 28);
  wav.writeUInt16LE(1, 32);
  wav.writeUInt16LE(8, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(samples, 40);
  return wav;
}

// ───────────────────────────── reading and answering ─────────────────────────────

/** @returns {'posthog' | 'mixpanel' | 'segment' | 'tag-manager' | 'video' | 'other'} */
function vendorOf(path) {
  return /^\/(posthog|mixpanel|segment|tag-manager|video)(?=\/|$)/.exec(path)?.[1] ?? 'other';
}

/** Requests by an embed's own parts carry the embed's address. */
function runOfReferrer(request) {
  return /\/r\/([^/]+)\/|[?&]run=([^&]+)/
    .exec(request.headers.referer ?? '')
    ?.slice(1)
    .find(Boolean);
}

function cookieNames(header = '') {
  return header
    .split(';')
    .map((pair) => pair.split('=')[0].trim())
    .filter(Boolean);
}

function allowCors(request, response) {
  const { origin } = request.headers;
  response.setHeader('access-control-allow-origin', origin ?? '*');
  if (origin) response.setHeader('access-control-allow-credentials', 'true');
  response.setHeader('vary', 'origin');
  response.setHeader('access-control-allow-methods', 'GET, POST, OPTIONS');
  response.setHeader('access-control-allow-headers', request.headers['access-control-request-headers'] ?? '*');
  response.setHeader('timing-allow-origin', '*');
  response.setHeader('cross-origin-resource-policy', 'cross-origin');
  response.setHeader('cache-control', 'no-store'); // a cached answer would not be in the log
}

async function readBody(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= MAX_BODY) chunks.push(chunk);
  }
  return size > MAX_BODY ? null : Buffer.concat(chunks);
}

/** The names of the events in a vendor's body, whichever way it packs them: JSON, a form field, base64, gzip. */
function eventNames(body, url) {
  const plain = unzipped(body).toString();
  const field = new URLSearchParams(plain).get('data') ?? url.searchParams.get('data');
  const candidates = [plain, field, field && Buffer.from(field, 'base64').toString()];
  for (const candidate of candidates) {
    const value = parse(candidate);
    if (!value) continue;
    const batch = Array.isArray(value) ? value : (value.batch ?? [value]);
    return batch.map((item) => String(item?.event ?? item?.type ?? '')).filter(Boolean);
  }
  return [];
}

function unzipped(body) {
  try {
    return body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body) : body;
  } catch {
    return body; // only looked like gzip
  }
}

function parse(value) {
  if (!value || !/^\s*[[{]/.test(value)) return null;
  try {
    return JSON.parse(value);
  } catch {
    return null; // not JSON: the next way of packing is tried
  }
}

function text(response, status, type, body) {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8` }).end(body);
  return true;
}

function binary(response, type, body) {
  response.writeHead(200, { 'content-type': type, 'content-length': body.length }).end(body);
  return true;
}

function json(response, value) {
  return text(response, 200, 'application/json', JSON.stringify(value));
}

const escape = (value) => value.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
