import type { LegalBasis } from '../api.ts';
import { adviceOn } from './accent.ts';
import type { Tell } from './compare.ts';
import { at, find } from './find.ts';
import { isOf, isText, type Fields } from './kinds.ts';

/** What cannot be refused. */
const ALWAYS_ON: readonly LegalBasis[] = ['strictly-necessary', 'contract', 'legal-obligation'];

/** The countries whose law exempts some purposes, see src/regions/table.ts. */
const EXEMPTING: readonly string[] = ['GB', 'FR', 'CH'];

/** What can be meant, and yet a visitor, or an authority, will mind. */
export function checkPractice(input: Fields, tell: Tell): void {
  const warn = (field: string, fix: string) => tell('warning', field, fix);
  const model = input.model ?? 'opt-in';
  const { days = 182, rejectDays = days } = at(input, 'storage') as { days?: number; rejectDays?: number };
  const isTime = (value: unknown) => isOf('a number of days from 1 to 395', value);
  const { accent, reopen } = at(input, 'ui');
  const advice = isText(accent) && accent && adviceOn(accent);

  if (isTime(days) && days > 182)
    warn('storage.days', 'more than six months between questions is more than authorities recommend (CNIL 2020-091)');
  if (isTime(days) && isTime(rejectDays) && rejectDays < days)
    warn('storage.rejectDays', 'a refusal that lapses sooner than a consent asks those who refuse more often');
  if (advice) warn('ui.accent', advice);
  if (reopen === false)
    warn(
      'ui.reopen',
      'keep a link to #consent on every page, so that consent is withdrawn as easily as it is given (GDPR Art. 7(3))',
    );
  const rules = find(input, 'regions.#');
  if (model === 'opt-out' || input.regions === 'recommended' || rules.some(([, rule]) => rule.model === 'opt-out')) {
    warn(
      'model',
      'where opt-out applies, a "Do not sell or share" link to #consent must be easy to find (CCPA regulations, ' +
        'section 7013)',
    );
  }
  for (const [field, { regions, exempt }] of rules) {
    if (!Array.isArray(exempt) || !exempt.length) continue;
    const isMeant = (code: unknown) => isText(code) && EXEMPTING.includes(code.slice(0, 2));
    if (exempt.includes('marketing'))
      warn(`${field}.exempt`, 'no law that we know of lets advertising start without permission; leave marketing out');
    else if (!Array.isArray(regions) || !regions.every(isMeant))
      warn(
        `${field}.exempt`,
        `we know of such exemptions in ${EXEMPTING.join(', ')} alone: give them a rule of their own`,
      );
  }
  for (const [field, purpose] of find(input, 'purposes.*')) {
    if (purpose.default === true && model === 'opt-in')
      warn(`${field}.default`, 'has no effect under opt-in: nothing is pre-ticked');
    if (purpose.sells === true && isOf(ALWAYS_ON, purpose.legalBasis))
      warn(`${field}.sells`, 'a sale of data that nobody can refuse is forbidden nearly everywhere; let it be refused');
    if (field === 'purposes.marketing' && isOf(ALWAYS_ON, purpose.legalBasis))
      warn(`${field}.legalBasis`, 'marketing is not strictly necessary to give visitors what they asked for');
    if (field === 'purposes.marketing' && purpose.legalBasis === 'legitimate-interest')
      warn(
        `${field}.legalBasis`,
        'advertising that reads or stores anything on the device needs consent, whatever its interest (ePrivacy ' +
          'Directive, Art. 5(3))',
      );
  }
}
