/** Reads the facts of this page. The one file of the panel that looks at the document, at storage and at the clock. */
import { visibleNames } from '../answer/visible-names.ts';
import type { IdleNeeds, KeptPlace, LooseService, Naming, Problem } from '../lazy.ts';
import { runs } from '../model/script-types.ts';
import { attributeOf, createElement, fromDocument, own } from '../page.ts';
import { fromAttributes } from '../tag-attributes.ts';
import type { ElementFact, Facts, KeptFact, RequestFact } from './facts.ts';
import { short } from './section.ts';
import type { Sources } from './sources.ts';

/** What loads something, tagged or not. */
const LOADERS = 'script,iframe,img,video[src],audio[src],embed[src],object[data],link[rel~="stylesheet"][href]';

/** Where an element may have its address, the tagged forms first: a locked one has no other. */
const ADDRESSES = ['src', 'href', 'data'].flatMap((name) => [`data-consent-${name}`, name, `data-${name}`]);

/** What an address is called where it is not called `src`. */
const NAMES: Readonly<Record<string, string>> = { link: 'href', object: 'data' };

/** What is given once: the parts that came, and what they found. */
export interface Given {
  readonly naming: Naming;
  findLoose(): readonly LooseService[];
  readonly problems: readonly Problem[] | null;
}

/** Returns what reads the facts of now; it remembers when it first saw what is kept. */
export function createReader(needs: IdleNeeds, given: Given): () => Facts {
  const { store, screen, handle, guard, input } = needs;
  const { config } = store;
  const seen = new Map<string, KeptFact>();
  /** The places that were listed before: what is new in one of them came since. */
  const listed = new Set<KeptPlace>();
  /** An answer that is changed later was an answer before. */
  let answeredAt = Infinity;
  /** What can only be asked for, and comes for a later look. */
  let asked: readonly (readonly [KeptPlace, readonly string[]])[] = [];

  async function ask(): Promise<void> {
    const [databases, ofCaches] = await Promise.all([
      'databases' in indexedDB ? indexedDB.databases() : [],
      'caches' in window ? caches.keys() : [],
    ]);
    asked = [
      ['indexedDB', databases.map(({ name = '' }) => name)],
      ['caches', ofCaches],
    ];
  }

  function readKept(): KeptFact[] {
    ask().catch(() => (asked = [])); // A frame without storage has none.
    const { cookies, local, session } = visibleNames('');
    const places = [['cookie', cookies], ['local', local], ['session', session], ...asked] as const;
    const isAnswered = !!store.state().record;
    return places.flatMap(([place, names]) => {
      const since = listed.has(place) ? performance.now() : 0;
      listed.add(place);
      return names.map((name) => {
        const key = `${place} ${name}`;
        const fact = seen.get(key) ?? { place, name, since, isAnswered };
        seen.set(key, fact);
        return fact;
      });
    });
  }

  function readAnswer(): number {
    const { record } = store.state();
    if (record) answeredAt = Math.min(answeredAt, record.givenAt - performance.timeOrigin);
    return answeredAt;
  }

  return () => ({
    version: handle.version,
    page: location.origin + location.pathname,
    now: performance.now(),
    state: store.state(),
    answeredAt: readAnswer(),
    config,
    naming: given.naming,
    elements: readElements(needs),
    requests: readRequests(),
    guarded: guard.part?.reports ?? [],
    loose: given.findLoose(),
    kept: readKept(),
    layer: readLayer(config.google?.dataLayer),
    problems: given.problems,
    input,
    sources: readSources(),
    errors: store.errors,
    view: screen.view(),
    isSettled: store.isSettled(),
    needsPrompt: screen.needsPrompt(),
    isMinor: store.isMinor,
  });
}

function readElements({ gate }: IdleNeeds): ElementFact[] {
  const elements = new Set<Element>(fromDocument('querySelectorAll').call(document, LOADERS));
  // Those in shadow roots too.
  gate.each((element) => elements.add(element));
  return [...elements].flatMap((element) => {
    const expression = attributeOf(element, 'data-consent');
    const status = gate.statuses.get(element);
    // A copy that the gate runs for a tag is no element of the page's.
    if (expression === null && (status || (element instanceof HTMLScriptElement && !runs(element.type)))) return [];
    const written = ADDRESSES.map((name) => attributeOf(element, name)).find(Boolean);
    const address = written === undefined || written === null ? null : resolve(written);
    const code = element instanceof HTMLScriptElement && !address ? element.text : '';
    return [
      {
        outline: outline(element, written ?? '', code),
        address,
        code,
        expression,
        status,
        isOnce: gate.once.has(element),
      },
    ];
  });
}

/** An element as one reads it in the page, without what its address may say of a person. */
function outline(element: Element, written: string, code: string): string {
  const id = attributeOf(element, 'id');
  const tag = [
    `<${own(element).localName}`,
    id && `id="${id}"`,
    written && `${NAMES[own(element).localName] ?? 'src'}="${short(written.replace(/[?#].*/s, ''))}"`,
  ];
  return `${tag.filter(Boolean).join(' ')}>${short(code.trim().replace(/\s+/g, ' '), 60)}`;
}

const readRequests = (): RequestFact[] =>
  (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
    .flatMap(({ name, initiatorType, startTime }) => {
      const address = resolve(name);
      return address ? [{ address, initiator: initiatorType, start: startTime }] : [];
    })
    .toSorted((one, other) => one.start - other.start);

/** The address as the page resolves it; `null` for what is none. */
function resolve(written: string): URL | null {
  const link = createElement('a');
  link.href = written;
  return URL.canParse(link.href) ? new URL(link.href) : null;
}

function readLayer(name = 'dataLayer'): readonly unknown[] | null {
  const layer: unknown = Reflect.get(window, name);
  return Array.isArray(layer) ? [...layer] : null;
}

/** The sources of the configuration as the page has them by now, the first to count first. */
function readSources(): Sources {
  const block = fromDocument('getElementById').call(document, 'commsor-consent-config');
  const tag = [...fromDocument('scripts')].find(
    (script) => /\/commsor[\w.]*\.js$/.test(script.src.replace(/[?#].*/s, '')) || script.dataset.policy,
  );
  return {
    'window.commsorConsentConfig': Object.hasOwn(window, 'commsorConsentConfig') ? window.commsorConsentConfig : null,
    'the JSON in the page': block instanceof HTMLScriptElement ? parse(block.text) : null,
    'the attributes of the tag': tag ? fromAttributes(tag.dataset) : null,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // The checker says so.
  }
}

/** What had the focus in the page, through open shadow roots. */
export function focused(): HTMLElement | null {
  let element = fromDocument('activeElement');
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement ? element : null;
}
