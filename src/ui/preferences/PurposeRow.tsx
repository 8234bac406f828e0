/** @jsxRuntime classic */
/** @jsx h */
import { h } from 'preact';
import type { Purpose } from '../../model/config.ts';
import { sentSignals } from '../../model/locks.ts';
import { wordsOf } from '../purpose-words.ts';
import type { Panel } from './panel.ts';
import { Services } from './Services.tsx';
import { Switch } from './Switch.tsx';

/** A purpose with its switch and, on demand, its services. Away while its services are searched and none is found. */
export function PurposeRow({ purpose, panel }: { purpose: Purpose; panel: Panel }) {
  const {
    config,
    language: { texts },
    state,
    news,
  } = panel;
  const { title, description } = wordsOf(purpose.id, config.purposes, texts);
  const services = panel.servicesOf(purpose.id);
  if (panel.query.value && !services.length) return null;
  const { signals } = state.value;
  const reasons = sentSignals([purpose], signals).map((signal) => `signal-${signal.name}`);
  return (
    <li>
      <label class="line">
        <strong>
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
      </label>
      <p id={`${purpose.id}-why`}>
        {description} {basisOf(purpose, panel)}
      </p>
      {services.length > 0 && <Services purpose={purpose} services={services} panel={panel} />}
    </li>
  );
}

/** What a purpose rests on. Where silence means yes, nothing waits for a consent. */
function basisOf({ id, legalBasis }: Purpose, { language, rights, state }: Panel): string {
  // Where the visitor is, the law lets it start without permission.
  if (/exempt|objection/.test(state.value.decisions[id]?.reason ?? ''))
    return language.texts.preferences.legitimateInterest;
  switch (legalBasis) {
    case 'consent':
      return state.value.model === 'opt-in' ? rights.consent : '';
    case 'legitimate-interest':
      return language.texts.preferences.legitimateInterest;
    case 'contract':
      return rights.contract;
    case 'legal-obligation':
      return rights.legalObligation;
    case 'strictly-necessary':
      return rights.strictlyNecessary;
  }
}
