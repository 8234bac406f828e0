import { signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Mark } from './fields.tsx';
import { edit } from './history.ts';
import { opened } from './opening.ts';

/** The report that the demo shows at /audit/. */
const EXAMPLE = '/audit/report.json';

/** What became of the file that was opened last. */
const outcome = signal<{ level: 'error' | 'warning' | 'good'; words: string } | null>(null);

/** Makes the design that of a file; one step back undoes it. */
function take(text: string, name: string): void {
  const found = opened(text);
  if ('fault' in found) {
    outcome.value = { level: 'error', words: `${name}: ${found.fault}` };
    return;
  }
  const { design, left } = found;
  edit(design);
  const count = Object.keys(design.services).length + design.ownServices.length;
  const services = `${count} ${count === 1 ? 'service' : 'services'}`;
  outcome.value = left.length
    ? { level: 'warning', words: `${name} is open, with ${services}. Not taken over: ${left.join(', ')}.` }
    : { level: 'good', words: `${name} is open, with ${services}.` };
}

export async function openExample(): Promise<void> {
  const response = await fetch(EXAMPLE);
  take(response.ok ? await response.text() : '', 'The example report');
}

export function Open() {
  const input = useRef<HTMLInputElement>(null);
  const said = outcome.value;
  return (
    <div class="open">
      <p>
        <button type="button" class="plain" onClick={() => input.current?.click()}>
          Open a report of the audit
        </button>
        <button type="button" class="plain" onClick={() => void openExample()}>
          Open the example
        </button>
      </p>
      <input
        ref={input}
        type="file"
        accept=".json,.js,application/json,text/javascript"
        hidden
        aria-label="A report of the audit, or a configuration"
        onChange={async ({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) take(await file.text(), file.name);
          // The same file can be chosen again.
          currentTarget.value = '';
        }}
      />
      <p class={said ? `problem ${said.level}` : ''} role="status" aria-label="The opened file">
        {said && (
          <>
            <Mark level={said.level} /> {said.words}
          </>
        )}
      </p>
    </div>
  );
}
