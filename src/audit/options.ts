/** The words of the command line. Pure: arguments come in, checked options or one sentence come out. */
import { parseArgs } from 'node:util';
import { CannotLook, messageOf } from './cannot-look.ts';

/** What `audit` is asked to do. */
export interface AuditOptions {
  /** A URL (`https://example.com/`) or a folder with HTML files. */
  target: string;
  /** How many pages are visited at most. */
  pages: number;
  /** What may run without consent: service ids, hosts with everything below them, names of cookies or keys. */
  allow: string[];
  /** Whether the edits are made to the files of the folder. */
  write: boolean;
  /** A report of an earlier audit, whose findings do not fail this one. */
  baseline?: string;
  json?: string;
  html?: string;
  junit?: string;
}

/** What `declaration` is asked to do. */
export interface DeclarationOptions {
  /** A file with a configuration as JSON. */
  config: string;
  /** A BCP 47 tag; empty: that of the configuration. */
  lang: string;
  /** The level of its headings, from 1 to 6. */
  level: number;
}

export const HELP = `npx @commsor/consent audit <url | folder> [options]

Visits a site as somebody who has not answered, rejects, accepts, withdraws, or whose browser sends
Global Privacy Control or Do Not Track, and tells what ran without permission.

  --pages N         visit at most N pages (20)
  --json FILE       write the report as JSON
  --html FILE       write the report as one HTML file
  --junit FILE      write the report for a CI server
  --write           make the edits that hold what is loose in the folder's files
  --allow LIST      what may run without permission: services, hosts, names of cookies, with commas between
  --baseline FILE   a JSON report; what it names already does not fail this audit
  --help            print this
  --version         print the version

Exit code: 0 nothing ran without permission, 1 something did, 2 it could not look.

npx @commsor/consent declaration <config.json | config.js> [--lang TAG] [--level N]

Prints the purposes and services of a configuration as HTML, for <div data-consent-declaration>
on the privacy page: what people without JavaScript read.

  --lang TAG        the language, such as de (that of the configuration, else en)
  --level N         the level of its headings, from 1 to 6: one below the heading before it (3)`;

const flags = {
  pages: { type: 'string', default: '20' },
  json: { type: 'string' },
  html: { type: 'string' },
  junit: { type: 'string' },
  write: { type: 'boolean', default: false },
  allow: { type: 'string', default: '' },
  baseline: { type: 'string' },
  lang: { type: 'string', default: '' },
  // Below the `h2` that introduces it, as most privacy pages have one.
  level: { type: 'string', default: '3' },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const;

/**
 * Reads the arguments behind the name of the program.
 * @throws {CannotLook} for what is no option, or an option without its value
 */
export function parseOptions(args: readonly string[]): AuditOptions | DeclarationOptions | 'help' | 'version' {
  const { values, positionals } = parse(args);
  if (values.help || args.length === 0) return 'help';
  if (values.version) return 'version';
  const [command, target, ...rest] = positionals;
  if (command === 'declaration') {
    if (!target || rest.length > 0)
      throw new CannotLook('Name one file: npx @commsor/consent declaration consent.json --lang de');
    if (!/^[1-6]$/.test(values.level))
      throw new CannotLook(`--level is "${values.level}"; write a level of headings from 1 to 6, such as --level 2`);
    return { config: target, lang: values.lang, level: Number(values.level) };
  }
  if (command !== 'audit') throw new CannotLook(`"${command}" is no command; write: npx @commsor/consent audit <url>`);
  if (!target || rest.length > 0)
    throw new CannotLook('Name one URL or one folder: npx @commsor/consent audit https://example.com');
  if (isUrl(target) && !URL.canParse(target))
    throw new CannotLook(`${target} is no URL; write one such as https://example.com`);
  const pages = Number(values.pages);
  if (!Number.isInteger(pages) || pages < 1)
    throw new CannotLook(`--pages is "${values.pages}"; write a whole number from 1, such as --pages 20`);
  if (values.write && isUrl(target))
    throw new CannotLook('--write needs the files: name the folder of the site instead of its URL');
  const { write, baseline, json, html, junit } = values;
  const allow = values.allow.split(/[\s,]+/).filter(Boolean);
  return { target, pages, allow, write, baseline, json, html, junit };
}

/** Whether a target is an address, and not a folder. */
export const isUrl = (target: string): boolean => /^https?:\/\//i.test(target);

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags, allowPositionals: true });
  } catch (error) {
    throw new CannotLook(`${messageOf(error).replace(/\.? To specify.*/, '')}; see --help`);
  }
}
