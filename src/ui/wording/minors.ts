import type { Texts } from '../../api.ts';
import type { Mount, WordingNeeds } from '../../lazy.ts';
import { loadLanguage } from '../language.ts';
import { withOwnWords } from '../own-words.ts';
import { adopt } from '../styles/adopt.ts';
import styles from '../styles/plain.css';

/**
 * The banner in plain words, for minors. What a site writes itself it writes of its own purposes, so where it has words
 * for all visitors and none for minors, those stay. Never rejects: whatever fails to load, there are words to ask with.
 */
export async function inPlainWords(mountBanner: Mount, { load, screen, store }: WordingNeeds): Promise<Mount> {
  const { language, texts } = store.config;
  const speaker = { load, host: screen.host, config: { language, texts: undefined } };
  const spoken = await loadLanguage(speaker).catch(() => null); // Reported by `load`.
  if (!spoken) return mountBanner;

  const { minor } = spoken.texts;
  const own = withOwnWords({ minor, banner: minor }, texts, spoken.tag);
  const wordsFor = (key: keyof Texts['minor']) => own[own.minor[key] === minor[key] ? 'banner' : 'minor'][key];
  const plain: Texts['minor'] = { title: wordsFor('title'), body: wordsFor('body') };
  return (context) => {
    const all = context.language.texts;
    const banner = { ...all.banner, ...plain };
    const stop = mountBanner({ ...context, language: { ...context.language, texts: { ...all, banner } } });
    const undress = adopt(context.root, styles);
    return () => {
      undress();
      stop();
    };
  };
}
