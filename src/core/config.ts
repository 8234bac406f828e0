import type { BindingSignal, Config, ConsentConfig, Purpose, PurposeConfig, Service, ServiceConfig } from '../types.ts';
import { DEFAULT_MAP } from '../integrations/google/map.ts';
import { isName } from './expression.ts';
import { fingerprint } from './record.ts';

/** No consent outlives thirteen months (CNIL 2020-091), in days; browsers keep no cookie longer than 400. */
export const MAX_DAYS = 395;

type Fields = Record<string, unknown>;

/** The own fields of `value`, where it is the kind of thing that has some: what a page puts on `Object.prototype` is no configuration. */
const fields = <T = Fields>(value: unknown): T => Object.assign(Object.create(null), typeof value === 'object' && !Array.isArray(value) && value);
const list = <T>(value: unknown) => (Array.isArray(value) ? [...value] : []) as T[];
const some = <T>(value: unknown) => (list(value)[0] ? list<T>(value) : undefined);
const text = (value: unknown, otherwise = '') => (typeof value === 'string' ? value : otherwise);
const oneOf = <T extends string>(value: unknown, ...allowed: [T, ...T[]]) => allowed.find((one) => one === value) ?? allowed[0];
const modelOf = (value: unknown) => oneOf(value, 'opt-in', 'opt-out', 'notice');
const positive = (value: unknown, most: number, otherwise: number) => (typeof value === 'number' && value > 0 ? Math.min(value, most) : otherwise);

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
  // A name that the stored text cannot hold would make it unreadable, and every choice with it.
  const own = Object.keys(given).filter(isName);
  const ids = [...new Set(['necessary', ...(own[0] ? own : Object.keys(DEFAULT_MAP))])];
  /** A list of purposes, empty when it names a stranger. */
  const listed = (value: unknown) => {
    const names = list<string>(value);
    return names.every((id) => ids.includes(id)) ? names : [];
  };

  for (const [id, value] of Object.entries(fields(root.services))) {
    const service = fields<ServiceConfig>(value);
    const under = listed(service.purposes);
    if (under[0] && isName(id) && !ids.includes(id)) services.set(id, { ...service, id, purposes: under });
  }
  const signals = (['dnt', 'gpc'] as const).map((name) => {
    const { applies, override } = fields(policies[name]);
    const bound = listed(applies);
    return { name, bound: bound[0] ? bound : ids, override: oneOf<BindingSignal['override']>(override, name === 'dnt' ? 'never' : 'explicit', 'never', 'explicit') };
  });
  for (const id of ids) {
    const purpose = fields<PurposeConfig>(given[id]);
    const legalBasis = id === 'necessary' ? 'strictly-necessary' : oneOf(purpose.legalBasis, 'consent', 'legitimate-interest', 'strictly-necessary');
    purposes.set(id, {
      ...purpose,
      id,
      legalBasis,
      signals: signals.filter(({ bound }) => legalBasis !== 'strictly-necessary' && bound.includes(id)),
      meaning: fingerprint(legalBasis + text(purpose.title) + text(purpose.description)),
      members: [...services.values()].filter((service) => service.purposes.includes(id)).map((service) => fingerprint(service.id)),
    });
  }
  const kept = positive(storage.days, MAX_DAYS, 182);
  return {
    ...root,
    policy: { url: text(policy.url), version: text(policy.version), changes: text(policy.changes) },
    purposes,
    services,
    model: modelOf(root.model),
    regions: list(root.regions).map((value) => {
      const { regions, model } = fields(value);
      return { regions: list(regions), model: modelOf(model) };
    }),
    region: typeof root.region === 'function' ? root.region : text(root.region),
    storage: {
      name: text(storage.name, 'commsor_consent'), domain: text(storage.domain), path: text(storage.path, '/'), sameSite: oneOf(storage.sameSite, 'lax', 'strict', 'none'),
      days: kept, rejectDays: positive(storage.rejectDays, MAX_DAYS, kept),
    },
    block: some(root.block),
    blockMode: oneOf(root.blockMode, 'enforce', 'report'),
    compat: some(root.compat),
    onWithdraw: oneOf(root.onWithdraw, 'reload-if-ran', 'keep'),
    language: text(root.language),
    ui: fields(root.ui),
    google: root.google && fields(root.google),
    timeout: positive(root.timeout, Infinity, 3000),
  } as unknown as Config;
}
