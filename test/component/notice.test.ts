import { within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { Decision, Language } from '../../src/api.ts';
import type { PartNeeds } from '../../src/lazy.ts';
import { mount } from '../../src/ui/banner/index.ts';
import { noticeOf } from '../../src/ui/notice.ts';
import { mount as mountPreferences } from '../../src/ui/preferences/index.tsx';
import { worded } from '../../src/ui/wording/index.ts';
import de from '../../src/ui/texts/de.ts';
import en from '../../src/ui/texts/en.ts';
import ja from '../../src/ui/texts/ja.ts';
import { stubSight } from './sight.ts';
import { createContext, necessary, purpose, record } from './view-context.ts';

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

type Scene = Parameters<typeof createContext>[0] & { language?: Language };

const begun: Decision = { allowed: true, reason: 'default' };
const interest = purpose('measuring', { title: 'Measuring', legalBasis: 'legitimate-interest' });
const usual = [necessary, purpose('preferences'), purpose('analytics'), purpose('marketing')];

/** The banner and the preferences as a visitor has them on the screen. */
async function seen(scene: Scene): Promise<{ banner: string[]; rows: string[]; notice: string[] }> {
  stubSight();
  const language = scene.language ?? en;
  const { context } = createContext(scene);
  const load = async () => ({ default: language });
  const store = { config: context.config, isMinor: false, state: context.state };
  const needs = { load, screen: { host: document.createElement('div') }, store } as unknown as PartNeeds;
  (await worded(mount, needs))(context);
  const banner = within(context.root as unknown as HTMLElement).getByRole('region');
  const asked = [...banner.querySelectorAll('h2,p,button')].map(({ textContent }) => textContent);

  const preferences = createContext(scene);
  mountPreferences(preferences.context);
  const rows = [...preferences.context.root.querySelectorAll('li')].flatMap((row) =>
    [...row.querySelectorAll('strong,p')].map(({ textContent }) => textContent.trim()),
  );
  const notice = noticeOf({ ...context.state(), record: record() }, context.config, language).split('\n');
  return { banner: asked, rows, notice };
}

test.each<{ where: string; scene: Scene }>([
  { where: 'where silence means no', scene: {} },
  { where: 'in German', scene: { language: de } },
  { where: 'in Japanese', scene: { language: ja } },
  {
    where: 'in California',
    scene: { model: 'opt-out', region: 'US-CA', decisions: { preferences: begun, analytics: begun, marketing: begun } },
  },
  {
    where: 'where silence means yes, and a part waits all the same',
    scene: {
      model: 'opt-out',
      region: 'CA-ON',
      purposes: [necessary, purpose('analytics'), purpose('marketing', { default: false })],
      decisions: { analytics: begun },
    },
  },
  {
    where: 'where a notice is enough',
    scene: { model: 'notice', decisions: { preferences: begun, analytics: begun, marketing: begun } },
  },
  {
    where: 'where a part rests on a legitimate interest',
    scene: { purposes: [...usual, interest], decisions: { measuring: begun } },
  },
  {
    where: 'where the law exempts a part',
    scene: {
      region: 'GB',
      regions: [{ regions: ['GB'], model: 'opt-in', exempt: ['analytics'] }],
      decisions: { analytics: { allowed: true, reason: 'exempt' } },
    },
  },
])('the notice of a receipt has the words on the screen, also once they were answered: $where', async ({ scene }) => {
  const { banner, rows, notice } = await seen(scene);
  const policy = (scene.language ?? en).texts.banner.policy;

  expect(banner.length).toBeGreaterThan(4);
  // The link to the policy stands at the end of the last paragraph, and on a line of its own in the notice.
  expect(notice).toEqual(expect.arrayContaining(banner.map((words) => words.replace(` ${policy}`, ''))));
  // A purpose has its description and what it rests on in one paragraph.
  const withoutGaps = (words: string) => words.replace(/\s/g, '');
  for (const words of rows) expect(withoutGaps(notice.join(''))).toContain(withoutGaps(words));
});
