// What the pages in demo/pages say about themselves, and the list of them.
import { readdir } from 'node:fs/promises';
import { DEMO, readText } from './files.mjs';

/**
 * What each page in demo/pages says about itself: its title, its sentence, and whether it asks third parties before
 * consent.
 */
export async function describePages() {
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

export async function pageList() {
  const pages = await describePages();
  return GROUPS.map((group) => {
    const items = pages
      .filter((page) => page.group === group)
      .map((page) => `<li><a href="${page.path}">${page.title}</a> <span>${page.expect}</span></li>`);
    return items.length ? `<section><h2>${group}</h2><ul>${items.join('\n')}</ul></section>` : '';
  }).join('\n');
}

/** `{{about}}` is the page's heading and sentence; `{{tags}}` are as many tags as `?n=` asks for. */
export async function behaviourValues(name, url) {
  const html = (await readText(`${DEMO}/pages/${name}.html`)) ?? '';
  const title = /<title>(.*?)<\/title>/s.exec(html)?.[1] ?? name;
  return {
    about: `<header class="about"><p><a href="/pages/">All behaviour pages</a></p>
<h1>${title}</h1><p class="expect">${meta(html, 'description')}</p></header>`,
    tags: manyTags(url),
  };
}

function manyTags(url) {
  const count = Math.min(Number(url.searchParams.get('n') ?? 30) || 0, 20_000);
  const external = url.searchParams.get('kind') === 'external';
  const open = '<script type="text/plain" data-consent="analytics"';
  return ({ third }) =>
    Array.from({ length: count }, (_, i) =>
      external
        ? `${open} src="${third}/echo.js?id=${i}"></script>`
        : `${open}>(window.__ran = window.__ran || []).push('${i}');</script>`,
    ).join('\n');
}
