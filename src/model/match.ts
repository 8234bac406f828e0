/**
 * Patterns, of names and of addresses. Pure: patterns and texts come in, an answer comes out. A pattern is compared
 * piece by piece and never becomes a regular expression, so no configuration makes a browser go back and try again.
 */
import type { BlockRule } from '../api.ts';

/** What is compared of an address; a `URL` and a link element have it. */
export type Address = Pick<URL, 'hostname' | 'pathname' | 'search'>;

/** Whether a name (of a cookie, a key, a database) fits `pattern`, in which `*` stands for any characters. */
export const matchesName = (pattern: string, name: string): boolean => nameMatcher(pattern)(name);

/**
 * Whether an address fits `pattern`: a host with everything below it (`tracker.example`), or that and the start of a
 * path with its query (`cdn.example/sdk/`). `*` stands for any characters, in the host for those of the host alone. A
 * scheme in front says nothing; a host is compared without regard to case, a path with it.
 */
export const matchesAddress = (pattern: string, address: Address): boolean => addressMatcher(pattern)(address);

/**
 * Finds the expression that the first fitting rule gives an address.
 * The site's own hosts, which are `host` and everything below it, are left alone, unless a pattern's own host is one of
 * them. So `'*'` means every stranger, and `'stats.example.com'` on example.com means what it says.
 */
export function ruleFinder(rules: readonly BlockRule[], host: string) {
  // `www.` is no site of its own: static.example.com is at home on www.example.com.
  const home = '.' + host.replace(/^www\./, '');
  const isOwn = (hostname: string) => `.${hostname}`.endsWith(home);
  const matchers = rules.flatMap(({ match, consent }) =>
    [match].flat().map((pattern) => ({ consent, isOurs: isOwn(hostOf(pattern)), matches: addressMatcher(pattern) })),
  );

  return (address: Address): string | undefined => {
    const isHome = isOwn(address.hostname);
    return matchers.find(({ isOurs, matches }) => (isOurs || !isHome) && matches(address))?.consent;
  };
}

const withoutScheme = (pattern: string) => pattern.replace(/^([a-z]*:)?\/\//i, '');
const hostOf = (pattern: string) => withoutScheme(pattern).split('/', 1)[0]?.toLowerCase() ?? '';

function addressMatcher(pattern: string): (address: Address) => boolean {
  const host = hostOf(pattern);
  const fitsHost = nameMatcher('*.' + host);
  const fitsPath = nameMatcher((withoutScheme(pattern).slice(host.length) || '/') + '*');
  // What has no host (`data:`, `blob:`) comes from nowhere.
  return ({ hostname, pathname, search }) =>
    hostname !== '' && fitsHost('.' + hostname.toLowerCase()) && fitsPath(pathname + search);
}

function nameMatcher(pattern: string): (name: string) => boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  return (name) => {
    if (last === undefined) return name === pattern;
    const end = name.length - last.length;
    let at = first.length;
    return (
      end >= at &&
      name.startsWith(first) &&
      name.endsWith(last) &&
      // Taking every piece at its first place is enough: between two lies anything.
      rest.every((piece) => {
        const found = name.indexOf(piece, at);
        at = found + piece.length;
        return found >= 0 && at <= end;
      })
    );
  };
}
