import type { Fields } from './page-config.ts';

/** The simple cases, as `data-*` on the script tag. */
export const fromAttributes = (data: DOMStringMap): Fields => ({
  policy: { url: data.policy, version: data.policyVersion },
  purposes: data.purposes && Object.fromEntries(data.purposes.match(/\S+/g)?.map((id) => [id, {}]) ?? []),
  services: data.services?.match(/\S+/g) ?? undefined,
  language: data.lang,
  ui: {
    layout: data.layout,
    theme: data.theme,
    accent: data.accent,
    reopen: data.reopenLabel && { label: data.reopenLabel },
  },
  regions: data.regions,
  region: data.region,
  audience: data.audience,
  google: data.google === undefined ? undefined : data.google !== 'false',
  records: data.records && { endpoint: data.records },
  base: data.base,
});
