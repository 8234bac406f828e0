import type { ConsentConfig } from './types.ts';

/** Where a page may keep its configuration: looked up for each top-level field, first found wins. */
export function readPageConfig(script: HTMLScriptElement | null): { input: object; isBroken: boolean } {
  const block = Document.prototype.getElementById.call(document, 'commsor-consent-config');
  const global: unknown = window.commsorConsentConfig;
  let json: object | undefined;
  let isBroken = false;
  try {
    if (block instanceof HTMLScriptElement) json = JSON.parse(block.text);
  } catch {
    isBroken = true; // Reported once we have started; the other sources still count.
  }
  // A page element with that id or name stands where the object should be.
  const isPlain = Object.prototype.toString.call(global) === '[object Object]';
  return { isBroken, input: { ...(script && fromAttributes(script.dataset)), ...json, ...(isPlain && (global as object)) } };
}

/** The simple cases, as `data-*` on the script tag. */
function fromAttributes({ policy, policyVersion, purposes, lang, layout, theme, region, reopenLabel, google, records }: DOMStringMap): object {
  const fields = {
    policy: policy && { url: policy, version: policyVersion },
    purposes: purposes && Object.fromEntries(purposes.split(/\s+/).map((id) => [id, {}])),
    language: lang,
    ui: { layout, theme, reopen: reopenLabel && { label: reopenLabel } } as ConsentConfig['ui'],
    region,
    google: google !== undefined && google !== 'false',
    records: records && { endpoint: records },
  };
  return JSON.parse(JSON.stringify(fields)); // What is not there is not said.
}
