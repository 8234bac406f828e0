/** What the checker says of the configuration, and where each field comes from. Pure. */
import type { Facts } from './facts.ts';
import { describe } from './messages.ts';
import { count, type Section } from './section.ts';
import { sourceFields } from './sources.ts';

export function collectConfiguration({ problems, input, sources }: Facts): Section {
  const fields = sourceFields(input, sources);
  return {
    title: 'Configuration',
    summary: problems
      ? problems[0]
        ? `The checker has ${count(problems.length, 'remark')}.`
        : 'The checker has nothing to say.'
      : 'The checker did not come.',
    columns: ['field', 'remark', 'kind'],
    rows: (problems ?? []).map(({ field, fix, level }) => ({
      cells: [field, fix, level],
      mark: level === 'error' ? 'wrong' : undefined,
    })),
    rest: fields[0] && {
      title: `${count(fields.length, 'field')}, and where each comes from`,
      rows: fields.map(({ field, value, source }) => ({ cells: [field, value, source] })),
    },
  };
}

export function collectErrors({ errors }: Facts): Section {
  return {
    title: 'Errors',
    summary: errors[0] ? `${count(errors.length, 'error')} since the page began.` : 'None since the page began.',
    columns: ['code', 'what to do'],
    rows: errors.map((error) => ({ cells: [error.code, describe(error)], mark: 'wrong' })),
  };
}
