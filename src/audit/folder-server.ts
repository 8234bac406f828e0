/** Serves a folder as a static host would, to this machine alone. */
import { isUtf8 } from 'node:buffer';
import { statSync } from 'node:fs';
import { readdir, readFile, realpath } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, relative, sep } from 'node:path';
import { lookup } from 'mrmime';
import { CannotLook, messageOf } from './cannot-look.ts';

export interface FolderServer extends AsyncDisposable {
  /** `http://localhost:1234/`. */
  url: string;
  /** The folder, as an absolute path. */
  root: string;
  /** The HTML files of the folder, as paths in it with forward slashes: those nearest to the root first. */
  files: readonly string[];
  /** The files of which a server makes pages, by a program or as XML, likewise. */
  programs: readonly string[];
  /** The address of a file of the folder. */
  address(file: string): string;
  /** The file that answers for an address, or `undefined`. */
  file(address: string): string | undefined;
}

/** What may be a page once a server has made one of it; as it lies there nobody can visit it. */
const PROGRAM = /\.(aspx?|cfm|cgi|cshtml|jspx?|php\d?|phtml|shtml?|xht(ml)?)$/i;

/** What is no part of a built site. */
const SKIPPED = /^(\.|node_modules$)/;

/** @throws {CannotLook} when `folder` is none, or has no HTML */
export async function serveFolder(folder: string): Promise<FolderServer> {
  const root = await rootOf(folder);
  const all = await filesIn(root);
  const files = all.filter((file) => /\.html?$/i.test(file));
  const programs = all.filter((file) => PROGRAM.test(file));
  if (files.length === 0) {
    const cure =
      programs.length > 0
        ? `a server makes pages of ${programs[0]}: audit the URL of the site`
        : 'name the folder that your build writes';
    throw new CannotLook(`${folder} has no HTML file; ${cure}`);
  }

  const server = createServer((request, response) => {
    void answer(root, request.url ?? '/').then(
      ({ status, file, body }) => {
        const type = lookup(file) ?? 'application/octet-stream';
        // A file of an older encoding says itself which.
        const isText = /^text\/|javascript/.test(type) && isUtf8(body);
        response.writeHead(status, { 'content-type': isText ? `${type};charset=utf-8` : type });
        response.end(body);
      },
      (error: unknown) => response.writeHead(500).end(messageOf(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const bound = server.address();
  const url = `http://localhost:${bound !== null && typeof bound === 'object' ? bound.port : 0}/`;

  return {
    url,
    root,
    files: files.toSorted(nearestFirst),
    programs: programs.toSorted(nearestFirst),
    address: (file) =>
      url +
      file
        .replace(/(^|\/)index\.html$/, '$1')
        .split('/')
        .map(encodeURIComponent)
        .join('/'),
    file: (address) => fileFor(root, new URL(address, url).pathname),
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The files of a folder, as paths in it with forward slashes. Hidden ones and packages are no part of a site. */
export async function filesIn(root: string, below = ''): Promise<string[]> {
  const entries = await readdir(join(root, below), { withFileTypes: true });
  const lists = entries
    .filter(({ name }) => !SKIPPED.test(name))
    .map(async (entry) => {
      const path = below ? `${below}/${entry.name}` : entry.name;
      if (entry.isDirectory()) return filesIn(root, path);
      return entry.isFile() ? [path] : [];
    });
  return (await Promise.all(lists)).flat();
}

const nearestFirst = (a: string, b: string) => rank(a) - rank(b) || (a < b ? -1 : 1);
const rank = (file: string) => file.split('/').length * 2 - (/(^|\/)index\.html$/.test(file) ? 1 : 0);

async function rootOf(folder: string): Promise<string> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new CannotLook(`${folder} is no folder; name one, or a URL with https:// in front`);
  return realpath(folder);
}

async function answer(root: string, url: string) {
  // Put behind a host, and not resolved against it: a path may begin with two slashes.
  const file = fileFor(root, new URL(`http://localhost${url}`).pathname);
  if (file) return { status: 200, file, body: await readFile(join(root, file)) };
  const page = fileFor(root, '/404.html');
  return { status: 404, file: '404.html', body: page ? await readFile(join(root, page)) : Buffer.from('Not found') };
}

/** As static hosts do: the file, the file without `.html`, the index of the folder. Nothing outside of the folder. */
function fileFor(root: string, pathname: string): string | undefined {
  const path = join(root, decoded(pathname));
  for (const candidate of [path, `${path}.html`, join(path, 'index.html')]) {
    const isInside = candidate.startsWith(root + sep);
    if (isInside && statSync(candidate, { throwIfNoEntry: false })?.isFile())
      return relative(root, candidate).split(sep).join('/');
  }
  return undefined;
}

/** A path that is no percent-encoding names no file. */
function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return '';
  }
}
