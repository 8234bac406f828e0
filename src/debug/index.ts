import type { DebugContext, Stop } from '../types.ts';

/** The panel that answers "why does this tag (not) run?". */
export function mount({ consent, tags, errors }: DebugContext): Stop {
  console.info('[commsor] state', consent.get());
  console.table(tags().map(({ element, expression, status }) => ({ tag: element.localName, expression, status })));
  for (const error of errors()) console.info('[commsor]', error.code, error.message);
  return () => undefined;
}
