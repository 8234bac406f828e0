import type { Problem } from '../lazy.ts';
import type { Rows } from '../model/config.ts';
import type { Fault } from '../model/faults.ts';
import { compare, type Tell } from './compare.ts';
import { FIELDS } from './fields.ts';
import { at } from './find.ts';
import { isObject } from './kinds.ts';
import { checkLabels } from './labels.ts';
import { checkLanguage } from './language.ts';
import { checkNames } from './names.ts';
import { checkPractice } from './practice.ts';
import { checkRegions } from './regions.ts';
import { checkRequired } from './required.ts';
import { checkTexts } from './texts.ts';

/**
 * Everything that is wrong, and every pattern that the law or the visitors will mind, with the way to mend it.
 * `faults` is what could not even be read, see src/page-config.ts; `table`, where it is at hand, is what services are
 * named from. Never throws.
 */
export function check(input: unknown, faults: readonly Fault[] = [], table?: Rows): Problem[] {
  const problems: Problem[] = faults.map(({ field, fix }) => ({ level: 'error', field, fix }));
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
  compare(input, '', FIELDS, 'error', tell);
  checkRequired(input, tell);
  checkNames(input, table, tell);
  checkTexts(at(input, 'texts'), tell);
  checkLabels(at(input, 'texts'), tell);
  checkLanguage(input.language, tell);
  checkRegions(input, tell);
  checkPractice(input, tell);
  return problems;
}
