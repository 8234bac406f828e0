/** What an audit finds, as it is written to `--json`. Fields are added, never renamed; `schema` moves when one goes. */
import type { ConsentConfig } from '../api.ts';
import type { ServiceAdvice } from './advice.ts';
import type { LeftOut } from './left-out.ts';
import type { StorageKind } from './naming.ts';
import type { Phase } from './visitors.ts';

export const SCHEMA = 1;

/**
 * How a finding stands: it ran without permission (which fails the audit), it did but `--allow` names it, it did but
 * the baseline has it already, nobody can tell whether it needs permission, or it had permission.
 */
export type Standing = 'loose' | 'allowed' | 'known' | 'unclear' | 'permitted';

/** A place in a file: a path in the folder, or the address of a page or script; the line is 1-based. */
export interface Place {
  file: string;
  line: number;
}

interface Finding {
  standing: Standing;
  /** Ids of the shipped table; empty for what it does not know. */
  services: string[];
  /** The name for people: the service's, or the host. */
  title: string;
  provider: string | null;
  country: string | null;
  purposes: string[];
  /** The situations in which it was seen without permission. */
  without: Phase[];
  /** The situations in which it was seen with permission. */
  with: Phase[];
  /** The first page on which it was seen. */
  page: string;
}

/** Another site's host that was contacted. */
export interface HostFinding extends Finding {
  host: string;
  /** What was asked for: `script`, `image`, `stylesheet`, `websocket`, `connection` … */
  kinds: string[];
  /** How many addresses of it were asked, over all pages and situations. */
  requests: number;
  /** One of its addresses. */
  example: string;
  /** Where in the site's own files it comes from, as far as the browser tells. */
  places: Place[];
}

/** A cookie, or an entry of storage. */
export interface KeptFinding extends Finding {
  kind: StorageKind;
  name: string;
  domain: string;
}

/** A change of a file, or of a page's markup, that holds something. */
export interface Edit extends Place {
  /** What it is held for: an expression as in `data-consent`; `null` for the tag of this SDK. */
  consent: string | null;
  /** The hosts that it keeps from being asked, as far as the markup names them. */
  hosts: string[];
  before: string;
  after: string;
}

/** What no edit can hold, with what to do instead. */
export interface Manual extends Place {
  host: string;
  advice: string;
}

export interface AuditReport {
  schema: typeof SCHEMA;
  tool: { name: '@commsor/consent'; version: string };
  /** The URL or the folder. */
  site: string;
  /** ISO 8601, in UTC. */
  startedAt: string;
  /** `true` when nothing ran without permission, so the exit code is 0. */
  passed: boolean;
  /** The consent tool that was found: `'commsor'`, another's name, or `null`. */
  consentTool: string | null;
  visitors: { phase: Phase; pages: number; note?: string }[];
  /** The files or addresses that were seen. */
  pages: string[];
  /** The pages that were not, and those on which the edits do not work. */
  leftOut: LeftOut[];
  /** Hosts, and names of what was kept, that the baseline has and this audit has not seen. */
  gone: string[];
  hosts: HostFinding[];
  cookies: KeptFinding[];
  storage: KeptFinding[];
  proposal: {
    /** For `commsorConsentConfig`, or for the builder. */
    configuration: Partial<ConsentConfig>;
    /** The tag that goes first in `<head>`. */
    tag: string;
    edits: Edit[];
    manual: Manual[];
    /** What is known of each service that is loose: why it has its purposes, its tag, what visitors miss meanwhile. */
    services: ServiceAdvice[];
    /** Whether `--write` has made the edits. */
    written: boolean;
  };
}

/** The services of a host that was contacted. */
export const servicesAt =
  ({ hosts }: Pick<AuditReport, 'hosts'>) =>
  (host: string): readonly string[] =>
    hosts.find((finding) => finding.host === host)?.services ?? [];

/** What fails an audit. */
export const looseIn = ({ hosts, cookies, storage }: Pick<AuditReport, 'hosts' | 'cookies' | 'storage'>) => ({
  hosts: hosts.filter(({ standing }) => standing === 'loose'),
  kept: [...cookies, ...storage].filter(({ standing }) => standing === 'loose'),
});
