/** What holds for this visitor: the decisions, and whether anybody is asked. Pure. */
import type { ConsentRecord, ConsentState } from '../api.ts';
import { hasPolicyMoved, optionalPurposes, pendingPurposes } from '../model/news.ts';
import type { Facts } from './facts.ts';
import { count, type Row, type Section } from './section.ts';
import { date, SIGNALS, why } from './why.ts';

/** What the visitor said, where and until when it counts. */
const answerOf = ({ event, method, givenAt, expiresAt, language }: ConsentRecord) =>
  `${event} in the ${method}${language && `, in ${language}`}, ${date(givenAt)}; counts until ${date(expiresAt)}`;

/** Why the banner is on the screen, or is not. */
export function bannerOf({ config, state, view, isSettled, needsPrompt, isMinor }: Facts): string {
  const { record, signals, status } = state;
  const waiting = pendingPurposes(config, state);
  if (config.ui.headless) return 'never shown: ui.headless says that the site draws its own';
  if (view === 'preferences') return 'not shown: the preferences are in its place';
  if (!isSettled) return 'waits until it is known where the visitor is, and which services there are';
  if (needsPrompt && !waiting[0]) return 'shown: the policy moved since the visitor answered';
  if (needsPrompt)
    return `${view ? 'shown' : 'was to be shown, and is not on the screen'}: ${waiting.join(', ')} ${
      waiting.length === 1 ? 'waits' : 'wait'
    } for an answer`;
  if (isMinor && record) return 'not shown: a minor who has answered is not asked again';
  if (!optionalPurposes(config)[0]) return 'not shown: the site has no optional purpose';
  if (hasPolicyMoved(record, config) && signals.dnt)
    return 'not shown: under Do Not Track a policy that moved is told beside the control';
  if (status === 'decided' && record) return 'not shown: every optional purpose has an answer';
  return Object.values(state.decisions).some(({ reason }) => reason === 'exempt')
    ? 'not shown: what is optional is exempt in this region, or a signal answers for it'
    : 'not shown: the browser’s signal answers for every optional purpose';
}

/** Which law holds, and which rule says so. */
export function lawFor({
  model,
  region,
  config,
  isMinor,
}: Pick<Facts, 'config' | 'isMinor'> & Pick<ConsentState, 'model' | 'region'>): string {
  if (isMinor) return `${model}${region ? `, in ${region}` : ''}, since the visitor is a minor`;
  if (!region) return `${model}; nobody said where the visitor is`;
  const isRule = config.regions.some(({ regions }) =>
    regions.some((code) => code === '*' || `${region}-`.startsWith(`${code}-`)),
  );
  const source = isRule ? 'a rule of "regions"' : '"model", since no rule of "regions" names it';
  return `${model}, in ${region}, by ${source}`;
}

export function collectVisitor(facts: Facts): Section {
  const { record, signals, status } = facts.state;
  const sent = (['dnt', 'gpc'] as const).filter((name) => signals[name]).map((name) => SIGNALS[name]);
  const cells: Row['cells'][] = [
    ['banner', bannerOf(facts)],
    ['law', lawFor({ ...facts, ...facts.state })],
    ['browser’s signals', sent.join(', ') || 'none'],
    ['stored answer', record ? answerOf(record) : 'none'],
  ];
  return {
    title: 'This visitor',
    summary: status === 'decided' ? 'Every optional purpose is decided.' : 'Something waits for an answer.',
    columns: ['what', 'how it is'],
    rows: cells.map((cell) => ({ cells: cell })),
  };
}

export function collectDecisions({ config, state: { decisions } }: Facts): Section {
  const entries = Object.entries(decisions);
  const allowed = entries.filter(([, decision]) => decision.allowed);
  return {
    title: 'Purposes and services',
    summary: `${count(entries.length, 'name')}, ${allowed.length} allowed.`,
    columns: ['name', 'what it is', 'why'],
    rows: entries.map(([name, decision]) => {
      const service = config.services.get(name);
      const what = service ? `service, for ${service.purposes.join(', ') || 'no purpose'}` : 'purpose';
      return { cells: [name, what, why(decision)], mark: decision.allowed ? 'runs' : 'waits' };
    }),
  };
}
