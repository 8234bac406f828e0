import { resolve } from 'node:path';
import { languages, root } from './parts.mjs';

/** Where the languages stand in their sources. */
const FILES = /(\blanguageFiles\b[^=]*=\s*)\{[^}]+\};/;
const LIST = /(\blanguageTags =\s*)[^;]+;/;

/**
 * Leaves languages out of a bundle. English stays: it is what visitors read whose language is not there.
 * @param {string | undefined} wanted BCP 47 tags as the files in src/ui/texts are named, with spaces or commas between;
 *   nothing for every language
 */
export function chosenLanguages(wanted) {
  const chosen = wanted?.match(/[^\s,]+/g);
  if (!chosen) return { name: 'chosen-languages' };
  const known = languages();
  const stranger = chosen.find((tag) => !known.includes(tag));
  if (stranger) throw new Error(`LANGUAGES: there is no "${stranger}", there are ${known.join(' ')}`);
  // In the order of the whole list: a longer tag stands before the shorter one that it starts with.
  const isKept = (tag) => tag === 'en' || chosen.includes(tag);
  const entry = (tag) => `${JSON.stringify(tag)}: () => import('./ui/texts/${tag}.ts')`;

  return {
    name: 'chosen-languages',
    transform(code, id) {
      if (id === resolve(root, 'src/language-files.ts')) {
        if (!FILES.test(code)) this.error('src/language-files.ts has no languages to choose from');
        const entries = known.filter(isKept).map(entry).join(', ');
        return { code: code.replace(FILES, (_, start) => `${start}{ ${entries} };`), map: null };
      }
      if (id !== resolve(root, 'src/model/languages.ts')) return null;
      if (!LIST.test(code)) this.error('src/model/languages.ts has no list of languages to choose from');
      const tags = languages()
        .filter(isKept)
        .toSorted((a, b) => (a.startsWith(`${b}-`) ? -1 : b.startsWith(`${a}-`) ? 1 : 0));
      return { code: code.replace(LIST, (_, start) => `${start}${JSON.stringify(tags.join(' '))};`), map: null };
    },
  };
}
