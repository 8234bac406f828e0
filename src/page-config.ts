/** Where a page may keep its configuration: looked up for each top-level field, first found wins. */
export function readPageConfig(script: HTMLScriptElement | null): object {
  const block = Document.prototype.getElementById.call(document, BLOCK);
  const global: unknown = window.commsorConsentConfig;
  let json: unknown;
  try {
    if (block instanceof HTMLScriptElement) json = JSON.parse(block.text);
  } catch {
    json = { [BLOCK]: null }; // A field that src/check explains; the other sources still count.
  }
  // A page element with that id or name stands where the object should be.
  const isPlain = {}.toString.call(global) === '[object Object]';
  return { ...(script && fromAttributes(script.dataset)), ...(json as object), ...(isPlain && (global as object)) };
}

/** The id of the element with the configuration as JSON. */
const BLOCK = 'commsor-consent-config';

/** The simple cases, as `data-*` on the script tag. */
const fromAttributes = ({
  policy,
  policyVersion,
  purposes,
  lang,
  layout,
  theme,
  region,
  reopenLabel,
  google,
  records,
}: DOMStringMap) => ({
  policy: { url: policy, version: policyVersion },
  purposes: purposes && Object.fromEntries(purposes.split(/\s+/).map((id) => [id, {}])),
  language: lang,
  ui: { layout, theme, reopen: reopenLabel && { label: reopenLabel } },
  region,
  google: google !== undefined && google !== 'false',
  records: records && { endpoint: records },
});
