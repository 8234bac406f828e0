/** @jsxRuntime classic */
/** @jsx h */
import { h } from 'preact';
import type { Purpose } from '../../model/config.ts';
import { sentSignals } from '../../model/locks.ts';
import { factsOfPurpose } from '../purpose-facts.ts';
import { wordsOf } from '../purpose-words.ts';
import { gapOf } from '../sentence.ts';
import type { Panel } from './panel.ts';
import { Services } from './Services.tsx';
import { Switch } from './Switch.tsx';

/** A purpose with its switch and, on demand, its services. Away while something else is searched. */
export function PurposeRow({ purpose, panel }: { purpose: Purpose; panel: Panel }) {
  const {
    config,
    language: { texts },
    state,
    news,
  } = panel;
  const { decisions, model } = state.value;
  const { title, description = '' } = wordsOf(purpose.id, config.purposes, texts);
  if (!panel.isFound(purpose)) return null;
  const services = panel.servicesOf(purpose.id);
  const Line = purpose.isOptional ? 'label' : 'div';
  const reasons = sentSignals([purpose], state.value.signals).map((signal) => `signal-${signal.name}`);
  return (
    <li>
      <Line class="line">
        <strong role="heading" aria-level={3}>
          {title}{' '}
          {news.includes(purpose.id) && (
            <small>
              <b>{texts.preferences.new}</b>
            </small>
          )}
        </strong>
        {purpose.isOptional ? (
          <Switch
            name={purpose.id}
            purposes={[purpose]}
            describedBy={[`${purpose.id}-why`, ...reasons].join(' ')}
            panel={panel}
          />
        ) : (
          <small>{texts.preferences.alwaysOn}</small>
        )}
      </Line>
      <p id={`${purpose.id}-why`}>
        {description}
        {gapOf(description)}
        {factsOfPurpose(purpose, decisions[purpose.id], model, texts.preferences, texts.rights)}
      </p>
      {services.length > 0 && <Services purpose={purpose} services={services} panel={panel} />}
    </li>
  );
}
