/** Makes a design of an audit's report, of the `config.js` that it writes, or of any configuration as JSON. Pure. */
import { services as table } from '../../src/services/table.ts';
import type { ServiceConfig } from '../../src/api.ts';
import { CORNERS, type Design, type OwnService, PLAIN, read, USUAL_PURPOSES, WORDS } from './design.ts';

export type Opened =
  | { readonly design: Design; /** Fields that the builder has no place for, by path. */ readonly left: string[] }
  | { readonly fault: string };

type Fields = Record<string, unknown>;

const KNOWN: Readonly<Record<string, ServiceConfig>> = table;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The design in the text of a file. Each field is read as one of a link is, so that it is never more than one. */
export function opened(text: string): Opened {
  const content = parse(text);
  if (!isFields(content)) return { fault: 'This is no report of the audit, and no configuration.' };
  const { proposal } = content;
  const config = isFields(proposal) ? proposal.configuration : content;
  if (!isFields(config) || !('policy' in config || 'services' in config))
    return { fault: 'There is no configuration in it: it names neither a policy nor services.' };
  const rest = structuredClone(config);
  const fields = new URLSearchParams(
    Object.entries({
      ...policyIn(rest),
      ...purposesIn(rest),
      ...servicesIn(rest),
      ...lawIn(rest),
      ...wordsIn(rest),
      ...looksIn(rest),
      google: take(rest, 'google') === true ? 'yes' : 'no',
    }),
  );
  return { design: read(String(fields)), left: pathsIn(rest) };
}

function parse(text: string): unknown {
  const assigned = /window\.commsorConsentConfig\s*=\s*([\s\S]*?);?\s*$/.exec(text)?.[1];
  try {
    return JSON.parse(assigned ?? text);
  } catch {
    return undefined; // No JSON: it is told as such.
  }
}

/** The value of a field, which is then no longer among those that are left. */
function take(from: Fields, name: string): unknown {
  const value = from[name];
  delete from[name];
  return value;
}

const takeText = (from: Fields, name: string): string =>
  typeof from[name] === 'string' ? String(take(from, name)) : '';
const takeFields = (from: Fields, name: string): Fields => (isFields(from[name]) ? from[name] : {});

function policyIn(config: Fields): Partial<Record<keyof Design, string>> {
  const policy = takeFields(config, 'policy');
  return {
    policy: takeText(policy, 'url') || PLAIN.policy,
    version: takeText(policy, 'version'),
    changes: takeText(policy, 'changes'),
  };
}

function purposesIn(config: Fields): Partial<Record<keyof Design, string>> {
  if (!isFields(config.purposes)) return {};
  const { purposes } = config;
  const ids = Object.keys(purposes).filter((id) => id !== 'necessary');
  const isUsual = (id: string) => USUAL_PURPOSES.some((usual) => usual === id);
  const own = ids
    .filter((id) => !isUsual(id))
    .map((id) => {
      const purpose = takeFields(purposes, id);
      const [title, description] = [takeText(purpose, 'title'), takeText(purpose, 'description')];
      return { id, title, description, legalBasis: takeText(purpose, 'legalBasis') || 'consent' };
    });
  return { purposes: ids.filter(isUsual).join(' '), ownPurposes: JSON.stringify(own) };
}

function servicesIn(config: Fields): Partial<Record<keyof Design, string>> {
  if (Array.isArray(config.services)) return { services: idsIn(take(config, 'services')).join(' ') };
  const services = takeFields(config, 'services');
  const [chosen, own]: [string[], OwnService[]] = [[], []];
  for (const [id, row] of Object.entries(services)) {
    if (!isFields(row)) continue;
    const known = Object.hasOwn(KNOWN, id) ? KNOWN[id] : undefined;
    if (known) chosen.push(chosenAs(id, row, known));
    else own.push(ownFrom(id, row));
  }
  return { services: chosen.join(' '), ownServices: JSON.stringify(own) };
}

/** A row of the table, with the purpose that it has here where that is another one. */
function chosenAs(id: string, row: Fields, known: ServiceConfig): string {
  const isSame = (value: unknown, other: unknown) => JSON.stringify(value) === JSON.stringify(other);
  for (const [name, value] of Object.entries(known)) if (isSame(row[name], value)) delete row[name];
  const [purpose, ...more] = idsIn(row.purposes);
  if (!purpose || more.length > 0) return id;
  delete row.purposes;
  return `${id}:${purpose}`;
}

function ownFrom(id: string, row: Fields): OwnService {
  const [purpose = '', ...more] = idsIn(row.purposes);
  if (more.length === 0) delete row.purposes;
  return {
    id,
    title: takeText(row, 'title'),
    purpose,
    provider: takeText(row, 'provider'),
    policyUrl: takeText(row, 'policyUrl'),
    match: idsIn(take(row, 'match')).join(' '),
  };
}

const idsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

function lawIn(config: Fields): Partial<Record<keyof Design, string>> {
  const [rule, ...more] = Array.isArray(config.regions) ? config.regions : [];
  if (!isFields(rule) || more.length > 0 || Object.keys(rule).join() !== 'regions,model' || rule.model !== 'opt-out')
    return { model: takeText(config, 'model') };
  delete config.regions;
  return { model: 'by-region', optOutIn: idsIn(rule.regions).join(', '), region: takeText(config, 'region') };
}

function wordsIn(config: Fields): Partial<Record<keyof Design, string>> {
  const language = takeText(config, 'language');
  const texts = takeFields(config, 'texts');
  const spoken: [string, Fields][] = language ? [[language, texts]] : Object.entries(texts).filter(isSpoken);
  const words = spoken.map(([tag, own]) => {
    const banner = takeFields(own, 'banner');
    return [tag, Object.fromEntries(WORDS.map((word) => [word, takeText(banner, word)]).filter(([, said]) => said))];
  });
  return { language, words: JSON.stringify(Object.fromEntries(words)) };
}

const isSpoken = (entry: [string, unknown]): entry is [string, Fields] => isFields(entry[1]) && entry[0] !== 'banner';

function looksIn(config: Fields): Partial<Record<keyof Design, string>> {
  const ui = takeFields(config, 'ui');
  const position = takeText(ui, 'position');
  return {
    layout: takeText(ui, 'layout'),
    ...(CORNERS.some((corner) => corner === position) ? { corner: position } : { edge: position }),
    theme: takeText(ui, 'theme'),
    accent: takeText(ui, 'accent'),
    ...reopenIn(ui),
  };
}

function reopenIn(ui: Fields): Partial<Record<keyof Design, string>> {
  if (ui.reopen === false) {
    delete ui.reopen;
    return { reopen: 'off' };
  }
  const reopen = takeFields(ui, 'reopen');
  const pixels = idsIn(reopen.offset).flatMap((length) => /^(\d{1,3})px$/.exec(length)?.[1] ?? []);
  const [aside, above] = pixels;
  if (aside !== undefined && above !== undefined) delete reopen.offset;
  return {
    reopen: takeText(reopen, 'position'),
    reopenLabel: takeText(reopen, 'label'),
    ...(aside !== undefined && above !== undefined ? { aside, above } : {}),
  };
}

/** The paths to all values that are still there. */
function pathsIn(value: unknown, path = ''): string[] {
  if (!isFields(value)) return [path];
  return Object.entries(value).flatMap(([name, inner]) => pathsIn(inner, path ? `${path}.${name}` : name));
}
