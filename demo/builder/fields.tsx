import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { PreviewView } from './frames.ts';
import { look } from './looking.ts';
import { problems } from './problems.ts';

/** The problems of a field, in words beside it. */
export function Messages({ field, id }: { field: string; id?: string }) {
  const found = problems.value.filter((problem) => problem.field === field);
  return (
    <div class="messages" id={id} data-field={field}>
      {found.map(({ level, fix }) => (
        <p key={fix} class={`problem ${level}`}>
          <Mark level={level} /> <span class="hidden">{level === 'error' ? 'Error:' : 'Please mind:'}</span> {fix}
        </p>
      ))}
    </div>
  );
}

export function Mark({ level }: { level: 'error' | 'warning' | 'good' }) {
  const paths = {
    error: 'M8 1.5 14.5 8 8 14.5 1.5 8ZM8 5v3.6M8 10.6v.6',
    warning: 'M8 2 15 14H1ZM8 6.2v4M8 11.8v.6',
    good: 'M2.5 8.5 6.5 12.5 13.5 4.5',
  };
  return (
    <svg class={`sign ${level}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={paths[level]} />
    </svg>
  );
}

interface TextProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  onLeave?: () => void;
  /** The field of the configuration, for its problems. */
  field?: string;
  hint?: ComponentChildren;
  placeholder?: string;
  type?: 'text' | 'url' | 'number';
  lines?: number;
  lang?: string;
  required?: boolean;
}

export function Text({
  label,
  value,
  onInput,
  onLeave,
  field,
  hint,
  placeholder,
  type = 'text',
  lines,
  lang,
  required,
}: TextProps) {
  const id = useId();
  const isWrong = problems.value.some((problem) => problem.field === field && problem.level === 'error');
  const described = [hint && `${id}-hint`, field && `${id}-problems`].filter(Boolean).join(' ');
  const shared = {
    id,
    value,
    placeholder,
    lang,
    required,
    spellcheck: false,
    autocomplete: 'off',
    dir: 'auto' as const,
    'aria-describedby': described || undefined,
    'aria-invalid': isWrong || undefined,
    onInput: (event: { currentTarget: { value: string } }) => onInput(event.currentTarget.value),
    onBlur: onLeave,
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {lines ? (
        <textarea {...shared} rows={lines} />
      ) : type === 'number' ? (
        <input {...shared} type="number" min="0" max="999" />
      ) : (
        // A path is no URL to a browser.
        <input {...shared} type="text" list={undefined} inputMode={type === 'url' ? 'url' : 'text'} />
      )}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {field && <Messages field={field} id={`${id}-problems`} />}
    </div>
  );
}

interface ChoiceProps<T extends string> {
  legend: string;
  value: T;
  options: readonly (readonly [value: T, label: ComponentChildren, hint?: ComponentChildren])[];
  onChange: (value: T) => void;
}

/** One of a few, side by side. */
export function Segments<T extends string>({ legend, value, options, onChange }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset class="segments">
      <legend class="hidden">{legend}</legend>
      {options.map(([option, label]) => (
        <label key={option}>
          <input type="radio" name={name} value={option} checked={option === value} onChange={() => onChange(option)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** One of a few, each with a sentence. */
export function Radios<T extends string>({ legend, value, options, onChange }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset class="radios">
      <legend class="hidden">{legend}</legend>
      {options.map(([option, label, hint]) => (
        <div class="choice" key={option}>
          <input
            type="radio"
            id={`${name}-${option}`}
            name={name}
            checked={option === value}
            aria-describedby={hint ? `${name}-${option}-hint` : undefined}
            onChange={() => onChange(option)}
          />
          <div>
            <label for={`${name}-${option}`}>{label}</label>
            {hint && (
              <p class="hint" id={`${name}-${option}-hint`}>
                {hint}
              </p>
            )}
          </div>
        </div>
      ))}
    </fieldset>
  );
}

export function Check({
  label,
  hint,
  checked,
  onChange,
}: {
  label: ComponentChildren;
  hint?: ComponentChildren;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  const id = useId();
  return (
    <div class="choice">
      <input
        type="checkbox"
        id={id}
        checked={checked}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <div>
        <label for={id}>{label}</label>
        {hint && (
          <p class="hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

export function Select({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: string;
  options: readonly (readonly [value: string, label: string])[];
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(([option, words]) => (
          <option key={option} value={option}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A part of the form. `view` is where its effect is seen. */
export function Section({
  title,
  lead,
  view,
  children,
}: {
  title: string;
  lead?: ComponentChildren;
  view?: PreviewView;
  children: ComponentChildren;
}) {
  const id = useId();
  return (
    <section class="part" aria-labelledby={id}>
      <div class="head">
        <h2 id={id}>{title}</h2>
        {view && (
          <button type="button" class="plain" aria-label={`Show in the preview: ${title}`} onClick={() => look(view)}>
            Show
          </button>
        )}
      </div>
      {lead && <p class="lead">{lead}</p>}
      {children}
    </section>
  );
}
