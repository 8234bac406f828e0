/** Rows of the guide are made with these: one function for each shape in which services stand in pages. */
import type { ConsentCall, Dependence, ServiceGuide, Source, TagKind, Tagging } from './types.ts';

/** A line of code, or several. */
type Code = string | string[];

/** A row: its reason, how it is tagged, and what it has beside that. */
export const guide = (
  reason: string,
  tagging: Tagging,
  { consentCall = null, depends = null }: Partial<Pick<ServiceGuide, 'consentCall' | 'depends'>> = {},
): ServiceGuide => ({ reason, tagging, consentCall, depends });

/** A library, or all there is, from an address. */
export const script = (id: string, src: string, note?: string, attributes = ''): Tagging =>
  tagging('script', waiting(id, src, attributes), note);

/** A library, and the inline script behind it that starts it: both wait, and run in order, so it is not `async`. */
export const start = (id: string, src: string, code: Code, note?: string): Tagging =>
  tagging('script-and-start', `${waiting(id, src).replace(' async', '')}\n${inline(id, code)}`, note);

/** An inline script with the settings, and the library that reads them. */
export const settings = (id: string, code: Code, src: string, note?: string): Tagging =>
  tagging('script-and-start', `${inline(id, code)}\n${waiting(id, src)}`, note);

/** The vendor's inline script, which loads the library by itself. */
export const snippet = (id: string, code: Code, note?: string): Tagging =>
  tagging('snippet', inline(id, ['// The vendor’s snippet, as it is …', ...[code].flat()]), note);

/** Markup that stays as the vendor gives it, and the script that makes something of it. */
export const beside = (id: string, markup: string, src: string, note?: string): Tagging =>
  tagging('markup-and-script', `${markup}\n${waiting(id, src)}`, note);

export const frame = (id: string, src: string, title: string, note?: string): Tagging =>
  tagging(
    'frame',
    `<iframe data-consent="${id}" data-consent-src="${src}" width="560" height="315" title="${title}"></iframe>`,
    note,
  );

/** A picture of one point that counts. */
export const pixel = (id: string, src: string, note?: string): Tagging =>
  tagging('pixel', `<img data-consent="${id}" data-consent-src="${src}" width="1" height="1" alt="">`, note);

export const sheet = (id: string, href: string, note?: string): Tagging =>
  tagging('style-sheet', `<link data-consent="${id}" rel="stylesheet" data-consent-href="${href}">`, note);

/** What another tag loads, so that this other one has to wait. */
export const inside = (note: string): Tagging => ({ kind: 'inside', note });

/** What needs no tag, since it waits for nothing. */
export const untagged = (note: string): Tagging => ({ kind: 'untagged', note });

/** The vendor's page or file that shows a call. */
export const seenAt = (url: string, read = '2026-11-28'): Source => ({ url, read });

export const call = (
  granted: string | undefined,
  denied: string | undefined,
  more: Pick<ConsentCall, 'note' | 'source'> = {},
): ConsentCall => ({
  ...(granted ? { granted } : {}),
  ...(denied ? { denied } : {}),
  ...more,
});

export const missed = (on: Dependence['on'], instead: string): Dependence => ({ on, instead });

const tagging = (kind: TagKind, html: string, note?: string): Tagging => ({ kind, html, ...(note ? { note } : {}) });

const waiting = (id: string, src: string, attributes = '') =>
  `<script type="text/plain" data-consent="${id}" async src="${src}"${attributes && ` ${attributes}`}></script>`;

const inline = (id: string, code: Code) =>
  `<script type="text/plain" data-consent="${id}">\n  ${[code].flat().join('\n  ')}\n</script>`;
