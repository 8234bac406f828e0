import { signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { services as table } from '../../src/services/table.ts';
import { CONFIG_TAG, javascript, json, tag } from './code.ts';
import { CopyButton } from './CopyButton.tsx';
import { declaration, USUAL_LEVEL } from './declaration.ts';
import { type Design, PLAIN, purposeIds } from './design.ts';
import { Mark, Section, Segments, Select, Text } from './fields.tsx';
import { design, edit } from './history.ts';
import { learn } from './languages.ts';
import { configuration, missing, problems } from './problems.ts';

/** The level of the headings in the privacy page. */
const level = signal(USUAL_LEVEL);

const FORMS = {
  tag: {
    label: 'Tag',
    file: 'consent.html',
    type: 'text/html',
    write: () => `${tag(configuration.value, design.value.sdk)}\n`,
  },
  json: {
    label: 'JSON',
    file: 'consent.json',
    type: 'application/json',
    write: () => `${json(configuration.value)}\n`,
  },
  javascript: {
    label: 'JavaScript',
    file: 'consent.js',
    type: 'text/javascript',
    write: () => javascript(configuration.value),
  },
  declaration: {
    label: 'Privacy page',
    file: 'declaration.html',
    type: 'text/html',
    write: () => `${declaration(configuration.value, level.value)}\n`,
  },
} as const;

export const copiedTag = (): string => FORMS.tag.write();

export function Finish() {
  const form = useSignal<keyof typeof FORMS>('tag');
  const { label, file, type, write } = FORMS[form.value];
  const it = design.value;
  useEffect(() => {
    if (form.value === 'declaration' && it.language) void learn(it.language);
  }, [form.value, it.language]);
  const save = () => {
    const address = URL.createObjectURL(new Blob([write()], { type }));
    Object.assign(document.createElement('a'), { href: address, download: file }).click();
    URL.revokeObjectURL(address);
  };
  return (
    <Section title="Take it with you">
      <Problems />
      <Segments
        legend="Form"
        value={form.value}
        onChange={(one) => (form.value = one)}
        options={[
          ['tag', 'Tag'],
          ['json', 'JSON file'],
          ['javascript', 'JavaScript'],
          ['declaration', 'Privacy page'],
        ]}
      />
      <pre class="code" tabIndex={0} role="region" aria-label={`${label}, ready to copy`} data-form={form.value}>
        <code>{write()}</code>
      </pre>
      <p class="row">
        <CopyButton class="button" text={write}>
          Copy
        </CopyButton>
        <button type="button" class="plain" onClick={save}>
          Download {file}
        </button>
      </p>
      {form.value === 'tag' && (
        <Text
          label="Address of commsor.js on your site"
          type="url"
          value={it.sdk}
          onInput={(sdk) => edit({ sdk }, 'sdk')}
        />
      )}
      {form.value === 'declaration' ? <DeclarationSteps /> : <Steps form={form.value} it={it} />}
      <button type="button" class="plain narrow" onClick={() => edit(PLAIN)}>
        Start over
      </button>
    </Section>
  );
}

/** What to do with the purposes and services as HTML. */
function DeclarationSteps() {
  return (
    <>
      <Select
        label="Level of its headings: one below the heading before it"
        value={`${level.value}`}
        options={['1', '2', '3', '4', '5', '6'].map((one) => [one, `h${one}`])}
        onChange={(one) => (level.value = Number(one))}
      />
      <ol class="steps">
        <li>
          Put this into your privacy page, below a heading. People without JavaScript read it as it is; for all others
          it shows what holds for them, in their language, and follows their answer.
        </li>
        <li>
          Copy it anew when your services change, or leave the element empty.
          <Snippet text="<div data-consent-declaration></div>" />
        </li>
      </ol>
    </>
  );
}

/** What to do with the configuration. */
function Steps({ form, it }: { form: 'tag' | 'json' | 'javascript'; it: Design }) {
  const opensPreferences =
    it.model === 'opt-out' || it.model === 'by-region'
      ? 'Do not sell or share my personal information'
      : 'Privacy preferences';
  return (
    <ol class="steps">
      <li>
        {form === 'javascript' ? (
          <>
            Install <code>@commsor/consent</code> and start your site with this file.
          </>
        ) : form === 'json' ? (
          <>
            Put what is in the file into <code>{CONFIG_TAG}</code> before the tag.
          </>
        ) : (
          <>
            Put the folder <code>dist</code> on your site, and this first into the <code>{'<head>'}</code> of every
            page.
          </>
        )}
      </li>
      <li>
        Change the tags that need permission, so that they wait for it: scripts get <code>type="text/plain"</code>,
        frames <code>data-src</code> instead of <code>src</code>.
        <Marks it={it} />
      </li>
      {it.link && (
        <li>
          Put this link into the footer of every page.
          <Snippet text={`<a href="#consent">${opensPreferences}</a>`} />
        </li>
      )}
    </ol>
  );
}

function Problems() {
  const found = problems.value;
  if (missing.value)
    return (
      <p class="problem warning">
        <Mark level="warning" /> {missing.value}
      </p>
    );
  if (!found.length)
    return (
      <p class="problem good">
        <Mark level="good" /> Nothing to mend.
      </p>
    );
  return (
    <ul class="found" aria-label="What to mend">
      {found.map(({ level, field, fix }) => (
        <li key={level + field} class={`problem ${level}`}>
          <Mark level={level} /> <span class="hidden">{level === 'error' ? 'Error:' : 'Please mind:'}</span>
          <button type="button" class="plain" onClick={() => goTo(field)}>
            {fix}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Brings the form to the field with the problem. */
export function goTo(field: string): void {
  const place = [...document.querySelectorAll<HTMLElement>('[data-field]')].find(
    ({ dataset }) => dataset.field === field,
  );
  const part = place?.closest('.field, .own, .part');
  part?.scrollIntoView({ block: 'center' });
  part?.querySelector<HTMLElement>('input, select, textarea, button')?.focus({ preventScroll: true });
}

/** How the tags of this design are marked: an example for each service, else for each purpose. */
function Marks({ it }: { it: Design }) {
  const known: Readonly<Record<string, { title: string }>> = table;
  const services = [
    ...Object.keys(it.services).map((id) => [id, known[id]?.title ?? id]),
    ...it.ownServices.map(({ id, title }) => [id, title || id]),
  ];
  const marks = services.length ? services : purposeIds(it).map((id) => [id, '']);
  if (!marks.length) return null;
  return (
    <ul class="marks">
      {marks.map(([id, title]) => (
        <li key={id}>
          {title && <span>{title}</span>} <code>data-consent="{id}"</code>
        </li>
      ))}
    </ul>
  );
}

function Snippet({ text }: { text: string }) {
  return (
    <div class="snippet">
      <code>{text}</code>
      <CopyButton class="plain" text={() => text}>
        Copy<span class="hidden"> the link</span>
      </CopyButton>
    </div>
  );
}
