// The pages of docs/ as HTML, with their navigation and the index that their search goes by.
import { resolve } from 'node:path';
import MarkdownIt from 'markdown-it';
import { DEMO, readText, sendFile } from './files.mjs';
import { escapeHtml } from './template.mjs';

const ROOT = resolve(DEMO, '..');
const DOCS = resolve(ROOT, 'docs');
const REPOSITORY = 'https://github.com/commsor/consent/blob/main/';

/** The name under which the README of the repository is served. */
const START = 'start';

const markdown = new MarkdownIt({ html: true });

/** The id that GitHub gives a heading, so that one link works in both places. `taken` counts those of one page. */
export function slug(heading, taken = new Map()) {
  const plain = heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
  const count = taken.get(plain) ?? 0;
  taken.set(plain, count + 1);
  return count ? `${plain}-${count}` : plain;
}

/**
 * A page as its tokens, its title, and its sections: `{ id, level, title, text }` from one heading to the next.
 * @param {string} source
 */
export function parsePage(source) {
  const tokens = markdown.parse(source.replace(/^ *<!--[\s\S]*?-->\n/gm, ''), {});
  const taken = new Map();
  /** @type {{ id: string, level: number, title: string, text: string }[]} */
  const sections = [];
  tokens.forEach((token, i) => {
    if (token.type === 'heading_open') {
      const title = plain(tokens[i + 1]);
      const id = slug(title, taken);
      token.attrSet('id', id);
      sections.push({ id, level: Number(token.tag.slice(1)), title, text: '' });
    } else if (token.type === 'fence' || (token.type === 'inline' && tokens[i - 1]?.type !== 'heading_open')) {
      const last = sections.at(-1);
      if (last) last.text += `${token.type === 'fence' ? token.content : plain(token)} `;
    }
  });
  return { tokens, title: sections[0]?.title ?? '', sections };
}

/** The words of a line, without its markup. */
function plain(inline) {
  return (inline.children ?? [])
    .map(({ type, content }) => (/^(text|code_inline)$/.test(type) ? content : type.endsWith('break') ? ' ' : ''))
    .join('');
}

/** The groups of docs/README.md, each with its pages: `[{ title, pages: [{ name, title, about }] }]`. */
export function navigationOf(source) {
  const groups = [];
  for (const line of source.split('\n')) {
    const [, heading] = /^## (.+)$/.exec(line) ?? [];
    const [, title, file, about] = /^- \[(.+?)\]\(((?:\.\.\/)?[\w-]+)\.md\): (.+)$/.exec(line) ?? [];
    if (heading) groups.push({ title: heading, pages: [] });
    if (file) groups.at(-1)?.pages.push({ name: file === '../README' ? START : file, title, about });
  }
  return groups;
}

const fileOf = (name) => (name === START ? `${ROOT}/README.md` : `${DOCS}/${name || 'README'}.md`);
const navigation = async () => navigationOf((await readText(fileOf(''))) ?? '');

/**
 * What stands at `/docs/<path>`: the values for site/docs.html, or `true` where a file was sent, or `null`.
 */
export async function answerDocs(request, response, path) {
  if (path === 'search.json') return sendIndex(response);
  const picture = /^pictures\/([\w-]+\.png)$/.exec(path)?.[1];
  if (picture) return (await sendFile(request, response, `${DEMO}/screenshots`, picture)) || null;
  if (/^[\w-]+\.svg$/.test(path)) return (await sendFile(request, response, DOCS, path)) || null;
  if (!/^[\w-]*$/.test(path) || path === 'README') return null;
  const source = await readText(fileOf(path));
  if (source === null) return null;
  return pageValues(path, source, await navigation());
}

