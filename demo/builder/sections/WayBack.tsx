import { PLAIN } from '../design.ts';
import { Check, Messages, Section, Segments, Text } from '../fields.tsx';
import { design, edit } from '../history.ts';

const pixels = (text: string) => Math.min(999, Math.max(0, Math.round(Number(text)) || 0));

export function WayBack() {
  const { reopen, reopenLabel, aside, above, link } = design.value;
  return (
    <Section
      title="The way back"
      view="reopen"
      lead="Visitors may change their mind at any time: by a small control in the corner, or by a link in your pages."
    >
      <Segments
        legend="Control in the corner"
        value={reopen}
        onChange={(it) => edit({ reopen: it })}
        options={[
          ['bottom-start', 'Left'],
          ['bottom-end', 'Right'],
          ['off', 'No control'],
        ]}
      />
      <Messages field="ui.reopen" />
      {reopen !== 'off' && (
        <>
          <div class="pair">
            <Text
              label="From the side, px"
              type="number"
              value={String(aside)}
              onInput={(it) => edit({ aside: pixels(it) }, 'aside')}
            />
            <Text
              label="From the bottom, px"
              type="number"
              value={String(above)}
              onInput={(it) => edit({ above: pixels(it) }, 'above')}
            />
          </div>
          <Text
            label="Its name"
            field="ui.reopen.label"
            value={reopenLabel}
            placeholder="a sign alone"
            hint="Words that are shown in it. A sign alone is named in the visitor’s language."
            onInput={(it) => edit({ reopenLabel: it }, 'reopenLabel')}
          />
          {(aside !== PLAIN.aside || above !== PLAIN.above) && (
            <button type="button" class="plain" onClick={() => edit({ aside: PLAIN.aside, above: PLAIN.above })}>
              Back into the corner
            </button>
          )}
        </>
      )}
      <Check
        label="A link in my footer opens the preferences"
        hint="You find it below, ready to copy."
        checked={link}
        onChange={(it) => edit({ link: it })}
      />
    </Section>
  );
}
