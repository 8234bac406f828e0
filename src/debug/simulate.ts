/**
 * The form that asks what another visitor would meet. The answer comes from the model alone: the core reads signals and
 * region before this part is here, and so nothing that is chosen here can make anything run.
 */
import type { IdleNeeds } from '../lazy.ts';
import { languageTags } from '../model/languages.ts';
import { create } from '../ui/element.ts';
import type { Facts } from './facts.ts';
import type { Section } from './section.ts';
import { drawSection, type ViewNeeds } from './view.ts';
import { collectWhatIf, type Visitor } from './what-if.ts';

export interface Simulation {
  readonly element: HTMLElement;
  /** What the form stands for now. */
  section(): Section;
  /** Draws the answer again, where it has changed. */
  draw(): void;
}

export function createSimulation(needs: IdleNeeds & ViewNeeds, read: () => Facts): Simulation {
  const { state, isMinor } = needs.store;
  const box = (name: string, isChecked: boolean) => {
    const input = create('input', { type: 'checkbox', checked: isChecked && '', onchange: draw });
    return { input, label: create('label', {}, input, name) };
  };
  const fresh = box('no answer yet', false);
  const dnt = box('Do Not Track', state().signals.dnt);
  const gpc = box('Global Privacy Control', state().signals.gpc);
  const minor = box('a minor', isMinor);
  let isTyped = false;
  const region = create('input', {
    size: '8',
    placeholder: 'US-CA',
    autocomplete: 'off',
    spellcheck: 'false',
    oninput() {
      isTyped = true;
      draw();
    },
  });
  const language = create('select', {}, ...languageOptions(needs.screen.host.lang || 'en'));
  const said = create('p', { role: 'status' });
  const answer = create('div');
  const button = (text: string, onclick: () => void) => create('button', { type: 'button', onclick }, text);
  let drawn = '';

  const visitor = (): Visitor => ({
    hasAnswer: !fresh.input.checked,
    region: region.value.trim().toUpperCase(),
    signals: { dnt: dnt.input.checked, gpc: gpc.input.checked },
    isMinor: minor.input.checked,
  });
  const section = () => collectWhatIf(read(), visitor(), Date.now());

  function draw(): void {
    // The server may say later where this visitor is, and the visitor may answer or take the answer back.
    if (!isTyped) region.value = state().region ?? '';
    const isUnanswered = !state().record;
    if (fresh.input.disabled !== isUnanswered) fresh.input.checked = fresh.input.disabled = isUnanswered;
    const found = section();
    const text = JSON.stringify(found);
    if (text === drawn) return;
    drawn = text;
    said.textContent = found.summary;
    // The sentence is announced, the table is for whoever reads on.
    answer.replaceChildren(drawSection({ ...found, summary: '' }, 99, needs));
  }

  const element = create(
    'section',
    { 'aria-labelledby': 'why-simulate' },
    create('h3', { id: 'why-simulate' }, 'Simulate'),
    create('p', {}, 'Another visitor: what would be decided, and asked? Nothing is stored, and nothing runs by it.'),
    create(
      'div',
      { class: 'form' },
      create('label', {}, 'region ', region),
      fresh.label,
      dnt.label,
      gpc.label,
      minor.label,
    ),
    said,
    answer,
    create('h3', {}, 'Try in this page'),
    create(
      'div',
      { class: 'form' },
      create('label', {}, 'language ', language),
      button('Ask in this language', () => void askIn(needs, language.value)),
      button('Forget my answer, load anew', () => void forget(needs)),
    ),
  );
  return { element, section, draw };
}

/** Each language by its English name, in the order of those; `current` is chosen. */
function languageOptions(current: string): HTMLOptionElement[] {
  const names = new Intl.DisplayNames('en', { type: 'language' });
  return languageTags
    .split(' ')
    .map((value) => create('option', { value, selected: value === current && '' }, names.of(value)))
    .toSorted((one, other) => one.text.localeCompare(other.text));
}

/** Shows what is asked of visitors in another language, until this page is left. */
async function askIn({ store: { config }, screen }: IdleNeeds, language: string): Promise<void> {
  const view = screen.view() ?? (screen.needsPrompt() ? 'banner' : 'preferences');
  Object.assign(config, { language });
  screen.hide();
  await screen.show(view);
}

/** Forgets the answer, and opens this page as somebody who was never asked, with this panel. */
async function forget({ handle }: IdleNeeds): Promise<void> {
  const next = new URL(location.href);
  next.searchParams.set('consent-debug', '');
  // First, since what ran may have the page loaded anew as soon as its permission is gone.
  history.replaceState(history.state, '', next);
  await handle.erase();
  location.reload();
}
