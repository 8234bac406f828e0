import type { Language } from '../../api.ts';
import type { Declarations, PartNeeds, Stop } from '../../lazy.ts';
import { fromDocument } from '../../page.ts';
import { languageTag } from '../../page-language.ts';
import { create } from '../element.ts';
import { loadLanguage } from '../language.ts';
import { adopt } from '../styles/adopt.ts';
import css from '../styles/declaration.css';
import { declarationOf } from './content.ts';
import type { Markup } from './markup.ts';

/**
 * Our shadow roots. They outlive a `destroy()`, since an element keeps the one that it has: whoever starts after it
 * takes it again.
 */
const roots = new WeakMap<Element, ShadowRoot>();

/**
 * Shows the declaration in elements of the page, with what holds for the visitor. It stands in a shadow root, in the
 * fonts and colours that the element inherits: what its author put in stays as it was, unseen, and is seen again when
 * all ends. No router or morph meets what is ours, and no copy of the page holds the state of a visitor.
 */
export function start({ store, screen, load }: PartNeeds): Declarations {
  const { config } = store;
  const shown = new Map<Element, Stop>();
  let coming: Promise<Language> | null = null;
  let language: Language | null = null;
  let tag = languageTag(config.language);

  function show(target: Element): void {
    if (!shown.has(target)) {
      const root = roots.get(target) ?? target.attachShadow({ mode: 'open' });
      roots.set(target, root);
      const undress = adopt(root, css);
      // Until the words are there, what the author put in is read.
      root.replaceChildren(create('slot'));
      shown.set(target, () => {
        undress();
        root.replaceChildren(create('slot'));
      });
    }
    void update();
  }

  async function update(): Promise<void> {
    // A language that does not come was reported; English takes its place, and where that fails too nothing changes.
    const loading = (coming ??= loadLanguage({ load, host: screen.host, config }));
    const spoken = await loading.catch(() => null);
    if (!spoken || loading !== coming) return;
    const isTranslated = language !== spoken;
    language = spoken;
    for (const [target, stop] of shown) {
      if (target.isConnected) draw(target, spoken, isTranslated);
      else {
        stop();
        shown.delete(target);
      }
    }
  }

  function draw(target: Element, spoken: Language, isTranslated: boolean): void {
    const state = store.state();
    const next = build(
      declarationOf({ config, language: spoken, state, host: location.host, level: levelFor(target) }),
    );
    const root = roots.get(target);
    const now = root?.firstElementChild;
    if (now && now.localName !== 'slot' && !isTranslated) patch(now, next);
    else root?.replaceChildren(next);
  }

  const observer = new MutationObserver(() => {
    if (tag === languageTag(config.language)) return;
    tag = languageTag(config.language);
    coming = null;
    void update();
  });
  observer.observe(fromDocument('documentElement'), { attributeFilter: ['lang'] });
  const unfollow = store.on('change', () => void update());

  return {
    show,
    stop() {
      observer.disconnect();
      unfollow();
      coming = null;
      shown.forEach((stop) => stop());
    },
  };
}

/** One below the heading that stands before `target` in the page. */
function levelFor(target: Element): number {
  const headings = fromDocument('querySelectorAll').call(document, 'h1,h2,h3,h4,h5,h6');
  const before = [...headings].findLast(
    (heading) => heading.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return Math.min(6, Number(before?.localName[1] ?? 1) + 1);
}

function build({ tag, attributes, children }: Markup): HTMLElement {
  return create(tag, attributes, ...children.map((child) => (typeof child === 'object' ? build(child) : child)));
}

/** Changes what differs and no more: what has the focus keeps it, and who reads on loses no place. */
function patch(now: Element, next: Element): void {
  if (now.isEqualNode(next)) return;
  const [old, fresh] = [[...now.children], [...next.children]];
  if (!old[0] || old.length !== fresh.length) return now.replaceWith(next);
  old.forEach((child, at) => {
    const one = fresh[at];
    if (one) patch(child, one);
  });
}
