import { createAnswering } from './answer/answering.ts';
import { createCookieStore } from './answer/cookie-store.ts';
import { sendRecords } from './answer/records.ts';
import { tellOtherTabs } from './answer/tell-other-tabs.ts';
import type { Mount, Prompt, PromptNeeds } from './lazy.ts';
import { oneOf } from './model/coerce.ts';
import { optionalPurposes } from './model/news.ts';
import { fromElement } from './page.ts';
import { quietly } from './quietly.ts';
import { mount } from './ui/banner/index.ts';
import { createViews } from './ui/views.ts';

/**
 * Starts the part that asks. What takes and keeps an answer is in it, so that a banner which can be pressed can be
 * answered.
 */
export const start = (needs: PromptNeeds): Promise<Prompt> => startPrompt(needs, mount);

export async function startPrompt(needs: PromptNeeds, mountBanner: Mount): Promise<Prompt> {
  const { store, load, announce } = needs;
  const { config, report, state } = store;
  const cookieStore = createCookieStore(store);
  const answering = createAnswering(store, cookieStore);

  const answer: Prompt['answer'] = (choices, method, outcome, isFocusLost) => {
    const { record } = state();
    const names = Object.keys(choices);
    const taken = answering.answer(choices, method);
    void quietly(
      taken.then((after) => {
        if (names[0] && after.record !== record) announce({ names, outcome, isFocusLost });
      }),
    );
    return taken;
  };

  function erase() {
    cookieStore.clear();
    return store.commit(null, 'api');
  }

  const views = createViews({ ...needs, answer, erase, take: answering.answer }, mountBanner);
  const stops = [views.stop, cookieStore.stop, tellOtherTabs(store), sendRecords(store)];

  // Before anything is drawn: this browser may keep no cookies, but something else.
  const kept = state().record ? null : needs.stored.readFallback();
  if (kept) void store.commit(kept, 'restored');
  // What the visitor told another tool is not asked again.
  if (config.compat[0] && !state().record)
    await load('compat').then(
      ({ takeOver }) => takeOver({ ...needs, keep: cookieStore.keep }),
      () => undefined, // Reported by `load`.
    );

  function act(element: Element): void {
    const said = (name: string) => fromElement(element, 'getAttribute').call(element, `data-consent-${name}`);
    const wish = said('action') ?? 'preferences';
    // A slip of the pen must not answer for anyone.
    const action = oneOf(wish, 'accept', 'reject', 'withdraw');
    if (!action) {
      if (wish !== 'preferences') report('bad-action', wish, element);
      return void views.show('preferences');
    }
    const names = said('names')?.match(/\S+/g) ?? optionalPurposes(config);
    const strangers = names.filter((name) => store.isAllowed(name) === undefined);
    if (strangers[0]) report('unknown-name', strangers.join(), element);
    const choice = action === 'accept' ? 'granted' : 'denied';
    const choices = Object.fromEntries(names.map((name) => [name, choice] as const));
    void answer(choices, 'page', action === 'withdraw' ? 'withdrawn' : undefined);
  }

  return {
    ...views,
    answer,
    choose: answering.choose,
    act,
    keep: cookieStore.keep,
    clear: cookieStore.clear,
    erase,
    stop: () => stops.forEach((stop) => stop()),
  };
}
