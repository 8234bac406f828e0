import type { ConsentConfig, PurposeConfig, RegionRule, ReopenConfig, ServiceConfig, UiConfig } from '../../src/api.ts';
import { services as table } from '../../src/services/table.ts';
import { type Design, PLAIN, purposeIds, purposeOf } from './design.ts';

/** The configuration that a site needs for the design: only what differs from what the SDK does by itself. */
export function configurationOf(design: Design): ConsentConfig {
  const { policy, version, changes, model, region, language, google } = design;
  return {
    policy: { url: policy.trim(), ...given({ version: version.trim(), changes: changes.trim() }) },
    ...given({
      purposes: purposesOf(design),
      services: servicesOf(design),
      model: model === 'by-region' ? '' : unlike(model, 'opt-in'),
      regions: model === 'by-region' ? regionsOf(design) : null,
      region: model === 'by-region' ? region.trim() : '',
      language,
      texts: textsOf(design),
      ui: uiOf(design),
      google,
    }),
  };
}

/** The fields that say something. */
function given<T extends object>(fields: { [Name in keyof T]: T[Name] | '' | null }): T {
  const isSaid = (value: unknown) =>
    typeof value === 'object' ? value !== null && Object.keys(value).length > 0 : Boolean(value);
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => isSaid(value))) as T;
}

const unlike = <T extends string>(value: T, usual: T): T | '' => (value === usual ? '' : value);

function purposesOf(design: Design): Record<string, PurposeConfig> | null {
  const ids = purposeIds(design);
  if (ids.join() === PLAIN.purposes.join()) return null;
  // Without any, the usual ones would count.
  if (!ids.length) return { necessary: {} };
  const own = design.ownPurposes.map(({ id, title, description, legalBasis }): [string, PurposeConfig] => [
    id,
    given({
      title: title.trim(),
      description: description.trim(),
      legalBasis: unlike(legalBasis, 'consent'),
    }) as PurposeConfig,
  ]);
  return { ...Object.fromEntries(design.purposes.map((id) => [id, {}])), ...Object.fromEntries(own) };
}

function servicesOf(design: Design): Record<string, ServiceConfig> {
  const known: Record<string, ServiceConfig> = table;
  const chosen = Object.keys(design.services).flatMap((id): [string, ServiceConfig][] => {
    const service = known[id];
    return service
      ? [[id, { ...service, purposes: design.services[id] ? [purposeOf(id, design)] : service.purposes }]]
      : [];
  });
  const own = design.ownServices.map(({ id, title, purpose, provider, policyUrl, match }): [string, ServiceConfig] => [
    id,
    {
      title: title.trim(),
      purposes: [purpose],
      ...given({
        provider: provider.trim(),
        policyUrl: policyUrl.trim(),
        match: match.split(/[\s,;]+/).filter(Boolean),
      }),
    },
  ]);
  return Object.fromEntries([...chosen, ...own]);
}

const regionsOf = ({ optOutIn }: Design): RegionRule[] => [
  {
    regions: optOutIn
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
    model: 'opt-out',
  },
];

function textsOf({ language, words }: Design): ConsentConfig['texts'] | null {
  const said = Object.entries(words)
    .map(([tag, own]) => [tag, given(own)] as const)
    .filter(([, own]) => Object.keys(own).length > 0);
  if (!language) return Object.fromEntries(said.map(([tag, own]) => [tag, { banner: own }]));
  // With one language, its words need no name; those written for others are never read.
  const own = said.find(([tag]) => tag === language)?.[1];
  return own ? { banner: own } : null;
}

function uiOf({ layout, corner, edge, theme, accent, reopen, reopenLabel, aside, above }: Design): UiConfig {
  const isMoved = aside !== PLAIN.aside || above !== PLAIN.above;
  const ui = given<UiConfig>({
    layout: unlike(layout, 'box'),
    position: layout === 'box' ? unlike(corner, PLAIN.corner) : layout === 'bar' ? unlike(edge, PLAIN.edge) : '',
    theme: unlike(theme, 'auto'),
    accent: accent.trim(),
    reopen:
      reopen === 'off'
        ? null
        : given<ReopenConfig>({
            position: unlike(reopen, 'bottom-start'),
            offset: isMoved ? [`${aside}px`, `${above}px`] : null,
            label: reopenLabel.trim(),
          }),
  });
  return reopen === 'off' ? { ...ui, reopen: false } : ui;
}
