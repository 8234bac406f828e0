/**
 * Every language of the interface, as BCP 47; each has a file of that name in `ui/texts`. A longer tag stands before
 * the shorter one that it starts with.
 */
export const languageTags =
  'ar bg bn ca cs da de el en es et eu fa fi fr ga gl he hi hr hu id is it ja ko lt lv mt nb nl nn pl pt-BR pt ro ru ' +
  'sk sl sq sr sv th tr uk ur vi zh-Hans zh-Hant';

/**
 * The language for BCP 47 wishes in order of preference: the first wish that any language serves, else `'en'`.
 * A wish is served by the tag itself or by its start (RFC 4647 lookup), older and wider codes translated first; a text
 * may hold several, as `lang="de, en"` does. What is no text is no wish. Never throws.
 */
export function chooseLanguage(wanted: readonly unknown[]): string {
  const wishes = wanted.flatMap((wish) => (typeof wish === 'string' ? wish.split(/[\s,;]+/) : []));
  return wishes.map((wish) => languageOf(rangeOf(wish))).find((tag) => tag !== undefined) ?? 'en';
}

/** The language that serves a BCP 47 tag by itself or by its start. The closing hyphen keeps `fil` from `fi`. */
export function languageOf(range: string): string | undefined {
  const start = `${range}-`.toLowerCase();
  return languageTags.split(' ').find((tag) => start.startsWith(tag.toLowerCase() + '-'));
}

/** What the browser says the visitor reads. Old browsers have no list, and a page can put anything in its place. */
export function visitorLanguages(navigator: { readonly languages?: unknown; readonly language?: unknown }): unknown[] {
  try {
    const { languages, language } = navigator;
    return [...(Array.isArray(languages) ? languages : []), language];
  } catch {
    return []; // A getter that throws tells of no language.
  }
}

/** `wish` in lower case, in the code that our tag has. */
const rangeOf = (wish: string): string =>
  `${wish}-`
    .toLowerCase()
    .replace(/_/g, '-')
    .replace(/^no-/, 'nb-')
    .replace(/^in-/, 'id-')
    .replace(/^iw-/, 'he-')
    .replace(/^mo-/, 'ro-')
    // Serbo-Croatian; Serbian is written in Cyrillic here.
    .replace(/^sh-/, 'hr-')
    // Chinese by its script, else by the region or the language that uses one: Taiwan, Hong Kong, Macao, Cantonese.
    .replace(/^(zh|cmn|yue)-.*/, (range) =>
      !/-hans-/.test(range) && /(^yue|-(yue|hant|tw|hk|mo))-/.test(range) ? 'zh-hant-' : 'zh-hans-',
    );
