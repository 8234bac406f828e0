import type { Config } from '../model/config.ts';
import { aText, ownFields } from '../model/coerce.ts';
import type { Tool } from './tools.ts';

/** Turns a name of another tool into one of ours, or several with spaces; `null` where nobody knows which it is. */
export type Translate = (tool: Tool, name: string) => string | null;

/**
 * The site's own map comes first; then a name that is ours too, then what the tool's groups mean by default, then the
 * id that a name spells: `googleAnalytics` and `Google Analytics` are `google-analytics`.
 */
export function translator({
  purposes,
  services,
  migrate,
}: Pick<Config, 'purposes' | 'services' | 'migrate'>): Translate {
  const names = ownFields<Record<string, unknown>>(ownFields<{ names: unknown }>(migrate).names);
  const ifKnown = (name: string | undefined) =>
    name !== undefined && (purposes.has(name) || services.has(name)) ? name : null;
  return ({ groups = {} }, name) =>
    aText(names[name]).trim() ||
    (ifKnown(name) ?? ifKnown(Object.hasOwn(groups, name) ? groups[name] : undefined) ?? ifKnown(idOf(name)));
}

/** `googleAnalytics`, `Google Analytics` and `google_analytics` as an id. */
const idOf = (name: string) =>
  name
    .trim()
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/[\s_]+/g, '-')
    .toLowerCase();
