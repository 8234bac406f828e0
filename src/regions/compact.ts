/**
 * The table in few bytes: one model a line with the regions where it holds, `opt-out CH US-CA`. What is in no line is
 * opt-in. Pure.
 */
import type { ConsentModel, RegionRule } from '../api.ts';

type Rows = Readonly<Record<string, Required<Pick<RegionRule, 'regions' | 'model'>>>>;

/** From the strictest on: a part of a country that is stricter than the rest of it comes first. */
const MODELS: readonly ConsentModel[] = ['opt-in', 'opt-out', 'notice'];

/** The text for `rows`, of which none is less strict than the country that it is a part of. */
export function pack(rows: Rows): string {
  const all = Object.values(rows);
  const looser = all.flatMap(({ model, regions }) => (model === 'opt-in' ? [] : regions));
  /** Whether the last rule, for everywhere, does not say the same. */
  const isNeeded = (code: string) => looser.some((other) => code === other || code.startsWith(`${other}-`));
  return MODELS.flatMap((model) => {
    const codes = all.flatMap((row) => (row.model === model ? row.regions.filter(isNeeded) : []));
    return codes[0] ? [[model, ...codes].join(' ')] : [];
  }).join('\n');
}

/** The rules in a text of `pack`. */
export function unpack(text: string): RegionRule[] {
  const rules = text.split('\n').map((line) => {
    const [model, ...regions] = line.split(' ');
    return { regions, model: model as ConsentModel };
  });
  return [...rules, { regions: ['*'], model: 'opt-in' }];
}
