import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/setup.mjs';

/** An example: a fenced block of a page. */
export interface Example {
  /** `docs/tagging.md`. */
  readonly file: string;
  /** What stands in `<!-- test:name -->` right above it, or `''`. */
  readonly name: string;
  /** `html`, `js`, … */
  readonly language: string;
  readonly code: string;
}

/** The pages that are served at `/docs/`, as paths in the repository. */
export const pages: readonly string[] = [
  'README.md',
  ...readdirSync(join(root, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Every example of a page, also those inside of lists. */
export function examplesIn(file: string): Example[] {
  const fence = /^( *)(?:<!-- test:([\w-]+) -->\n +|<!-- test:([\w-]+) -->\n)?```(\w+)\n([\s\S]*?)\n\1```$/gm;
  return [...textOf(file).matchAll(fence)].map(([, indent = '', inList, name, language = '', code = '']) => ({
    file,
    name: inList ?? name ?? '',
    language,
    code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  }));
}

/** The code of the example behind `<!-- test:name -->`. */
export function example(file: string, name: string): string {
  const found = examplesIn(file).find((one) => one.name === name);
  if (!found) throw new Error(`${file} has no block of code right behind <!-- test:${name} -->`);
  return found.code;
}
