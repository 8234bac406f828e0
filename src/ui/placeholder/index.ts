import { hide, show } from '../visibility.ts';
import type { MountPlaceholder } from '../../lazy.ts';
import { isLocked } from '../../model/locks.ts';
import { create } from '../element.ts';
import { wordsOf } from '../purpose-words.ts';
import placeholder from '../styles/placeholder.css';
import tokens from '../styles/tokens.css';
import { boxOf } from './box.ts';
import { describe } from './embed.ts';

/**
 * Stands in the box of a blocked `iframe` or `video` and says who would load, and why. Plain DOM, in a shadow root of
 * its own.
 */
export const mount: MountPlaceholder = (element, context) => {
  const {
    config,
    theme,
    language: { tag, dir, texts },
  } = context;
  const words = texts.placeholder;
  const { name, purposes, grants } = describe(element, config);
  const isGrantable = grants.length > 0 && !isLocked(purposes, context.state().signals);

  const titles = purposes.map(({ id }) => wordsOf(id, config.purposes, texts).title);
  const why = () => words.body.replace('{purpose}', () => new Intl.ListFormat(tag).format(titles));
  const always = () =>
    void context.answer(Object.fromEntries(grants.map((grant) => [grant, 'granted'])), 'placeholder');
  const button = (part: 'once' | 'always', onclick: () => void) =>
    create('button', { part, onclick, 'aria-describedby': 'name', class: part === 'always' && 'quiet' }, words[part]);
  const card = create(
    'div',
    { class: 'surface', role: 'group', 'aria-labelledby': 'name' },
    create(
      'strong',
      { id: 'name' },
      words.title.replace('{name}', () => name),
    ),
    purposes.length > 0 && create('p', {}, why()),
    create(
      'div',
      {},
      button('once', () => context.once(element)),
      isGrantable && button('always', always),
    ),
  );

  const { display } = getComputedStyle(element);
  hide(element);

  const host = create('commsor-embed', { part: 'placeholder', lang: tag, dir });
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  const fit = () => sheet.replaceSync(`${theme.css}${tokens}${placeholder}:host{${boxOf(element, display)}}`);
  root.adoptedStyleSheets = [sheet];
  root.append(card);
  fit();
  element.before(host);
  theme.blendIn(card);
  // What the page's style sheets ask for may depend on the size of the window.
  addEventListener('resize', fit);

  return () => {
    const hadFocus = root.activeElement;
    removeEventListener('resize', fit);
    host.remove();
    show(element);
    if (hadFocus) element.focus();
  };
};
