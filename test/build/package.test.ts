import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { npmCommand, root } from '../../scripts/setup.mjs';
import { builtText, dist, filesUnder } from '../support/dist.ts';
import { example } from '../support/docs.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const { exports: entries, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

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

test('the example in docs/services.md prints a row and its guide', () => {
  const { status, output } = runProgram(example('docs/services.md', 'service-guide'));
  expect({ status, output }).toEqual({ status: 0, output: expect.stringContaining('data-consent="hotjar"') });
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
      const allowed = ['necessary', 'analytics', '!nonsense'].map((expression) => consent.allows(expression));
      console.log(JSON.stringify([consent.get().purposes, ...allowed]));`;
    const denied = { necessary: true, preferences: false, analytics: false, marketing: false };
    expect(runProgram(program)).toEqual({ status: 0, output: `${JSON.stringify([denied, true, false, false])}\n` });
  });
});

describe('a TypeScript consumer', () => {
  const program = `
    import { createConsent, ConsentConfigError } from '@commsor/consent';
    import type { CommsorConsent, ConsentConfig, ConsentState, Decision } from '@commsor/consent';
    import { services, serviceGuide, type ServiceGuide } from '@commsor/consent/services';
    import { regions } from '@commsor/consent/regions';

    const consent = createConsent({
      policy: { url: '/privacy' },
      purposes: { analytics: {}, ads: { title: 'Ads' } },
      services: { maps: { title: 'Maps', purposes: ['ads'] } },
    });
    const state: ConsentState = consent.get();
    const decision: Decision = consent.explain('analytics');
    consent.on('change', ({ status }, { cause }) => console.log(status, cause, state.model, decision.reason))();
    consent.allows('maps') satisfies boolean;
    consent.allows('analytics|ads');
    consent.allows('!ads');
    consent.allows('analytics ads');
    consent.when('ads', { signal: new AbortController().signal }).then(() => consent.grant(['analytics']));
    const any: CommsorConsent = consent;
    any.allows('whatever there is');
    const rules = Object.values(regions).map(({ regions: places, model }) => ({ regions: places, model }));
    createConsent({ policy: { url: '/privacy' }, regions: rules, region: 'US-CA', audience: () => undefined });
    const { posthog } = services;
    const { reason, depends }: ServiceGuide = serviceGuide.posthog;
    console.log(reason, depends?.instead);
    createConsent({ policy: { url: '/privacy' }, services: { posthog } }).allows('posthog marketing');
    createConsent({ policy: { url: '/privacy' } } as ConsentConfig).allows('whatever there is');
    window.commsorConsent
      ?.grant(['analytics'])
      .then(({ purposes }) => purposes.analytics satisfies boolean | undefined);
    document.addEventListener('commsor-consent', ({ detail }) => detail.after.status satisfies 'undecided' | 'decided');
    (window.commsorConsentReady ||= []).push((handle) => handle.show('preferences'));
    if (new Error() instanceof ConsentConfigError) console.log('wrong');

    // @ts-expect-error there is no such name
    consent.allows('analitycs');
    // @ts-expect-error there is no such name in the expression
    consent.allows('ads|analitycs');
    // @ts-expect-error there is no such purpose
    consent.grant(['marketing']);
    // @ts-expect-error there is no such default purpose
    createConsent({ policy: { url: '/privacy' } }).allows('ads');
    // @ts-expect-error a policy is needed
    createConsent({});
    // @ts-expect-error there is no such model
    createConsent({ policy: { url: '/privacy' }, model: 'opt-inn' });
    // @ts-expect-error there is no such service
    serviceGuide.posthoc;
    // @ts-expect-error there is no such event
    consent.on('changed', () => {});
  `;
  const server = `
    import { createConsent } from '@commsor/consent';
    export const consent = createConsent({ policy: { url: '/privacy' } });
    export const state = consent.get().purposes.analytics satisfies boolean | undefined;
  `;

  test.each([
    { what: 'through a bundler', module: 'esnext', moduleResolution: 'bundler', lib: ['es2022', 'dom'], text: program },
    { what: 'in Node', module: 'nodenext', moduleResolution: 'nodenext', lib: ['es2022', 'dom'], text: program },
    { what: 'on a server', module: 'nodenext', moduleResolution: 'nodenext', lib: ['es2022'], text: server },
  ])('$what, with the libraries $lib', ({ module, moduleResolution, lib, text }) => {
    const compilerOptions = {
      module,
      moduleResolution,
      lib,
      target: 'es2022',
      types: [],
      strict: true,
      noEmit: true,
      skipLibCheck: false,
    };
    const folder = consumer({
      'package.json': '{ "type": "module" }',
      'tsconfig.json': JSON.stringify({ compilerOptions, files: ['program.ts'] }),
      'program.ts': text,
    });
    expect(run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', '.'], folder)).toEqual({
      status: 0,
      output: '',
    });
  });
});

test('the types that come with the package are those of its surface alone', () => {
  expect(filesUnder(join(dist, 'types')).filter((file) => !/^(services|regions)\//.test(file))).toEqual([
    'api.d.ts',
    'index.d.ts',
    ...['choice', 'consent', 'follow', 'index', 'playwright', 'simulate'].map((name) => `testing/${name}.d.ts`),
  ]);
});

describe('the packed package', () => {
  let tarball: string;
  let packed: string[];

  beforeAll(() => {
    const folder = mkdtempSync(join(tmpdir(), 'consent-pack-'));
    const [command, args] = npmCommand('pack', '--json', '--ignore-scripts', '--pack-destination', folder);
    const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    const [{ files, filename }] = JSON.parse(stdout);
    packed = files.map(({ path }: { path: string }) => path);
    tarball = join(folder, filename);
  });
  afterAll(() => rmSync(dirname(tarball), { recursive: true }));

  test('holds the built files, their sources, the documents and nothing else', () => {
    const under = (folder: string) =>
      existsSync(join(root, folder)) ? filesUnder(join(root, folder)).map((file) => `${folder}/${file}`) : [];
    expect(packed.toSorted()).toEqual(
      [
        ...under('dist'),
        ...under('src'),
        ...under('docs'),
        'CHANGELOG.md',
        'LICENSE',
        'README.md',
        'package.json',
      ].toSorted(),
    );
  });

  test('is as publint wants it', async () => {
    const { messages, pkg } = await publint({ pack: { tarball: readFileSync(tarball).buffer }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  test('has types that every resolution finds', () => {
    const attw = join(root, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    // What pages load has no types.
    const untyped = ['./commsor.js', './commsor.all.js', './commsor.guarded.js', './snippet.html'];
    const options = ['--profile', 'esm-only', '--no-definitely-typed', '--no-color', '--no-emoji'];
    const { status, output } = run(
      process.execPath,
      [attw, tarball, ...options, '--exclude-entrypoints', ...untyped],
      root,
    );
    expect({ status, output }).toEqual({ status: 0, output: expect.stringContaining('bundler') });
  });
});

describe('a bundler', () => {
  const START = "import { createConsent } from '@commsor/consent'; createConsent({ policy: { url: '/privacy' } });";

  /** The files that it makes of a page that starts consent. */
  const bundle = (...conditions: string[]) => bundleOf(START, ...conditions);

  function bundleOf(entry: string, ...conditions: string[]): { folder: string; files: string[] } {
    const folder = consumer({ 'entry.js': entry });
    const esbuild = join(root, 'node_modules/esbuild/bin/esbuild');
    const options = ['--bundle', '--minify', '--splitting', '--format=esm', '--outdir=out', '--log-level=warning'];
    const asked = [...options, '--metafile=meta.json', ...conditions];
    expect(run(esbuild, ['entry.js', ...asked], folder)).toEqual({ status: 0, output: '' });
    const { outputs } = JSON.parse(readFileSync(join(folder, 'meta.json'), 'utf8'));
    const files = new Set(['out/entry.js']);
    for (const file of files)
      for (const { path, kind } of outputs[file].imports) if (kind === 'import-statement') files.add(path);
    return { folder, files: [...files] };
  }

  const textOf = ({ folder, files }: ReturnType<typeof bundle>) =>
    files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');

  test('keeps the parts lazy', () => {
    const built = bundle();
    expect(textOf(built)).not.toMatch(/Symbol\.for\(.pv.\)/); // Preact's mark.
    expect(readdirSync(join(built.folder, 'out')).some((file) => file.startsWith('prompt-'))).toBe(true);
  });

  test('loads at most 11,520 bytes (gzip) before the banner', () => {
    const { folder, files } = bundle();
    const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0);
    expect(bytes).toBeLessThanOrEqual(11_520);
  });

  test('takes the guide to the services in where it is used, and only there', () => {
    const entry = (name: string) => `import { ${name} } from '@commsor/consent/services'; console.log(${name}.hotjar);`;
    const sentence = 'It records visits and draws where visitors click';
    expect(textOf(bundleOf(entry('serviceGuide')))).toContain(sentence);
    const withoutGuide = textOf(bundleOf(entry('services')));
    expect(withoutGuide).toContain('_hjSettings');
    expect(withoutGuide).not.toContain(sentence);
  });

  test('takes the checker in while a site is developed, and only then', () => {
    const sentence = 'is no field; ';
    expect(textOf(bundle('--conditions=development'))).toContain(sentence);
    expect(textOf(bundle())).not.toContain(sentence);
  });
});

test('`commsor.all.js` can be built with some languages alone', () => {
  const folder = temporaryFolder();
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build/one.mjs', 'commsor.all.js'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, OUT_DIR: folder, LANGUAGES: 'de pt-BR' },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const text = readFileSync(join(folder, 'commsor.all.js'), 'utf8');
  expect(text).toContain('"de en pt-BR"');
  expect(text.length).toBeLessThan(builtText('commsor.all.js').length * 0.7);
});

test('a release is rehearsed without doing anything', () => {
  const { output } = run(process.execPath, ['scripts/release.mjs', '--dry-run'], root);
  expect(output.split('\n').map((line) => line.replace(/^. |:.*/g, ''))).toEqual(
    expect.arrayContaining([
      'the working tree is clean',
      `CHANGELOG.md has ${version} with a date`,
      'npm test',
      'npm publish --provenance',
      `git tag v${version}`,
    ]),
  );
});
