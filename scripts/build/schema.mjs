/** Puts the JSON schema of receipts into dist/ (or OUT_DIR). */
import { copyFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from './parts.mjs';

const dir = resolve(root, process.env.OUT_DIR ?? 'dist');
copyFileSync(join(root, 'src/receipt.schema.json'), join(dir, 'receipt.schema.json'));
