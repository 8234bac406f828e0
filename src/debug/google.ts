/** What Google was told, in order: who came before the default, and what is in effect now. Pure. */
import { toConsentMode } from '../integrations/google/index.ts';
import { ownFields } from '../model/coerce.ts';
import { DEFAULT_MAP } from '../model/google-map.ts';
import { type Facts } from './facts.ts';
import { count, type Row, type Section, short } from './section.ts';

type Entry = Readonly<Record<string, unknown>>;
type Mode = Readonly<Record<string, unknown>>;

/** What may stand before the default without being heard by anyone: a moment, and settings. */
const QUIET = /^(js|set|consent|gtm\.init_consent)$/;

const isConsent = (entry: Entry, kind?: string) => entry[0] === 'consent' && (!kind || entry[1] === kind);
const nameOf = (entry: Entry) => String(entry[0] ?? entry.event ?? 'an object');
const modeOf = (entry: Entry): Mode => ownFields<Record<string, unknown>>(entry[2]);
const granted = (mode: Mode) =>
  Object.keys(mode)
    .filter((type) => mode[type] === 'granted')
    .join(', ') || 'nothing';

/** What Google takes for granted: of defaults the last for all regions counts, of updates the last. */
export function inEffect(entries: readonly Entry[]): Record<string, unknown> {
  const ofKind = (kind: string) =>
    entries.filter((entry) => isConsent(entry, kind) && !('region' in modeOf(entry))).map(modeOf);
  return Object.assign({}, ...ofKind('default'), ...ofKind('update'));
}

export function collectGoogle({ layer, config, state }: Facts): Section {
  const title = 'Google’s data layer';
  const columns = ['place', 'what', 'meaning'];
  if (!layer) return { title, summary: 'There is none in this page.', columns, rows: [] };
  const entries = layer.map((entry): Entry => ownFields<Record<string, unknown>>(entry));
  const first = entries.findIndex((entry) => isConsent(entry, 'default'));
  const early = entries.filter((entry, at) => (first < 0 || at < first) && !QUIET.test(nameOf(entry)));
  const lines = entries.map((entry, at) => lineOf(entry, at, early.includes(entry)));
  const isTold = (row: Row) => row.mark !== undefined;
  const others = lines.filter((row) => !isTold(row));
  const rest = others[0] && { title: count(others.length, 'other entry', 'other entries'), rows: others };
  const effect = config.google
    ? typesOf(inEffect(entries), toConsentMode(config.google.map ?? DEFAULT_MAP, state.decisions))
    : [];
  return {
    title,
    summary: summaryOf(first, early, !!config.google),
    columns,
    rows: [...effect, ...lines.filter(isTold)],
    rest,
  };
}

function summaryOf(first: number, early: readonly Entry[], isConfigured: boolean): string {
  if (!isConfigured) return 'There is one, and "google" is not configured: Google’s tags are told nothing.';
  if (first < 0) return 'Nothing in it is a consent default.';
  return early[0]
    ? `${early.map(nameOf).join(', ')} came before the consent default: Google took its own default for that.`
    : 'The consent default comes first.';
}

function lineOf(entry: Entry, at: number, isEarly: boolean): Row {
  const place = `entry ${at + 1}`;
  if (isConsent(entry)) {
    const mode = modeOf(entry);
    const where = 'region' in mode ? ` in ${String(mode.region)}` : '';
    return { cells: [place, `consent ${String(entry[1])}`, `grants ${granted(mode)}${where}`], mark: 'runs' };
  }
  const what = [nameOf(entry), typeof entry[1] === 'string' && entry[1]].filter(Boolean).join(' ');
  return {
    cells: [place, short(what, 60), isEarly ? 'came before the default: put our tag above it' : ''],
    mark: isEarly ? 'wrong' : undefined,
  };
}

/** Each type as it is, and as the decision says that it ought to be. */
const typesOf = (is: Mode, ought: Mode): Row[] =>
  Object.keys(ought).map((type) => ({
    cells: [
      'now',
      type,
      is[type] === ought[type]
        ? String(ought[type])
        : `${String(is[type] ?? 'not told')}; the decision says ${String(ought[type])}`,
    ],
    mark: is[type] !== ought[type] ? 'wrong' : ought[type] === 'granted' ? 'runs' : 'waits',
  }));
