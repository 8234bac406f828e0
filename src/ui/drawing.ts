import type { Mount, PartNeeds, PreferencesWords, Stop, ViewContext } from '../lazy.ts';
import { isPartlyBegun } from '../model/news.ts';
import type { Store } from '../store.ts';
import { loadLanguage, type Speaker } from './language.ts';
import { bannerEnglish } from './texts/en.ts';

/** Draws a view that has its words. */
export type Draw = (context: Omit<ViewContext, 'language'>) => Stop;

const speakerOf = ({ store, screen, load }: PartNeeds): Speaker => ({ load, host: screen.host, config: store.config });

export async function drawBanner(needs: PartNeeds, mountBanner: Mount): Promise<Draw> {
  const [mount, language] = await Promise.all([
    saysMore(needs.store) ? worded(mountBanner, needs) : mountBanner,
    loadLanguage(speakerOf(needs), () => bannerEnglish),
  ]);
  return (context) => mount({ ...context, language });
}

/** Minors are asked in words of their own; who has answered is told what is new, and all what waits and what runs. */
function saysMore({ config, isMinor, state }: Store): boolean {
  return isMinor || !!state().record || isPartlyBegun(config, state());
}

/** Whoever has to be told more is told what all are, where the words for it do not come. */
const worded = (mountBanner: Mount, needs: PartNeeds): Promise<Mount> =>
  needs.load('wording').then(
    (part) => part.worded(mountBanner, needs),
    () => mountBanner,
  );

export async function drawPreferences(needs: PartNeeds): Promise<Draw> {
  const coming = needs.load('preferences');
  const english = async () => {
    const { texts } = bannerEnglish;
    return { ...bannerEnglish, texts: { ...texts, ...(await coming).english } };
  };
  const [{ mount }, language] = await Promise.all([coming, loadLanguage<PreferencesWords>(speakerOf(needs), english)]);
  return (context) => mount({ ...context, language });
}
