import { useId } from 'preact/hooks';
import { ACCENTS, filled, hexOf, isColour } from '../accent.ts';
import { CORNERS, type Corner } from '../design.ts';
import { Messages, Section, Segments } from '../fields.tsx';
import { design, edit } from '../history.ts';

/** Where the card stands in the picture of a screen, 48 by 32. */
const CARDS = {
  box: [4, 16, 20, 12],
  bar: [0, 23, 48, 9],
  modal: [13, 9, 22, 14],
  'top-start': [4, 4, 20, 12],
  'top-end': [24, 4, 20, 12],
  'bottom-start': [4, 16, 20, 12],
  'bottom-end': [24, 16, 20, 12],
  bottom: [0, 23, 48, 9],
  top: [0, 0, 48, 9],
} as const;
type Pictured = keyof typeof CARDS;

function Picture({ of }: { of: Pictured }) {
  const [x, y, width, height] = CARDS[of];
  return (
    <svg viewBox="0 0 48 32" width="72" height="48" aria-hidden="true">
      <rect class="screen" width="48" height="32" rx="2" />
      {of === 'modal' && <rect class="veil" width="48" height="32" rx="2" />}
      <path class="lines" d="M6 6h18M6 10h26M6 14h22" />
      <rect
        class="card"
        x={x}
        y={y}
        width={width}
        height={height}
        rx={of === 'bar' || of === 'bottom' || of === 'top' ? 0 : 2}
      />
      <path class="twins" d={width === 48 ? `M${x + 26} ${y + 4.5}h7m2 0h7` : `M${x + 3} ${y + height - 4}h6m2 0h6`} />
    </svg>
  );
}

function Pictures<T extends Pictured>({
  legend,
  value,
  options,
  onChange,
}: {
  legend: string;
  value: T;
  options: readonly (readonly [T, string])[];
  onChange: (value: T) => void;
}) {
  const name = useId();
  return (
    <fieldset class="pictures">
      <legend>{legend}</legend>
      {options.map(([option, label]) => (
        <label key={option}>
          <input type="radio" name={name} value={option} checked={option === value} onChange={() => onChange(option)} />
          <Picture of={option} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

const CORNER_NAMES: Record<Corner, string> = {
  'top-start': 'Top left',
  'top-end': 'Top right',
  'bottom-start': 'Bottom left',
  'bottom-end': 'Bottom right',
};

export function Look() {
  const { layout, corner, edge, theme } = design.value;
  return (
    <Section title="Look" view="banner">
      <Pictures
        legend="Layout"
        value={layout}
        onChange={(it) => edit({ layout: it })}
        options={[
          ['box', 'Box'],
          ['bar', 'Bar'],
          ['modal', 'Window'],
        ]}
      />
      {layout === 'box' && (
        <Pictures
          legend="Position"
          value={corner}
          onChange={(it) => edit({ corner: it })}
          options={CORNERS.map((it) => [it, CORNER_NAMES[it]])}
        />
      )}
      {layout === 'bar' && (
        <Pictures
          legend="Position"
          value={edge}
          onChange={(it) => edit({ edge: it })}
          options={[
            ['bottom', 'Bottom'],
            ['top', 'Top'],
          ]}
        />
      )}
      {layout === 'modal' && (
        <p class="hint">
          It stands before the page until there is an answer. On phones it is a sheet at the bottom, like the others.
        </p>
      )}
      <div class="field">
        <p class="label">Theme</p>
        <Segments
          legend="Theme"
          value={theme}
          onChange={(it) => edit({ theme: it })}
          options={[
            ['auto', 'As the page'],
            ['light', 'Light'],
            ['dark', 'Dark'],
          ]}
        />
      </div>
      <AccentField />
    </Section>
  );
}

function AccentField() {
  const { accent } = design.value;
  const id = useId();
  const isGood = !accent.trim() || isColour(accent);
  const set = (it: string) => edit({ accent: it }, 'accent');
  return (
    <div class="field">
      <fieldset class="swatches">
        <legend>Accent, the colour of the buttons</legend>
        {ACCENTS.map(([colour, name]) => (
          <label key={name} title={name}>
            <input type="radio" name={id} checked={accent === colour} onChange={() => edit({ accent: colour })} />
            <span class={colour ? '' : 'ink'} style={{ background: colour || undefined }} />
            <span class="hidden">{name}</span>
          </label>
        ))}
      </fieldset>
      <div class="own-colour">
        <input
          type="color"
          aria-label="Pick a colour"
          value={isGood && accent.trim() ? hexOf(accent) : '#111111'}
          onInput={(event) => set(event.currentTarget.value)}
        />
        <input
          type="text"
          aria-label="Accent as a CSS colour"
          placeholder="any CSS colour"
          spellcheck={false}
          autocomplete="off"
          value={accent}
          aria-invalid={!isGood || undefined}
          aria-describedby={`${id}-problems ${id}-contrast`}
          onInput={(event) => set(event.currentTarget.value)}
        />
      </div>
      <Messages field="ui.accent" id={`${id}-problems`} />
      {isGood && (
        <dl class="contrast" id={`${id}-contrast`}>
          <Contrast scheme="light" accent={accent} />
          <Contrast scheme="dark" accent={accent} />
        </dl>
      )}
    </div>
  );
}

/** What the buttons look like in a scheme, and how well the words on them can be read. */
function Contrast({ scheme, accent }: { scheme: 'light' | 'dark'; accent: string }) {
  const { fill, words, ratio } = filled(accent, scheme);
  return (
    <div data-scheme={scheme}>
      <dt>{scheme === 'light' ? 'On light' : 'On dark'}</dt>
      <dd>
        <span class="sample" style={{ background: fill, color: words }}>
          Accept all
        </span>
        <span>{(Math.floor(ratio * 10) / 10).toFixed(1)} to 1</span>
      </dd>
    </div>
  );
}
