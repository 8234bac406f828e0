/** @jsxRuntime classic */
/** @jsx h */
import { h, type VNode } from 'preact';
import type { Choice, PrivacySignal } from '../../api.ts';
import type { Outcome } from '../../lazy.ts';
import { isLocked, sentSignals } from '../../model/locks.ts';
import { gapOf } from '../sentence.ts';
import { Moment } from './Moment.tsx';
import type { Panel } from './panel.ts';
import { PurposeRow } from './PurposeRow.tsx';
import { Rights } from './Rights.tsx';

/** More services, or purposes, than these are searched. */
const FEW = 12;

interface Props {
  readonly panel: Panel;
  readonly onAnswer: (choices: Record<string, Choice>, outcome?: Outcome) => void;
  readonly onClose: () => void;
}

export function Preferences({ panel, onAnswer, onClose }: Props) {
  const {
    config,
    language: { texts },
    draft,
    state,
    query,
  } = panel;
  const { banner, preferences: words } = texts;
  const { effective } = config.policy;
  const purposes = [...config.purposes.values()];
  const optional = purposes.filter(({ isOptional }) => isOptional);
  const free = optional.filter((purpose) => !isLocked([purpose], state.value.signals));
  const answerAll = (list: typeof optional, choice: Choice) =>
    onAnswer(Object.fromEntries(list.map(({ id }) => [id, choice])));
  const rows = purposes.map((purpose) => <PurposeRow key={purpose.id} purpose={purpose} panel={panel} />);
  return [
    <header role="none">
      <h2 id="choices" tabIndex={-1} autofocus>
        {words.title}
      </h2>
      <button class="quiet" aria-label={words.close} onClick={onClose}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="m3 3 10 10M13 3 3 13" />
        </svg>
      </button>
    </header>,
    // What it holds is reached without it: Firefox would make a stop of it.
    <div class="scroll" tabIndex={-1}>
      <p>
        {words.intro} <a href={config.policy.url}>{banner.policy}</a>
        {Date.parse(`${effective}`) > 0 && [' (', <Moment at={`${effective}`} panel={panel} timeZone="UTC" />, ')']}
      </p>
      {(['dnt', 'gpc'] as const).map((name) => (
        <SignalLine name={name} panel={panel} />
      ))}
      {Math.max(config.services.size, optional.length) > FEW && (
        <input
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={query}
          onInput={(event) => (query.value = event.currentTarget.value)}
        />
      )}
      <ul>{rows}</ul>
      <p role="status">{purposes.some(panel.isFound) ? '' : words.noMatch}</p>
      <Rights panel={panel} />
    </div>,
    <footer role="none" class="actions">
      <p role="status">{draft.isUnsaved.value && words.unsaved}</p>
      <div class="twins">
        <button class="quiet" part="reject" onClick={() => answerAll(optional, 'denied')}>
          {banner.reject}
        </button>
        <button class="quiet" part="accept" disabled={!free.length} onClick={() => answerAll(free, 'granted')}>
          {banner.accept}
        </button>
      </div>
      <button part="save" class={free.length ? '' : 'quiet'} onClick={() => onAnswer(draft.choices(), 'saved')}>
        {words.save}
      </button>
    </footer>,
  ] as unknown as VNode;
}

/** What the browser sends, what followed from it, and what the visitor can do about it. */
function SignalLine({
  name,
  panel: {
    config,
    language: {
      texts: { signals: words },
    },
    state,
  },
}: {
  name: PrivacySignal;
  panel: Panel;
}) {
  const { signals, decisions } = state.value;
  const binding = sentSignals(config.purposes.values(), signals).find((signal) => signal.name === name);
  if (!binding) return null;
  const isHonoured = Object.values(decisions).some(({ signal }) => signal === name);
  const isFinal = binding.override === 'never';
  const sentences = [words[name], isFinal && words.locked, isHonoured && words.honoured, !isFinal && words.override];
  return (
    <p class="signal" id={`signal-${name}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="m3 8.5 3.5 3.5L13 5" />
      </svg>
      <span>{sentences.filter(Boolean).join(gapOf(words.locked))}</span>
    </p>
  );
}
