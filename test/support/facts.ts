import type { ConsentConfig, ConsentRecord, PrivacySignals } from '../../src/api.ts';
import type { ElementFact, Facts, KeptFact, RequestFact } from '../../src/debug/facts.ts';
import { createNaming } from '../../src/debug/naming.ts';
import { readConfig } from '../../src/model/config.ts';
import { services as table } from '../../src/services/table.ts';
import { createStore } from '../../src/store.ts';

export interface Page extends Partial<Omit<Facts, 'config' | 'state' | 'naming'>> {
  config?: Partial<ConsentConfig>;
  record?: ConsentRecord | null;
  signals?: Partial<PrivacySignals>;
}

/** The facts of a page on www.shop.example, decided by the real store and named by the shipped table. */
export function factsOf({ config: wanted, record = null, signals, ...more }: Page = {}): Facts {
  const input = { policy: { url: '/privacy' }, ...wanted };
  const config = readConfig(input, table);
  const store = createStore({ config, record, signals: { dnt: false, gpc: false, ...signals } });
  return {
    version: '1.2.3',
    page: 'https://www.shop.example/cart',
    now: 5000,
    state: store.state(),
    answeredAt: record ? 0 : Infinity,
    config,
    naming: createNaming(config, table, 'www.shop.example'),
    elements: [],
    requests: [],
    guarded: [],
    loose: [],
    kept: [],
    layer: null,
    problems: [],
    input,
    sources: {},
    errors: [],
    view: null,
    isSettled: true,
    needsPrompt: false,
    isMinor: store.isMinor,
    ...more,
  };
}

export const element = (outline: string, address: string | null, more: Partial<ElementFact> = {}): ElementFact => ({
  outline,
  address: address === null ? null : new URL(address, 'https://www.shop.example/cart'),
  code: '',
  expression: null,
  status: undefined,
  isOnce: false,
  ...more,
});

export const request = (address: string, start: number, initiator = 'script'): RequestFact => ({
  address: new URL(address),
  initiator,
  start,
});

export const kept = (place: KeptFact['place'], name: string, since = 0, isAnswered = false): KeptFact => ({
  place,
  name,
  since,
  isAnswered,
});
