import type { PolicyConfig, PolicyVersion } from '../api.ts';
import { aText, listOf, ownFields } from './coerce.ts';

/**
 * What changed in the policy since the version that the visitor knows, oldest first: what `history` says of each later
 * one. Where it does not know both, what is said of the version of now.
 */
export function changesSince(known: string, policy: Omit<PolicyConfig, 'url'>): string {
  const versions = listOf<PolicyVersion>(policy.history).map((version) => ownFields<PolicyVersion>(version));
  const at = (name?: string) => versions.findIndex(({ version }) => version === name);
  const [from, to] = [at(known), at(policy.version)];
  // The list may begin with the newest or with the oldest: where the two stand tells.
  const later = from < to ? versions.slice(from + 1, to + 1) : versions.slice(to, from).reverse();
  const isKnown = from >= 0 && to >= 0;
  const said = (isKnown ? later : []).map(({ changes }) => aText(changes)).filter(Boolean);
  return said.join(' ') || policy.changes || aText(versions[to]?.changes);
}
