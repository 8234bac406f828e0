import type { ConsentModel, Decision, Texts } from '../api.ts';
import type { RightsWords } from '../lazy.ts';
import type { Purpose } from '../model/config.ts';
import { gapOf } from './sentence.ts';

/** What a purpose rests on, and whether data leaves the site for it, in sentences. */
export function factsOfPurpose(
  purpose: Purpose,
  decision: Decision | undefined,
  model: ConsentModel,
  texts: Texts['preferences'],
  rights: RightsWords,
): string {
  const { sells, shares } = purpose;
  return [basisOf(purpose, decision, model, texts, rights), sells && rights.sells, shares && rights.shares]
    .filter(Boolean)
    .join(gapOf(rights.sells));
}

/** Where silence means yes, nothing waits for a consent. */
function basisOf(
  { legalBasis }: Purpose,
  decision: Decision | undefined,
  model: ConsentModel,
  texts: Texts['preferences'],
  rights: RightsWords,
): string {
  // What the law of the place exempts starts without permission, and what was objected to did.
  const isObjectable = /exempt|objection/.test(decision?.reason ?? '');
  switch (isObjectable ? 'legitimate-interest' : legalBasis) {
    case 'consent':
      return model === 'opt-in' ? rights.consent : '';
    case 'legitimate-interest':
      return texts.legitimateInterest;
    case 'contract':
      return rights.contract;
    case 'legal-obligation':
      return rights.legalObligation;
    case 'strictly-necessary':
      return rights.strictlyNecessary;
  }
}
