/** What a site's owner has decided beforehand: `--allow` and `--baseline`. */
import { readFile } from 'node:fs/promises';
import { matchesName } from '../model/match.ts';
import { CannotLook, messageOf } from './cannot-look.ts';
import type { Exceptions } from './findings.ts';
import type { AuditReport } from './report.ts';

/** An entry of `--allow` is a service's id, a host with everything below it, or the name of a cookie or key. */
export function allowedBy(list: readonly string[]): Exceptions['allows'] {
  return ({ services, host, name }) =>
    // A host that serves two services is allowed when both are.
    (services.length > 0 && services.every((id) => list.includes(id))) ||
    list.some(
      (entry) =>
        (host !== undefined && matchesName(`*.${entry.toLowerCase()}`, `.${host}`)) ||
        (name !== undefined && matchesName(entry, name)),
    );
}

/** What the loose, and the already known, findings of an earlier report are recognised by. */
export function knownFrom(report: unknown): Exceptions['knows'] {
  const lists = ['hosts', 'cookies', 'storage'].flatMap((field) => listIn(report, field));
  const known = new Set(lists.filter(isLoose).map((finding) => keyOf((name) => read(finding, name))));
  return (finding) => known.has(keyOf((name) => read(finding, name)));
}

/** What an earlier report found loose or knew already, and this one does not: hosts, and names of what was kept. */
export function goneFrom(earlier: unknown, now: Pick<AuditReport, 'hosts' | 'cookies' | 'storage'>): string[] {
  const isKnownNow = knownFrom(now);
  const findings = ['hosts', 'cookies', 'storage'].flatMap((field) => listIn(earlier, field)).filter(isLoose);
  const text = (finding: unknown, name: string) => String(read(finding, name) ?? '');
  return findings.flatMap((finding) => {
    const [host, kind, name, domain] = ['host', 'kind', 'name', 'domain'].map((field) => text(finding, field));
    const key = host ? { host } : { kind: kind ?? '', name: name ?? '', domain: domain ?? '' };
    return isKnownNow(key) ? [] : [host || name || ''];
  });
}

/**
 * The report of an earlier audit; `{}` where none is named.
 * @throws {CannotLook} when the file is no report
 */
export async function readBaseline(file: string | undefined): Promise<unknown> {
  if (!file) return {};
  try {
    const report: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (!Array.isArray(read(report, 'hosts'))) throw new Error('it is no report of an audit');
    return report;
  } catch (error) {
    throw new CannotLook(`--baseline ${file}: ${messageOf(error)}; write one with --json ${file}`);
  }
}

const isLoose = (finding: unknown) => ['loose', 'known'].includes(String(read(finding, 'standing')));

const keyOf = (field: (name: string) => unknown) =>
  ['host', 'kind', 'domain', 'name'].map((name) => String(field(name) ?? '')).join(' ');

function listIn(report: unknown, field: string): unknown[] {
  const list = read(report, field);
  return Array.isArray(list) ? list : [];
}

const read = (object: unknown, name: string): unknown =>
  typeof object === 'object' && object !== null ? Reflect.get(object, name) : undefined;
