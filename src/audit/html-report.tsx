/**
 * The report as one HTML file that needs nothing else. What comes from the audited site is text in it, never markup.
 */
import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { ConsentCall } from '../services/guide/index.ts';
import type { ServiceAdvice } from './advice.ts';
import css from './html-report.css';
import { namedOf } from './left-out.ts';
import { placesOf, repeatedEdits, repeatedManuals } from './repeated.ts';
import { type AuditReport, type HostFinding, type KeptFinding, looseIn } from './report.ts';
import { type Phase, PHASE_WORDS } from './visitors.ts';
import { count, KIND_WORDS, placeOf, verdictOf, whenOf } from './words.ts';

/** Nothing may be loaded or run by this page, whatever it shows. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

export function pageOf(report: AuditReport, pictures: ReadonlyMap<Phase, Buffer>): string {
  const head = renderToString(
    <>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={POLICY} />
      <meta name="viewport" content="width=device-width" />
      <title>{`Consent audit of ${report.site}`}</title>
    </>,
  );
  const body = renderToString(<Report report={report} pictures={pictures} />);
  const page = `<head>${head}<style>${css}</style></head><body>${body}</body>`;
  return `<!doctype html>\n<html lang="en">${page}</html>\n`;
}

function Report({ report, pictures }: { report: AuditReport; pictures: ReadonlyMap<Phase, Buffer> }) {
  const { hosts, kept } = looseIn(report);
  const rest = report.hosts.filter(({ standing }) => standing !== 'loose');
  const restKept = [...report.cookies, ...report.storage].filter(({ standing }) => standing !== 'loose');
  return (
    <main>
      <h1>
        Consent audit of <bdi>{report.site}</bdi>
      </h1>
      <p class="muted">
        {report.startedAt.slice(0, 16).replace('T', ' ')} UTC, {count(report.pages.length, 'page')},{' '}
        {report.consentTool === null ? 'no consent tool found' : `consent tool: ${report.consentTool}`}
      </p>
      <p class={report.passed ? 'verdict' : 'verdict loose'}>{verdictOf(report)}</p>
      <Part title="Contacted without permission" shown={hosts.length > 0}>
        <HostTable hosts={hosts} />
      </Part>
      <Part title="Kept in the browser without permission" shown={kept.length > 0}>
        <KeptTable kept={kept} />
      </Part>
      <Services services={report.proposal.services} />
      <Proposal proposal={report.proposal} />
      <Part title="What the visitors saw" shown={pictures.size > 0}>
        <div class="pictures">
          {[...pictures].map(([phase, picture]) => (
            <figure>
              <img src={`data:image/jpeg;base64,${picture.toString('base64')}`} alt="" />
              <figcaption>The first page {PHASE_WORDS[phase]}</figcaption>
            </figure>
          ))}
        </div>
      </Part>
      <Part title="Everything else that was seen" shown={rest.length + restKept.length > 0}>
        <HostTable hosts={rest} />
        <KeptTable kept={restKept} />
      </Part>
      <Part title="Left out" shown={report.leftOut.length > 0}>
        <ul>
          {report.leftOut.map((one) => (
            <li>
              {count(one.count, 'page')} {one.advice}
              <br />
              <code>{namedOf(one, 20)}</code>
            </li>
          ))}
        </ul>
      </Part>
      <Visitors visitors={report.visitors} />
    </main>
  );
}

function Part({ title, shown, children }: { title: string; shown: boolean; children: ComponentChildren }) {
  if (!shown) return null;
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

const STANDINGS = {
  loose: 'without permission',
  allowed: 'allowed',
  known: 'in the baseline',
  unclear: 'purpose not known',
  permitted: 'with permission',
};

function HostTable({ hosts }: { hosts: readonly HostFinding[] }) {
  if (hosts.length === 0) return null;
  return (
    <Table
      head={['Host', 'Who', 'Country', 'For', 'When', 'Where']}
      rows={hosts.map((finding) => [
        <Code text={finding.host} />,
        finding.services.length > 0 ? finding.title : 'not known',
        finding.country,
        finding.purposes.join(', '),
        whenOf(finding) || STANDINGS[finding.standing],
        <Places places={finding.places.length > 0 ? finding.places.map(placeOf) : [finding.page]} />,
      ])}
    />
  );
}

const Lines = ({ lines }: { lines: readonly ComponentChildren[] }) => lines.map((line) => <div>{line}</div>);

/** As many as one reads; what a template repeats on a hundred pages is folded away. */
const MOST_PLACES = 4;

