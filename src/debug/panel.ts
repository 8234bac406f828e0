/** The frame around the sections: where it stands, its keys, and when it is drawn again. */
import type { IdleNeeds, Stop } from '../lazy.ts';
import { fromDocument } from '../page.ts';
import { create } from '../ui/element.ts';
import { adopt } from '../ui/styles/adopt.ts';
import css from '../ui/styles/debug.css';
import { collectConfiguration, collectErrors } from './configuration.ts';
import { createCopier } from './copy.ts';
import type { Facts } from './facts.ts';
import { collectGoogle } from './google.ts';
import { collectKept } from './kept.ts';
import { collectElements, collectRequests } from './loads.ts';
import { focused } from './read.ts';
import { asJson, asText } from './report.ts';
import type { Section } from './section.ts';
import { createSimulation } from './simulate.ts';
import { createStance } from './stance.ts';
import { collectUntagged } from './untagged.ts';
import { drawSection } from './view.ts';
import { collectDecisions, collectVisitor } from './visitor.ts';

/** How often the panel looks again, in milliseconds: tags come, run and fail without anyone being told. */
const REDRAW = 500;

/** The questions, in the order in which they are answered. */
const COLLECTORS: readonly ((facts: Facts) => Section)[] = [
  collectUntagged,
  collectVisitor,
  collectDecisions,
  collectElements,
  collectRequests,
  collectKept,
  collectGoogle,
  collectConfiguration,
  collectErrors,
];

export interface Panel {
  isOpen(): boolean;
  /** Puts the focus onto its title; closing gives it back. */
  focus(): void;
  readonly close: Stop;
}

export function createPanel(needs: IdleNeeds, read: () => Facts): Panel {
  let isOpen = true;
  let cameFrom: HTMLElement | null = null;

  const { copy, elements: copied } = createCopier();
  const slots = COLLECTORS.map(() => create('div'));
  const simulation = createSimulation({ ...needs, copy }, read);
  const report = (write: typeof asText) => {
    const facts = read();
    copy(write(facts, [...COLLECTORS.map((collect) => collect(facts)), simulation.section()]));
  };
  const title = create('h2', { tabindex: '-1', id: 'why' }, `Commsor Consent ${needs.handle.version}`);
  const panel = create(
    'div',
    { class: 'panel', role: 'region', 'aria-labelledby': 'why', lang: 'en', dir: 'ltr', onkeydown: leave },
    create('div', { class: 'head' }, title, drawActions(report, close), ...copied),
    // What scrolls is reached by keys.
    create(
      'div',
      { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': 'Answers' },
      ...slots,
      simulation.element,
    ),
  );
  // A tree of its own: neither the page's styles nor those of our views say anything in it.
  const shell = create('div', { part: 'debug', popover: 'manual' });
  const tree = shell.attachShadow({ mode: 'open' });
  adopt(tree, css);
  tree.append(panel);
  const stance = createStance(shell, needs.screen, needs.handle);

  const drawn: string[] = [];
  function draw(): void {
    stance.take();
    const { theme } = needs.store.config.ui;
    panel.style.colorScheme = theme === 'dark' || theme === 'light' ? theme : 'light dark';
    const facts = read();
    slots.forEach((slot, at) => {
      const section = COLLECTORS[at]?.(facts);
      const text = JSON.stringify(section);
      if (!section || text === drawn[at]) return;
      drawn[at] = text;
      replace(slot, drawSection(section, at, { copy }));
    });
    simulation.draw();
  }

  function leave(event: Event): void {
    if (!(event instanceof KeyboardEvent) || event.key !== 'Escape') return;
    // Or the browser closes a dialog of ours that the panel stands in.
    event.preventDefault();
    event.stopPropagation();
    close();
  }

  function close(): void {
    if (!isOpen) return;
    isOpen = false;
    clearInterval(timer);
    const hadFocus = !!tree.activeElement;
    stance.end();
    if (hadFocus) cameFrom?.focus();
  }

  draw();
  const timer = setInterval(draw, REDRAW);
  return {
    isOpen: () => isOpen,
    focus() {
      const element = focused();
      if (!tree.activeElement) cameFrom = element === fromDocument('body') ? null : element;
      title.focus();
    },
    close,
  };
}

function drawActions(report: (write: typeof asText) => void, close: Stop): HTMLElement {
  const button = (text: string, onclick: () => void) => create('button', { type: 'button', onclick }, text);
  return create(
    'div',
    { class: 'actions' },
    button('Copy text', () => report(asText)),
    button('Copy JSON', () => report(asJson)),
    button('Close', close),
  );
}

/** Draws anew what changed; what was unfolded stays so, and the button that had the focus has it. */
function replace(slot: HTMLElement, section: HTMLElement): void {
  const was = slot.querySelector('details')?.open;
  const buttons = [...slot.querySelectorAll('button, summary')];
  const at = buttons.findIndex((one) => one.matches(':focus'));
  slot.replaceChildren(section);
  const details = slot.querySelector('details');
  if (was && details) details.open = true;
  const next = slot.querySelectorAll<HTMLElement>('button, summary')[at];
  if (at >= 0) next?.focus();
}
