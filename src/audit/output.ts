/** The files that the command writes for people and programs. */
import { access, constants, mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CannotLook, messageOf } from './cannot-look.ts';

/**
 * Makes sure that a file can be written, so that nobody waits for an audit whose report has no place. Makes its folder.
 * @throws {CannotLook} when it cannot
 */
export async function prepare(file: string): Promise<void> {
  try {
    await makeFolder(dirname(file));
    const there = await stat(file).catch(() => undefined);
    if (there?.isDirectory()) throw new Error('it is a folder');
    await access(there ? file : dirname(file), constants.W_OK);
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

/** One within the other: in a folder that takes none, as /proc, Node's own `recursive` does not end. */
async function makeFolder(folder: string): Promise<void> {
  const there = await stat(folder).catch(() => undefined);
  if (there?.isDirectory()) return;
  await makeFolder(dirname(folder));
  await mkdir(folder);
}

/** @throws {CannotLook} when the file cannot be written */
export async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw cannotWrite(file, error);
  }
}

const cannotWrite = (file: string, error: unknown) =>
  new CannotLook(`${file} cannot be written: ${messageOf(error)}; name a file in a folder that you may write to`);