function pageValues(name, source, groups) {
  const { tokens, title, sections } = parsePage(source);
  prepare(tokens, name);
  const order = groups.flatMap(({ pages }) => pages);
  const at = order.findIndex((page) => page.name === name);
  const beside = [
    ['Before', order[at - 1]],
    ['Next', order[at + 1]],
  ].filter(([, page]) => page && at >= 0);
  return {
    title: escapeHtml(title),
    description: escapeHtml(order[at]?.about ?? 'How to put Commsor Consent on a site, and how it works.'),
    nav: [
      link({ name: '', title: 'Overview' }, name),
      ...groups.map(
        (group) =>
          `<h2>${escapeHtml(group.title)}</h2>` +
          `<ul>${group.pages.map((page) => `<li>${link(page, name)}</li>`).join('')}</ul>`,
      ),
    ].join('\n'),
    content: markdown.renderer.render(tokens, markdown.options, {}),
    contents: sections
      .filter(({ level }) => level === 2)
      .map(({ id, title: heading }) => `<li><a href="#${id}">${escapeHtml(heading)}</a></li>`)
      .join(''),
    beside: beside
      .map(
        ([word, page]) =>
          `<a href="/docs/${page.name}"><span>${word}</span> <strong>${escapeHtml(page.title)}</strong></a>`,
      )
      .join(''),
    source: REPOSITORY + (name === START ? 'README.md' : `docs/${name || 'README'}.md`),
  };
}

const link = (page, current) =>
  `<a href="/docs/${page.name}"${page.name === current ? ' aria-current="page"' : ''}>${escapeHtml(page.title)}</a>`;

/** Links and pictures that are files of the repository get the addresses that these have here; tables are mended. */
function prepare(tokens, from) {
  for (const [i, token] of tokens.entries()) {
    if (token.type === 'inline') prepare(token.children ?? [], from);
    // A column without a heading has an empty cell there, and no heading that says nothing.
    if (token.type === 'th_open' && !tokens[i + 1].content) token.tag = tokens[i + 2].tag = 'td';
    if (token.type === 'link_open') token.attrSet('href', addressOf(token.attrGet('href') ?? '', from));
    if (token.type === 'image') token.attrSet('src', addressOf(token.attrGet('src') ?? '', from));
  }
}

/** Where a link leads here that stands on the page `from`. */
function addressOf(href, from) {
  if (/^(#|[a-z]+:)/.test(href)) return href;
  const [written, hash = ''] = href.split('#');
  const anchor = hash && `#${hash}`;
  const path = from === START ? (written.startsWith('docs/') ? written.slice(5) : `../${written}`) : written;
  if (path === '../README.md') return `/docs/${START}${anchor}`;
  const page = /^([\w-]+)\.md$/.exec(path)?.[1];
  if (page) return `/docs/${page === 'README' ? '' : page}${anchor}`;
  const picture = /^\.\.\/demo\/screenshots\/([\w-]+\.png)$/.exec(path)?.[1];
  if (picture) return `/docs/pictures/${picture}`;
  if (path.startsWith('../')) return `${REPOSITORY}${path.slice(3)}${anchor}`;
  return `/docs/${path}${anchor}`;
}

/** Every section of every page, for the search in the browser. */
async function sendIndex(response) {
  const groups = await navigation();
  const pages = groups.flatMap((group) => group.pages);
  const entries = await Promise.all(
    pages.map(async ({ name, title }) => {
      const { sections } = parsePage((await readText(fileOf(name))) ?? '');
      return sections.map(({ id, level, title: heading, text }) => ({
        id: `/docs/${name}${level === 1 ? '' : `#${id}`}`,
        page: title,
        title: heading,
        text: text.replace(/\s+/g, ' ').trim(),
      }));
    }),
  );
  const body = JSON.stringify(entries.flat());
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.setHeader('cache-control', 'no-cache');
  response.end(body);
  return true;
}

markdown.renderer.rules.table_open = () => '<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>\n';
markdown.renderer.rules.table_close = () => '</table></div>\n';
markdown.renderer.rules.heading_open = (tokens, i) => `<${tokens[i].tag} id="${tokens[i].attrGet('id')}">`;
markdown.renderer.rules.heading_close = (tokens, i) => {
  const { tag } = tokens[i];
  const id = tokens[i - 2]?.attrGet('id');
  const words = escapeHtml(`Link to "${plain(tokens[i - 1])}"`);
  return tag === 'h1' ? '</h1>\n' : ` <a class="anchor" href="#${id}" aria-label="${words}">#</a></${tag}>\n`;
};
markdown.renderer.rules.fence = (tokens, i) =>
  '<div class="code"><pre tabindex="0" role="group" aria-label="Example">' +
  `<code>${escapeHtml(tokens[i].content)}</code></pre></div>\n`;
