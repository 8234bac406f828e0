/** @jsxRuntime classic */
/** @jsx h */
import { h, type ComponentChildren } from 'preact';
import type { Choice } from '../../api.ts';
import { isEmail, readController } from '../../model/controller.ts';
import { longestDays } from '../../model/new-record.ts';
import { wordsOf } from '../purpose-words.ts';
import { hostOf } from './facts.ts';
import { Moment } from './Moment.tsx';
import type { Panel } from './panel.ts';

/** What is kept of the visitor's answer and where, and who is responsible. */
export function AnswerFacts({ panel }: { panel: Panel }) {
  const { config, language, state } = panel;
  const words = language.texts.rights;
  const { record, status, model } = state.value;
  const { name, address, email, dataProtectionOfficer: officer } = readController(config);
  const authority = panel.authority.value;
  const host = authority && hostOf(authority);
  const days = new Intl.NumberFormat(language.tag, { style: 'unit', unit: 'day', unitDisplay: 'long' });

  const rows: readonly (readonly [string, ComponentChildren])[] = [
    [words.answered, record && <Moment at={record.givenAt} panel={panel} timeStyle="long" />],
    [words.allowed, answeredWith('granted', panel)],
    [words.refused, answeredWith('denied', panel)],
    [words.until, record && <Moment at={record.expiresAt} panel={panel} />],
    [words.id, record && <code>{record.id}</code>],
    [words.cookie, [<code>{config.storage.name}</code>, ` (${days.format(longestDays(config, model))})`]],
    [
      words.controller,
      (name || address || email) && [
        <bdi class="lines">{[name, address].filter(Boolean).join('\n')}</bdi>,
        (name || address) && email && <br />,
        email && <Email address={email} />,
      ],
    ],
    [words.officer, isEmail(officer) ? <Email address={officer} /> : officer && <bdi>{officer}</bdi>],
    [
      words.authority,
      host && (
        <a href={authority} target="_blank" rel="noopener">
          {host}
        </a>
      ),
    ],
  ];
  return (
    <div role="none">
      {!record && <p>{status === 'decided' ? words.bySignal : words.unanswered}</p>}
      <table>
        {rows
          .filter(([, fact]) => fact)
          .map(([label, fact]) => (
            <tr>
              <th scope="row">{label}</th>
              <td>{fact}</td>
            </tr>
          ))}
      </table>
    </div>
  );
}

/** The titles of what the visitor answered so, purposes first. */
function answeredWith(choice: Choice, { config, language, state }: Panel): string {
  const { purposes, services } = config;
  const titles = [...purposes.keys(), ...services.keys()]
    .filter((name) => state.value.record?.choices[name] === choice)
    .map((name) => services.get(name)?.title ?? wordsOf(name, purposes, language.texts).title);
  return new Intl.ListFormat(language.tag).format(titles);
}

const Email = ({ address }: { address: string }) => (
  <a href={`mailto:${address}`} dir="ltr">
    {address}
  </a>
);
