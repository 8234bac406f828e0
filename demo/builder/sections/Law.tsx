import { Messages, Radios, Section, Text } from '../fields.tsx';
import { design, edit } from '../history.ts';

const REGION_HINT =
  'What your server or CDN writes into the page, often from a header like CF-IPCountry. ' +
  'Where it is empty or unknown, visitors are asked first.';

export function Law() {
  const { model, optOutIn, region, link } = design.value;
  return (
    <Section title="When it asks">
      <Radios
        legend="When it asks"
        value={model}
        onChange={(it) => edit({ model: it })}
        options={[
          [
            'opt-in',
            'Before anything runs',
            'What the law of the EU, the UK and many others asks for. Right everywhere.',
          ],
          [
            'by-region',
            'Before anything runs, except in some regions',
            'There it runs until visitors object, as in most of the United States.',
          ],
          ['opt-out', 'It runs until visitors object', 'For sites without visitors from Europe.'],
          ['notice', 'It runs, and visitors are only told', 'Where the law asks for no more.'],
        ]}
      />
      {model === 'by-region' && (
        <>
          <Text
            label="Regions where it runs until visitors object"
            field="regions.0"
            value={optOutIn}
            hint="Country codes, or states like US-CA, with spaces between."
            onInput={(it) => edit({ optOutIn: it }, 'optOutIn')}
          />
          <Text
            label="Region of the visitor"
            field="region"
            value={region}
            placeholder="{{ country }}"
            hint={REGION_HINT}
            onInput={(it) => edit({ region: it }, 'region')}
          />
        </>
      )}
      <Messages field="model" />
      {(model === 'opt-out' || model === 'by-region') && !link && (
        <button type="button" class="plain" onClick={() => edit({ link: true })}>
          My pages will have this link
        </button>
      )}
    </Section>
  );
}
