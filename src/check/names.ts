import type { Rows } from '../model/config.ts';
import { holds, isName } from '../model/expression.ts';
import type { Tell } from './compare.ts';
import { DEFAULT_PURPOSES } from './fields.ts';
import { at, below, find } from './find.ts';
import { isObject, isText, type Fields } from './kinds.ts';
import { nearest } from './near.ts';

const NAMING = 'name it with a-z, 0-9, _ and - only';

/**
 * Purposes and services share their names; whatever speaks of one must name one that there is. `table` is what services
 * are named from, where it is at hand.
 */
export function checkNames(input: Fields, table: Rows | undefined, tell: Tell): void {
  const error = (field: string, fix: string) => tell('error', field, fix);
  const own = Object.keys(at(input, 'purposes'));
  const purposes = [...new Set(['necessary', ...(own.length ? own : DEFAULT_PURPOSES)])];
  const services = Object.entries(at(input, 'services'));
  const named = Array.isArray(input.services) ? input.services.filter(isText) : [];
  const all = [...purposes, ...services.map(([id]) => id), ...named];

  /** That there is no such name, and what was probably meant. */
  const stranger = (field: string, name: string, kind: string, known: readonly string[]) => {
    const near = nearest(name, known);
    // Not among the known, though it is a default one.
    const isReplaced = DEFAULT_PURPOSES.includes(name);
    const advice = isReplaced
      ? `; your "purposes" replace the default ones, so add ${name}: {} to them`
      : near
        ? `; did you mean "${near}"?`
        : '';
    error(field, `there is no ${kind} "${name}"; there are ${known.join(', ')}${advice}`);
  };
  const seePurposes = (field: string, names: unknown) => {
    for (const name of Array.isArray(names) ? names : [])
      if (isText(name) && !purposes.includes(name)) stranger(field, name, 'purpose', purposes);
  };
  /** That no row has this id, and which was probably meant. */
  const seeRow = (field: string, id: string, known: readonly string[]) => {
    const near = nearest(id, known);
    const advice = near ? `did you mean "${near}"?` : 'write its row out: { title, purposes, match, cookies }';
    error(field, `there is no "${id}" in the table of services; ${advice}`);
  };
  const seeExpression = (field: string, text: string) => {
    let unknown = '';
    const verdict = holds(text, (name) => all.includes(name) || void (unknown ||= name));
    if (verdict === 'bad-expression')
      error(
        field,
        `"${text}" cannot be read: write names with spaces for all of them, with | for any, ! for not, ` +
          'like "analytics marketing"',
      );
    if (verdict === 'unknown-name') stranger(field, unknown, 'purpose or service', all);
  };

  for (const id of purposes) {
    const field = below('purposes', id);
    const near = nearest(id, DEFAULT_PURPOSES);
    if (id.includes(','))
      error(
        field,
        `separate names by spaces, not by commas: data-purposes="${own
          .join(' ')
          .split(/[\s,]+/)
          .filter(Boolean)
          .join(' ')}"`,
      );
    else if (!isName(id)) error(field, NAMING);
    else if (!DEFAULT_PURPOSES.includes(id) && !at(input, field).title)
      error(`${field}.title`, `give the name that visitors read${near ? `, or did you mean "${near}"?` : ''}`);
  }
  for (const [id, service] of services) {
    const field = below('services', id);
    const under = isObject(service) && Array.isArray(service.purposes) ? service.purposes : [];
    if (!isName(id)) error(field, NAMING);
    if (purposes.includes(id)) error(field, 'a purpose has this name already: rename one of them');
    if (!under.length) error(`${field}.purposes`, 'name at least one purpose');
    seePurposes(`${field}.purposes`, under);
    if (isObject(service) && !service.title) tell('warning', `${field}.title`, 'give the name that visitors read');
  }
  for (const id of named) {
    const field = below('services', id);
    const row = table && Object.hasOwn(table, id) ? table[id] : undefined;
    if (!isName(id)) error(field, `${NAMING}, and separate ids by spaces`);
    else if (purposes.includes(id)) error(field, 'a purpose has this name: name tools here, such as "hotjar"');
    else if (table && !row) seeRow(field, id, Object.keys(table));
    else if (row && !row.purposes.every((purpose) => purposes.includes(purpose)))
      error(
        field,
        `serves "${row.purposes.join(' ')}", which you have no purpose for; write its row out, with purposes of yours`,
      );
  }
  for (const [field, { applies }] of find(input, 'signals.*')) seePurposes(`${field}.applies`, applies);
  for (const [field, { exempt }] of find(input, 'regions.#')) seePurposes(`${field}.exempt`, exempt);
  for (const [field, { consent }] of find(input, 'block.#'))
    if (isText(consent)) seeExpression(`${field}.consent`, consent);

  for (const [name, ours] of Object.entries(at(input, 'migrate.names'))) {
    const field = below('migrate.names', name);
    if (isText(ours) && /[|!]/.test(ours)) error(field, 'write one of your names, or several with spaces');
    else if (isText(ours)) seeExpression(field, ours);
  }
  const { grants } = at(input, 'migrate');
  for (const name of Array.isArray(grants) ? grants : [])
    if (isText(name) && !all.includes(name)) stranger('migrate.grants', name, 'purpose or service', all);

  const mapped = Object.keys(at(input, 'google.map'));
  for (const name of mapped)
    if (!all.includes(name)) stranger(below('google.map', name), name, 'purpose or service', all);
  if (
    input.google &&
    !(mapped.length ? mapped : DEFAULT_PURPOSES).some((id) => id !== 'necessary' && all.includes(id))
  ) {
    error('google', 'none of your purposes is one of the default four: give google.map');
  }
}
