import { expect, test } from '../support/browser-test.ts';
import { storedChoice } from '../support/consent-page.ts';
import {
  expectedLines,
  isFree,
  nameOfCookie,
  randomPage,
  sourceOf,
  writeRandomPage,
  type RandomPage,
  type Visit,
} from '../support/random-page.ts';
import type { Received, Reply } from '../support/site.ts';

/** Frames that are open at the same time: so few that each gets its answers long before a script counts as hanging. */
const atOnce: Record<string, number> = { chromium: 16, firefox: 5 };
/** How long one may take, in milliseconds. */
const PATIENCE = 60_000;

const visits: readonly Visit[] = ['untagged', 'new', 'returning'];

const pages = {
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

const frameOf = (page: RandomPage, visit: Visit): Frame => ({
  address: `/page?seed=${page.seed}&visit=${visit}`,
  cookie: nameOfCookie(page, visit),
});

/** Opens each page in a frame of its own, some at a time. Gives what each said, by address. Runs in the browser. */
async function openAll({
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

/** Of each hundred seeds. `ORDER_SEEDS=100` tries them all, which takes a while. */
const amounts: Record<string, number> = { chromium: 20, firefox: 5 };

for (let first = 1; first < 1000; first += 100) {
  test(`random pages, seeds from ${first} on, run in the order of the same page untagged`, async ({
    page,
    serve,
    uncaught,
    browserName,
  }) => {
    test.setTimeout(180_000);
    const site = await serve(pages);
    await page.goto(site.url);
    const randoms = Array.from({ length: Number(process.env.ORDER_SEEDS ?? amounts[browserName]) }, (_, i) =>
      randomPage(first + i),
    );
    const frames = randoms.flatMap((random) => visits.map((visit) => frameOf(random, visit)));
    const said = await page.evaluate(openAll, { frames, atOnce: atOnce[browserName] ?? 1, patience: PATIENCE });

    for (const random of randoms) {
      const [untagged = [], ...tagged] = visits.map((visit) => said[frameOf(random, visit).address] ?? []);
      const scripts = random.scripts.map(({ id, kind, fate }) => `${id} ${kind} ${fate}`).join(', ');
      for (const [i, lines] of tagged.entries()) {
        const what = `seed ${random.seed}, ${visits[i + 1]} visit, accepted ${random.moment}: ${scripts}`;
        expect.soft(lines.toSorted(), what).toEqual(expectedLines(random).toSorted());
        expect.soft(fixed(random, lines), what).toEqual(fixed(random, untagged));
      }
    }
    // Each is fetched once, ahead or in its turn; only what is missing may be asked for again.
    const asked = site.received
      .map(({ path }) => path)
      .filter((path) => path.startsWith('/script.js') && read(path).visit !== 'untagged');
    const twice = asked.filter(
      (path, i) => asked.indexOf(path) < i && read(path).page.scripts[read(path).id]?.fate !== 'is missing',
    );
    expect.soft(twice).toEqual([]);
    const surprises = uncaught.filter((message) => !message.endsWith('throws on purpose'));
    uncaught.splice(0, Infinity, ...surprises);
  });
}
