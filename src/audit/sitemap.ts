/** The pages that a site names in its sitemaps, https://www.sitemaps.org/protocol.html */
import { gunzipSync } from 'node:zlib';
import { parseAddress } from './party.ts';

/** The most that a file may be by the protocol, in bytes when unpacked; what is beyond is not read. */
const MOST_BYTES = 50 * 1024 * 1024;
/** So many files are asked for: an index may name fifty thousand, and each costs the site an answer. */
const MOST_FILES = 10;
/** How long is waited for one, in milliseconds. */
const PATIENCE = 15_000;

export interface SitemapNeeds {
  /** Reads a file; `undefined` where there is none. */
  read(address: string): Promise<string | undefined>;
  /** Whether a file belongs to the site, and may be asked for. */
  mayRead(file: string): boolean;
  /** Whether an address is one that will be visited. */
  isPage(address: string): boolean;
  /** Resolves when the next file may be asked for. */
  pause(): Promise<void>;
  /** So many pages are enough. */
  wanted: number;
}

/** Returns the addresses that are named by the sitemaps at `places`, and by those that these name, in their order. */
export async function readSitemaps(
  places: readonly string[],
  { read, mayRead, isPage, pause, wanted }: SitemapNeeds,
): Promise<string[]> {
  const pages = new Set<string>();
  const files = new Set(places);
  let asked = 0;
  let found = 0;
  // Grows while it is gone through.
  for (const file of files) {
    if (found >= wanted || asked >= MOST_FILES) break;
    if (!mayRead(file)) continue;
    asked++;
    await pause();
    const text = await read(file);
    if (text === undefined) continue;
    const isIndex = /<(\w+:)?sitemapindex[\s>]/.test(text);
    for (const address of addressesIn(text, file)) {
      if (isIndex) files.add(address);
      else if (!pages.has(address)) {
        pages.add(address);
        if (isPage(address)) found++;
      }
    }
  }
  return [...pages];
}

/** The addresses in a sitemap or an index, or in a text with one a line; what is no web address is left out. */
function* addressesIn(text: string, base: string): Generator<string> {
  const isXml = /<(\w+:)?(urlset|sitemapindex)[\s>]/.test(text);
  const words = isXml ? locationsIn(text) : text.trimStart().startsWith('<') ? [] : text.split(/\r?\n/);
  for (const word of words) {
    const address = parseAddress(word.trim(), isXml ? new URL(base) : undefined);
    if (address && /^https?:$/.test(address.protocol)) yield address.href;
  }
}

/** Texts of `<loc>`, whatever prefix its namespace has; pictures and films have theirs in namespaces of their own. */
function* locationsIn(xml: string): Generator<string> {
  const prefix = /<(\w+:)?(?:urlset|sitemapindex)[\s>]/.exec(xml)?.[1] ?? '';
  const locations = new RegExp(`<!--.*?-->|<${prefix}loc>(.*?)</${prefix}loc>`, 'gs');
  for (const [, inner] of xml.matchAll(locations)) if (inner !== undefined) yield textOf(inner);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Character data of XML, https://www.w3.org/TR/xml/#syntax */
const textOf = (inner: string): string =>
  inner.replace(/<!\[CDATA\[(.*?)\]\]>|&(?:#x([\da-f]+)|#(\d+)|(\w+));/gis, (whole, data, hex, decimal, name) => {
    if (data !== undefined) return data;
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** Asks for a sitemap, packed or not, under our name. Never throws: a site does well without. */
export async function fetchSitemap(address: string, userAgent: string, most = MOST_BYTES): Promise<string | undefined> {
  try {
    const headers = { 'user-agent': userAgent };
    const response = await fetch(address, { headers, signal: AbortSignal.timeout(PATIENCE) });
    const bytes = response.ok ? await upTo(most, response.body) : undefined;
    if (!bytes) return undefined;
    const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return new TextDecoder().decode(isPacked ? gunzipSync(bytes, { maxOutputLength: most }) : bytes);
  } catch {
    return undefined; // Too late, too large, or not what it says that it is.
  }
}

async function upTo(most: number, body: ReadableStream<Uint8Array> | null): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    parts.push(part);
    length += part.length;
    if (length >= most) break;
  }
  return Buffer.concat(parts).subarray(0, most);
}
