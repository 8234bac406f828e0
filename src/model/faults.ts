import type { Config } from './config.ts';
import { isName } from './expression.ts';

type Test = (value: unknown) => boolean;

const isText: Test = (value) => typeof value === 'string';
const isObject: Test = (value) => typeof value === 'object' && !!value && !Array.isArray(value);
const isListOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);
const isAny =
  (...tests: readonly Test[]): Test =>
  (value) =>
    tests.some((test) => test(value));
const isOneOf =
  (...allowed: readonly unknown[]): Test =>
  (value) =>
    allowed.includes(value);
/** An object whose fields, where they are there, pass these tests. */
const has =
  (tests: Readonly<Record<string, Test>>): Test =>
  (value) =>
    isObject(value) &&
    Object.entries(tests).every(([name, test]) => {
      const field: unknown = Reflect.get(value as object, name);
      return field === undefined || test(field);
    });
const isWords: Test = (value) => isText(value) || (isObject(value) && Object.values(value as object).every(isWords));
const isFlag = isOneOf(true, false);
const isNumber: Test = (value) => typeof value === 'number' && value > 0;
const isModel = isOneOf('opt-in', 'opt-out', 'notice');
const isTexts = isListOf(isText);
const isNamed =
  (names: (id: string) => boolean, each: Test): Test =>
  (value) =>
    isObject(value) && Object.entries(value as object).every(([id, one]) => names(id) && each(one));

/** What each field may hold. */
const shapes = ({ purposes }: Config): Readonly<Record<string, Test>> => {
  const isPurposes = isListOf((id) => isText(id) && purposes.has(String(id)));
  const isSignal = has({ applies: isAny(isOneOf('all'), isPurposes), override: isOneOf('never', 'explicit') });
  const isBasis = isOneOf('consent', 'legitimate-interest', 'strictly-necessary');
  const isService = has({
    title: isText,
    purposes: isPurposes,
    cookies: Array.isArray,
    storageKeys: isObject,
    match: isTexts,
  });
  const isReopen = has({ offset: isTexts, label: isText, position: isOneOf('bottom-start', 'bottom-end') });
  const edges = ['bottom-start', 'bottom-end', 'top-start', 'top-end', 'bottom', 'top'];
  return {
    policy: (value) =>
      has({ url: isText, version: isText, changes: isText })(value) && !!Reflect.get(value as object, 'url'),
    purposes: isNamed(isName, has({ title: isText, description: isText, legalBasis: isBasis, default: isFlag })),
    services: isNamed(
      (id) => isName(id) && !purposes.has(id),
      (value) => isService(value) && !!Reflect.get(value as object, 'purposes')?.[0],
    ),
    model: isModel,
    regions: isListOf((rule) => isObject(rule) && has({ regions: isTexts, model: isModel })(rule)),
    region: isAny(isText, (value) => typeof value === 'function'),
    signals: has({ dnt: isSignal, gpc: isSignal }),
    storage: has({
      name: isText,
      domain: isText,
      path: isText,
      sameSite: isOneOf('lax', 'strict', 'none'),
      days: isNumber,
      rejectDays: isNumber,
    }),
    block: isListOf(has({ match: isAny(isText, isTexts), consent: isText })),
    blockMode: isOneOf('enforce', 'report'),
    compat: isTexts,
    onWithdraw: isOneOf('reload-if-ran', 'keep'),
    language: isText,
    texts: isWords,
    ui: has({
      layout: isOneOf('box', 'bar', 'modal'),
      position: isOneOf(...edges),
      theme: isOneOf('auto', 'light', 'dark'),
      accent: isText,
      reopen: isAny(isFlag, isReopen),
      headless: isFlag,
    }),
    base: isText,
    google: isAny(isFlag, has({ map: isNamed(() => true, isListOf(isText)), dataLayer: isText })),
    records: (value) => isObject(value) && isText(Reflect.get(value as object, 'endpoint')),
    timeout: isNumber,
  };
};

/**
 * The fields of `input` that cannot be read as they are written, so that a default stands in their place. How to mend
 * each is for src/check, which knows more.
 */
export function faultsOf(input: unknown, config: Config): string[] {
  const written = isObject(input) ? (input as object) : {};
  const isBroken = ([field, test]: [string, Test]) => {
    try {
      const value: unknown = Reflect.get(written, field);
      return value === undefined ? field === 'policy' : !test(value);
    } catch {
      return true; // A getter of the site's own throws.
    }
  };
  return Object.entries(shapes(config))
    .filter(isBroken)
    .map(([field]) => field);
}
