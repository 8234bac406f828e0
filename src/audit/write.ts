/** Makes the edits in a folder, and puts the tag's files there. */
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ConsentConfig } from '../api.ts';
import type { ServiceAdvice } from './advice.ts';
import { CannotLook, messageOf } from './cannot-look.ts';
import { readFileText } from './file-text.ts';
import { configFile, TAG_FOLDER } from './proposal.ts';

/** The folder of the built files, beside which the command is. */
export const TAG_FILES = fileURLToPath(new URL('.', import.meta.url));

/** What pages never ask for: what programs import, and the variant in one file. */
const NOT_FOR_PAGES = /^(index(\.development)?|later|commsor\.all|guide|services\.index|regions|testing)\.js$/;

/** Whether a page with the tag may ask for a built file. */
export const isForPages = (file: string): boolean => file.endsWith('.js') && !NOT_FOR_PAGES.test(file);

/** What the tag is configured with, and what is known of the services in it. */
interface TagContents {
  configuration: Partial<ConsentConfig>;
  services: readonly ServiceAdvice[];
}

/**
 * @param texts the new texts of the folder's files, by path
 * @param tag what goes into the tag's files; nothing where the site has a tag already
 * @throws {CannotLook} when the folder may not be written to
 */
export async function writeFolder(
  root: string,
  texts: ReadonlyMap<string, string>,
  tag: TagContents | undefined,
): Promise<void> {
  try {
    if (tag) await putTag(join(root, TAG_FOLDER), tag);
    for (const [file, text] of texts) await writeText(join(root, file), text);
  } catch (error) {
    throw new CannotLook(`The edits cannot be written: ${messageOf(error)}; what is missing is made by a second run`);
  }
}

/** In the encoding of the file. */
async function writeText(path: string, text: string): Promise<void> {
  await writeFile(path, readFileText(await readFile(path)).encode(text));
}

async function putTag(folder: string, { configuration, services }: TagContents): Promise<void> {
  const files = (await readdir(TAG_FILES, { recursive: true })).filter(isForPages);
  for (const file of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await copyFile(join(TAG_FILES, file), join(folder, file));
  }
  // What its owner has made of it stays.
  const config = join(folder, 'config.js');
  if (!existsSync(config)) await writeFile(config, configFile(configuration, services));
}
