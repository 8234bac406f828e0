import { ONE_ENGINE } from '../support/engines.ts';
import { hastenFrames } from '../support/fast-frames.ts';
import { expect, test } from '../support/gate-test.ts';
import { randomFrom, type Random } from '../support/random.ts';

interface Walk {
  readonly seed: number;
  readonly expressions: readonly string[];
  /** `null`: wait for all answers so far. */
  readonly steps: readonly (readonly ['grant' | 'withdraw', string[]] | null)[];
}

const names = Array.from({ length: 20 }, (_, i) => `p${i}`);

/** Answers about one to twenty purposes, some given before the last one took effect. */
function randomWalk(seed: number): Walk {
  const random = randomFrom(seed);
  const own = names.slice(0, 1 + random.below(names.length));
  const expression = () => {
    const term = () => (random.oneIn(4) ? '!' : '') + random.pick(own);
    return random.pick([
      term,
      term,
      () => `${term()} ${term()}`,
      () => `${term()}|${term()}`,
      () => `${term()} ${term()} | ${term()}`,
    ])();
  };
  return {
    seed,
    expressions: Array.from({ length: 4 }, expression),
    steps: Array.from({ length: 2 + random.below(6) }, () => step(random, own)),
  };
}

function step(random: Random, own: readonly string[]): Walk['steps'][number] {
  if (random.oneIn(3)) return null;
  const some = own.filter(() => random.oneIn(2));
  return [random.pick(['grant', 'withdraw']), some.length ? some : [random.pick(own)]];
}

/** Goes the walks one after the other, each with fresh elements. Returns what was wrong. Runs in the browser. */
async function walkAll(walks: Walk[]): Promise<string[]> {
  const consent = window.commsorConsent!;
  const wrong: string[] = [];
  /** A second reading of what docs/tagging.md says about expressions. */
  const holds = (expression: string, allowed: Readonly<Record<string, boolean>>) =>
    expression.split('|').some((all) =>
      all
        .trim()
        .split(' ')
        .every((term) => (term.startsWith('!') ? !allowed[term.slice(1)] : allowed[term])),
    );
  const task = () => new Promise((resolve) => setTimeout(resolve));

  async function walk({ seed, expressions, steps }: Walk): Promise<void> {
    const runs = expressions.map(() => 0);
    Object.assign(window, { runs });
    const ever = expressions.map(() => false);
    const place = document.createElement('div');
    const make = (tag: string, expression: string, attributes: Record<string, string>) => {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries({ 'data-consent': expression, ...attributes }))
        element.setAttribute(name, value);
      place.append(element);
      return element;
    };
    const elements = expressions.map((expression, i) => {
      make('script', expression, { type: 'text/plain' }).textContent = `runs[${i}] += 1;`;
      return {
        link: make('link', expression, { rel: 'none', 'data-href': '/link' }),
        plain: make('div', expression, { style: 'color: red' }),
      };
    });
    document.body.append(place);
    const opened = elements.map(() => new Set<string>());
    const closed = elements.map(() => new Set<string>());

    const look = () => {
      for (const [i, expression] of expressions.entries()) ever[i] ||= holds(expression, consent.get().purposes);
    };
    look();
    const stop = consent.on('change', look);
    let answers: Promise<unknown>[] = [];
    const settle = async () => {
      await Promise.all(answers);
      answers = [];
      for (let i = 0; i < 4; i++) await task();
      for (const [i, { link, plain }] of elements.entries())
        (holds(expressions[i] ?? '', consent.get().purposes) ? opened : closed)[i]?.add(
          link.outerHTML + plain.outerHTML,
        );
    };
    for (const next of steps) {
      if (next) answers.push(consent[next[0]](next[1]));
      else await settle();
    }
    await settle();
    stop();

    for (const [i, expression] of expressions.entries()) {
      const is = holds(expression, consent.get().purposes);
      const times = runs[i] ?? 0;
      if (times > 1) wrong.push(`seed ${seed}: "${expression}" ran ${times} times`);
      if (times && !ever[i]) wrong.push(`seed ${seed}: "${expression}" ran and never held`);
      if (!times && is) wrong.push(`seed ${seed}: "${expression}" holds and did not run`);
      const [open = '<link href="/link" >', shut = ''] = [[...(opened[i] ?? [])][0], [...(closed[i] ?? [])][0]];
      if ((opened[i]?.size ?? 0) > 1 || (closed[i]?.size ?? 0) > 1)
        wrong.push(
          `seed ${seed}: "${expression}" is not the same each time: ` +
            [...(opened[i] ?? []), ...(closed[i] ?? [])].join(' '),
        );
      if (!open.includes(' href="/link"') || shut.includes(' href=') || open.includes('hidden'))
        wrong.push(`seed ${seed}: "${expression}" is open as ${open}, shut as ${shut}`);
    }
    place.remove();
  }

  // The part that opens elements is loaded once it is needed.
  const first = Object.assign(document.createElement('div'), { id: 'first' });
  first.setAttribute('data-consent', 'p0');
  document.body.append(first);
  while (!first.hidden) await task();

  for (const one of walks) await walk(one);
  return wrong;
}

/** How many seeds are tried. */
const SEEDS = 5000;

for (let first = 1; first < SEEDS; first += 1000) {
  const title =
    `random walks, seeds ${first} to ${first + 999}: ` +
    'nothing runs twice, nothing without permission, everything with it';
  test(title, first > 1 ? ONE_ENGINE : {}, async ({ page, visit }) => {
    await page.addInitScript(hastenFrames);
    await visit({
      config: {
        onWithdraw: 'keep',
        purposes: Object.fromEntries(names.map((name) => [name, { title: name, description: name }])),
        ui: { headless: true },
      },
    });
    const walks = Array.from({ length: 1000 }, (_, i) => randomWalk(first + i));
    expect(await page.evaluate(walkAll, walks)).toEqual([]);
  });
}
