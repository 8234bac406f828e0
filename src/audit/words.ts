/** Words that all forms of the report use. Pure. */
import { type AuditReport, type HostFinding, type KeptFinding, looseIn } from './report.ts';
import { PHASE_WORDS } from './visitors.ts';

export const KIND_WORDS: Record<KeptFinding['kind'], string> = {
  cookie: 'cookie',
  local: 'localStorage',
  session: 'sessionStorage',
  indexedDB: 'IndexedDB',
  caches: 'cache',
};

/** "before an answer, after Reject". */
export const whenOf = ({ without }: { without: HostFinding['without'] }): string =>
  without.map((phase) => PHASE_WORDS[phase]).join(', ');

export const placeOf = ({ file, line }: { file: string; line: number }): string =>
  line > 0 ? `${file}:${line}` : file;

export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

export function verdictOf(report: AuditReport): string {
  const known = [...report.hosts, ...report.cookies, ...report.storage].filter(({ standing }) => standing === 'known');
  if (report.passed && known.length > 0) return `Nothing new ran without permission; the baseline has ${known.length}.`;
  if (report.passed) return 'Nothing ran without permission.';
  const { hosts, kept } = looseIn(report);
  const parts = [
    ...(hosts.length > 0 ? [`${count(hosts.length, 'host')} contacted`] : []),
    ...(kept.length > 0 ? [`${count(kept.length, 'name')} kept in the browser`] : []),
  ];
  return `Without permission: ${parts.join(', ')}.`;
}
