/**
 * Every language of the interface, as BCP 47; each has a file of that name in `ui/texts`. A longer tag stands before
 * the shorter one that it starts with.
 */
export const languageTags =
  'ar bg bn ca cs da de el en es et eu fa fi fr ga gl he hi hr hu id is it ja ko lt lv mt nb nl nn pl pt-BR pt ro ru ' +
  'sk sl sq sr sv th tr uk ur vi zh-Hans zh-Hant';

/**
 * The language for BCP 47 wishes in order of preference: the first wish that any language serves, else `'en'`.
 * A wish is served by the tag itself or by its start (RFC 4647 lookup), older codes and regions of Chinese translated
 * first.
 */
export function chooseLanguage(wanted: readonly string[]): string {
  for (const wish of wanted) {
    // The closing hyphen keeps `fil` from being served by `fi`.
    const range = (wish + '-')
      .toLowerCase()
      .replace(/_/g, '-')
      .replace(/^no-/, 'nb-')
      .replace(/^in-/, 'id-')
      .replace(/^iw-/, 'he-')
      .replace(/^zh-(hant|tw|hk|mo)?.*/, (_, traditional) => `zh-han${traditional ? 't' : 's'}-`);
    const tag = languageTags.split(' ').find((it) => range.startsWith(it.toLowerCase() + '-'));
    if (tag) return tag;
  }
  return 'en';
}
