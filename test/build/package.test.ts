import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { npmCommand, root } from '../../scripts/setup.mjs';
import { dist, filesUnder } from '../support/dist.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const { exports: entries } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** A project that has installed what `npm pack` would publish, and nothing else: no Preact, no js-cookie. */
function consumer(files: Record<string, string>): string {
  const folder = temporaryFolder(files);
  const target = join(folder, 'node_modules/@commsor/consent');
  mkdirSync(target, { recursive: true });
  cpSync(join(root, 'package.json'), join(target, 'package.json'));
  cpSync(dist, join(target, 'dist'), { recursive: true });
  return folder;
}

function run(command: string, args: string[], cwd: string) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

const runProgram = (program: string) => run(process.execPath, ['program.mjs'], consumer({ 'program.mjs': program }));

test.each(Object.keys(entries))('the export %s resolves to a file', (name) => {
  const specifier = JSON.stringify(`@commsor/consent${name.slice(1)}`);
  const program = `import { readFileSync } from 'node:fs'; readFileSync(new URL(import.meta.resolve(${specifier})));`;
  expect(runProgram(program)).toEqual({ status: 0, output: '' });
});

describe('on a server', () => {
  test('importing the package changes and starts nothing', () => {
    const program = `
      const before = Reflect.ownKeys(globalThis).length;
      await import('@commsor/consent');
      if (Reflect.ownKeys(globalThis).length !== before) console.log('a global more');
      // The loader itself is still closing the file.
      for (const resource of process.getActiveResourcesInfo()) if (resource !== 'CloseReq') console.log(resource);`;
    expect(runProgram(program)).toEqual({ status: 0, output: '' });
  });

  test('createConsent gives a handle that denies everything optional', () => {
    const program = `
      import { createConsent } from '@commsor/consent';
      const consent = createConsent({ policy: { url: '/privacy' } });
      console.log(JSON.stringify([consent.get().purposes, consent.allows('necessary'), consent.allows('analytics'), consent.allows('!nonsense')]));`;
    const denied = { necessary: true, preferences: false, analytics: false, marketing: false };
    expect(runProgram(program)).toEqual({ status: 0, output: `${JSON.stringify([denied, true, false, false])}\n` });
  });
});

describe('a TypeScript consumer', () => {
  const program = `
    import { createConsent, ConsentConfigError, type CommsorConsent, type ConsentState, type Decision } from '@commsor/consent';
    import { services } from '@commsor/consent/services';

    const consent: CommsorConsent = createConsent({ policy: { url: '/privacy' }, purposes: { analytics: {}, marketing: {} }, services: { posthog: services.posthog } });
    const state: ConsentState = consent.get();
    const decision: Decision = consent.explain('analytics');
    consent.on('change', ({ status }, { cause }) => console.log(status, cause, state.model, decision.reason))();
    window.commsorConsent?.grant(['analytics']).then(({ purposes }) => purposes.analytics satisfies boolean | undefined);
    document.addEventListener('commsor-consent', ({ detail }) => detail.after.status satisfies 'undecided' | 'decided');
    (window.commsorConsentReady ||= []).push((handle) => handle.show('preferences'));
    console.log(new Error() instanceof ConsentConfigError);

    // @ts-expect-error a policy is needed
    createConsent({});
    // @ts-expect-error there is no such model
    createConsent({ policy: { url: '/privacy' }, model: 'opt-inn' });
    // @ts-expect-error there is no such event
    consent.on('changed', () => {});
  `;

  test.each([
    { module: 'esnext', moduleResolution: 'bundler' },
    { module: 'nodenext', moduleResolution: 'nodenext' },
  ])('checks with moduleResolution $moduleResolution', (resolution) => {
    const compilerOptions = {
      ...resolution,
      target: 'es2022',
      lib: ['es2022', 'dom'],
      types: [],
      strict: true,
      noEmit: true,
      skipLibCheck: false,
    };
    const folder = consumer({
      'package.json': '{ "type": "module" }',
      'tsconfig.json': JSON.stringify({ compilerOptions, files: ['program.ts'] }),
      'program.ts': program,
    });
    expect(run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', '.'], folder)).toEqual({
      status: 0,
      output: '',
    });
  });
});

test('npm packs the built files, the documents and nothing else', () => {
  const [command, args] = npmCommand('pack', '--dry-run', '--json', '--ignore-scripts');
  const { status, stdout } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  expect(status).toBe(0);
  const [{ files }] = JSON.parse(stdout);
  const packed = files.map(({ path }: { path: string }) => path).toSorted();
  const built = filesUnder(dist).map((file) => `dist/${file}`);
  const documentation = filesUnder(join(root, 'docs')).map((file) => `docs/${file}`);
  expect(packed).toEqual(
    [...built, ...documentation, 'CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'].toSorted(),
  );
});

test('a bundler keeps the parts lazy', () => {
  const folder = consumer({
    'entry.js': "import { createConsent } from '@commsor/consent'; createConsent({ policy: { url: '/privacy' } });",
  });
  const esbuild = join(root, 'node_modules/esbuild/bin/esbuild');
  const { status, output } = run(
    esbuild,
    ['entry.js', '--bundle', '--splitting', '--format=esm', '--outdir=out', '--log-level=warning'],
    folder,
  );
  expect({ status, output }).toEqual({ status: 0, output: '' });
  const entry = readFileSync(join(folder, 'out/entry.js'), 'utf8');
  expect(entry).not.toMatch(/Symbol\.for\(.pv.\)/); // Preact's mark.
  expect(readdirSync(join(folder, 'out')).some((file) => file.startsWith('ask-'))).toBe(true);
});
