/** What the table of services knows and nobody asks about: first of all, with the cure. Pure. */
import type { Facts } from './facts.ts';
import { count, type Section } from './section.ts';

export function collectUntagged({ loose }: Pick<Facts, 'loose'>): Section {
  return {
    title: 'Known services that run untagged',
    summary: loose[0]
      ? `${count(loose.length, 'known service runs', 'known services run')} without asking anyone.`
      : 'Nothing that the table of services knows runs without asking.',
    columns: ['service', 'seen', 'what to do'],
    rows: loose.map(({ title, addresses, advice, code }) => ({
      cells: [title, addresses.join('\n'), advice],
      mark: 'wrong' as const,
      code,
    })),
  };
}
