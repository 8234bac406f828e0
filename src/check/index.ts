import type { Problem } from '../lazy.ts';
import { compare, type Tell } from './compare.ts';
import { FIELDS } from './fields.ts';
import { at } from './find.ts';
import { isObject } from './kinds.ts';
import { checkLanguage } from './language.ts';
import { checkNames } from './names.ts';
import { checkPractice } from './practice.ts';
import { checkRegions } from './regions.ts';
import { checkRequired } from './required.ts';
import { checkTexts } from './texts.ts';

/**
 * Everything that is wrong, and every pattern that the law or the visitors will mind, with the way to mend it. Never
 * throws.
 */
export function check(input: unknown): Problem[] {
  const problems: Problem[] = [];
  // One sentence a field: the first is the plainest.
  const tell: Tell = (level, field, fix) =>
    void (
      problems.some((problem) => problem.level === level && problem.field === field) ||
      problems.push({ level, field, fix })
    );
  if (!isObject(input)) {
    tell('error', 'configuration', 'must be an object');
    return problems;
  }
  // Where src/page-config.ts could not read it.
  if (Object.hasOwn(input, 'commsor-consent-config'))
    tell(
      'error',
      'commsor-consent-config',
      'its JSON cannot be read: check commas and quotes; until then it is left out',
    );
  compare(input, '', FIELDS, 'error', tell);
  checkRequired(input, tell);
  checkNames(input, tell);
  checkTexts(at(input, 'texts'), tell);
  checkLanguage(input.language, tell);
  checkRegions(input, tell);
  checkPractice(input, tell);
  return problems;
}
