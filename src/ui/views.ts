import type { View } from '../api.ts';
import type { Core, Mount, Stop, ViewContext, Views } from '../lazy.ts';
import { loadLanguage } from './language.ts';

/** Which view is on the screen: the banner that asks, or the preferences. */
export function createViews(core: Core, mountBanner: Mount): Views {
  const { config, optional, state, load, report } = core;
  let wanted: View | null = null;
  let showing = Promise.resolve();
  let unmount: Stop | null = null;

  /** Resolves when it is on the screen; whoever asks for the same meanwhile waits for the same. */
  function show(view: View = state().status === 'decided' ? 'preferences' : 'banner'): Promise<void> {
    if (wanted !== view) {
      wanted = view;
      showing = draw(view);
    }
    return showing;
  }

  async function draw(view: View): Promise<void> {
    const parts = await Promise.all([
      view === 'banner' ? mountBanner : load(view).then((chunk) => chunk.mount),
      loadLanguage(core),
    ]).catch(() => null); // Reported by `load`.
    if (wanted !== view) return; // Meanwhile another one was asked for, or none.
    try {
      if (parts) {
        unmount?.();
        core.attach();
        unmount = parts[0]({ ...context, language: parts[1] });
        // When that is painted; yet the part that takes the answer is there before the visitor has read the question.
        setTimeout(() => core.later(() => undefined), 99);
        return core.emit('show', view);
      }
    } catch (error) {
      report('chunk-failed', `${view}: ${error}`);
    }
    wanted = null; // The next time it is tried again.
    if (view !== 'banner') return show('banner'); // There is always a way to choose.
  }

  function hide(): void {
    wanted = null;
    if (!unmount) return;
    unmount();
    unmount = null;
    core.emit('hide');
  }

  /** Shows the banner while there is something to ask or to tell, and takes it away when there is not. */
  function ask(): void {
    if (core.mustAsk()) void show(wanted ?? 'banner');
    else if (wanted === 'banner') hide();
  }

  const { policy } = config;
  const context: Omit<ViewContext, 'language'> = {
    ...core,
    // A web address or a path; `javascript:` never becomes a link.
    config: { ...config, policy: { ...policy, url: /^(https?:|[/?#.]|[^:]*$)/i.test(policy.url) ? policy.url : '' } },
    answer: (choices, method) =>
      core.later((page) => {
        hide(); // Before anything else happens, but not before the answer can be taken.
        const taken = page.answer(choices, method);
        ask();
        return taken;
      }),
    pending: () => optional.filter((id) => state().decisions[id]?.reason === 'default'),
    close() {
      hide();
      ask();
    },
    open: (view) => void show(view),
    subscribe: (listener) => core.on('change', listener),
    announce: (message) => void core.later((page) => page.announce(message)),
  };

  Object.assign(core, { hide, current: () => wanted });
  return { show, ask, stop: hide };
}
