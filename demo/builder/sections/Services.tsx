import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { ServiceConfig } from '../../../src/api.ts';
import { advertising } from '../../../src/services/advertising.ts';
import { analytics } from '../../../src/services/analytics.ts';
import { conversations } from '../../../src/services/conversations.ts';
import { embeds } from '../../../src/services/embeds.ts';
import { services as table } from '../../../src/services/table.ts';
import { type Design, nameFor, type OwnService, purposeIds, purposeOf, USUAL_PURPOSES } from '../design.ts';
import { Messages, Section, Text } from '../fields.tsx';
import { design, edit } from '../history.ts';

const KNOWN: Readonly<Record<string, ServiceConfig>> = table;
/** The table as its files have it, the best known of each kind first. */
const KINDS: readonly (readonly [kind: string, services: Readonly<Record<string, ServiceConfig>>])[] = [
  ['Counting and measuring', analytics],
  ['Advertising', advertising],
  ['Videos, maps and other embeds', embeds],
  ['Conversations and forms', conversations],
];

/** Whether what is looked for is in the name of a service, its company or its addresses. */
const isFound = ({ title, provider, match }: ServiceConfig, query: string) =>
  query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => [title, provider, ...(match ?? [])].join(' ').toLowerCase().includes(word));

const titleOf = (id: string, { ownPurposes }: Design) =>
  ownPurposes.find((own) => own.id === id)?.title || id[0]?.toUpperCase() + id.slice(1);

/** Ticks a service of the table; a purpose that it needs is ticked with it. */
function choose(it: Design, id: string, isOn: boolean): Partial<Design> {
  if (!isOn) return { services: Object.fromEntries(Object.entries(it.services).filter(([one]) => one !== id)) };
  const needed = KNOWN[id]?.purposes ?? [];
  return {
    services: { ...it.services, [id]: '' },
    purposes: USUAL_PURPOSES.filter((one) => it.purposes.includes(one) || needed.includes(one)),
  };
}

function changeOwn(it: Design, index: number, change: Partial<OwnService>): Partial<Design> {
  const old = it.ownServices[index];
  if (!old) return {};
  const others = it.ownServices.filter((service) => service !== old).map(({ id }) => id);
  const taken = [
    'necessary',
    ...USUAL_PURPOSES,
    ...it.ownPurposes.map(({ id }) => id),
    ...Object.keys(table),
    ...others,
  ];
  const id = change.title === undefined ? old.id : nameFor(change.title, taken, `service-${index + 1}`);
  return { ownServices: it.ownServices.map((service) => (service === old ? { ...old, ...change, id } : service)) };
}

function add(it: Design): Partial<Design> {
  const taken = it.ownServices.map((own) => own.id);
  const id = nameFor('', taken, `service-${taken.length + 1}`);
  const purpose = purposeIds(it)[0] ?? 'necessary';
  return { ownServices: [...it.ownServices, { id, title: '', purpose, provider: '', policyUrl: '', match: '' }] };
}

