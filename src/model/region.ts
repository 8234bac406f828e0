import type { ConsentModel, RegionRule } from '../api.ts';

/** The model of the first rule that names `region` (ISO 3166: a rule for `US` covers `US-CA`), else `fallback`. */
export function modelFor(region: string | null, rules: readonly RegionRule[], fallback: ConsentModel): ConsentModel {
  const names = (code: string) => code === '*' || (region && `${region}-`.startsWith(code + '-'));
  return rules.find((rule) => rule.regions.some(names))?.model ?? fallback;
}
