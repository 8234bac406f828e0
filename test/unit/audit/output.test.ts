import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { prepare } from '../../../src/audit/output.ts';

test('whether a report can be written is known before the audit', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'consent-output-'));
  await writeFile(join(folder, 'file'), '');
  await prepare(join(folder, 'reports/new/audit.html'));
  await prepare(join(folder, 'file'));
  await expect(prepare(join(folder, 'reports'))).rejects.toThrow('it is a folder; name a file');
  await expect(prepare(join(folder, 'file/audit.html'))).rejects.toThrow('cannot be written');
  await rm(folder, { recursive: true });
});
