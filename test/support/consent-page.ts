import type { ConsentConfig } from '../../src/api.ts';

export interface PageParts {
  config?: Partial<ConsentConfig>;
  /** Before the SDK's own tag. */
  before?: string;
  head?: string;
  body?: string;
}

/**
 * A page with the SDK first in its head. Scripts in it push what they have to say to `ran`; `errors` are the SDK's:
 * code and id of the element.
 */
export function consentPage({ config, before = '', head = '', body = '' }: PageParts = {}): string {
  const input = JSON.stringify({ policy: { url: '/privacy' }, ...config }).replaceAll('<', '\\u003c');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
<script>
  var ran = [], errors = [];
  var commsorConsentReady = [
    (consent) => consent.on('error', ({ code, element }) => errors.push(element?.id ? code + ' ' + element.id : code)),
  ];
</script>${before}
<script type="application/json" id="commsor-consent-config">${input}</script>
<script src="/dist/commsor.js"></script>
${head}</head><body><h1>A page</h1>
${body}</body></html>`;
}

export { storedChoice } from '../../src/testing/choice.ts';