function PurposeSelect({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const ids = purposeIds(design.value);
  return (
    <select aria-label={label} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {(ids.includes(value) ? ids : [...ids, value]).map((id) => (
        <option key={id} value={id}>
          {titleOf(id, design.value)}
        </option>
      ))}
    </select>
  );
}

const LEAD =
  'The tools on your site. Visitors see each with its company, its country and its policy, ' +
  'and what it leaves behind is deleted when they withdraw.';

export function Services() {
  const it = design.value;
  return (
    <Section title="Services" view="preferences" lead={LEAD}>
      <Table />
      <Chosen />
      {it.ownServices.map((own, index) => (
        <OwnServiceFields key={index} index={index} own={own} />
      ))}
      <button type="button" class="plain" onClick={() => edit(add(it))}>
        Add a service that is not listed
      </button>
    </Section>
  );
}

/** The table of services, and a search in it. */
function Table() {
  const it = design.value;
  const id = useId();
  const query = useSignal('');
  const kinds = KINDS.map(([kind, services]) => ({
    kind,
    found: Object.entries(services).filter(([, service]) => isFound(service, query.value)),
  })).filter(({ found }) => found.length);
  const count = kinds.reduce((sum, { found }) => sum + found.length, 0);
  return (
    <>
      <div class="field">
        <label for={id}>Search {Object.keys(table).length} services</label>
        <input
          id={id}
          type="search"
          placeholder="Analytics, YouTube, chat …"
          autocomplete="off"
          spellcheck={false}
          value={query.value}
          onInput={(event) => (query.value = event.currentTarget.value)}
        />
        <p class="hidden" role="status">
          {query.value && `${count} found`}
        </p>
      </div>
      <div class="table" tabIndex={0} role="group" aria-label="Services to choose from">
        {kinds.map(({ kind, found }) => (
          <section key={kind}>
            <h3>{kind}</h3>
            <ul>
              {found.map(([service, { title, provider, purposes }]) => (
                <li key={service}>
                  <label>
                    <input
                      type="checkbox"
                      checked={Object.hasOwn(it.services, service)}
                      onChange={(event) => edit(choose(design.value, service, event.currentTarget.checked))}
                    />
                    <span>{title}</span> <small>{provider !== title && provider}</small>{' '}
                    <small class="end">{purposes.map((purpose) => titleOf(purpose, it)).join(', ')}</small>
                  </label>
                </li>
              ))}
            </ul>
          </section>
        ))}
        {!count && <p class="none">Nothing called that. Add it as a service of your own.</p>}
      </div>
    </>
  );
}

/** What was ticked in the table, each with its purpose. */
function Chosen() {
  const it = design.value;
  const chosen = Object.keys(it.services);
  if (!chosen.length) return null;
  return (
    <ul class="chosen" aria-label="Chosen services">
      {chosen.map((service) => (
        <li key={service}>
          <span>{KNOWN[service]?.title}</span>
          <PurposeSelect
            label={`Purpose of ${KNOWN[service]?.title}`}
            value={purposeOf(service, it)}
            onChange={(purpose) =>
              edit({
                services: { ...it.services, [service]: purpose === KNOWN[service]?.purposes[0] ? '' : purpose },
              })
            }
          />
          <Remove what={KNOWN[service]?.title ?? service} onClick={() => edit(choose(it, service, false))} />
          <Messages field={`services.${service}.purposes`} />
          <Messages field={`services.${service}`} />
        </li>
      ))}
    </ul>
  );
}

function OwnServiceFields({ own, index }: { own: OwnService; index: number }) {
  return (
    <fieldset class="own">
      <legend>{own.title || 'A service of your own'}</legend>
      <Text
        label="Name that visitors read"
        field={`services.${own.id}.title`}
        value={own.title}
        placeholder="Our survey"
        onInput={(title) => edit(changeOwn(design.value, index, { title }), `service-${index}-title`)}
      />
      <div class="field">
        <p class="label">Used for</p>
        <PurposeSelect
          label={`Purpose of ${own.title || 'your service'}`}
          value={own.purpose}
          onChange={(purpose) => edit(changeOwn(design.value, index, { purpose }))}
        />
        <Messages field={`services.${own.id}.purposes`} />
      </div>
      <Text
        label="Company behind it"
        value={own.provider}
        onInput={(provider) => edit(changeOwn(design.value, index, { provider }), `service-${index}-provider`)}
      />
      <Text
        label="Address of its privacy policy"
        field={`services.${own.id}.policyUrl`}
        type="url"
        value={own.policyUrl}
        onInput={(policyUrl) => edit(changeOwn(design.value, index, { policyUrl }), `service-${index}-policy`)}
      />
      <Text
        label="Hosts that it loads from"
        field={`services.${own.id}.match`}
        value={own.match}
        placeholder="survey.example"
        onInput={(match) => edit(changeOwn(design.value, index, { match }), `service-${index}-match`)}
      />
      <Messages field={`services.${own.id}`} />
      <p class="row">
        <span class="hint">
          In tags: <code>data-consent="{own.id}"</code>
        </span>
        <button
          type="button"
          class="plain"
          onClick={() => edit({ ownServices: design.value.ownServices.filter((one) => one !== own) })}
        >
          Remove<span class="hidden"> {own.title || 'this service'}</span>
        </button>
      </p>
    </fieldset>
  );
}

function Remove({ what, onClick }: { what: string; onClick: () => void }) {
  return (
    <button type="button" class="icon" aria-label={`Remove ${what}`} onClick={onClick}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d="M4 4l8 8M12 4l-8 8" />
      </svg>
    </button>
  );
}
