/**
 * Which rule speaks for an address. Pure: rules, the page's host and an address come in, an expression or nothing comes
 * out.
 * Patterns are compared piece by piece and never become a regular expression, so no configuration makes a browser
 * backtrack.
 */
import type { BlockRule } from '../api.ts';

/** What is compared of an address; a `URL` and a link element have it. */
export type Address = Pick<URL, 'hostname' | 'pathname' | 'search'>;

/**
 * Finds the expression that the first fitting rule gives an address.
 * The site's own hosts, which are `host` and everything below it, are left alone, unless a pattern's own host is one of
 * them. So `'*'` means every stranger, and `'stats.example.com'` on example.com means what it says.
 */
export function ruleFinder(rules: readonly BlockRule[], host: string) {
  // `www.` is no site of its own: static.example.com is at home on www.example.com.
  const isOwn = (address: string) => `.${address}/`.includes(`.${host.replace(/^www\./, '')}/`);
  const patterns = rules.flatMap(({ match, consent }) =>
    [match].flat().map((pattern) => ({
      consent,
      home: isOwn(pattern),
      pieces: `.${pattern.replace(/^[^/]*$/, '$&/')}`.split('*'),
    })),
  );

  return ({ hostname, pathname, search }: Address): string | undefined => {
    const text = '.' + hostname + pathname + search;
    const isHome = isOwn(hostname);
    return patterns.find(({ home, pieces }) => {
      let at = 0;
      return (
        (home || !isHome) &&
        pieces.every((piece, index) => {
          // The first piece begins in the host. Taking every piece at its first place is enough: between two lies
          // anything.
          const found = text.indexOf(piece, at);
          at = found + piece.length;
          return found >= 0 && (index || found < hostname.length);
        })
      );
    })?.consent;
  };
}
