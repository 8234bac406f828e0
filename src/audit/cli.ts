/** The command `consent`: reads its words, audits or declares, writes what was asked for. */
import { readFile } from 'node:fs/promises';
import { SingleBar } from 'cli-progress';
import { audit, type Progress } from './audit.ts';
import type { Language } from '../api.ts';
import { CannotLook, messageOf } from './cannot-look.ts';
import { declarationFor } from './declaration.ts';
import { pageOf } from './html-report.tsx';
import { junitOf } from './junit.ts';
import { type DeclarationOptions, HELP, parseOptions } from './options.ts';
import { prepare, write } from './output.ts';
import { printReport } from './print.ts';
import { PHASE_WORDS } from './visitors.ts';

/** Returns the exit code. */
export async function run(args: readonly string[]): Promise<0 | 1 | 2> {
  try {
    const options = parseOptions(args);
    if (options === 'help' || options === 'version') {
      console.log(options === 'help' ? HELP : __VERSION__);
      return 0;
    }
    if ('config' in options) {
      console.log(await declare(options));
      return 0;
    }
    for (const file of [options.json, options.html, options.junit]) if (file) await prepare(file);
    const bar = progressBar();
    const { report, pictures } = await audit(options, bar).finally(() => bar.end());
    console.log(printReport(report));
    const files: [string | undefined, () => string][] = [
      [options.json, () => `${JSON.stringify(report, null, 2)}\n`],
      [options.html, () => pageOf(report, pictures)],
      [options.junit, () => junitOf(report)],
    ];
    for (const [file, text] of files) if (file) await write(file, text());
    return report.passed ? 0 : 1;
  } catch (error) {
    if (error instanceof CannotLook) console.error(error.message);
    else console.error('The audit failed:', error);
    return 2;
  }
}

async function declare({ config, ...options }: DeclarationOptions): Promise<string> {
  const text = await readFile(config, 'utf8').catch((error: unknown) => {
    throw new CannotLook(`${config} cannot be read: ${messageOf(error)}`);
  });
  // The languages lie beside this program.
  const speak = async (tag: string): Promise<Language> =>
    (await import(new URL(`./texts/${tag}.js`, import.meta.url).href)).default;
  return declarationFor(text, options, speak);
}

/** Drawn on the error output, so that the report can be piped; in a log it says nothing. */
function progressBar(): Progress & { end(): void } {
  if (!process.stderr.isTTY) return { seen: () => undefined, end: () => undefined };
  const bar = new SingleBar({ format: '{bar} {value}/{total} {what}', hideCursor: true, clearOnComplete: true });
  bar.start(1, 0, { what: '' });
  return {
    seen(phase, page, done, total) {
      bar.setTotal(total);
      bar.update(done, { what: `${page} ${PHASE_WORDS[phase]}` });
    },
    end: () => bar.stop(),
  };
}

// A CI server that stops a job says so by a signal. The browser ends with this program, by a handler of Playwright's.
for (const signal of ['SIGTERM', 'SIGHUP'] as const)
  process.once(signal, () => {
    console.error('The audit was stopped.');
    process.exit(2);
  });

process.exitCode = await run(process.argv.slice(2));
