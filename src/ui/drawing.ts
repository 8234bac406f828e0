import type { Mount, PartNeeds, PreferencesWords, Stop, ViewContext } from '../lazy.ts';
import { loadLanguage, type Speaker } from './language.ts';
import { bannerEnglish } from './texts/en.ts';

/** Draws a view that has its words. */
export type Draw = (context: Omit<ViewContext, 'language'>) => Stop;

const speakerOf = ({ store, screen, load }: PartNeeds): Speaker => ({ load, host: screen.host, config: store.config });

export async function drawBanner(needs: PartNeeds, mountBanner: Mount): Promise<Draw> {
  const [mount, language] = await Promise.all([
    needs.store.isMinor ? inPlainWords(mountBanner, needs) : mountBanner,
    loadLanguage(speakerOf(needs), () => bannerEnglish),
  ]);
  return (context) => mount({ ...context, language });
}

/** Minors are asked in plain words, or in those of adults where the others do not come. */
const inPlainWords = (mountBanner: Mount, needs: PartNeeds): Promise<Mount> =>
  needs.load('plain').then(
    (part) => part.inPlainWords(mountBanner, needs),
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
