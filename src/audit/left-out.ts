/** What an audit did not look at, or where its edits do not work, so that nobody takes it for seen. Pure. */

/** Why pages were left out; all but `no-tag` and `drawn` were not seen. */
export type Omission = 'limit' | 'robots' | 'unopened' | 'no-html' | 'no-tag' | 'drawn';

export interface LeftOut {
  why: Omission;
  /** How many pages. */
  count: number;
  /** Files or addresses, the first hundred of them. */
  pages: string[];
  /** What became of them, and what to do. */
  advice: string;
}

/** So many pages are named: a calendar may link to thousands. */
const MOST_NAMED = 100;

/** Puts together what was left out, by reason and by what to do. */
export class Omissions {
  private readonly groups = new Map<string, LeftOut>();

  add(why: Omission, advice: string, pages: Iterable<string>): void {
    const key = `${why} ${advice}`;
    for (const page of pages) {
      const group = this.groups.get(key) ?? { why, count: 0, pages: [], advice };
      group.count++;
      if (group.pages.length < MOST_NAMED) group.pages.push(page);
      this.groups.set(key, group);
    }
  }

  list(): LeftOut[] {
    return [...this.groups.values()];
  }
}

/** Each goes on after "3 pages". */
export const ADVICE = {
  limit: (pages: number) => `beyond --pages ${pages}: raise it to visit more`,
  robots: (agent: string) => `kept from programs by robots.txt: if it is your site, allow "User-agent: ${agent}"`,
  unopened: (reason: string) => `not seen in full: ${reason}`,
  noHtml: 'not read, since it takes a server to make pages of such files: audit the URL of the site',
  noTag:
    'without our tag: what is held there is never released, unless another page includes it; ' +
    'a page of its own needs a <head> with the tag in it',
  drawn:
    'drawn in the browser by a framework, which makes anew what is edited here: ' +
    'commsor.guarded.js holds it meanwhile; tag it in the source of the site',
} as const;

/** "page-1.html, page-2.html, page-3.html, and 9 more". */
export function namedOf({ pages, count }: LeftOut, most: number): string {
  const named = pages.slice(0, most);
  return [...named, ...(count > named.length ? [`and ${count - named.length} more`] : [])].join(', ');
}
