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
import { count, placeOf, verdictOf, whenOf } from './words.ts';

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
      <h1>Consent audit of {report.site}</h1>
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
    <Table head={['Host', 'Who', 'Country', 'For', 'When', 'Where']}>
      {hosts.map((finding) => (
        <tr>
          <td class="name">
            <code>{finding.host}</code>
          </td>
          <td>{finding.services.length > 0 ? finding.title : 'not known'}</td>
          <td>{finding.country}</td>
          <td>{finding.purposes.join(', ')}</td>
          <td>{whenOf(finding) || STANDINGS[finding.standing]}</td>
          <td>
            <code>{finding.places.map(placeOf).join('\n') || finding.page}</code>
          </td>
        </tr>
      ))}
    </Table>
  );
}

function KeptTable({ kept }: { kept: readonly KeptFinding[] }) {
  if (kept.length === 0) return null;
  return (
    <Table head={['Name', 'Kind', 'Domain', 'Who', 'When']}>
      {kept.map((finding) => (
        <tr>
          <td>
            <code>{finding.name}</code>
          </td>
          <td>{finding.kind}</td>
          <td>{finding.domain}</td>
          <td>{finding.services.length > 0 ? finding.title : STANDINGS[finding.standing]}</td>
          <td>{whenOf(finding) || STANDINGS[finding.standing]}</td>
        </tr>
      ))}
    </Table>
  );
}

function Table({ head, children }: { head: string[]; children: ComponentChildren }) {
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            {head.map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

function Services({ services }: { services: readonly ServiceAdvice[] }) {
  return (
    <Part title="What they are, and how each is tagged" shown={services.length > 0}>
      <Table head={['Service', 'Purpose, and why', 'The tag', 'Visitors miss meanwhile']}>
        {services.map(({ id, title, purposes, reason, tag, note, consentCall, depends }) => (
          <tr>
            <td>
              {title}
              <br />
              <code>{id}</code>
            </td>
            <td>
              {purposes.join(', ')}
              <br />
              {reason}
            </td>
            <td>
              {tag && <pre>{tag}</pre>}
              {note && <p>{note}</p>}
              {consentCall && <Call call={consentCall} />}
            </td>
            <td>
              {depends && (
                <>
                  {depends.on}
                  <br />
                  {depends.instead}
                </>
              )}
            </td>
          </tr>
        ))}
      </Table>
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
              <code>{placesOf(edit)}</code>
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
              <code>{placesOf(one)}</code>
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
      <Table head={['Situation', 'Pages', 'Note']}>
        {visitors.map(({ phase, pages, note }) => (
          <tr>
            <td>{PHASE_WORDS[phase]}</td>
            <td>{pages}</td>
            <td>{note}</td>
          </tr>
        ))}
      </Table>
    </Part>
  );
}
