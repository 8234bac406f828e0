import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The one list of lazy parts: file in dist/ (without `.js`) -> source file.
 * The tag loads them by absolute URL, the npm entry by `import('./prompt.js')`: both load these very files.
 */
const fixed = {
  prompt: 'src/prompt.ts',
  preferences: 'src/ui/preferences/index.tsx',
  wording: 'src/ui/wording/index.ts',
  'top-layer': 'src/ui/top-layer/index.ts',
  placeholder: 'src/ui/placeholder/index.ts',
  theme: 'src/ui/theme/card.ts',
  idle: 'src/idle.ts',
  embeds: 'src/gate/embeds/index.ts',
  reopen: 'src/ui/reopen/index.ts',
  status: 'src/ui/status/index.ts',
  declaration: 'src/ui/declaration/index.ts',
  check: 'src/check/index.ts',
  receipt: 'src/receipt.ts',
  rights: 'src/ui/rights/index.ts',
  'data-layer': 'src/integrations/google/watch-layer.ts',
  'stale-page': 'src/answer/stale-page.ts',
  withdrawal: 'src/answer/withdrawal.ts',
  compat: 'src/compat/index.ts',
  guard: 'src/guard/index.ts',
  locate: 'src/regions/locate.ts',
  write: 'src/gate/late-write.ts',
  services: 'src/services/table.ts',
  proof: 'src/proof/index.ts',
  authorities: 'src/regions/authorities.ts',
  debug: 'src/debug/index.ts',
  loose: 'src/debug/loose.ts',
};

/** A file in src/ui/texts is a language when it is named like one (BCP 47): `de.ts`, `pt-BR.ts`. */
const languageFile = /^([a-z]{2,3}(?:-[A-Za-z0-9]+)*)\.ts$/;

export function languages() {
  return readdirSync(`${root}src/ui/texts`)
    .map((file) => languageFile.exec(file)?.[1])
    .filter((tag) => tag !== undefined)
    .toSorted();
}

/** Every part: name in dist/ -> source file, relative to the root. */
export function parts() {
  return { ...fixed, ...Object.fromEntries(languages().map((tag) => [`texts/${tag}`, `src/ui/texts/${tag}.ts`])) };
}
