/** The report for a CI server, https://github.com/testmoapp/junitxml: a test for each finding. Pure. */
import { type AuditReport, type HostFinding, type KeptFinding } from './report.ts';
import { placeOf, whenOf } from './words.ts';

export function junitOf(report: AuditReport): string {
  const { hosts, cookies, storage } = report;
  const suites = [
    suite('hosts', hosts, ({ host }) => host),
    suite('cookies', cookies, ({ name, domain }) => `${name} (${domain})`),
    suite('storage', storage, ({ kind, name }) => `${kind} ${name}`),
  ];
  const sum = (field: 'tests' | 'failures') => suites.reduce((total, one) => total + one[field], 0);
  const name = escape(`consent audit of ${report.site}`);
  const head = `<testsuites name="${name}" tests="${sum('tests')}" failures="${sum('failures')}">`;
  return ['<?xml version="1.0" encoding="UTF-8"?>', head, ...suites.map(({ text }) => text), '</testsuites>', ''].join(
    '\n',
  );
}

function suite<Finding extends HostFinding | KeptFinding>(
  name: string,
  findings: readonly Finding[],
  nameOf: (finding: Finding) => string,
) {
  const cases = findings.map((finding) => {
    const open = `  <testcase classname="consent.${name}" name="${escape(nameOf(finding))}"`;
    if (finding.standing !== 'loose') return `${open}/>`;
    const places = 'places' in finding ? finding.places.map(placeOf) : [];
    const message = escape(`${finding.title} without permission: ${whenOf(finding)}`);
    const where = escape([...places, finding.page].join('\n'));
    return `${open}><failure message="${message}">${where}</failure></testcase>`;
  });
  const failures = findings.filter(({ standing }) => standing === 'loose').length;
  const head = `<testsuite name="${name}" tests="${cases.length}" failures="${failures}">`;
  return { text: [head, ...cases, '</testsuite>'].join('\n'), tests: cases.length, failures };
}

/** Nothing but what XML 1.0 may hold. */
const escape = (text: string) =>
  text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
