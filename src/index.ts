import type { CommsorConsent, ConsentConfig, ConsentState, Decision } from './api.ts';
import { check } from './check/index.ts';
import { startConsent } from './consent.ts';
import { claimed } from './global.ts';
import { readConfig } from './model/config.ts';
import { holds } from './model/expression.ts';
import { loadPart } from './parts.ts';

export type * from './api.ts';

/** Thrown by `createConsent` for a configuration that cannot be what its author meant. */
export class ConsentConfigError extends Error {
  override readonly name = 'ConsentConfigError';
  readonly code = 'config-invalid';
  /** The path of the field: `services.maps.purposes`. */
  readonly field: string;
  constructor(field: string, fix: string) {
    super(`${field}: ${fix}`);
    this.field = field;
  }
}

let first: string | undefined;

/**
 * Starts consent for this page and returns the handle, which is `window.commsorConsent` too. A second call returns the
 * first
 * handle, and warns if its configuration differs. On a server it returns an inert handle that denies everything
 * optional.
 *
 * @throws {ConsentConfigError} when the configuration is wrong; `field` says where.
 */
export function createConsent(config: ConsentConfig): CommsorConsent {
  const error = check(config).find(({ level }) => level === 'error');
  if (error) throw new ConsentConfigError(error.field, error.fix);
  if (typeof document === 'undefined') return createInert(config);

  const text = JSON.stringify(config);
  const running = claimed();
  if (!running) {
    first = text;
    return startConsent(config, loadPart);
  }
  if (text !== first)
    console.warn(
      '[commsor] config-ignored: consent is running with another configuration; call destroy() before you start anew.',
    );
  return running;
}

/** What a server may render with: nothing optional, for ever. */
function createInert(input: ConsentConfig): CommsorConsent {
  const { purposes, services, model } = readConfig(input);
  const isNecessary = (id: string) =>
    (services.get(id)?.purposes ?? [id]).every((purpose) => purposes.get(purpose)?.legalBasis === 'strictly-necessary');
  const isKnown = (id: string) => purposes.has(id) || services.has(id);
  const decide = (id: string): Decision =>
    isNecessary(id)
      ? { allowed: true, reason: 'necessary' }
      : { allowed: false, reason: isKnown(id) ? 'default' : 'unknown' };
  const allows = (text: string) => holds(String(text), (id) => (isKnown(id) ? isNecessary(id) : undefined)) === true;
  const table = <T>(ids: Iterable<string>, value: (id: string) => T) =>
    Object.freeze(Object.fromEntries([...ids].map((id) => [id, value(id)])));
  const state: ConsentState = Object.freeze({
    status: 'undecided',
    model,
    region: null,
    purposes: table(purposes.keys(), isNecessary),
    services: table(services.keys(), isNecessary),
    decisions: table([...purposes.keys(), ...services.keys()], decide),
    signals: Object.freeze({ dnt: false, gpc: false }),
    record: null,
  });
  const never = new Promise<never>(() => undefined);
  const nothing = () => undefined;
  const unchanged = async () => state;
  const refuse = async () => {
    throw new Error('[commsor] there is no visitor on a server');
  };
  return Object.freeze({
    version: __VERSION__,
    ready: Promise.resolve(state),
    decided: never,
    get: () => state,
    allows,
    explain: decide,
    when: (name: string) => (allows(name) ? Promise.resolve() : never),
    on: () => nothing,
    abortSignal: (name: string) => (allows(name) ? new AbortController().signal : AbortSignal.abort()),
    onWithdraw: () => nothing,
    grant: unchanged,
    deny: unchanged,
    withdraw: unchanged,
    object: unchanged,
    show: async () => undefined,
    hide: nothing,
    receipt: refuse,
    erase: async () => undefined,
    scan: nothing,
    debug: async () => undefined,
    destroy: nothing,
  });
}
