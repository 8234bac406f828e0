/** @jsxRuntime classic */
/** @jsx h */
import { useSignal } from '@preact/signals';
import { h } from 'preact';
import type { Purpose, Service } from '../../model/config.ts';
import { factsOf } from '../service-facts.ts';
import { hostOf } from './facts.ts';
import type { Panel } from './panel.ts';
import { Switch } from './Switch.tsx';

/** The services of a purpose, told in full once they are asked for. */
export function Services({ purpose, services, panel }: { purpose: Purpose; services: Service[]; panel: Panel }) {
  const {
    language: {
      tag,
      texts: { preferences: words },
    },
    query,
  } = panel;
  const isOpen = useSignal(false);
  const isShown = isOpen.value || !!query.value;
  const titles = services.map(({ title }) => title);
  // Nobody needs to be told of "1 more", whose name is as short.
  if (titles.length > 3) titles.splice(2, Infinity, words.more.replace('{n}', (titles.length - 2).toLocaleString(tag)));
  return (
    <details open={isShown} onToggle={(event) => (isOpen.value = event.currentTarget.open)}>
      <summary>{new Intl.ListFormat(tag).format(titles)}</summary>
      {isShown && (
        <table>
          {services.map((service) => (
            <ServiceFacts key={service.id} purpose={purpose} service={service} panel={panel} />
          ))}
        </table>
      )}
    </details>
  );
}

/** One service. Its switch is where it is listed first, so that there is one of each. */
function ServiceFacts({ purpose, service, panel }: { purpose: Purpose; service: Service; panel: Panel }) {
  const {
    config,
    language: {
      tag,
      texts: { preferences: words, rights },
    },
  } = panel;
  const purposes = [...config.purposes.values()].filter(({ id }) => service.purposes.includes(id));
  const { title, policyUrl } = service;
  const host = policyUrl && hostOf(policyUrl);
  return (
    <tbody>
      <tr>
        <th colSpan={2} scope="rowgroup">
          <label class="line">
            <bdi>{title}</bdi>
            {purposes.find(({ isOptional }) => isOptional) === purpose && (
              <Switch name={service.id} purposes={purposes} panel={panel} />
            )}
          </label>
        </th>
      </tr>
      {factsOf(service, words, rights, tag).map(([label, fact]) => (
        <tr>
          <th scope="row">{label}</th>
          <td>
            <bdi>{fact}</bdi>
          </td>
        </tr>
      ))}
      {host && (
        <tr>
          <th scope="row">{words.policy}</th>
          <td>
            <a href={policyUrl} target="_blank" rel="noopener">
              {host}
            </a>
          </td>
        </tr>
      )}
    </tbody>
  );
}
