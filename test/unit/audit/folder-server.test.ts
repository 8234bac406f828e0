import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serveFolder } from '../../../src/audit/folder-server.ts';

const NAMES = ['index.html', 'with space ü.html', 'c#.html', 'what?.html', '100%.html'];

test('each file has an address, whatever its name, and no path ends the server', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'consent-folder-'));
  for (const name of NAMES.filter((one) => process.platform !== 'win32' || !one.includes('?')))
    await writeFile(join(folder, name), name);
  await writeFile(join(folder, 'old.html'), Buffer.from('<meta charset=windows-1252>ü', 'latin1'));
  const server = await serveFolder(folder);
  for (const file of server.files.filter((one) => one !== 'old.html')) {
    const address = server.address(file);
    expect(server.file(address)).toBe(file);
    expect(await (await fetch(address)).text()).toBe(file);
  }
  // Two slashes, as a page's own base and path often come to.
  expect((await fetch(`${server.url}/`)).status).toBe(200);
  expect((await fetch(`${server.url}/missing.png`)).status).toBe(404);
  const types = ['index.html', 'old.html'].map(async (file) =>
    (await fetch(server.address(file))).headers.get('content-type'),
  );
  expect(await Promise.all(types)).toEqual(['text/html;charset=utf-8', 'text/html']);
  await server[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

test('what a server has to make pages of is told from what lies there as HTML', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'consent-folder-'));
  await mkdir(join(folder, 'shop'));
  for (const name of ['shop/cart.php', 'index.PHP', 'old.aspx', 'feed.xhtml', 'style.css']) {
    await writeFile(join(folder, name), '<p>Text</p>');
  }
  await expect(serveFolder(folder)).rejects.toThrow('makes pages of');
  await writeFile(join(folder, 'a.htm'), '<p>Text</p>');
  const server = await serveFolder(folder);
  expect(server.files).toEqual(['a.htm']);
  expect(server.programs).toEqual(['feed.xhtml', 'index.PHP', 'old.aspx', 'shop/cart.php']);
  await server[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});
