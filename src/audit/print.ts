/** The report as text for a terminal. Pure. */
import Table from 'cli-table3';
import { heldBy, missing, type ServiceAdvice } from './advice.ts';
import { namedOf } from './left-out.ts';
import { placesOf, type Repeated, repeatedEdits, repeatedManuals } from './repeated.ts';
import {
  type AuditReport,
  type Edit,
  type HostFinding,
  type KeptFinding,
  looseIn,
  type Manual,
  servicesAt,
} from './report.ts';
import { PHASE_WORDS } from './visitors.ts';
import { count, KIND_WORDS, placeOf, verdictOf } from './words.ts';

/** Everything that a person has to know, in the order in which they ask. */
export function printReport(report: AuditReport): string {
  const { hosts, kept } = looseIn(report);
  return [
    headline(report),
    ...(hosts.length > 0 ? ['Contacted without permission', hostTable(hosts)] : []),
    ...(kept.length > 0 ? ['Kept in the browser without permission', keptTable(kept)] : []),
    ...otherFindings(report),
    ...visitorNotes(report),
    ...leftOutLines(report),
    ...serviceLines(report),
    ...proposalLines(report),
    verdict(report),
  ].join('\n\n');
}

function headline({ site, pages, consentTool }: AuditReport): string {
  const tool = consentTool === null ? 'no consent tool found' : `consent tool: ${consentTool}`;
  return `Audit of ${site}: ${count(pages.length, 'page')}, ${tool}`;
}

const table = (head: string[], rows: string[][]) => {
  const drawn = new Table({ head, style: { head: [], border: [] }, wordWrap: true });
  drawn.push(...rows);
  return drawn.toString();
};

const hostTable = (hosts: readonly HostFinding[]) =>
  table(
    ['Host', 'Who', 'Country', 'When', 'Where'],
    hosts.map((finding) => [
      finding.host,
      finding.services.length > 0 ? finding.title : 'not known',
      finding.country ?? '',
      finding.without.map((phase) => PHASE_WORDS[phase]).join('\n'),
      [...finding.places.slice(0, 3).map(placeOf), ...(finding.places.length > 3 ? ['and others'] : [])].join('\n') ||
        finding.page,
    ]),
  );

const keptTable = (kept: readonly KeptFinding[]) =>
  table(
    ['Name', 'Kind', 'Who', 'When'],
    kept.map((finding) => [
      finding.name,
      KIND_WORDS[finding.kind],
      finding.services.length > 0 ? finding.title : finding.domain,
      finding.without.map((phase) => PHASE_WORDS[phase]).join('\n'),
    ]),
  );

function otherFindings({ hosts, cookies, storage, gone }: AuditReport): string[] {
  const named = (standing: string) => [
    ...hosts.filter((finding) => finding.standing === standing).map(({ host }) => host),
    ...[...cookies, ...storage].filter((finding) => finding.standing === standing).map(({ name }) => name),
  ];
  const lines = [
    ['Allowed by --allow', named('allowed')],
    ['In the baseline already', named('known')],
    ['In the baseline and no more seen, so write it anew with --json', gone],
    ['Of the site’s own, purpose not known', named('unclear')],
    ['Only with permission', named('permitted')],
  ] as const;
  return lines.flatMap(([label, names]) => (names.length > 0 ? [`${label}: ${names.join(', ')}`] : []));
}

function visitorNotes({ visitors }: AuditReport): string[] {
  const phasesOf = new Map<string, string[]>();
  for (const { phase, note } of visitors)
    if (note) phasesOf.set(note, [...(phasesOf.get(note) ?? []), PHASE_WORDS[phase]]);
  const lines = [...phasesOf].map(([note, phases]) => `Not seen ${phases.join(', ')}: ${note}`);
  return lines.length > 0 ? [lines.join('\n')] : [];
}

/** What nobody may take for seen. */
function leftOutLines({ leftOut }: AuditReport): string[] {
  if (leftOut.length === 0) return [];
  const lines = leftOut.map((one) => `  ${count(one.count, 'page')} ${one.advice}\n    ${namedOf(one, 3)}`);
  return [`Left out\n${lines.join('\n')}`];
}

/** What the loose services are, each with its tag where no edit holds it. */
function serviceLines({ proposal, ...report }: AuditReport): string[] {
  const { services, edits } = proposal;
  const held = new Set(edits.flatMap((edit) => heldBy(edit, services, servicesAt(report))));
  if (services.length === 0) return [];
  return [`What they are\n${services.map((one) => aboutService(one, held.has(one))).join('\n')}`];
}

const aboutService = ({ title, id, purposes, reason, tag, note, depends }: ServiceAdvice, isHeld: boolean) =>
  [
    `  ${title} (${id}), ${purposes.join(', ')}: ${reason}`,
    ...(depends ? [`    ${missing(depends)}`] : []),
    ...(isHeld || !tag ? [] : [`    Tag: ${tag.replaceAll('\n', '\n         ')}`]),
    ...(isHeld || !note ? [] : [`    ${note}`]),
  ].join('\n');

function proposalLines({ proposal, passed }: AuditReport): string[] {
  const { edits, manual, written, configuration, tag } = proposal;
  if (passed && edits.length === 0 && manual.length === 0) return [];
  const lines = [];
  if (edits.length > 0)
    lines.push(
      `${written ? 'Edits that were made' : 'Edits that hold it'}\n${repeatedEdits(edits).map(editLines).join('\n')}`,
    );
  if (manual.length > 0) lines.push(`For you to do\n${repeatedManuals(manual).map(manualLine).join('\n')}`);
  if (!written && edits.length > 0)
    lines.push(`First in <head>\n${tag}`, `config.js\n${JSON.stringify(configuration, null, 2)}`);
  return lines;
}

const editLines = (edit: Repeated<Edit>) => {
  const { before, after } = edit.first;
  const lines = (sign: string, text: string) => text.split('\n').map((line) => `\n  ${sign} ${line}`);
  return [`  ${placesOf(edit)}`, ...(before ? lines('-', before) : []), ...lines('+', after)].join('');
};

const manualLine = (manual: Repeated<Manual>) => `  ${placesOf(manual)}  ${manual.first.host}: ${manual.first.advice}`;

function verdict(report: AuditReport): string {
  const cure = report.proposal.written ? ' The edits are made; look again to see that they hold.' : '';
  return verdictOf(report) + (report.passed ? '' : cure);
}
