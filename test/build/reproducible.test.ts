import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/setup.mjs';
import { dist, filesUnder } from '../support/dist.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const hashes = (folder: string) =>
  filesUnder(folder).map(
    (file) =>
      `${createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex')}  ${file}`,
  );

test('a second build gives the same bytes', () => {
  const second = temporaryFolder();
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.mjs'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, OUT_DIR: second },
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(hashes(second)).toEqual(hashes(dist));
});
