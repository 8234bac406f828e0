import { computed, effect, signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ConsentConfig } from '../../src/api.ts';
import { embeds } from '../../src/services/embeds.ts';
import { type Design, purposeIds } from './design.ts';
import { Segments } from './fields.tsx';
import { createFrames, type PreviewView, VIEWS, type Wish } from './frames.ts';
import { design } from './history.ts';
import { isRightToLeft } from './languages.ts';
import { again, device, direction, scheme, view } from './looking.ts';
import { configuration, missing } from './problems.ts';
import { wordsFor } from './sections/Words.tsx';

const PHONE = { width: 390, height: 844 };
/** Windows on a desktop have many heights: this one takes the room that there is. */
const DESKTOP = { width: 1280, least: 640, most: 960 };

/** The room that there is, in pixels. */
const room = signal({ width: 0, height: 0 });
const size = computed(() => {
  if (device.value === 'phone') return PHONE;
  const { width, least, most } = DESKTOP;
  return {
    width,
    height: Math.round(Math.min(most, Math.max(least, (width * room.value.height) / room.value.width || 0))),
  };
});
const scale = computed(() => Math.min(1, room.value.width / size.value.width, room.value.height / size.value.height));
/** A page that nobody sees is not painted, and so would never be ready. */
const isSeen = computed(() => scale.value > 0);
/** What is on the screen; `null`: there is nothing of the kind. */
const seen = signal<PreviewView | null | undefined>(undefined);

/** What the film in the page waits for: a service that is chosen, else a purpose. */
function embedOf(it: Design): string {
  return (
    Object.keys(it.services).find((id) => Object.hasOwn(embeds, id)) ??
    ['marketing', ...purposeIds(it).toReversed()].find((id) => purposeIds(it).includes(id)) ??
    'necessary'
  );
}

const wish = computed(() => wishFor(configuration.value));

function wishFor(config: ConsentConfig): Wish {
  const language = config.language ?? wordsFor.value;
  const isMirrored = direction.value === 'rtl' && !isRightToLeft(language);
  return {
    // Whoever looks at the placeholder has not allowed it.
    config: {
      ...config,
      ...(view.value === 'placeholder' && { model: 'opt-in', regions: [] }),
      ...(isMirrored && { language: 'ar' }),
    },
    language: isMirrored ? 'ar' : language,
    scheme: scheme.value,
    view: view.value,
    embed: embedOf(design.value),
    again: again.value,
  };
}

const NOTHING: Readonly<Record<PreviewView, string>> = {
  banner: 'No banner: nothing optional is asked for.',
  preferences: '',
  placeholder: 'No placeholder: the film needs no permission.',
  reopen: 'No control: it is switched off.',
};

/** Words that are written short where there is little room. */
function Short({ of, children }: { of: string; children: ComponentChildren }) {
  return (
    <>
      <span class="long">{of}</span>
      <span class="short" aria-hidden="true">
        {children}
      </span>
    </>
  );
}

/** The design in the real banner, on a small page. */
export function Preview() {
  const { width, height } = size.value;
  return (
    <section class="preview" aria-label="Preview">
      <Toolbar />
      <Stage />
      <p class="caption">
        <span role="status">{seen.value === null && NOTHING[view.value]}</span>
        <span>
          {width} × {height}. You may click in it; nothing is stored.
        </span>
        <button type="button" class="plain" onClick={() => (again.value += 1)}>
          Begin again
        </button>
      </p>
    </section>
  );
}

/** What to look at, and as whom. */
function Toolbar() {
  return (
    <div class="toolbar">
      <Segments
        legend="What to look at"
        value={view.value}
        onChange={(it) => (view.value = it)}
        options={VIEWS.map((it) => [
          it,
          { banner: 'Banner', preferences: 'Preferences', placeholder: 'Placeholder', reopen: 'Afterwards' }[it],
        ])}
      />
      <div class="looks">
        <Segments
          legend="Screen"
          value={device.value}
          onChange={(it) => (device.value = it)}
          options={[
            ['desktop', 'Desktop'],
            ['phone', 'Phone'],
          ]}
        />
        <Segments
          legend="Colours of the page"
          value={scheme.value}
          onChange={(it) => (scheme.value = it)}
          options={[
            ['light', 'Light'],
            ['dark', 'Dark'],
          ]}
        />
        <Segments
          legend="Direction"
          value={direction.value}
          onChange={(it) => (direction.value = it)}
          options={[
            ['ltr', <Short of="Left to right">LTR</Short>],
            ['rtl', <Short of="Right to left">RTL</Short>],
          ]}
        />
      </div>
    </div>
  );
}

/** The page with the banner in it, as large as there is room for it. */
function Stage() {
  const stage = useRef<HTMLDivElement>(null);
  const home = useRef<HTMLDivElement>(null);
  const { width, height } = size.value;

  useEffect(() => {
    if (!stage.current || !home.current) return undefined;
    const observer = new ResizeObserver(([entry]) => entry && (room.value = entry.contentRect));
    observer.observe(stage.current);
    const frames = createFrames(home.current, (shown) => (seen.value = shown));
    const stop = effect(() => {
      if (isSeen.value && !missing.value) frames.show(wish.value);
    });
    return () => {
      observer.disconnect();
      stop();
      frames.stop();
    };
  }, []);

  return (
    <div class="stage" ref={stage}>
      {missing.value && <p class="missing">{missing.value}</p>}
      <div
        class="sheet"
        hidden={missing.value !== ''}
        style={{ width: `${width * scale.value}px`, height: `${height * scale.value}px` }}
      >
        <div
          class="device"
          data-device={device.value}
          ref={home}
          style={{ width: `${width}px`, height: `${height}px`, transform: `scale(${scale.value})` }}
        />
      </div>
    </div>
  );
}
