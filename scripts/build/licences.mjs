import { readdirSync, readFileSync } from 'node:fs';

/**
 * Collects the licences of the packages that really ended up in a bundle.
 * One instance serves all bundles; `emit` belongs to the last of them.
 */
export function licences() {
  const texts = new Map();

  const collect = {
    name: 'collect-licences',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        for (const [id, { renderedLength }] of Object.entries(chunk.modules ?? {})) {
          const folder = packageFolder(id.replace('\0', ''));
          if (folder && renderedLength > 0 && !texts.has(folder)) texts.set(folder, describe(folder));
        }
      }
    },
  };

  const emit = {
    name: 'emit-licences',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'licences.txt', source: join(texts.values()) });
    },
  };

  return { collect, emit };
}

/** The licences of the packages that these files are of, as one text. */
export function licencesOf(files) {
  const folders = new Set(files.map(packageFolder).filter(Boolean));
  return join([...folders].map(describe));
}

/** The folder of the package that a file is of, or `undefined` for one of our own. */
const packageFolder = (file) => /^.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/.exec(file)?.[0];

const join = (texts) => [...texts].toSorted().join(`\n${'-'.repeat(72)}\n\n`);

function describe(folder) {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} comes without a licence file`);
  return `${name} ${version} (${license})\n\n${readFileSync(`${folder}/${file}`, 'utf8').trim()}\n`;
}
