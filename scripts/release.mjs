/**
 * `npm run release`: everything that must be true of a version, then the package and its tag.
 *
 *     npm run release -- --dry-run      prints the steps and checks what can be checked without doing anything
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { npmCommand, root } from './setup.mjs';

const { values } = parseArgs({ options: { 'dry-run': { type: 'boolean', default: false } } });
const isDry = values['dry-run'];
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

function run(command, args, options = {}) {
  const { status, stdout } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    ...options,
  });
  if (status !== 0) throw new Error(`${command} ended with ${status}`);
  return stdout;
}

const act = (command, args) => run(command, args, { stdio: 'inherit' });

/** What is checked is only read; what is done leaves this machine, or takes long. */
const steps = [
  {
    what: 'the working tree is clean',
    check() {
      const changes = run('git', ['status', '--porcelain', '--untracked-files=normal']).trim();
      return changes && `these are not committed:\n${changes}`;
    },
  },
  {
    what: `CHANGELOG.md has ${version} with a date`,
    check() {
      const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
      const heading = changelog.split('\n').find((line) => line.startsWith(`## ${version}`));
      const isDated = heading && /\d{4}-\d{2}-\d{2}/.test(heading);
      return !isDated && `write "## ${version} (YYYY-MM-DD)" instead of "${heading ?? 'nothing'}"`;
    },
  },
  {
    what: `the tag v${version} is free`,
    check: () => run('git', ['tag', '--list', `v${version}`]).trim() && 'give package.json the next version',
  },
  { what: 'npm test', act: () => act(...npmCommand('test')) },
  // The package is built once more by `prepack`.
  { what: 'npm publish --provenance', act: () => act(...npmCommand('publish', '--provenance', '--access', 'public')) },
  { what: `git tag v${version}`, act: () => act('git', ['tag', '--annotate', `v${version}`, '--message', version]) },
  { what: `git push origin v${version}`, act: () => act('git', ['push', 'origin', `v${version}`]) },
];

for (const { what, check, act: take } of steps) {
  const problem = check?.();
  if (problem) {
    console.log(`✗ ${what}: ${problem}`);
    process.exitCode = 1;
    if (!isDry) break;
  } else {
    console.log(`${check ? '✓' : isDry ? '·' : '→'} ${what}`);
    if (!isDry) take?.();
  }
}
