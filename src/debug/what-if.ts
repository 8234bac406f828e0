/** What another visitor would meet: the decisions of the very function that decides, and nothing runs. Pure. */
import type { PrivacySignals } from '../api.ts';
import type { Config } from '../model/config.ts';
import { decideAll } from '../model/decision.ts';
import { hasPolicyMoved, optionalPurposes } from '../model/news.ts';
import { ruleFor, STRICTEST } from '../model/region.ts';
import type { Facts } from './facts.ts';
import type { Section } from './section.ts';
import { lawFor } from './visitor.ts';
import { why } from './why.ts';

/** A visitor who is not here. */
export interface Visitor {
  /** Whether the stored answer counts. */
  readonly hasAnswer: boolean;
  /** ISO 3166, in capitals; empty where nobody knows. */
  readonly region: string;
  readonly signals: PrivacySignals;
  readonly isMinor: boolean;
}

/** The law for a visitor: for who is no adult, the strictest. */
export const lawOf = ({ regions, model }: Config, region: string | null, isMinor: boolean) =>
  isMinor ? STRICTEST : ruleFor(region, regions, model);

export function collectWhatIf(
  { config, state }: Pick<Facts, 'config' | 'state'>,
  visitor: Visitor,
  now: number,
): Section {
  const record = visitor.hasAnswer ? state.record : null;
  const { region, signals, isMinor } = visitor;
  const title = 'What this visitor would meet';
  const columns = ['name', 'then', 'now'];
  if (region && !/^[A-Z]{2}(-[A-Z\d]{1,3})?$/.test(region)) {
    const summary = `“${region}” is no region: write its ISO 3166 code, such as DE or US-CA.`;
    return { title, summary, columns, rows: [] };
  }
  const { model, exempt } = lawOf(config, region || null, isMinor);
  const decisions = decideAll({ config, model, exempt, signals, record, now });
  const waiting = optionalPurposes(config).filter((id) => decisions[id]?.reason === 'default');
  const isAsked = !(isMinor && record) && (!!waiting[0] || (hasPolicyMoved(record, config) && !signals.dnt));
  const asks = `it asks about ${waiting.join(', ') || 'the moved policy'}`;
  const banner = config.ui.headless
    ? 'The site draws its own banner'
    : isAsked
      ? `The banner is shown${isMinor ? ', in plain words' : ''}: ${asks}`
      : 'No banner is shown';
  return {
    title,
    summary: `${banner}. The law: ${lawFor({ model, region, config, isMinor })}. Nothing in this page was changed.`,
    columns,
    rows: Object.entries(decisions).map(([name, decision]) => ({
      cells: [name, why(decision), state.decisions[name]?.allowed ? 'allowed' : 'not allowed'],
      mark: decision.allowed ? 'runs' : 'waits',
    })),
  };
}
