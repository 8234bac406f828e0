import { type Design, type OwnPurpose, nameFor, USUAL_PURPOSES } from '../design.ts';
import { Check, Messages, Section, Segments, Text } from '../fields.tsx';
import { design, edit } from '../history.ts';

const USUAL = {
  preferences: ['Functional', 'Remembers choices such as language or region. Maps, fonts, chats.'],
  analytics: ['Analytics', 'Counts visits so that you can improve pages.'],
  marketing: ['Marketing', 'Advertising, social networks, videos that follow visitors.'],
} as const;

/**
 * Replaces the purpose at `index`. Its name in tags follows its title, and whatever was under the old name follows too.
 */
function change(it: Design, index: number, change: Partial<OwnPurpose>): Partial<Design> {
  const old = it.ownPurposes[index];
  if (!old) return {};
  const others = it.ownPurposes.filter((purpose) => purpose !== old).map(({ id }) => id);
  const taken = [
    'necessary',
    ...USUAL_PURPOSES,
    ...others,
    ...Object.keys(it.services),
    ...it.ownServices.map(({ id }) => id),
  ];
  const id = change.title === undefined ? old.id : nameFor(change.title, taken, `purpose-${index + 1}`);
  const moved = (purpose: string) => (purpose === old.id ? id : purpose);
  return {
    ownPurposes: it.ownPurposes.map((purpose) => (purpose === old ? { ...old, ...change, id } : purpose)),
    services: Object.fromEntries(Object.entries(it.services).map(([service, purpose]) => [service, moved(purpose)])),
    ownServices: it.ownServices.map((service) => ({ ...service, purpose: moved(service.purpose) })),
  };
}

function add({ ownPurposes }: Design): Partial<Design> {
  const taken = [...USUAL_PURPOSES, ...ownPurposes.map(({ id }) => id)];
  const id = nameFor('', taken, `purpose-${ownPurposes.length + 1}`);
  return { ownPurposes: [...ownPurposes, { id, title: '', description: '', legalBasis: 'consent' }] };
}

export function Purposes() {
  const { purposes, ownPurposes } = design.value;
  return (
    <Section
      title="Purposes"
      view="preferences"
      lead="What visitors are asked about. Ask only for what you use; what the site needs to work is always on."
    >
      {USUAL_PURPOSES.map((id) => (
        <div key={id}>
          <Check
            label={USUAL[id][0]}
            hint={USUAL[id][1]}
            checked={purposes.includes(id)}
            onChange={(isOn) =>
              edit({ purposes: USUAL_PURPOSES.filter((one) => (one === id ? isOn : purposes.includes(one))) })
            }
          />
          <Messages field={`purposes.${id}`} />
        </div>
      ))}
      {ownPurposes.map((purpose, index) => (
        <OwnPurposeFields key={index} index={index} purpose={purpose} />
      ))}
      <button type="button" class="plain" onClick={() => edit(add(design.value))}>
        Add a purpose of your own
      </button>
    </Section>
  );
}

function OwnPurposeFields({ purpose, index }: { purpose: OwnPurpose; index: number }) {
  return (
    <fieldset class="own">
      <legend>{purpose.title || 'A purpose of your own'}</legend>
      <Text
        label="Name that visitors read"
        field={`purposes.${purpose.id}.title`}
        value={purpose.title}
        placeholder="Research"
        onInput={(it) => edit(change(design.value, index, { title: it }), `purpose-${index}-title`)}
      />
      <Text
        label="One sentence in plain words"
        value={purpose.description}
        placeholder="Helps us to learn what our readers want."
        onInput={(it) => edit(change(design.value, index, { description: it }), `purpose-${index}-description`)}
      />
      <Segments
        legend="Ground"
        value={purpose.legalBasis}
        onChange={(it) => edit(change(design.value, index, { legalBasis: it }))}
        options={[
          ['consent', 'Needs consent'],
          ['legitimate-interest', 'Legitimate interest'],
        ]}
      />
      <Messages field={`purposes.${purpose.id}`} />
      <p class="row">
        <span class="hint">
          In tags: <code>data-consent="{purpose.id}"</code>
        </span>
        <button
          type="button"
          class="plain"
          onClick={() => edit({ ownPurposes: design.value.ownPurposes.filter((one) => one !== purpose) })}
        >
          Remove<span class="hidden"> {purpose.title || 'this purpose'}</span>
        </button>
      </p>
    </fieldset>
  );
}
