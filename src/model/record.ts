import type { Choice, ConsentRecord } from '../api.ts';

/** `days` in milliseconds. */
export const inDays = (days: number) => days * 864e5;

/** What a cookie can hold with its name, in bytes; a longer text is not looked at. */
export const MAX_LENGTH = 4096;

/** So far ahead of ours may the clock of a server be that presets a choice, in milliseconds: five minutes. */
const CLOCK_SKEW = 3e5;

/** A number below `limit` that stands for `text`: it notices accidents, and resists no one. */
function hashOf(text: string, limit: number): number {
  let hash = 7;
  for (const unit of text.split('')) hash = (hash * 31 + unit.charCodeAt(0)) % limit;
  return hash;
}

/** Three characters that stand for `text`; enough to notice a change. */
export const fingerprint = (text: string): string => (hashOf(text, 46656) + 46656).toString(36).slice(-3);

/** Whether an answer given to `revision` still speaks for all of `meanings`; fewer are no change. */
export function isUnchanged(revision: string | undefined, meanings: readonly string[]): boolean {
  const known = revision?.match(/.{3}/g);
  // A preset answer without fingerprints speaks for what there is.
  return !known || meanings.every((meaning) => known.includes(meaning));
}

/**
 * The text that is stored: one query string, ASCII only, readable by any server (README, "The stored choice"):
 *
 * v=1&c=<check>&id=…&t=<ms>&x=<ms>&p=<policy version>&e=given&m=banner&l=en&s=gpc&granted=analytics*k3f.maps&denied=ads
 *
 * `c` checks all that comes after it; `t` given at, `x` counts until; each answered name with fingerprints of what was
 * asked.
 */
export function encodeRecord({
  id,
  givenAt,
  expiresAt,
  signals,
  choices,
  revisions,
  ...record
}: ConsentRecord): string {
  const list = (choice: Choice) =>
    Object.keys(choices)
      .filter((name) => choices[name] === choice)
      .map((name) => name + (revisions[name] ? '*' + revisions[name] : ''))
      .join('.');
  // A record that was read may hold anything in its texts.
  const [i, p, l] = [id, record.policyVersion, record.language].map(encodeURIComponent);
  const s = (signals.dnt ? 'dnt' : '') + (signals.gpc ? 'gpc' : '');
  return sealed(
    `id=${i}&t=${givenAt}&x=${expiresAt}&p=${p}&e=${record.event}&m=${record.method}&l=${l}&s=${s}` +
      `&granted=${list('granted')}&denied=${list('denied')}`,
  );
}

/**
 * The record in `text` at `now`, in milliseconds since 1970; or `null` when it is not exactly one of ours: whatever a
 * stranger wrote there is no choice. A preset, which a server or a test wrote, may do without the check value and
 * without any field but `v`, `t` and one of the lists. Never throws.
 */
export function decodeRecord(text: string, now: number): ConsentRecord | null {
  try {
    return text.length > MAX_LENGTH ? null : parse(unwrapped(text), now);
  } catch {
    return null; // Percent signs that encode nothing: nobody's choice.
  }
}

/**
 * The text as it was before a server put it into a cookie: in quotes with backslashes (Python, Tomcat), or
 * percent-encoded as a whole (PHP, Express, Rails, ASP.NET).
 */
function unwrapped(text: string): string {
  const unquoted = text.replace(/^"(.*)"$/, (_, inner: string) => inner.replace(/\\(.)/g, '$1'));
  // Only as a whole can it have lost its equals signs.
  return unquoted.includes('=') ? unquoted : decodeURIComponent(unquoted);
}

function parse(text: string, now: number): ConsentRecord | null {
  // Without a prototype: what a page puts on that of all objects is no field of ours.
  const fields: Partial<Record<string, string>> = Object.create(null);
  for (const pair of text.split('&')) {
    const [, key = '', value] = /^(v|c|id|t|x|p|e|m|l|s|granted|denied)=([^=]*)$/.exec(pair) ?? [];
    if (value === undefined || key in fields) return null;
    fields[key] = decodeURIComponent(value);
  }
  const { v, c, id, t, p = '', e = 'given', m = 'api', l = '', s = '', granted, denied } = fields;
  const givenAt = Number(t);
  const expiresAt = Number(fields.x ?? givenAt + inDays(182));
  const choices: Record<string, Choice> = Object.create(null);
  const revisions: Record<string, string> = Object.create(null);

  function read(list: string, choice: Choice): boolean {
    // Nothing but a name and its fingerprints: what is damaged before `&denied=` would turn the rest into grants.
    return list.split('.').every((item) => {
      const [isOurs, name, revision] = /^(?:([a-z0-9_-]+)(?:\*((?:[a-z0-9]{3})+))?)?$/.exec(item) ?? [];
      if (name) choices[name] = choice;
      if (name && revision) revisions[name] = revision;
      return isOurs !== undefined;
    });
  }

  const isOurs =
    v === '1' &&
    (c === undefined || isSealed(text)) &&
    // What we write has an id and both lists: a text that was cut before the refusals is no choice.
    [granted, denied].filter((list) => list !== undefined).length > (id === undefined ? 0 : 1) &&
    givenAt > 0 &&
    givenAt <= now + CLOCK_SKEW &&
    expiresAt > givenAt &&
    expiresAt <= givenAt + inDays(395) &&
    /^(given|refused|withdrawn|objected) (banner|preferences|placeholder|page|api) (dnt)?(gpc)?$/.test(
      `${e} ${m} ${s}`,
    );
  // Refusals last: a name in both lists is denied.
  return isOurs && read(granted ?? '', 'granted') && read(denied ?? '', 'denied')
    ? ({
        id: id ?? '',
        givenAt,
        expiresAt,
        policyVersion: p,
        event: e,
        method: m,
        language: l,
        signals: { dnt: s.includes('dnt'), gpc: s.includes('gpc') },
        choices,
        revisions,
      } as ConsentRecord)
    : null;
}

/** Whether `text` is exactly what we wrote. */
export const isSealed = (text: string): boolean => text === sealed(text.slice(text.indexOf('&', 4) + 1));

/** The text of a record before which its check value stands. No change of one character escapes a prime limit. */
const sealed = (text: string) => `v=1&c=${hashOf(text, 2147483647).toString(36)}&${text}`;
