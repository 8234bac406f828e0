import type { BindingSignal, Config, ConsentConfig, Purpose, PurposeConfig, Service, ServiceConfig } from '../types.ts';
import { DEFAULT_MAP } from '../integrations/google/map.ts';
import { fingerprint } from './record.ts';

/** No consent outlives thirteen months (CNIL 2020-091), in days; browsers keep no cookie longer than 400. */
export const MAX_DAYS = 395;

type Fields = Record<string, unknown>;

/** `value` where it is the kind of thing that we can look into, else nothing. */
const fields = <T = Fields>(value: unknown) => (typeof value === 'object' && value && !Array.isArray(value) ? value : {}) as T;
const list = <T>(value: unknown) => (Array.isArray(value) ? value : []) as T[];
const oneOf = <T extends string>(value: unknown, ...allowed: [T, ...T[]]) => allowed.find((one) => one === value) ?? allowed[0];
const days = (value: unknown, otherwise: number) => (Number(value) > 0 ? Math.min(Number(value), MAX_DAYS) : otherwise);

/**
 * Whatever a stranger wrote in, a `Config` out. Never throws: a field that cannot be what its author meant takes the strictest
 * sensible default. It says nothing about that; src/check does, by the same rules.
 */
export function readConfig(input: unknown): Config {
  const root = fields<ConsentConfig>(input);
  const policy = fields(root.policy);
  const storage = fields(root.storage);
  const policies = fields(root.signals);
  const given = fields<Record<string, PurposeConfig>>(root.purposes);
  const purposes = new Map<string, Purpose>();
  const services = new Map<string, Service>();
  const ids = [...new Set(['necessary', ...Object.keys(Object.keys(given)[0] ? given : DEFAULT_MAP)])];

  for (const [id, value] of Object.entries(fields(root.services))) {
    const service = fields<ServiceConfig>(value);
    const under = list<string>(service.purposes);
    if (under[0] && under.every((purpose) => ids.includes(purpose)) && !ids.includes(id)) services.set(id, { ...service, id });
  }
  const signals = (['dnt', 'gpc'] as const).map((name) => {
    const { applies, override } = fields(policies[name]);
    const bound = list<string>(applies);
    return { name, bound: bound[0] ? bound : ids, override: oneOf<BindingSignal['override']>(override, name === 'dnt' ? 'never' : 'explicit', 'never', 'explicit') };
  });
  for (const id of ids) {
    const purpose = fields<PurposeConfig>(given[id]);
    const legalBasis = id === 'necessary' ? 'strictly-necessary' : oneOf(purpose.legalBasis, 'consent', 'legitimate-interest', 'strictly-necessary');
    purposes.set(id, {
      ...purpose,
      id,
      legalBasis,
      signals: signals.filter(({ bound }) => bound.includes(id)),
      meaning: fingerprint(legalBasis + purpose.title + purpose.description),
      members: [...services.values()].filter((service) => service.purposes.includes(id)).map((service) => fingerprint(service.id)),
    });
  }
  const kept = days(storage.days, 182);
  return {
    blockMode: 'enforce',
    timeout: 3000,
    language: '',
    ...root,
    policy: { url: policy.url ?? '', version: policy.version ?? '', changes: policy.changes ?? '' },
    purposes,
    services,
    model: oneOf(root.model, 'opt-in', 'opt-out', 'notice'),
    regions: list(root.regions),
    storage: { name: 'commsor_consent', domain: '', path: '/', sameSite: 'lax', ...storage, days: kept, rejectDays: days(storage.rejectDays, kept) },
    onWithdraw: oneOf(root.onWithdraw, 'reload-if-ran', 'keep'),
    ui: fields(root.ui),
    google: root.google && fields(root.google),
  } as unknown as Config;
}
