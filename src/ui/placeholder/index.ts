import type { MountPlaceholder } from '../../lazy.ts';
import { isLocked } from '../../model/locks.ts';
import { type Child, create } from '../element.ts';
import { wordsOf } from '../purpose-words.ts';
import { inSight } from '../sight.ts';
import placeholder from '../styles/placeholder.css';
import { boxOf } from './box.ts';
import { describe } from './embed.ts';

/**
 * Stands in the box of a blocked `iframe` or `video` and says who would load, from where, and why. Plain DOM, in a
 * shadow root of its own.
 */
export const mount: MountPlaceholder = (element, context) => {
  const {
    config,
    theme,
    preview,
    language: { tag, dir, texts },
  } = context;
  const words = texts.placeholder;
  const { title, name, origins, policyUrl, address, purposes, grants } = describe(element, config);
  const isGrantable = grants.length > 0 && !isLocked(purposes, context.state().signals);

  const who = words.title.replace('{name}', () => name);
  const titles = purposes.map(({ id }) => wordsOf(id, config.purposes, texts).title);
  const why = () => words.body.replace('{purpose}', () => new Intl.ListFormat(tag).format(titles));
  const policy =
    /^https?:/.test(policyUrl ?? '') &&
    create('a', { href: policyUrl, target: '_blank', rel: 'noopener' }, texts.preferences.policy);
  const facts = [title && who, ...origins].map((fact) => fact && create('bdi', {}, fact));
  const line: Child[] = [...facts, policy].filter(Boolean).flatMap((fact, index) => [index > 0 && '\u00a0· ', fact]);

  const always = () =>
    void context.answer(Object.fromEntries(grants.map((grant) => [grant, 'granted'])), 'placeholder');
  const button = (part: 'once' | 'always', act: () => void) =>
    create(
      'button',
      {
        part,
        onclick: (press) => counts(press) && act(),
        'aria-describedby': 'name',
        class: part === 'always' && 'quiet',
      },
      words[part],
    );
  const actions = create(
    'div',
    {},
    button('once', () => context.once(element)),
    isGrantable && button('always', always),
  );
  const card = create(
    'div',
    // Its host inherits nothing, and in Chromium not even the language that it says itself.
    { class: 'surface', role: 'group', 'aria-labelledby': 'name', lang: tag },
    create('strong', { id: 'name', 'data-address': address }, title || who),
    create('p', {}, purposes.length > 0 && create('span', {}, why()), ' ', create('span', {}, ...line)),
    actions,
  );
  const counts = inSight(actions);

  const { display } = getComputedStyle(element);
  context.hide();

  const host = create('commsor-embed', { part: 'placeholder', lang: tag, dir });
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  const fit = () => sheet.replaceSync(`${theme.css}${theme.cardCss}${placeholder}:host{${boxOf(element, display)}}`);
  root.adoptedStyleSheets = [sheet];
  // A picture that does not come leaves its place to the words.
  if (preview)
    root.append(
      create('img', { loading: 'lazy', src: preview, alt: '', onerror: ({ target }) => (target as Element).remove() }),
    );
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
    context.show();
    if (hadFocus) element.focus();
  };
};
