/** What another visitor would meet: the decisions of the very function that decides, and nothing runs. Pure. */
import type { PrivacySignals } from '../api.ts';
import { decideAll } from '../model/decision.ts';
import { hasPolicyMoved, optionalPurposes } from '../model/news.ts';
import { ruleFor, STRICTEST } from '../model/region.ts';
import type { Facts } from './facts.ts';
import type { Section } from './section.ts';
import { why } from './why.ts';

/** A visitor who is not here. */
export interface Visitor {
  /** Whether the stored answer counts. */
  readonly hasAnswer: boolean;
  /** ISO 3166; empty where nobody knows. */
  readonly region: string;
  readonly signals: PrivacySignals;
}

export function collectWhatIf(
  { config, state, isMinor }: Pick<Facts, 'config' | 'state' | 'isMinor'>,
  visitor: Visitor,
  now: number,
): Section {
  const record = visitor.hasAnswer ? state.record : null;
  const { region, signals } = visitor;
  const rule = isMinor ? STRICTEST : ruleFor(region.toUpperCase() || null, config.regions, config.model);
  const { model, exempt } = rule;
  const decisions = decideAll({ config, model, exempt, signals, record, now });
  const waiting = optionalPurposes(config).filter((id) => decisions[id]?.reason === 'default');
  const isAsked = !(isMinor && record) && (!!waiting[0] || (hasPolicyMoved(record, config) && !signals.dnt));
  const banner = config.ui.headless
    ? 'the site draws its own'
    : isAsked
      ? `the banner is shown; ${waiting.join(', ') || 'the moved policy'} would be asked about`
      : 'no banner is shown';
  return {
    title: 'What this visitor would meet',
    summary: `Under ${model}, ${banner}. Nothing in this page was changed.`,
    columns: ['name', 'then', 'now'],
    rows: Object.entries(decisions).map(([name, decision]) => ({
      cells: [name, why(decision), state.decisions[name]?.allowed ? 'allowed' : 'not allowed'],
      mark: decision.allowed ? 'runs' : 'waits',
    })),
  };
}
