import type { Page } from '@playwright/test';
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

/**
 * Goes the rounds in step with the other tab. A round is over when both see the same: record, decisions, what is
 * stored, and
 * whether the banner is there. Runs in the browser.
 */
async function goRounds({
  tab,
  rounds,
  patience,
}: {
  tab: number;
  rounds: Round[];
  patience: number;
}): Promise<string[]> {
  const consent = window.commsorConsent!;
  const ran = Reflect.get(window, 'ran') as string[];
  const { heard, say } = Reflect.get(window, 'line') as {
    heard: Map<string, string>;
    say(key: string, value?: string): void;
  };
  const deadline = performance.now() + patience;
  const isInTime = () => performance.now() < deadline;
  const task = (delay = 0) => new Promise((resolve) => setTimeout(resolve, delay));
  async function meet(key: string): Promise<void> {
    say(key);
    while (!heard.has(key) && isInTime()) await task(1);
  }
  const see = () => {
    const { record, purposes, status } = consent.get();
    const stored = /(?:^|; )commsor_consent=[^;]*&id=([^&;]+)/.exec(document.cookie)?.[1];
    const hasBanner = !!document.querySelector('commsor-ui')?.shadowRoot?.querySelector('[part~="banner"]');
    return {
      text: JSON.stringify({ record: record?.id, stored, purposes, status, hasBanner }),
      isSound: record?.id === stored && hasBanner === (status === 'undecided'),
    };
  };

  async function go({ seed, acts }: Round): Promise<string[]> {
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
    await meet(`${seed} is answered`);
    let mine = see();
    let said = '';
    const theirs = () => heard.get(`${seed} seen by ${1 - tab}`);
    const isAgreed = () => theirs() === mine.text && mine.isSound;
    do {
      await task(1);
      mine = see();
      if (mine.text !== said) say(`${seed} seen by ${tab}`, (said = mine.text));
    } while (!isAgreed() && isInTime());
    await meet(`${seed} is over`);
    script.remove();
    const times = ran.filter((line) => line === String(seed)).length;
    return [
      ...(isAgreed() ? [] : [`seed ${seed}: ${mine.text} here, ${theirs()} there`]),
      ...(times > 1 ? [`seed ${seed}: its tag ran ${times} times`] : []),
    ];
  }

  const wrong: string[] = [];
  for (const round of rounds) if (isInTime()) wrong.push(...(await go(round)));
  return wrong;
}

for (let first = 1; first < 1000; first += 250) {
  test(`two tabs that answer at once agree in the end, seeds ${first} to ${first + 249}`, async ({
    context,
    site: start,
  }) => {
    test.setTimeout(90_000);
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
    const rounds = Array.from({ length: 250 }, (_, i) => randomRound(first + i));
    const wrong = await Promise.all(
      tabs.map((page, tab) => page.evaluate(goRounds, { tab, rounds, patience: 60_000 })),
    );
    expect(wrong).toEqual([[], []]);
  });
}
