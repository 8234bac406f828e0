import MiniSearch from 'minisearch';

/** A section of a page, as demo/server/docs.mjs tells it; `id` is its address. */
interface Section {
  readonly id: string;
  readonly page: string;
  readonly title: string;
  readonly text: string;
}

const SHOWN = 8;
/** Characters of a section that stand before and behind what was found. */
const BEFORE = 40;
const LENGTH = 140;

/**
 * Names in code are words too: `data-consent` is found by both of its parts and as a whole, `Content-Security-Policy`
 * as well.
 */
const wordsOf = (text: string): string[] =>
  text.split(/[^\p{L}\p{N}_-]+/u).flatMap((word) => [word, ...(word.includes('-') ? word.split('-') : [])]);

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** The search of the documentation: everything is found in the browser, from an index that is fetched when needed. */
export function startSearch(): void {
  const box = document.querySelector<HTMLElement>('#search');
  const form = box?.querySelector('form');
  const input = box?.querySelector('input');
  const list = box?.querySelector('ol');
  const status = box?.querySelector('[role="status"]');
  if (!box || !form || !input || !list || !status) return;
  const { search, load } = createIndex();
  let latest = 0;

  async function look(): Promise<void> {
    if (!input || !list || !status) return;
    const query = input.value.trim();
    const own = (latest += 1);
    const found = query ? await search(query) : [];
    if (own !== latest) return; // Something else was typed meanwhile.
    list.replaceChildren(...found.map((section) => element('li', {}, entry(section, query))));
    list.hidden = found.length === 0;
    status.textContent = query ? sentence(found.length) : '';
    box?.classList.toggle('none', query !== '' && found.length === 0);
  }

  /** Moves the focus by `step` among the field and what was found. */
  function move(step: number): void {
    if (!input || !list) return;
    const stops: HTMLElement[] = [input, ...list.querySelectorAll('a')];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    stops[Math.min(Math.max(at + step, 0), stops.length - 1)]?.focus();
  }

  function clear(): void {
    if (!input) return;
    input.value = '';
    input.focus();
    void look();
  }

  box.hidden = false;
  input.addEventListener('focus', () => void load());
  input.addEventListener('input', () => void look());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void look().then(() => list.querySelector('a')?.click());
  });
  box.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) move(step);
    else if (event.key === 'Escape') clear();
    else return;
    event.preventDefault();
  });
  // What was found on this page is reached without a new one.
  list.addEventListener('click', () => setTimeout(clear));
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof Element && event.target.closest('input, textarea, select');
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
  });
}

function createIndex() {
  const index = new MiniSearch<Section>({
    fields: ['title', 'page', 'text'],
    storeFields: ['title', 'page', 'text'],
    tokenize: wordsOf,
    searchOptions: { boost: { title: 4, page: 2 }, prefix: true, fuzzy: 0.2, combineWith: 'AND' },
  });
  let loading: Promise<void> | undefined;

  async function fetchSections(): Promise<void> {
    const response = await fetch('/docs/search.json');
    index.addAll((await response.json()) as Section[]);
  }
  const load = () => (loading ??= fetchSections());

  return {
    load,
    async search(query: string): Promise<Section[]> {
      await load();
      return index.search(query).slice(0, SHOWN) as unknown as Section[];
    },
  };
}

const sentence = (count: number) =>
  count === 0 ? 'Nothing found' : count === 1 ? '1 section found' : `${count} sections found`;

function entry({ id, page, title, text }: Section, query: string): HTMLAnchorElement {
  const isPage = page === title;
  return element(
    'a',
    { href: id },
    element('strong', { textContent: title }),
    ...(isPage ? [] : [element('span', { textContent: page })]),
    element('small', {}, ...excerpt(text, query)),
  );
}

/** The words around the first one that was looked for, with that one marked. */
function excerpt(text: string, query: string): (Node | string)[] {
  const first = query.split(/\s+/)[0] ?? '';
  const at = text.toLowerCase().indexOf(first.toLowerCase());
  if (at < 0) return [shorten(text.slice(0, LENGTH), text.length > LENGTH)];
  const start = Math.max(0, at - BEFORE);
  const end = at + first.length;
  const rest = text.slice(end, start + LENGTH);
  return [
    (start > 0 ? '…' : '') + text.slice(start, at),
    element('mark', { textContent: text.slice(at, end) }),
    shorten(rest, text.length > start + LENGTH),
  ];
}

const shorten = (text: string, isCut: boolean) => (isCut ? `${text}…` : text);
