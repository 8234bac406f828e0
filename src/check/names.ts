import type { Rows } from '../model/config.ts';
import { holds, isName } from '../model/expression.ts';
import type { Tell } from './compare.ts';
import { DEFAULT_PURPOSES } from './fields.ts';
import { at, below, find } from './find.ts';
import { isObject, isText, type Fields } from './kinds.ts';
import { nearest } from './near.ts';

const NAMING = 'name it with a-z, 0-9, _ and - only';

/** The names that there are, and what can be told of one. */
interface Names {
  readonly purposes: readonly string[];
  /** Purposes and services. */
  readonly all: readonly string[];
  error(field: string, fix: string): void;
  /** That there is no such name, and what was probably meant. */
  stranger(field: string, name: string, kind: string, known: readonly string[]): void;
}

/**
 * Purposes and services share their names; whatever speaks of one must name one that there is. `table` is what services
 * are named from, where it is at hand.
 */
export function checkNames(input: Fields, table: Rows | undefined, tell: Tell): void {
  const own = Object.keys(at(input, 'purposes'));
  const purposes = [...new Set(['necessary', ...(own.length ? own : DEFAULT_PURPOSES)])];
  const named = Array.isArray(input.services) ? input.services.filter(isText) : [];
  const all = [...purposes, ...Object.keys(at(input, 'services')), ...named];
  const error = (field: string, fix: string) => tell('error', field, fix);

  function stranger(field: string, name: string, kind: string, known: readonly string[]): void {
    const near = nearest(name, known);
    // Not among the known, though it is a default one.
    const isReplaced = DEFAULT_PURPOSES.includes(name);
    const advice = isReplaced
      ? `; your "purposes" replace the default ones, so add ${name}: {} to them`
      : near
        ? `; did you mean "${near}"?`
        : '';
    error(field, `there is no ${kind} "${name}"; there are ${known.join(', ')}${advice}`);
  }

  const names: Names = { purposes, all, error, stranger };
  for (const id of purposes) checkPurpose(id, own, input, names);
  for (const [id, service] of Object.entries(at(input, 'services'))) checkService(id, service, names, tell);
  for (const id of named) checkNamed(id, table, names);
  for (const [field, { applies }] of find(input, 'signals.*')) seePurposes(`${field}.applies`, applies, names);
  for (const [field, { exempt }] of find(input, 'regions.#')) seePurposes(`${field}.exempt`, exempt, names);
  for (const [field, { consent }] of find(input, 'block.#'))
    if (isText(consent)) seeExpression(`${field}.consent`, consent, names);
  checkMigration(input, names);
  checkGoogle(input, names);
}

function seePurposes(field: string, written: unknown, { purposes, stranger }: Names): void {
  for (const name of Array.isArray(written) ? written : [])
    if (isText(name) && !purposes.includes(name)) stranger(field, name, 'purpose', purposes);
}

function seeExpression(field: string, text: string, { all, error, stranger }: Names): void {
  let unknown = '';
  const verdict = holds(text, (name) => all.includes(name) || void (unknown ||= name));
  if (verdict === 'bad-expression')
    error(
      field,
      `"${text}" cannot be read: write names with spaces for all of them, with | for any, ! for not, ` +
        'like "analytics marketing"',
    );
  if (verdict === 'unknown-name') stranger(field, unknown, 'purpose or service', all);
}

function checkPurpose(id: string, own: readonly string[], input: Fields, { error }: Names): void {
  const field = below('purposes', id);
  const near = nearest(id, DEFAULT_PURPOSES);
  const spaced = () => own.flatMap((name) => name.split(/[\s,]+/).filter(Boolean)).join(' ');
  if (id.includes(',')) error(field, `separate names by spaces, not by commas: data-purposes="${spaced()}"`);
  else if (!isName(id)) error(field, NAMING);
  else if (!DEFAULT_PURPOSES.includes(id) && !at(input, field).title)
    error(`${field}.title`, `give the name that visitors read${near ? `, or did you mean "${near}"?` : ''}`);
}

function checkService(id: string, service: unknown, names: Names, tell: Tell): void {
  const field = below('services', id);
  const under = isObject(service) && Array.isArray(service.purposes) ? service.purposes : [];
  if (!isName(id)) names.error(field, NAMING);
  if (names.purposes.includes(id)) names.error(field, 'a purpose has this name already: rename one of them');
  if (!under.length) names.error(`${field}.purposes`, 'name at least one purpose');
  seePurposes(`${field}.purposes`, under, names);
  if (isObject(service) && !service.title) tell('warning', `${field}.title`, 'give the name that visitors read');
}

/** One that is named by its id, and not written out. */
function checkNamed(id: string, table: Rows | undefined, { purposes, error }: Names): void {
  const field = below('services', id);
  const row = table && Object.hasOwn(table, id) ? table[id] : undefined;
  const near = table && !row && nearest(id, Object.keys(table));
  if (!isName(id)) error(field, `${NAMING}, and separate ids by spaces`);
  else if (purposes.includes(id)) error(field, 'a purpose has this name: name tools here, such as "hotjar"');
  else if (table && !row) {
    const advice = near ? `did you mean "${near}"?` : 'write its row out: { title, purposes, match, cookies }';
    error(field, `there is no "${id}" in the table of services; ${advice}`);
  } else if (row && !row.purposes.every((purpose) => purposes.includes(purpose)))
    error(
      field,
      `serves "${row.purposes.join(' ')}", which you have no purpose for; write its row out, with purposes of yours`,
    );
}

function checkMigration(input: Fields, names: Names): void {
  for (const [name, ours] of Object.entries(at(input, 'migrate.names'))) {
    const field = below('migrate.names', name);
    if (isText(ours) && /[|!]/.test(ours)) names.error(field, 'write one of your names, or several with spaces');
    else if (isText(ours)) seeExpression(field, ours, names);
  }
  const { grants } = at(input, 'migrate');
  for (const name of Array.isArray(grants) ? grants : [])
    if (isText(name) && !names.all.includes(name))
      names.stranger('migrate.grants', name, 'purpose or service', names.all);
}

function checkGoogle(input: Fields, { all, error, stranger }: Names): void {
  const mapped = Object.keys(at(input, 'google.map'));
  for (const name of mapped)
    if (!all.includes(name)) stranger(below('google.map', name), name, 'purpose or service', all);
  const isKnown = (id: string) => id !== 'necessary' && all.includes(id);
  if (input.google && !(mapped.length ? mapped : DEFAULT_PURPOSES).some(isKnown))
    error('google', 'none of your purposes is one of the default four: give google.map');
}
