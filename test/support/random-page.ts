import { consentPage } from './consent-page.ts';
import { randomFrom } from './random.ts';

/** What a script element is, and with it when the HTML standard runs it. */
type Kind = 'inline' | 'external' | 'defer' | 'module' | 'inline module' | 'async' | 'async module';
/** What becomes of it. */
type Fate = 'runs' | 'is slow' | 'throws' | 'is missing' | 'hangs';

export interface Script {
  readonly id: string;
  readonly kind: Kind;
  readonly fate: Fate;
  /** How long its answer takes, in milliseconds. */
  readonly slow: number;
}

/**
 * `untagged`: the page as it was. `new`: tagged, everything is accepted later. `returning`: tagged, and accepted on an
 * earlier visit.
 */
export type Visit = 'untagged' | 'new' | 'returning';

/** When a new visitor accepts. */
type Moment = 'while parsing' | 'when parsed' | 'when loaded';

export interface RandomPage {
  readonly seed: number;
  readonly scripts: readonly Script[];
  readonly moment: Moment;
}

/** More than any answer takes, so that only a script that hangs uses it up; in milliseconds. */
const LIMIT = 4000;
const NO_LIMIT = 60_000;

const isInline = ({ kind }: Script) => kind === 'inline' || kind === 'inline module';
/** Scripts whose place in the order the standard leaves open. */
export const isFree = ({ kind }: Script) => kind.startsWith('async');
const doesRun = ({ fate }: Script) => fate !== 'is missing' && fate !== 'hangs';
/** Inline scripts are silent; the others say how they ended. */
const doesTell = (script: Script) => !isInline(script) && script.fate !== 'hangs';

export function randomPage(seed: number): RandomPage {
  const random = randomFrom(seed);
  const scripts = Array.from({ length: 3 + random.below(9) }, (_, place): Script => {
    const kind = random.pick<Kind>([
      'inline',
      'inline',
      'inline',
      'external',
      'external',
      'external',
      'defer',
      'defer',
      'module',
      'inline module',
      'async',
      'async module',
    ]);
    const fates: Fate[] = kind.startsWith('inline')
      ? ['runs', 'runs', 'runs', 'throws']
      : ['runs', 'runs', 'runs', 'runs', 'is slow', 'is slow', 'is slow', 'throws', 'is missing'];
    return { id: String(place), kind, fate: random.pick(fates), slow: random.below(100) };
  });
  const one = random.below(scripts.length);
  if (random.oneIn(8) && scripts[one] && !isInline(scripts[one])) scripts[one] = { ...scripts[one], fate: 'hangs' };
  return { seed, scripts, moment: random.pick<Moment>(['while parsing', 'when parsed', 'when loaded']) };
}

/** What a page of a visit says when all of it has run: one line per script, and one per event. */
export function expectedLines({ scripts }: RandomPage): string[] {
  return scripts.flatMap((script) => [
    ...(doesRun(script) ? [`${script.id} ran`] : []),
    ...(doesTell(script) ? [`${script.id} ${doesRun(script) ? 'load' : 'error'}`] : []),
  ]);
}

export const nameOfCookie = ({ seed }: RandomPage, visit: Visit) => `c${seed}${visit}`;

/** `scripts` is the origin that serves them: one each, since a browser opens few connections to one host. */
export function writeRandomPage(page: RandomPage, visit: Visit, scripts: string): string {
  const { seed, moment } = page;
  const address = ({ id }: Script) => `${scripts}/script.js?seed=${seed}&amp;visit=${visit}&amp;id=${id}`;
  const elements = page.scripts.map((script) => write(script, visit, address(script)));
  const half = Math.floor(elements.length / 3);
  const recorder = `<script>
    var lines = [];
    const note = (line) => {
      if (lines.push(line) === ${expectedLines(page).length}) parent.complete?.(location.pathname + location.search);
    };
  </script>`;
  const accept = 'commsorConsent.grant();';
  const moments = {
    'while parsing': accept,
    'when parsed': `addEventListener('DOMContentLoaded', () => { ${accept} });`,
    'when loaded': `addEventListener('load', () => { ${accept} });`,
  };
  const parts = {
    before: recorder,
    head: elements.slice(0, half).join('\n'),
    body: elements
      .slice(half)
      .map((element, i) => (i % 2 ? `<div>${element}</div>` : element))
      .join('\n'),
  };
  if (visit === 'untagged')
    return `<!doctype html><html lang="en"><head>${parts.before}${parts.head}</head><body>${parts.body}</body></html>`;
  return consentPage({
    config: {
      timeout: page.scripts.some(({ fate }) => fate === 'hangs') ? LIMIT : NO_LIMIT,
      storage: { name: nameOfCookie(page, visit) },
      ui: { headless: true },
    },
    ...parts,
    head: (visit === 'new' ? `<script>${moments[moment]}</script>` : '') + parts.head,
  });
}

function write(script: Script, visit: Visit, address: string): string {
  const { id, kind, fate } = script;
  const isModule = kind.endsWith('module');
  // WebKit tells of an untagged inline module, of which the standard says that nothing is told.
  const isHeard = fate !== 'hangs' && !(visit === 'untagged' && kind === 'inline module');
  const attributes = [
    visit === 'untagged'
      ? isModule
        ? 'type="module"'
        : ''
      : `type="text/plain" data-consent="analytics"${isModule ? ' data-type="module"' : ''}`,
    isInline(script) ? '' : `src="${address}"`,
    kind.startsWith('async') ? 'async' : kind === 'defer' ? 'defer' : '',
    !isHeard ? '' : `onload="note('${id} load')" onerror="note('${id} error')"`,
  ];
  return `<script ${attributes.filter(Boolean).join(' ')}>${isInline(script) ? sourceOf(id, fate) : ''}</script>`;
}

export function sourceOf(id: string | number, fate: Fate): string {
  return `note('${id} ran');${fate === 'throws' ? ` throw new Error('${id} throws on purpose');` : ''}`;
}
