/** What a sentence of a language ends with, by one of them; in Thai nothing. */
export const endOf = (sentence: string): string => /[.。।۔]?$/.exec(sentence)?.[0] ?? '';

/** What stands between two sentences, and behind a colon: in Chinese and Japanese nothing. */
export const gapOf = (sentence: string): string => (sentence.endsWith('。') ? '' : ' ');

/** A date, say, that the end of a line does not part. */
export const inOnePiece = (text: string): string => text.replaceAll(' ', '\u00a0');
