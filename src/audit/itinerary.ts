/** Which pages of a site are visited, and in which order. Pure. */

/** Files that browsers show or keep, and that are no pages; whoever links to one spends no visit on it. */
const NO_PAGE = new RegExp(
  `\\.(${[
    'avif|bmp|eps|gif|ico|jpe?g|png|svg|tiff?|webp', // Pictures
    'm4a|m4v|mov|mp3|mp4|ogg|wav|webm', // Sound and films
    'csv|docx?|epub|ics|odt|pdf|pptx?|vcf|xlsx?', // Documents
    'gz|json|rss|tar|tgz|xml|zip',
  ].join('|')})$`,
  'i',
);

/** May grow while it is gone through; everyone who goes through it later sees the same pages. */
export class Itinerary implements Iterable<string> {
  private readonly list: string[];
  /** For another time: there is no room, or a page with the same path is on the list already. */
  private readonly later: string[];
  /** What nobody has linked to so far. */
  private readonly suggested = new Set<string>();
  private readonly known: Set<string>;
  private readonly paths = new Set<string>();

  /** @param most so many pages are visited */
  constructor(
    first: readonly string[],
    private readonly most: number,
  ) {
    this.list = first.slice(0, most);
    this.later = first.slice(most);
    this.known = new Set(first);
    for (const address of this.list) this.paths.add(pathOf(address));
  }

  /** Puts a page behind the others. A calendar links to itself without end: what has a path of its own goes first. */
  add(link: string): void {
    const address = link.replace(/#.*/, '');
    const path = pathOf(address);
    if (this.known.has(address) || NO_PAGE.test(path)) return;
    this.known.add(address);
    if (this.isFull || this.paths.has(path)) this.later.push(address);
    else this.list.push(address);
    this.paths.add(path);
  }

  /** Names a page for when no link leads any further: a sitemap does not say what is close to the first page. */
  suggest(link: string): void {
    this.suggested.add(link.replace(/#.*/, ''));
  }

  /** An address that another led to has been seen with it. */
  reached(address: string): void {
    this.known.add(address.replace(/#.*/, ''));
  }

  *[Symbol.iterator](): Iterator<string> {
    for (let at = 0; ; at++) {
      if (at === this.list.length) this.addSuggested();
      const next = at === this.list.length && !this.isFull ? this.later.shift() : undefined;
      if (next !== undefined) this.list.push(next);
      const address = this.list[at];
      if (address === undefined) return;
      yield address;
    }
  }

  get length(): number {
    return this.list.length;
  }

  /** The pages that are known, and for which there was no room. */
  get left(): readonly string[] {
    return this.later;
  }

  /** The next suggestion that is a page of its own; once there is no room, all of them are known to be left. */
  private addSuggested(): void {
    const { length } = this.list;
    for (const link of this.suggested) {
      if (this.list.length > length && !this.isFull) return;
      this.suggested.delete(link);
      this.add(link);
    }
  }

  private get isFull(): boolean {
    return this.list.length >= this.most;
  }
}

const pathOf = (address: string) => new URL(address).pathname;
