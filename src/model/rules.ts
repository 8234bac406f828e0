import type { BlockRule, ServiceConfig } from '../api.ts';

/** A rule of the site whose fields can be used. */
export type Rule = Required<BlockRule>;

/** The rules that a guard works by: the site's own, then one for each service that says where it loads from. */
export const rulesOf = (
  block: readonly BlockRule[],
  services: readonly (readonly [id: string, service: Pick<ServiceConfig, 'match' | 'globals'>])[],
): readonly Rule[] =>
  [...block, ...services.map(([consent, service]) => ({ ...service, consent }))].flatMap((rule) => {
    // One that is no rule stops no other; the checker says what is wrong with it.
    const match = texts(rule?.match);
    return match[0] && typeof rule.consent === 'string'
      ? { match, globals: texts(rule.globals), consent: rule.consent }
      : [];
  });

const texts = (value: unknown): string[] => [value].flat().filter((text) => typeof text === 'string');

/** Whether `code` mentions the global `name`, as a word of its own. In time linear in its length. */
export function mentions(code: string, name: string): boolean {
  const isPart = (character = '') => /[\w$]/.test(character);
  for (let at = name ? code.indexOf(name) : -1; at >= 0; at = code.indexOf(name, at + 1))
    if (!isPart(code[at - 1]) && !isPart(code[at + name.length])) return true;
  return false;
}
