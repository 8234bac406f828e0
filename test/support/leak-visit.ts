/** A visit to documents made of `makeFixtures`, and the server that tells what each fixture asked for when. */
import { makeFixtures, pageOf, type Fixture, type Shared } from './leak-fixtures.ts';
import { PICTURE, sentinels } from './settled.ts';
import type { Pages, Received, Reply } from './site.ts';

export const fixtures = makeFixtures();

/** Each in a document of its own: nothing else is there that the gate could owe its attention to. */
export const alone = (some: readonly Fixture[]): Shared[] => some.map((fixture) => [fixture]);

/** Those of one position in one document, but for import maps, of which a document takes one. */
export function together(some: readonly Fixture[]): Shared[] {
  const documents = new Map<string, Shared>();
  for (const fixture of some) {
    const key = fixture.kind === 'import map' ? fixture.name : fixture.position;
    documents.set(key, [...(documents.get(key) ?? []), fixture] as [Fixture, ...Fixture[]]);
  }
  return [...documents.values()];
}

/** A tenth of a second of silence, in bytes that are text too. */
const silence = [
  'RIFF\x44\x03\0\0WAVE',
  'fmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0',
  `data\x20\x03\0\0${'\x7f'.repeat(800)}`,
].join('');

/**
 * Opens each document in a frame, and goes through the visit: nothing yet, Reject, Accept. It says where it is by
 * asking the server for `/phase`, when a script and an image that need no consent and came last have been released.
 * Runs in the browser.
 */
export async function visitAll({
  numbers,
  atOnce,
  patience,
}: {
  numbers: readonly [number, asks: number][];
  atOnce: number;
  patience: number;
}): Promise<void> {
  /** Documents of which more is still to be asked for, and what goes on once it was. */
  const hungry = new Map<number, { asks: number; go: () => void }>();
  let isLooking = false;
  /** One asks for all, and the server answers when there is news: sixteen that ask keep it from everything else. */
  async function lookForAll(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    while (hungry.size) {
      const { total, of } = (await (await fetch('/counts')).json()) as Counts;
      for (const [number, { asks, go }] of hungry) if ((of[number] ?? 0) >= asks) go();
      if (hungry.size) await fetch(`/news?known=${total}`);
    }
    isLooking = false;
  }
  const untilAsked = (number: number, asks: number) =>
    new Promise<void>((resolve) => {
      const go = () => {
        hungry.delete(number);
        resolve();
      };
      hungry.set(number, { asks, go });
      setTimeout(go, patience);
      void lookForAll();
    });

  async function visit(number: number, asks: number): Promise<void> {
    const element = document.createElement('iframe');
    element.src = `/fixture?fixture=${number}`;
    await new Promise((resolve) => {
      element.onload = resolve;
      document.body.append(element);
    });
    const page = element.contentWindow;
    const consent = page?.commsorConsent;
    if (!page || !consent) throw new Error(`no consent in ${number}`);

    const say = async (phase: string) => {
      await Promise.all(
        (['script', 'img'] as const).map(
          (tag) =>
            new Promise((resolve) => {
              const sentinel = page.document.createElement(tag);
              sentinel.setAttribute('data-consent', 'necessary');
              sentinel.setAttribute(
                tag === 'script' ? 'src' : 'data-src',
                tag === 'script' ? '/sentinel.js' : '/sentinel.svg',
              );
              if (tag === 'script') sentinel.setAttribute('type', 'text/plain');
              sentinel.setAttribute('onload', 'this.dispatchEvent(new CustomEvent("told", { bubbles: true }))');
              page.document.body.append(sentinel);
              page.addEventListener('told', ({ target }) => (target as Element).localName === tag && resolve(0));
            }),
        ),
      );
      await fetch(`/phase?fixture=${number}&phase=${phase}`);
    };

    await new Promise((resolve) => page.setTimeout(() => page.setTimeout(resolve))); // What comes later has come.
    await say('loaded');
    await consent.deny();
    await say('refused');
    await consent.grant();
    await untilAsked(number, asks);
    await consent.grant();
    consent.scan();
    await say('allowed');
    element.remove();
    document.cookie = `fixture${number}=; Path=/; Max-Age=0`;
  }

  const waiting = [...numbers];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) await visit(...next);
    }),
  );
}

/** How often files were asked for, and by which document: that of the fixture of that number, and others with it. */
interface Counts {
  total: number;
  of: Record<number, number>;
}

const query = (path: string, name: string) => new URL(path, 'http://localhost').searchParams.get(name) ?? '';

/** What the server gives, and what each fixture asked it for and said, in order. */
export function leakSite(documents: readonly Shared[]) {
  const documentOf = new Map(
    documents.flatMap((document) => document.map(({ number }) => [number, document] as const)),
  );
  const asked = new Map<number, string[]>();
  const counts: Counts = { total: 0, of: {} };
  let tell = () => {};
  let news: Promise<void>;
  const waitForNews = () => void (news = new Promise((resolve) => (tell = resolve)));
  waitForNews();
  const numberIn = (path: string) => Number(query(path, 'fixture'));
  const note = (number: number, what: string) => void asked.set(number, [...(asked.get(number) ?? []), what]);
  const asset =
    (body: string, type?: string) =>
    ({ path }: Received): Reply => {
      note(numberIn(path), query(path, 'file'));
      const first = documentOf.get(numberIn(path))?.[0].number ?? 0;
      counts.total += 1;
      counts.of[first] = (counts.of[first] ?? 0) + 1;
      tell();
      waitForNews();
      return { body, headers: type ? { 'content-type': type } : {} };
    };
  const pages: Pages = {
    '/': '<!doctype html><title>Frames</title>',
    '/fixture': ({ path }) => {
      const document = documentOf.get(numberIn(path));
      return document ? pageOf(document) : { status: 404 };
    },
    '/phase': ({ path }) => {
      for (const { number } of documentOf.get(numberIn(path)) ?? []) note(number, query(path, 'phase'));
      return '';
    },
    '/counts': () => JSON.stringify(counts),
    '/news': ({ path }) => ({ after: Number(query(path, 'known')) < counts.total ? 0 : news }),
    ...sentinels,
    '/asset.js': asset(''),
    '/asset.txt': asset(''),
    '/asset.html': asset('<!doctype html><title>An embed</title>'),
    '/asset.svg': asset(PICTURE),
    '/asset.css': asset(''),
    '/asset.wav': asset(silence, 'audio/wav'),
  };
  return { pages, asked };
}

/** What `visitAll` is told about each of `documents`. */
export const visitOf = (documents: readonly Shared[], expected: (fixture: Fixture) => readonly string[]) => ({
  numbers: documents.map((document): [number, number] => [
    document[0].number,
    document.reduce((sum, fixture) => sum + expected(fixture).length, 0),
  ]),
  /** Documents that are open at the same time. */
  atOnce: 16,
  /** In ms. */
  patience: 20_000,
});

/** What has to be asked for, in which order: nothing before Accept, nothing after Reject, and then all of it once. */
export const rightOrder = (asks: readonly string[]): string[] => ['loaded', 'refused', ...asks, 'allowed'];
