import { vi } from 'vitest';
import type {
  Choice,
  ConsentRecord,
  ConsentState,
  ControllerConfig,
  Decision,
  Language,
  PrivacySignals,
  RegionRule,
  UiConfig,
} from '../../src/api.ts';
import type { Chunks, PreferencesWords, ViewContext } from '../../src/lazy.ts';
import type { Config, Purpose, Service } from '../../src/model/config.ts';
import en from '../../src/ui/texts/en.ts';

export const purpose = (id: string, rest: Partial<Purpose> = {}): Purpose => ({
  id,
  legalBasis: 'consent',
  isOptional: true,
  signals: [
    { name: 'dnt', override: 'never' },
    { name: 'gpc', override: 'explicit' },
  ],
  meanings: [],
  ...rest,
});

export const necessary = purpose('necessary', {
  legalBasis: 'strictly-necessary',
  isOptional: false,
  signals: [],
});

export const record = (rest: Partial<ConsentRecord> = {}): ConsentRecord => ({
  id: 'a',
  givenAt: Date.now() - 1000,
  expiresAt: Date.now() + 1_000_000,
  policyVersion: '1',
  event: 'given',
  method: 'banner',
  language: 'en',
  signals: { dnt: false, gpc: false },
  choices: { preferences: 'granted' },
  revisions: {},
  ...rest,
});

interface Scene {
  purposes?: Purpose[];
  services?: Service[];
  ui?: UiConfig;
  policy?: Partial<Config['policy']>;
  controller?: ControllerConfig;
  regions?: RegionRule[];
  signals?: Partial<PrivacySignals>;
  record?: ConsentRecord | null;
  /** Names with the decision that is not "denied by default". */
  decisions?: Record<string, Decision>;
  pending?: string[];
  model?: ConsentState['model'];
  region?: string;
  language?: Language;
}

/** What the core would hand to a view: the same shape, with spies for what the view may do, in a real shadow root. */
export function createContext(scene: Scene = {}) {
  const purposes = new Map(
    (scene.purposes ?? [necessary, purpose('preferences'), purpose('analytics'), purpose('marketing')]).map((one) => [
      one.id,
      one,
    ]),
  );
  const services = new Map((scene.services ?? []).map((one) => [one.id, one]));
  const config = {
    policy: { url: '/privacy', version: '1', changes: '', ...scene.policy },
    purposes,
    services,
    ui: scene.ui ?? {},
    storage: { name: 'commsor_consent' },
    regions: scene.regions ?? [],
    controller: scene.controller,
  } as unknown as Config; // Views read nothing else.

  const decisionOn = (name: string): Decision =>
    scene.decisions?.[name] ??
    (purposes.get(name)?.legalBasis === 'strictly-necessary'
      ? { allowed: true, reason: 'necessary' }
      : { allowed: false, reason: 'default' });
  const decisions = Object.fromEntries(
    [...purposes.keys(), ...services.keys()].map((name) => [name, decisionOn(name)]),
  );
  const waiting = scene.pending ?? [...purposes.keys()].filter((id) => decisions[id]?.reason === 'default');
  let state: ConsentState = stateOf(decisions);

  function stateOf(all: Record<string, Decision>): ConsentState {
    const allowed = (names: Iterable<string>) =>
      Object.fromEntries([...names].map((name) => [name, !!all[name]?.allowed]));
    return {
      status: waiting.length ? 'undecided' : 'decided',
      model: scene.model ?? 'opt-in',
      region: scene.region ?? null,
      purposes: allowed(purposes.keys()),
      services: allowed(services.keys()),
      decisions: all,
      signals: { dnt: false, gpc: false, ...scene.signals },
      record: scene.record ?? null,
    };
  }

  const host = document.body.appendChild(document.createElement('commsor-ui'));
  const listeners = new Set<(state: ConsentState) => void>();
  const happened: string[] = [];
  const context = {
    root: host.attachShadow({ mode: 'open' }),
    config,
    language: scene.language ?? en,
    state: () => state,
    pending: () => waiting,
    answer: vi.fn(async (_choices: Readonly<Record<string, Choice>>): Promise<ConsentState> => {
      happened.push('answer');
      return { ...state, record: record() };
    }),
    take: vi.fn(async (_choices: Readonly<Record<string, Choice>>): Promise<ConsentState> => {
      happened.push('take');
      return state;
    }),
    erase: vi.fn(async (): Promise<ConsentState> => {
      happened.push('erase');
      return state;
    }),
    report: vi.fn(),
    blendIn: vi.fn(),
    load: async <Name extends keyof Chunks>(name: Name) =>
      (await import('../../src/later-parts.ts')).loadLaterPart(name),
    close: vi.fn(() => {
      happened.push('close');
    }),
    open: vi.fn(),
    subscribe(listener: (state: ConsentState) => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  } satisfies ViewContext<PreferencesWords>;

  return {
    context,
    host,
    /** What the view did, in order. */
    happened,
    /** The answer changes elsewhere, for example in another tab. */
    change(changed: Record<string, Decision>) {
      state = stateOf({ ...decisions, ...changed });
      for (const listener of listeners) listener(state);
    },
    listeners,
  };
}
