/** Draws sections. */
import { create } from '../ui/element.ts';
import type { Row, Section } from './section.ts';

export interface ViewNeeds {
  /** Copies a text and says so. */
  copy(text: string): void;
}

/** The answer to one question: heading, sentence, table. Explicit roles, since small screens draw no table. */
export function drawSection(section: Section, at: number, needs: ViewNeeds): HTMLElement {
  const { title, summary, rows, rest } = section;
  const id = `why-${at}`;
  return create(
    'section',
    { 'aria-labelledby': id },
    create('h3', { id }, title),
    summary && create('p', {}, summary),
    rows[0] && drawTable(section.columns, rows, id, needs),
    rest && create('details', {}, create('summary', {}, rest.title), drawTable(section.columns, rest.rows, id, needs)),
  );
}

function drawTable(columns: readonly string[], rows: readonly Row[], label: string, needs: ViewNeeds): HTMLElement {
  const cell = (role: string, text: string, ...more: HTMLElement[]) =>
    create(role === 'cell' ? 'td' : 'th', { role }, text, ...more);
  return create(
    'table',
    { role: 'table', 'aria-labelledby': label },
    create(
      'thead',
      { role: 'rowgroup' },
      create('tr', { role: 'row' }, ...columns.map((column) => cell('columnheader', column))),
    ),
    create('tbody', { role: 'rowgroup' }, ...rows.map((row) => drawRow(row, needs))),
  );
}

/** What runs, waits and is wrong differ by a sign, not by colour alone. */
function drawRow({ cells, mark, code }: Row, needs: ViewNeeds): HTMLElement {
  const [name, ...others] = cells;
  const last = others.length - 1;
  return create(
    'tr',
    { role: 'row', class: mark },
    create('th', { role: 'rowheader', scope: 'row' }, name),
    ...others.map((text, at) =>
      create(
        'td',
        // What has no spaces may break anywhere.
        { role: 'cell', class: /\S{25}/.test(text) && 'long' },
        text,
        at === last && code !== undefined && drawCode(code, name, needs),
      ),
    ),
  );
}

function drawCode(code: string, name: string, { copy }: ViewNeeds): HTMLElement {
  return create(
    'div',
    { class: 'code' },
    create('code', {}, code),
    create(
      'button',
      { type: 'button', 'aria-label': `Copy what to write for ${name}`, onclick: () => copy(code) },
      'Copy',
    ),
  );
}
