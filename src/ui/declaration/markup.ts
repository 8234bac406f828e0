/**
 * Markup as plain data, so that what a live page shows and what a site copies are made by the same function.
 * A string is text, never markup; what is false, missing or empty is left out.
 */
export interface Markup {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | false | undefined>>;
  readonly children: readonly Piece[];
}
export type Piece = Markup | string | false | undefined;

export const element = (tag: string, attributes: Markup['attributes'], ...children: readonly Piece[]): Markup => ({
  tag,
  attributes,
  children,
});

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

/** These stand on lines of their own; the others within a line. */
const BLOCKS = /^(div|section|h\d|p|table|caption|tbody|tr)$/;

/** As HTML, for people to read and to copy. */
export function toHtml({ tag, attributes, children }: Markup, indent = ''): string {
  const written = Object.entries(attributes).flatMap(([name, value]) =>
    typeof value === 'string' ? [value ? ` ${name}="${escape(value)}"` : ` ${name}`] : [],
  );
  const pieces = children.filter((piece): piece is Markup | string => !!piece);
  const hasBlocks = pieces.some((piece) => typeof piece === 'object' && BLOCKS.test(piece.tag));
  const inner = `${indent}  `;
  const content = pieces
    .map((piece) => (typeof piece === 'string' ? escape(piece) : toHtml(piece, hasBlocks ? inner : indent)))
    .map((text) => (hasBlocks ? `\n${inner}${text}` : text))
    .join('');
  return `<${tag}${written.join('')}>${content}${hasBlocks ? `\n${indent}` : ''}</${tag}>`;
}
