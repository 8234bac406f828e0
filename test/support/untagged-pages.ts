/** The guard and the snippet as pages have them. */
import { build } from 'esbuild';

/** A source file with what it imports, as the build makes it but readable. */
async function bundle(source: string, format: 'esm' | 'iife', globalName?: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    write: false,
    format,
    globalName,
    target: 'es2020',
  });
  return outputFiles[0]?.text ?? '';
}

/** The guard by itself, as a module and as a script. */
export const bundleGuard = async () => ({
  '/guard.js': await bundle('src/guard/index.ts', 'esm'),
  '/guard.iife.js': await bundle('src/guard/index.ts', 'iife', 'guard'),
});

export const bundleSnippet = (): Promise<string> => bundle('src/snippet.ts', 'iife');

export const marketing = [{ match: 'tracker.localhost', consent: 'marketing' }];

/** Starts the guard with a stand-in for the core, which allows what `allowed` names; then does `next`. */
export const guardIn = ({ next = '', block = marketing, mode = 'enforce', own = [] as string[] } = {}) => `<script>
  window.ran = []; window.listed = []; window.reports = []; window.allowed = [];
  window.standing = import('/guard.js').then(({ start }) => {
    window.stopGuard = start({
      config: { block: ${JSON.stringify(block)}, blockMode: '${mode}', services: new Map() },
      own: ${JSON.stringify(own)},
      allows: (expression) => allowed.includes(expression),
      subscribe: (listener) => { window.change = listener; return () => {}; },
      listed: ({ outcome, kind, consent, url }) =>
        listed.push([outcome, kind, consent, new URL(url).pathname].join(' ')),
      report: ({ message }) => reports.push(message),
    });
    ${next}
  });
</script>`;

/** The snippet as it stands in a page, under the site's configuration. */
export const snippetIn = (snippet: string, config: object) =>
  `<script>window.ran = []; window.commsorConsentConfig = ${JSON.stringify(config)};\n${snippet}</script>`;

/**
 * A script of the page's own before it: while the parser waits for that, browsers look ahead and fetch what follows.
 */
export const among = (html: string) => `<p>Text</p><script src="/own.js"></script><p>More</p>${html}`;
