/**
 * The expressions of `data-consent`: `analytics marketing` (all of), `analytics|marketing` (any of), `!analytics`
 * (while not).
 *
 *     expression = all ('|' all)*      all = term (space term)*      term = ['!'] name
 *
 * Whether `text` holds; or why that cannot be said, which is no permission either: one unknown name
 * (`allowed` gives `undefined`) makes the whole false, under `!` too.
 */
export function holds(
  text: string,
  allowed: (name: string) => boolean | undefined,
): boolean | 'bad-expression' | 'unknown-name' {
  let problem: 'bad-expression' | 'unknown-name' | undefined;
  const term = (written: string): boolean => {
    const isNot = written[0] === '!';
    const name = isNot ? written.slice(1) : written;
    const is = allowed(name);
    if (!isName(name)) problem = 'bad-expression';
    else if (is === undefined) problem ??= 'unknown-name';
    return is !== isNot;
  };
  const alternatives = text.split('|').map((all) => all.trim().split(/\s+/).map(term).every(Boolean));
  return problem ?? alternatives.includes(true);
}

/** What an expression is about. */
export const namesIn = (text: string): readonly string[] => text.match(/[\w-]+/g) ?? [];

/** The names of purposes and services. */
export const isName = (text: string) => /^[a-z0-9_-]+$/.test(text);
