import { computed, signal } from '@preact/signals';
import type { Problem } from '../../src/lazy.ts';
import { configurationOf } from './configuration.ts';
import { isColour } from './accent.ts';
import { design } from './history.ts';

/** The checker that visitors' browsers get, from the built SDK. */
const checker = signal<((input: unknown) => readonly Problem[]) | null>(null);
/** Why there is none. */
export const missing = signal('');

export async function loadChecker(): Promise<void> {
  const address = '/dist/check.js';
  try {
    const built = (await import(address)) as { check(input: unknown): readonly Problem[] };
    checker.value = built.check;
  } catch {
    missing.value =
      'The SDK is not built here, so there is no preview and nothing is checked. Run “npm run build”, then load this ' +
      'page again.';
  }
}

export const configuration = computed(() => configurationOf(design.value));

/** What is wrong with the design, or may be minded, in sentences. */
export const problems = computed<readonly Problem[]>(() => {
  const { policy, accent, link, model, region } = design.value;
  const { policy: wanted, ...rest } = configuration.value;
  // A field that was left empty is missing; what is in it is not wrong.
  const found =
    checker.value?.(policy.trim() ? configuration.value : { ...rest, policy: { ...wanted, url: undefined } }) ?? [];
  const own: Problem[] = [
    ...(accent.trim() && !isColour(accent)
      ? [{ level: 'error', field: 'ui.accent', fix: 'must be a colour, like #0a7d5a or teal' } as const]
      : []),
    ...(model === 'by-region' && !region.trim()
      ? [
          {
            level: 'warning',
            field: 'region',
            fix: 'say where a visitor’s region is to be read, else everybody is asked first',
          } as const,
        ]
      : []),
  ];
  // A link to the preferences answers what these two ask for; what becomes of the accent is shown beside it.
  const isMet = ({ level, field }: Problem) =>
    level === 'warning' && (field === 'ui.accent' || (link && /^(model|ui\.reopen)$/.test(field)));
  return [...found, ...own].filter((problem) => !isMet(problem)).map((problem) => ({ ...problem, fix: say(problem) }));
});

/** How the builder calls a field, for sentences that begin with it. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/^policy\.url$/, 'The address of your policy'],
  [/^ui\.accent$/, 'The accent'],
  [/^services\..*\.policyUrl$/, 'The address of its policy'],
  [/^services\..*\.purposes$/, 'This service'],
  [/^regions/, 'The list of regions'],
  [/./, 'This field'],
];

/** The checker speaks to people who write configurations; here nobody does. */
function say({ field, fix }: Problem): string {
  const plain = fix.replace(/data-policy="(.*?)"/, '$1');
  const name = /^(must|is|has) /.test(plain) ? NAMES.find(([pattern]) => pattern.test(field))?.[1] : undefined;
  const sentence = name ? `${name} ${plain}` : plain[0]?.toUpperCase() + plain.slice(1);
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
