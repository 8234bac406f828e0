import type { Fields } from './page-config.ts';

/** The simple cases, as `data-*` on the script tag. */
export const fromAttributes = ({
  policy,
  policyVersion,
  purposes,
  lang,
  layout,
  theme,
  accent,
  region,
  reopenLabel,
  google,
  records,
  base,
}: DOMStringMap): Fields => ({
  policy: { url: policy, version: policyVersion },
  purposes: purposes && Object.fromEntries(purposes.match(/\S+/g)?.map((id) => [id, {}]) ?? []),
  language: lang,
  ui: { layout, theme, accent, reopen: reopenLabel && { label: reopenLabel } },
  region,
  google: google === undefined ? google : google !== 'false',
  records: records && { endpoint: records },
  base,
});
