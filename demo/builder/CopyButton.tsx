import { signal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { copy } from './clipboard.ts';

/** How long the button says that it is done, in milliseconds. */
const PAUSE = 2000;

/** What was done last. */
const news = signal('');

/** Tells those who do not see the button. */
export const News = () => (
  <p class="hidden" role="status">
    {news.value}
  </p>
);

export function CopyButton({
  text,
  class: look = '',
  done = 'Copied',
  children,
}: {
  text: () => string;
  class?: string;
  done?: string;
  children: ComponentChildren;
}) {
  const said = useSignal('');
  useEffect(() => {
    news.value = said.value;
    if (!said.value) return undefined;
    const timer = setTimeout(() => (said.value = ''), PAUSE);
    return () => clearTimeout(timer);
  }, [said, said.value]);
  const act = () =>
    copy(text()).then(
      () => (said.value = done),
      () => (said.value = 'Not copied: select it by hand'),
    );
  return (
    <button type="button" class={`copy ${look}`} data-said={said.value !== '' || undefined} onClick={act}>
      <span>{children}</span>
      <span aria-hidden="true">{said.value}</span>
    </button>
  );
}
