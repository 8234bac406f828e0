/** @jsxRuntime classic */
/** @jsx h */
import { useSignal } from '@preact/signals';
import { h } from 'preact';
import { useRef } from 'preact/hooks';
import type { Right } from '../../lazy.ts';
import { grantsIn, interestsIn } from '../rights/names.ts';
import { wordsOf } from '../purpose-words.ts';
import { AnswerFacts } from './AnswerFacts.tsx';
import { bringIntoSight } from './bring-into-sight.ts';
import type { Panel } from './panel.ts';

/** What is kept of the visitor's answer, who is responsible, and what the visitor may do about it. */
export function Rights({ panel }: { panel: Panel }) {
  const { config, language, state } = panel;
  const words = language.texts.rights;
  const said = useSignal('');
  const isAsked = useSignal(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const forget = useRef<HTMLButtonElement>(null);
  const status = useRef<HTMLParagraphElement>(null);
  const interests = interestsIn(config, state.value);

  function say(text: string): void {
    said.value = text;
    bringIntoSight(status.current);
  }

  async function exercise(right: Right): Promise<void> {
    isAsked.value = false;
    said.value = '';
    // What cannot be loaded is reported where it is loaded.
    const outcome = await panel.exercise(right).catch(() => words.failed);
    say(outcome);
    // A button that is of no more use has left with the focus.
    if (/object|withdraw/.test(right) && outcome !== words.failed) heading.current?.focus();
  }

  function askOrForget({ detail }: MouseEvent): void {
    if (!isAsked.value) {
      isAsked.value = true;
      say(words.warning);
    } else if (detail < 2) void exercise('forget'); // A double click is one press.
  }

  function cancel(): void {
    isAsked.value = false;
    said.value = '';
    forget.current?.focus();
  }

  const button = (right: Right, label: string) => (
    <button key={right} class="quiet" part={right} onClick={() => void exercise(right)}>
      {label}
    </button>
  );
  /** Nothing else is offered beside the question whether all is to be forgotten. */
  const isFree = !isAsked.value;
  const objection = words.object.replace('{purpose}', () =>
    new Intl.ListFormat(language.tag).format(interests.map((id) => wordsOf(id, config.purposes, language.texts).title)),
  );
  return (
    <section part="rights" aria-labelledby="rights">
      <h3 id="rights" tabIndex={-1} ref={heading}>
        {words.title}
      </h3>
      <AnswerFacts panel={panel} />
      <p>{words.signals}</p>
      <p>
        <a href={withProof()} part="proof" target="_blank" rel="noopener">
          {language.texts.proof.some}
        </a>
      </p>
      <div class="rights">
        {isFree && button('download', words.download)}
        {isFree && interests[0] && button('object', objection)}
        {isFree && grantsIn(config, state.value)[0] && button('withdraw', words.withdraw)}
        <button key="forget" class="quiet" part="forget" ref={forget} onClick={askOrForget}>
          {isFree ? words.forget : words.confirm}
        </button>
        {!isFree && (
          <button key="cancel" class="quiet" part="cancel" onClick={cancel}>
            {words.cancel}
          </button>
        )}
      </div>
      <p role="status" ref={status}>
        {said}
      </p>
    </section>
  );
}

/** This page, with the proof of whom it has contacted, see src/proof. */
function withProof(): string {
  const query = new URLSearchParams(location.search);
  query.set('consent-proof', '');
  return `${location.href.split(/[?#]/)[0]}?${query}${location.hash}`;
}
