import type { Choice, Choices, ConsentRecord } from '../api.ts';

/** `days` in milliseconds. */
export const inDays = (days: number) => days * 864e5;

/** Three characters that stand for `text`; enough to notice a change, not meant to resist anyone. */
export function fingerprint(text: string): string {
  let hash = 7;
  for (const unit of text.split('')) hash = (hash * 31 + unit.charCodeAt(0)) % 46656;
  return (hash + 46656).toString(36).slice(-3);
}

/** Whether an answer given to `revision` still speaks for all of `meanings`; fewer are no change. */
export function isUnchanged(revision: string | undefined, meanings: readonly string[]): boolean {
  const known = revision?.match(/.{3}/g);
  // A preset answer without fingerprints speaks for what there is.
  return !known || meanings.every((meaning) => known.includes(meaning));
}

/**
 * The record in `text`, or `null` when it is not exactly one of ours: whatever a stranger wrote there is no choice.
 * The text is one query string, ASCII only, readable by any server (README, "The stored choice"):
 *
 * v=1&id=…&t=<ms>&x=<ms>&p=<policy version>&e=given&m=banner&l=en&s=gpc&granted=analytics*k3f.maps&denied=marketing*a01
 *
 * `t` given at, `x` counts until; each answered name with fingerprints of what was asked.
 */
export function decodeRecord(text: string): ConsentRecord | null {
  const {
    v,
    id = '',
    t,
    x,
    p = '',
    e = 'given',
    m = 'api',
    l = '',
    s = '',
    granted = '',
    denied = '',
  }: Record<string, string | undefined> = Object.fromEntries(new URLSearchParams(text.length > 4096 ? '' : text));
  const givenAt = Number(t);
  const expiresAt = x ? Number(x) : givenAt + inDays(182);
  const choices: Record<string, Choice> = Object.create(null);
  const revisions: Record<string, string> = Object.create(null);
  let isOurs =
    v === '1' &&
    givenAt > 0 &&
    givenAt < 8e15 &&
    expiresAt > givenAt &&
    expiresAt <= givenAt + inDays(395) &&
    /^(given|refused|withdrawn|objected) (banner|preferences|placeholder|page|api)$/.test(`${e} ${m}`);
  // Refusals last: a name in both is denied.
  for (const [choice, list] of Object.entries({ granted, denied })) {
    for (const item of list.split('.')) {
      const [name = '', revision] = item.split('*');
      if (revision) revisions[name] = revision;
      if (item) choices[name] = choice as Choice;
      // Nothing but a name and its fingerprints: what is damaged before `&denied=` would turn the rest of it into
      // grants.
      isOurs &&= /^([a-z0-9_-]+(\*([a-z0-9]{3})+)?)?$/.test(item);
    }
  }
  return isOurs
    ? ({
        id,
        givenAt,
        expiresAt,
        policyVersion: p,
        event: e,
        method: m,
        language: l,
        signals: { dnt: s.includes('dnt'), gpc: s.includes('gpc') },
        choices: choices as Choices,
        revisions,
      } as ConsentRecord)
    : null;
}
