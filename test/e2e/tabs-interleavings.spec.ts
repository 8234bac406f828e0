import type { Page } from '@playwright/test';
import { ONE_ENGINE } from '../support/engines.ts';
import { hastenFrames } from '../support/fast-frames.ts';
import { expect, test } from '../support/gate-test.ts';
import { randomFrom } from '../support/random.ts';

/** What one tab does in one round: answers, and tasks that it lets pass. */
type Act = readonly ['grant' | 'deny', string[]] | 'erase' | 'pass';

interface Round {
  readonly seed: number;
  readonly acts: readonly (readonly Act[])[];
}

const names = ['preferences', 'analytics', 'marketing'];
const TABS = 2;

function randomRound(seed: number): Round {
  const random = randomFrom(seed);
  const act = (): Act => {
    if (random.oneIn(3)) return 'pass';
    const some = names.filter(() => random.oneIn(2));
    return [random.pick(['grant', 'deny']), some.length ? some : names];
  };
  const acts = Array.from({ length: TABS }, () => Array.from({ length: 1 + random.below(5) }, act));
  // Erasing is no answer: nobody answers in the same breath.
  return { seed, acts: random.oneIn(10) ? [['erase'], ['pass']] : acts };
}

/** Opens the line between the tabs: what the other one says, by key. Runs in the browser. */
function listen(): void {
  const channel = new BroadcastChannel('test');
  const heard = new Map<string, string>();
  channel.onmessage = ({ data: [key, value] }: MessageEvent<[string, string]>) => void heard.set(key, value);
  Object.assign(window, { line: { heard, say: (key: string, value = '') => channel.postMessage([key, value]) } });
}

interface Outcome {
  /** How many rounds were gone to their end. */
  readonly gone: number;
  readonly wrong: readonly string[];
}

/**
 * Goes the rounds in step with the other tab. A round is over when both see the same: record, decisions, what is
 * stored, and whether the banner is there. `looks` is how often a tab looks for that before it calls the round wrong:
 * a slow machine looks more slowly. Runs in the browser.
 */
async function goRounds({ tab, rounds, looks }: { tab: number; rounds: Round[]; looks: number }): Promise<Outcome> {
  const consent = window.commsorConsent!;
  const ran = Reflect.get(window, 'ran') as string[];
  const { heard, say } = Reflect.get(window, 'line') as {
    heard: Map<string, string>;
    say(key: string, value?: string): void;
  };
  const task = (delay = 0) => new Promise((resolve) => setTimeout(resolve, delay));
  let said = '';
  /** Says what is seen here, whenever that has changed. */
  function see(): { text: string; isSound: boolean } {
    const { record, purposes, status } = consent.get();
    const stored = /(?:^|; )commsor_consent=[^;]*&id=([^&;]+)/.exec(document.cookie)?.[1];
    const hasBanner = !!document.querySelector('commsor-ui')?.shadowRoot?.querySelector('[part~="banner"]');
    const text = JSON.stringify({ record: record?.id, stored, purposes, status, hasBanner });
    if (text !== said) say('seen', (said = text));
    return { text, isSound: record?.id === stored && hasBanner === (status === 'undecided') };
  }
  /** Goes on looking here until `isSo`: the other tab may still wait for what is to be seen here. */
  async function until(isSo: () => boolean): Promise<void> {
    for (let look = 0; !isSo(); look++) {
      if (look === looks) throw new Error(`${said} here, ${heard.get('seen')} there`);
      await task(1);
      see();
    }
  }
  async function meet(key: string): Promise<void> {
    say(key);
    await until(() => heard.has(key));
  }

  async function go({ seed, acts }: Round): Promise<number> {
    const script = document.createElement('script');
    script.type = 'text/plain';
    script.dataset.consent = 'analytics';
    script.textContent = `ran.push('${seed}')`;
    document.body.append(script);
    await meet(`${seed} begins`);
    for (const act of acts[tab] ?? []) {
      if (act === 'pass') await task();
      else if (act === 'erase') void consent.erase();
      else void consent[act[0]](act[1]);
    }
    await task();
    see();
    await meet(`${seed} is answered`);
    await until(() => {
      const { text, isSound } = see();
      return isSound && heard.get('seen') === text;
    });
    await meet(`${seed} is over`);
    script.remove();
    return ran.filter((line) => line === String(seed)).length;
  }

  const wrong: string[] = [];
  for (const [gone, round] of rounds.entries()) {
    try {
      const times = await go(round);
      if (times > 1) wrong.push(`seed ${round.seed}: its tag ran ${times} times`);
    } catch (error) {
      return { gone, wrong: [...wrong, `seed ${round.seed}: ${error}`] };
    }
  }
  return { gone: rounds.length, wrong };
}

const ROUNDS = 100;
/** How many seeds are tried; `INTERLEAVINGS=1000` for a thorough look. */
const SEEDS = Number(process.env.INTERLEAVINGS ?? 500);

for (let first = 1; first < SEEDS; first += ROUNDS) {
  const title = `two tabs that answer at once agree in the end, seeds ${first} to ${first + ROUNDS - 1}`;
  test(title, first > 2 * ROUNDS ? ONE_ENGINE : {}, async ({ context, site: start }) => {
    const site = await start({ config: { onWithdraw: 'keep' } });
    await context.addInitScript(hastenFrames);
    const open = async (): Promise<Page> => {
      const page = await context.newPage();
      await page.goto(site.url);
      await expect(page.locator('commsor-ui [part~="banner"]')).toBeVisible();
      await page.evaluate(async () => {
        await window.commsorConsent?.receipt();
      }); // The part that follows other tabs is there.
      return page;
    };
    const tabs = [await open(), await open()];
    for (const page of tabs) await page.evaluate(listen);
    const rounds = Array.from({ length: ROUNDS }, (_, i) => randomRound(first + i));
    const outcomes = await Promise.all(
      tabs.map((page, tab) => page.evaluate(goRounds, { tab, rounds, looks: 10_000 })),
    );
    expect(outcomes).toEqual(tabs.map(() => ({ gone: ROUNDS, wrong: [] })));
  });
}
