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
  const all = [...report.hosts, ...report.cookies, ...report.storage];
  const isAllowed = all.some(({ standing }) => standing === 'allowed');
  const known = all.filter(({ standing }) => standing === 'known').length;
  const butAllowed = isAllowed ? ', but for what --allow names' : '';
  if (report.passed && known > 0) return `Nothing new ran without permission${butAllowed}; the baseline has ${known}.`;
  if (report.passed) return `Nothing ran without permission${butAllowed}.`;
  const { hosts, kept } = looseIn(report);
  const parts = [
    ...(hosts.length > 0 ? [`${count(hosts.length, 'host')} contacted`] : []),
    ...(kept.length > 0 ? [`${count(kept.length, 'name')} kept in the browser`] : []),
  ];
  return `Without permission: ${parts.join(', ')}.`;
}