function Places({ places }: { places: readonly string[] }) {
  const lines = places.map((place) => <Code text={place} />);
  if (lines.length <= MOST_PLACES) return <Lines lines={lines} />;
  return (
    <>
      <Lines lines={lines.slice(0, MOST_PLACES - 1)} />
      <details>
        <summary>and {places.length - MOST_PLACES + 1} more</summary>
        <Lines lines={lines.slice(MOST_PLACES - 1)} />
      </details>
    </>
  );
}

function KeptTable({ kept }: { kept: readonly KeptFinding[] }) {
  if (kept.length === 0) return null;
  return (
    <Table
      head={['Name', 'Kind', 'Domain', 'Who', 'When']}
      rows={kept.map((finding) => [
        <Code text={finding.name} />,
        KIND_WORDS[finding.kind],
        finding.domain,
        finding.services.length > 0 ? finding.title : STANDINGS[finding.standing],
        whenOf(finding) || STANDINGS[finding.standing],
      ])}
    />
  );
}

/** A name or a place of the site's, which may be written from the right; the line behind it is not part of it. */
function Code({ text }: { text: string }) {
  const [, name = text, rest = ''] = /^(.*?)((?::\d+)?(?:, and \d+ more \w+)?)$/s.exec(text) ?? [];
  return (
    <code>
      <bdi>{name}</bdi>
      {rest}
    </code>
  );
}

/** Explicit roles: on a phone each row is a block, in which the style sheet writes the name of the column. */
function Table({ head, rows }: { head: readonly string[]; rows: readonly ComponentChildren[][] }) {
  return (
    <table role="table">
      <thead role="rowgroup">
        <tr role="row">
          {head.map((name) => (
            <th role="columnheader" scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((cells) => (
          <tr role="row">
            {cells.map((cell, at) => (
              <td role="cell" data-head={head[at]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Services({ services }: { services: readonly ServiceAdvice[] }) {
  return (
    <Part title="What they are, and how each is tagged" shown={services.length > 0}>
      <Table
        head={['Service', 'Purpose, and why', 'The tag', 'Visitors miss meanwhile']}
        rows={services.map(({ id, title, purposes, reason, tag, note, consentCall, depends }) => [
          <Lines lines={[title, <Code text={id} />]} />,
          <Lines lines={[purposes.join(', '), reason]} />,
          (tag || note || consentCall) && (
            <>
              {tag && <pre>{tag}</pre>}
              {note && <p>{note}</p>}
              {consentCall && <Call call={consentCall} />}
            </>
          ),
          depends && <Lines lines={[depends.on, depends.instead]} />,
        ])}
      />
    </Part>
  );
}

function Call({ call: { granted, denied, note, source } }: { call: ConsentCall }) {
  return (
    <>
      <p>Its own call for consent{source ? '' : ', not verified'}:</p>
      <pre>{[granted, denied].filter(Boolean).join('\n')}</pre>
      {note && <p>{note}</p>}
    </>
  );
}

function Proposal({ proposal }: { proposal: AuditReport['proposal'] }) {
  const { edits, manual, written, tag, configuration } = proposal;
  return (
    <>
      <Part title={written ? 'Edits that were made' : 'Edits that hold it'} shown={edits.length > 0}>
        <ul>
          {repeatedEdits(edits).map((edit) => (
            <li>
              <Code text={placesOf(edit)} />
              <pre>
                {edit.first.before && <del>{edit.first.before}</del>}
                {edit.first.before && '\n'}
                <ins>{edit.first.after}</ins>
              </pre>
            </li>
          ))}
        </ul>
      </Part>
      <Part title="For you to do" shown={manual.length > 0}>
        <ul>
          {repeatedManuals(manual).map((one) => (
            <li>
              <Code text={placesOf(one)} />
              <br />
              {one.first.host}: {one.first.advice}
            </li>
          ))}
        </ul>
      </Part>
      <Part title="The tag and its configuration" shown={edits.length > 0 && !written}>
        <p>First in the head of every page:</p>
        <pre>{tag}</pre>
        <p>
          As <code>window.commsorConsentConfig</code> in <code>config.js</code>:
        </p>
        <pre>{JSON.stringify(configuration, null, 2)}</pre>
      </Part>
    </>
  );
}

function Visitors({ visitors }: Pick<AuditReport, 'visitors'>) {
  return (
    <Part title="Who visited" shown>
      <Table
        head={['Situation', 'Pages', 'Note']}
        rows={visitors.map(({ phase, pages, note }) => [PHASE_WORDS[phase], pages, note])}
      />
    </Part>
  );
}
