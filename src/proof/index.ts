/** What `?consent-proof` shows a visitor: whom this page has contacted so far, and under which permission. */
import type { Language } from '../api.ts';
import { createNaming } from '../debug/naming.ts';
import type { ProofNeeds } from '../lazy.ts';
import { atEnd } from '../schedule.ts';
import { create } from '../ui/element.ts';
import { loadLanguage } from '../ui/language.ts';
import { wordsOf } from '../ui/purpose-words.ts';
import { stayClear } from '../ui/stay-clear.ts';
import { adopt } from '../ui/styles/adopt.ts';
import css from '../ui/styles/proof.css';
import { sharedTheme } from '../ui/theme/shared.ts';
import { type Contact, type Contacts, type Known, withContact } from './contacts.ts';
import { fromDocument } from '../page.ts';

/** Opens the panel; it ends with the store. */
export async function open(needs: ProofNeeds): Promise<void> {
  const { store, screen, load } = needs;
  const { config, life } = store;
  const [table, language, theme] = await Promise.all([
    // Where it does not come that is reported, and those whom the site names have their names all the same.
    load('services').then(
      ({ services }) => services,
      () => ({}),
    ),
    loadLanguage({ load, host: screen.host, config }),
    sharedTheme(needs)(),
  ]);
  const card = createCard(language, config, close);
  // A tree of its own: neither the page's styles nor those of our views say anything in it.
  const shell = create('div', { part: 'proof', popover: 'manual' });
  const tree = shell.attachShadow({ mode: 'open' });
  adopt(tree, theme.css + theme.cardCss + css);
  tree.append(card.element);

  const release = stayClear(shell);
  const stop = followContacts(needs, { config, table, naming: createNaming(config, table, location.hostname) }, draw);
  atEnd(life, close);

  function draw(contacts: Contacts): void {
    card.draw(contacts);
    screen.attach();
    if (!shell.isConnected) {
      screen.root.append(shell);
      theme.blendIn(card.element);
    }
    // A script may have taken our element out: put back, it is not on top any more.
    if (shell.showPopover && !shell.matches(':popover-open')) shell.showPopover();
  }

  function close(): void {
    stop();
    release();
    shell.remove();
  }
}

/** Tells `draw` of the contacts so far, at once and whenever there is another. */
function followContacts({ store, gate }: ProofNeeds, known: Known, draw: (contacts: Contacts) => void): () => void {
  /** What held from when on, in milliseconds since the page began. */
  const states = [{ from: 0, state: store.state() }];
  let contacts: Contacts = new Map();

  function see(address: string, at: number): void {
    if (!URL.canParse(address, location.href)) return;
    const url = new URL(address, location.href);
    const { state } = states.findLast(({ from }) => from <= at) ?? { state: store.state() };
    const isOnce = [...gate.once].some((element) => addressesIn(element).includes(url.href));
    contacts = withContact(contacts, url, state, isOnce, known);
  }

  // The browser's own list ends somewhere (Resource Timing, "resource timing buffer size limit"), this one does not.
  const observer = new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) see(name, startTime);
    draw(contacts);
  });
  observer.observe({ type: 'resource', buffered: true });
  const unfollow = store.on('change', (state) => void states.push({ from: performance.now(), state }));
  // Who is only connected to has been contacted too.
  const links = fromDocument('querySelectorAll').call(document, 'link[rel~="preconnect"][href]');
  for (const { href } of links as NodeListOf<HTMLLinkElement>) see(href, performance.now());
  draw(contacts);
  return () => {
    observer.disconnect();
    unfollow();
  };
}

/** What an element loads from, and what stands in it. */
const addressesIn = (element: Element): unknown[] =>
  [element, ...element.querySelectorAll('[src]')].map((one) => Reflect.get(one, 'src'));

interface Card {
  readonly element: HTMLElement;
  draw(contacts: Contacts): void;
}

function createCard({ tag, dir, texts }: Language, { purposes }: Known['config'], close: () => void): Card {
  let cameFrom: HTMLElement | null = null;
  const said = create('p', { id: 'said' }, texts.proof.none);
  const list = create('ul', { hidden: '', role: 'list' });
  const lines = new Map<string, HTMLElement>();
  const leave = () => {
    close();
    cameFrom?.focus();
  };

  function permissionOf({ permission, purposes: ids }: Contact): string {
    const words = {
      allowed: texts.declaration.allowed,
      refused: texts.declaration.refused,
      necessary: texts.preferences.alwaysOn,
      once: texts.placeholder.once,
      unlisted: texts.proof.unlisted,
    };
    const titles = ids.map((id) => wordsOf(id, purposes, texts).title);
    return [new Intl.ListFormat(tag).format(titles), words[permission]].filter(Boolean).join(' · ');
  }

  const element = create(
    'div',
    {
      class: 'surface',
      role: 'region',
      'aria-labelledby': 'said',
      lang: tag,
      dir,
      onfocusin: (event) => {
        const from = event instanceof FocusEvent && event.relatedTarget;
        if (from instanceof HTMLElement && !element.contains(from)) cameFrom = from;
      },
      onkeydown: (event) => event instanceof KeyboardEvent && event.key === 'Escape' && leave(),
    },
    // What comes is said; what is there already is not said again.
    create('div', { class: 'scroll', 'aria-live': 'polite', tabindex: '0', role: 'group' }, said, list),
    create('button', { type: 'button', part: 'close', onclick: leave }, texts.preferences.close),
  );

  return {
    element,
    draw(contacts) {
      const sentence = contacts.size > 0 ? texts.proof.some : texts.proof.none;
      if (said.textContent !== sentence) said.textContent = sentence;
      list.hidden = contacts.size === 0;
      for (const [key, contact] of contacts) {
        const line = create(
          'li',
          {},
          create('strong', {}, create('bdi', {}, contact.title || contact.hosts[0])),
          contact.title !== '' && create('small', {}, create('bdi', {}, contact.hosts.join(', '))),
          create('span', { class: contact.permission }, permissionOf(contact)),
        );
        const now = lines.get(key);
        if (now?.isEqualNode(line)) continue;
        if (now) now.replaceWith(line);
        else list.append(line);
        lines.set(key, line);
      }
    },
  };
}
