import type { BannerWords } from '../lazy.ts';
import type { Config } from '../model/config.ts';

/** The site's own words for a purpose, else those of the language for the four default purposes, else its id. */
export const wordsOf = (
  id: string,
  purposes: Config['purposes'],
  texts: Pick<BannerWords, 'purposes'>,
): { title: string; description?: string } =>
  Object.assign({ title: id }, texts.purposes[id as keyof BannerWords['purposes']], purposes.get(id));
