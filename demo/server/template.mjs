// HTML files with `{{placeholders}}`. Whatever a placeholder becomes is either ours or escaped.
import { randomBytes } from 'node:crypto';
import { DEMO, DIST, PACKAGES, readText } from './files.mjs';
import { runOf } from './log.mjs';

const RTL = /^(ar|he|fa|ur)\b/;

/**
 * | placeholder | becomes |
 * |---|---|
 * | `{{third}}` | the third party's base address, with the run in it: `http://127.0.0.1:4174/r/<run>` |
 * | `{{thirdPattern}}` | the same as a URL pattern has it: host and path, no port |
 * | `{{site}}` | this site's origin |
 * | `{{run}}` | the run's name, or nothing |
 * | `{{nonce}}` | a fresh nonce, the same all over one answer and its headers |
 * | `{{lang}}`, `{{dir}}` | `?lang=`, default `en`, and its direction |
 * | `{{query.n\|30}}` | a query parameter, escaped, with a default |
 * | `{{json.config\|{}}}` | a query parameter that holds JSON, made safe inside a `<script>` |
 * | `{{snippet}}` | dist/snippet.html, or a comment while it is not built |
 * | `{{mixpanel.loader}}` | Mixpanel's own loader, from its package |
 * | `{{> name}}` | site/parts/name.html, rendered too |
 * @param {string} source
 * @param {{ url: URL, ports: { site: number, thirdParty: number }, values?: Record<string, string | ((known:
 * Record<string, string>) => string)> }} page
 */
export async function render(source, { url, ports, values = {} }) {
  const run = runOf(url.searchParams.get('run'));
  const lang = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.exec(url.searchParams.get('lang') ?? '')?.[0] ?? 'en';
  const third = new URL(run ? `/r/${run}` : '', `http://${thirdPartyHost(url.hostname)}:${ports.thirdParty}`);
  const known = {
    third: third.href.replace(/\/$/, ''),
    thirdPattern: third.hostname + third.pathname.replace(/\/$/, ''),
    site: url.origin,
    run,
    nonce: randomBytes(12).toString('base64url'),
    lang,
    dir: RTL.test(lang) ? 'rtl' : 'ltr',
    ...values,
  };
  const resolve = async (key) => {
    if (key.startsWith('> '))
      return fill((await readText(`${DEMO}/site/parts/${key.slice(2)}.html`)) ?? `<!-- no part ${key.slice(2)} -->`);
    if (key === 'snippet')
      return (await readText(`${DIST}/snippet.html`)) ?? '<!-- dist/snippet.html is not built yet -->';
    if (key === 'mixpanel.loader')
      return (await readText(`${PACKAGES}/mixpanel-browser/dist/mixpanel-jslib-snippet.min.js`))?.trim() ?? '';
    const [, kind, name, fallback] = /^(query|json)\.(\w+)(?:\|(.*))?$/s.exec(key) ?? [];
    if (kind === 'query') return escapeHtml(url.searchParams.get(name) ?? fallback ?? '');
    if (kind === 'json') return (url.searchParams.get(name) ?? fallback ?? '').replaceAll('<', '\\u003c');
    const value = known[key];
    return typeof value === 'function' ? value(known) : (value ?? `{{${key}}}`);
  };
  async function fill(text) {
    const parts = text.split(/\{\{((?:[^{}]|\{[^{}]*\})+)\}\}/);
    for (let i = 1; i < parts.length; i += 2) parts[i] = await resolve(parts[i].trim());
    return parts.join('');
  }
  return { fill, run };
}

/** Another site than the page's, so that its cookies are third-party ones. On other hosts only the port differs. */
function thirdPartyHost(hostname) {
  if (hostname === '127.0.0.1') return 'localhost';
  return hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]' ? '127.0.0.1' : hostname;
}

/** Links to other pages of the site carry the run along. */
export function carryRun(html, run) {
  if (!run) return html;
  return html.replace(
    /(<(?:a|form|iframe)\b[^>]*?\s(?:href|action|src)=")((?:\/(?!\/)|\?)[^"#]*)(#[^"]*)?"/g,
    (_, start, address, hash = '') => `${start}${address}${address.includes('?') ? '&' : '?'}run=${run}${hash}"`,
  );
}

/** `<!-- header name: value -->` lines at the top of a page become response headers. */
export function takeHeaders(html) {
  const headers = [];
  const rest = html.replace(/^<!-- header ([A-Za-z-]+): ([\s\S]*?) -->\r?\n/gm, (_, name, value) => {
    headers.push([name.toLowerCase(), value.replace(/\s+/g, ' ')]);
    return '';
  });
  return { headers, html: rest };
}

export function escapeHtml(value) {
  return value.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
