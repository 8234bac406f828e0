import type { ConsentModel, RegionRule } from '../api.ts';

/** What holds in a place: its model, and the purposes that its law lets start without permission. */
export type LocalRule = Required<Pick<RegionRule, 'model' | 'exempt'>>;

/** What nobody is worse off with, whatever the place. */
export const STRICTEST: LocalRule = { model: 'opt-in', exempt: [] };

/**
 * The first of `rules` that names `region` (ISO 3166: a rule for `US` covers `US-CA`); where none does, `model` holds
 * and nothing is exempt.
 */
export function ruleFor(region: string | null, rules: readonly RegionRule[], model: ConsentModel): LocalRule {
  const names = (code: string) => code === '*' || (region && `${region}-`.startsWith(code + '-'));
  return { ...STRICTEST, model, ...rules.find((rule) => rule.regions.some(names)) };
}
