/** All that the panel says, to be sent to somebody: as text, and as JSON. Pure. */
import type { Facts } from './facts.ts';
import type { Mark, Row, Section } from './section.ts';

const MARKS: Record<Mark, string> = { runs: '+', waits: '-', wrong: '!' };

type Head = Pick<Facts, 'version' | 'page'>;

export function asText({ version, page }: Head, sections: readonly Section[]): string {
  const lines = ({ cells, mark, code }: Row) => [
    `${mark ? MARKS[mark] : ' '} ${cells.filter(Boolean).join(' | ').replaceAll('\n', ' ')}`,
    ...(code ? [`    ${code}`] : []),
  ];
  const blocks = sections.map(({ title, summary, rows, rest }) =>
    [
      title,
      '='.repeat(title.length),
      summary,
      ...rows.flatMap(lines),
      ...(rest ? [`${rest.title}:`, ...rest.rows.flatMap(lines)] : []),
    ].join('\n'),
  );
  return [`Commsor Consent ${version}: ${page}`, ...blocks].join('\n\n') + '\n';
}

/**
 * `sections` have, under their titles, each row as an object by its columns; with `mark` (runs, waits, wrong) and
 * `write`, where there is something to judge, or to write into the page.
 */
export function asJson({ version, page }: Head, sections: readonly Section[]): string {
  const objects = (columns: readonly string[], rows: readonly Row[]) =>
    rows.map(({ cells, mark, code }) => ({
      ...Object.fromEntries(cells.map((cell, at) => [columns[at] ?? `column ${at + 1}`, cell])),
      ...(mark && { mark }),
      ...(code !== undefined && { write: code }),
    }));
  return JSON.stringify(
    {
      version,
      page,
      sections: sections.map(({ title, summary, columns, rows, rest }) => ({
        title,
        summary,
        rows: objects(columns, [...rows, ...(rest?.rows ?? [])]),
      })),
    },
    null,
    2,
  );
}
