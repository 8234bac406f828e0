/** Visits to random pages, tagged and untagged, and what has to be the same in both. */
import { storedChoice } from './consent-page.ts';
import {
  expectedLines,
  isFree,
  nameOfCookie,
  randomPage,
  sourceOf,
  writeRandomPage,
  type RandomPage,
  type Visit,
} from './random-page.ts';
import type { Pages, Received, Reply, Site } from './site.ts';

const visits: readonly Visit[] = ['untagged', 'new', 'returning'];

export const randomSite: Pages = {
  '/': '<!doctype html><title>Frames</title>',
  '/page': ({ path, headers }: Received): Reply => {
    const { page, visit } = read(path);
    const { port } = new URL(`http://${headers.host}`);
    const cookie = `${nameOfCookie(page, visit)}=${storedChoice({ granted: ['analytics'] })}; Path=/`;
    return {
      body: writeRandomPage(page, visit, `http://${visit}-${page.seed}.localhost:${port}`),
      headers: visit === 'returning' ? { 'set-cookie': cookie } : {},
    };
  },
  '/script.js': ({ path }: Received): Reply => {
    const { page, visit, id } = read(path);
    const { fate, slow: after } = page.scripts[id] ?? {};
    switch (fate) {
      case undefined:
        return { status: 400 };
      case 'is missing':
        return { status: 404, after };
      // An untagged page would wait for ever. There it is missing, which is how a hang should end.
      case 'hangs':
        return visit === 'untagged' ? { status: 404 } : { after: Infinity };
      case 'is slow':
        return { body: sourceOf(id, fate), after };
      default:
        return { body: sourceOf(id, fate) };
    }
  },
};

function read(path: string): { page: RandomPage; visit: Visit; id: number } {
  const query = new URL(path, 'http://localhost').searchParams;
  return {
    page: randomPage(Number(query.get('seed'))),
    visit: query.get('visit') as Visit,
    id: Number(query.get('id')),
  };
}

interface Frame {
  readonly address: string;
  readonly cookie: string;
}

export const frameOf = (page: RandomPage, visit: Visit): Frame => ({
  address: `/page?seed=${page.seed}&visit=${visit}`,
  cookie: nameOfCookie(page, visit),
});

/** Opens each page in a frame of its own, some at a time. Gives what each said, by address. Runs in the browser. */
export async function openAll({
  frames,
  atOnce,
  patience,
}: {
  frames: Frame[];
  atOnce: number;
  patience: number;
}): Promise<Record<string, string[]>> {
  const said: Record<string, string[]> = {};
  const completed = new Map<string, () => void>();
  Object.assign(window, { complete: (address: string) => completed.get(address)?.() });

  async function open({ address, cookie }: Frame): Promise<void> {
    const element = document.createElement('iframe');
    element.width = element.height = '20';
    element.src = address;
    await new Promise<void>((resolve) => {
      completed.set(address, resolve);
      setTimeout(resolve, patience);
      document.body.append(element);
    });
    const page = element.contentWindow;
    // Nothing runs again, whatever is asked for again.
    await page?.commsorConsent?.grant();
    page?.commsorConsent?.scan();
    await page?.commsorConsent?.grant();
    said[address] = Reflect.get(page ?? {}, 'lines');
    element.remove();
    document.cookie = `${cookie}=; Path=/; Max-Age=0`;
  }

  const waiting = [...frames];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let frame = waiting.shift(); frame; frame = waiting.shift()) await open(frame);
    }),
  );
  return said;
}

/**
 * The lines of scripts whose order the standard fixes (Firefox tells of a missing one as soon as it knows). Where one
 * of the deferred hangs, it fixes none for the inline modules behind it:
 * untagged they never run, and they tell nobody when they do, so the others cannot wait for them.
 */
function fixed({ scripts }: RandomPage, lines: readonly string[]): string[] {
  const hang = scripts.findIndex(({ kind, fate }) => fate === 'hangs' && /defer|module/.test(kind));
  return lines.filter((line) => {
    const place = Number.parseInt(line);
    const script = scripts[place];
    return (
      script &&
      !isFree(script) &&
      !line.endsWith('error') &&
      !(hang >= 0 && place > hang && script.kind === 'inline module')
    );
  });
}

/** Every visit to each of `randoms`. */
export const framesOf = (randoms: readonly RandomPage[]): Frame[] =>
  randoms.flatMap((random) => visits.map((visit) => frameOf(random, visit)));

interface Comparison {
  /** What was visited, for the reader of a failure. */
  readonly what: string;
  /** What tagged scripts said, and in which order those of a fixed order did. */
  readonly said: readonly [all: string[], ordered: string[]];
  /** What they had to say, and the order on the untagged page. */
  readonly expected: readonly [all: string[], ordered: string[]];
}

/** Each tagged visit beside the untagged one; `said` is what `openAll` gave. */
export const comparisons = (randoms: readonly RandomPage[], said: Record<string, string[]>): Comparison[] =>
  randoms.flatMap((random) => {
    const [untagged = [], ...tagged] = visits.map((visit) => said[frameOf(random, visit).address] ?? []);
    const scripts = random.scripts.map(({ id, kind, fate }) => `${id} ${kind} ${fate}`).join(', ');
    return tagged.map((lines, i) => ({
      what: `seed ${random.seed}, ${visits[i + 1]} visit, accepted ${random.moment}: ${scripts}`,
      said: [lines.toSorted(), fixed(random, lines)] as const,
      expected: [expectedLines(random).toSorted(), fixed(random, untagged)] as const,
    }));
  });

/** Scripts that were fetched twice, though only what is missing may be asked for again. */
export function fetchedTwice({ received }: Site): string[] {
  const asked = received
    .map(({ path }) => path)
    .filter((path) => path.startsWith('/script.js') && read(path).visit !== 'untagged');
  return asked.filter(
    (path, i) => asked.indexOf(path) < i && read(path).page.scripts[read(path).id]?.fate !== 'is missing',
  );
}
