/**
 * The vocabulary of Commsor Consent. Types only: this file imports nothing and is imported by everything.
 * What a site owner or a developer sees of it is described in the same words in the README.
 */

// ───────────────────────────── what a site configures ─────────────────────────────

/**
 * What the law of the visitor's place asks for before optional data use: permission, an objection, or only a notice.
 */
export type ConsentModel = 'opt-in' | 'opt-out' | 'notice';

/** A wish that the browser sends: Do Not Track or Global Privacy Control (https://w3c.github.io/gpc/). */
export type PrivacySignal = 'dnt' | 'gpc';

/** The ground on which data is used (GDPR Art. 6). */
export type LegalBasis = 'consent' | 'legitimate-interest' | 'strictly-necessary';

/** Why data is used: the site's own ids, GDPR Art. 5. All texts may be left out for the four default purposes. */
export interface PurposeConfig {
  /** The name that visitors read. */
  title?: string;
  /** One sentence in plain words. */
  description?: string;
  /** Default `'consent'`; `necessary` is always `'strictly-necessary'`. */
  legalBasis?: LegalBasis;
  /**
   * The state before an answer, under the models `opt-out` and `notice` only (default `true` there): nothing is ever
   * pre-ticked under opt-in.
   */
  default?: boolean;
}

/**
 * A cookie's name, where `*` stands for any characters: `'_ga_*'`; or the name with the path or domain it was set on.
 */
export type CookiePattern = string | { name: string; path?: string; domain?: string };

/** Web storage that a service leaves behind; names may hold `*`. */
export interface StorageKeys {
  local?: string[];
  session?: string[];
  /** Names of IndexedDB databases. */
  indexedDB?: string[];
  /** Names of Cache Storage caches. */
  caches?: string[];
}

/**
 * A host with everything below it (`'example.com'`) or a host with the start of a path (`'example.com/sdk/'`); `*`
 * stands for any characters.
 */
export type UrlPattern = string;

/** A tool that uses the data. */
export interface ServiceConfig {
  /** The name that visitors read. */
  title: string;
  /** The ids of the purposes it serves: it may run when all of them are allowed. */
  purposes: string[];
  /** The company behind it. */
  provider?: string;
  /** Its privacy policy, `https:`. */
  policyUrl?: string;
  /** Where the data goes, as an ISO 3166-1 alpha-2 code (`'US'`) or as words. */
  country?: string;
  /** How long the data is kept, in words. */
  retention?: string;
  /** Cookies that are deleted when it loses its permission. */
  cookies?: CookiePattern[];
  /** Other storage that is deleted then. */
  storageKeys?: StorageKeys;
  /** The addresses it loads from, for embeds and `block` rules. */
  match?: UrlPattern[];
}

/** How a privacy signal is honoured. */
export interface SignalPolicy {
  /** The purposes it speaks for; default `'all'` that are not strictly necessary. */
  applies?: 'all' | string[];
  /**
   * `'never'`: no choice beats it (default for DNT). `'explicit'`: a deliberate choice made while it is sent does
   * (default for GPC).
   */
  override?: 'never' | 'explicit';
}

/** Which model applies where; the first rule that names the visitor's region wins. */
export interface RegionRule {
  /** ISO 3166 codes (`'DE'`, `'US-CA'`); `'US'` covers its states; `'*'` everywhere. */
  regions: string[];
  model: ConsentModel;
}

export interface StorageConfig {
  /** Cookie and fallback key; default `'commsor_consent'`. */
  name?: string;
  /** Default: host-only. `'auto'`: the widest domain that the browser lets us set. */
  domain?: string | 'auto';
  /** Default `'/'`. */
  path?: string;
  /** Default `'lax'`. */
  sameSite?: 'lax' | 'strict' | 'none';
  /** How long a choice counts, in days; default 182, at most 395. */
  days?: number;
  /** How long a refusal of everything counts, in days; default as `days`. */
  rejectDays?: number;
}

/**
 * An untagged third-party tag, found by its address, that waits for a purpose or service. Best effort: see the README.
 */
export interface BlockRule {
  match: UrlPattern | UrlPattern[];
  /** An expression as in `data-consent`. */
  consent: string;
}

export type Layout = 'box' | 'bar' | 'modal';
export type Position = 'bottom-start' | 'bottom-end' | 'top-start' | 'top-end' | 'bottom' | 'top';

export interface ReopenConfig {
  /** Default `'bottom-start'`: opposite to the usual chat bubble. */
  position?: 'bottom-start' | 'bottom-end';
  /** Distance from the corner, CSS lengths for the inline and the block axis; default `['16px', '16px']`. */
  offset?: [string, string];
  /** Its accessible name; default: from the visitor's language. */
  label?: string;
}

export interface UiConfig {
  /** Default `'box'`. `'modal'` blocks the page until there is an answer. */
  layout?: Layout;
  /** Default `'bottom-start'` for a box, `'bottom'` for a bar. */
  position?: Position;
  /** Default `'auto'`: the page's `color-scheme`, else the visitor's setting. */
  theme?: 'auto' | 'light' | 'dark';
  /** Any CSS colour; its contrast is corrected where it would fail. */
  accent?: string;
  /** The small control that leads back; `false` switches it off (then keep a link to `#consent` in the page). */
  reopen?: boolean | ReopenConfig;
  /** `true`: nothing is drawn by us; the site builds its own with the handle. */
  headless?: boolean;
}

/** The seven types of Google Consent Mode v2. */
export type GoogleConsentType =
  | 'ad_storage'
  | 'ad_user_data'
  | 'ad_personalization'
  | 'analytics_storage'
  | 'functionality_storage'
  | 'personalization_storage'
  | 'security_storage';

export interface GoogleConfig {
  /** Which purposes or services govern which types; default: the four default purposes. */
  map?: Record<string, GoogleConsentType[]>;
  /** The name of the data layer; default `'dataLayer'`. */
  dataLayer?: string;
  /**
   * With the inline snippet, whose default comes before the core: how long Google's tags wait for the answer, in
   * milliseconds.
   */
  waitForUpdate?: number;
}

/** Evidence for the site: each new record is sent there as JSON, `POST`. */
export interface RecordsConfig {
  endpoint: string;
}

export interface PolicyConfig {
  /** The privacy policy: an `https:` or `http:` address, or a path of this site. */
  url: string;
  /** Any short word; when it moves, visitors are told. */
  version?: string;
  /** One sentence shown when `version` moved. */
  changes?: string;
}

export type DeepPartial<T> = T extends string ? string : { [K in keyof T]?: DeepPartial<T[K]> };

export interface ConsentConfig {
  policy: PolicyConfig;
  /** Default: necessary, preferences, analytics, marketing. */
  purposes?: Record<string, PurposeConfig>;
  services?: Record<string, ServiceConfig>;
  /** Default `'opt-in'`. */
  model?: ConsentModel;
  regions?: RegionRule[];
  region?: string | (() => string | undefined | Promise<string | undefined>);
  signals?: { dnt?: SignalPolicy; gpc?: SignalPolicy };
  storage?: StorageConfig;
  block?: BlockRule[];
  /** `'report'` blocks nothing and lists what it would. Default `'enforce'`. */
  blockMode?: 'enforce' | 'report';
  /**
   * Other tools' marks to read: `'data-category'`, `'data-name'`, `'data-cookieconsent'`, `'optanon-category'`,
   * `'data-cookieyes'`.
   */
  compat?: string[];
  /** Default `'reload-if-ran'`. */
  onWithdraw?: 'reload-if-ran' | 'keep';
  /** A BCP 47 tag; default: `<html lang>`, then the visitor's languages. */
  language?: string;
  /**
   * Words of your own, over those of the language; a field may also be given per language: `{ de: { banner: { title:
   * '…' } } }`.
   */
  texts?: DeepPartial<Texts> | Record<string, DeepPartial<Texts>>;
  ui?: UiConfig;
  /** The folder of the SDK's other files, with a slash at its end; default: where the tag comes from. */
  base?: string;
  google?: boolean | GoogleConfig;
  records?: RecordsConfig;
  /** How long one tag may keep later ones waiting, in milliseconds; default 3000. */
  timeout?: number;
}

// ───────────────────────────── what is decided ─────────────────────────────

/** What the visitor said. */
export type Choice = 'granted' | 'denied';
/** Names of purposes and services with the visitor's answer; no prototype. */
export type Choices = Readonly<Record<string, Choice>>;

export type Reason = 'necessary' | 'signal' | 'choice' | 'objection' | 'default' | 'unknown';

/** What follows, and why. */
export interface Decision {
  readonly allowed: boolean;
  readonly reason: Reason;
  /** Which signal decided, with the reason `signal`. */
  readonly signal?: PrivacySignal;
  /** When the visitor said so, in milliseconds since 1970, with the reasons `choice` and `objection`. */
  readonly since?: number;
}

/** The act, in the words of the W3C Data Privacy Vocabulary. */
export type ConsentEvent = 'given' | 'refused' | 'withdrawn' | 'objected';
/** Where the act happened. `page`: an element with `data-consent-action`. */
export type ConsentMethod = 'banner' | 'preferences' | 'placeholder' | 'page' | 'api';

/** The proof that is kept. It holds nothing about the visitor but the answer itself. */
export interface ConsentRecord {
  /** Random, new with each record. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly givenAt: number;
  /** When the answer stops counting, in milliseconds since 1970. */
  readonly expiresAt: number;
  readonly policyVersion: string;
  readonly event: ConsentEvent;
  readonly method: ConsentMethod;
  /** The language in which the question was asked, BCP 47. */
  readonly language: string;
  /** The signals that the browser sent at that moment. */
  readonly signals: PrivacySignals;
  readonly choices: Choices;
  /**
   * Fingerprints of what was asked, per answered name: a purpose's words, legal basis and services; what the purposes
   * of a service say.
   */
  readonly revisions: Readonly<Record<string, string>>;
}

export interface PrivacySignals {
  readonly dnt: boolean;
  readonly gpc: boolean;
}

export type Cause = 'start' | 'choice' | 'signal' | 'other-tab' | 'restored' | 'expired' | 'api';

/** Everything that is known, frozen. */
export interface ConsentState {
  readonly status: 'undecided' | 'decided';
  readonly model: ConsentModel;
  readonly region: string | null;
  readonly purposes: Readonly<Record<string, boolean>>;
  readonly services: Readonly<Record<string, boolean>>;
  readonly decisions: Readonly<Record<string, Decision>>;
  readonly signals: PrivacySignals;
  readonly record: ConsentRecord | null;
}

/** The visitor's machine-readable copy, with the field names of ISO/IEC TS 27560:2023. */
export interface ConsentReceipt {
  readonly schema_version: string;
  readonly receipt_id: string;
  readonly record_id: string | null;
  readonly language: string;
  readonly privacy_notice: string;
  readonly policy_version: string;
  readonly controller: string;
  readonly storage_location: string;
  readonly withdrawal_method: string;
  readonly event: {
    readonly type: ConsentEvent | null;
    readonly method: ConsentMethod | null;
    readonly time: string | null;
    readonly valid_until: string | null;
  };
  readonly privacy_signals: PrivacySignals;
  readonly purposes: readonly {
    readonly purpose: string;
    readonly title: string;
    readonly description: string;
    readonly lawful_basis: LegalBasis;
    readonly allowed: boolean;
    readonly reason: Reason;
    readonly services: readonly {
      readonly service: string;
      readonly title: string;
      readonly allowed: boolean;
      readonly recipient: string | null;
      readonly country: string | null;
      readonly retention: string | null;
      readonly policy: string | null;
    }[];
  }[];
}

// ───────────────────────────── the handle ─────────────────────────────

/**
 * Every error and warning has a code; the README lists them all with their fixes.
 * `config-*` come at the start, the others while the page lives.
 */
export type ErrorCode =
  | 'config-invalid'
  | 'config-ignored'
  | 'second-copy'
  | 'signal-locked'
  | 'storage-failed'
  | 'chunk-failed'
  | 'listener-failed'
  | 'unknown-name'
  | 'bad-expression'
  | 'bad-url'
  | 'not-inert'
  | 'tag-failed'
  | 'tag-timeout'
  | 'late-write'
  | 'sweep-failed'
  | 'region-failed'
  | 'records-failed';

/** A report of something that went wrong without stopping the page. */
export interface ConsentError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly element?: Element;
}

export interface ConsentEvents {
  change: (state: ConsentState, detail: { readonly before: ConsentState | null; readonly cause: Cause }) => void;
  show: (view: View) => void;
  hide: () => void;
  error: (error: ConsentError) => void;
}

export type View = 'banner' | 'preferences';

/** `window.commsorConsent`, and what `createConsent` returns. Frozen. */
export interface CommsorConsent {
  readonly version: string;
  /** Resolves once configuration, signals and stored choice are known. */
  readonly ready: Promise<ConsentState>;
  /** Resolves once the visitor, or a signal, has answered. */
  readonly decided: Promise<ConsentState>;
  /** The state now, frozen. */
  get(): ConsentState;
  /**
   * Whether a purpose, a service, or an expression as in `data-consent` is allowed. Never throws: what is unknown is
   * not allowed.
   */
  allows(name: string): boolean;
  /** The decision on one name and its reason. */
  explain(name: string): Decision;
  /** Resolves once `name` (or an expression) is allowed. */
  when(name: string): Promise<void>;
  /** Listen; returns the undo. `change` replays the present state at once. */
  on<E extends keyof ConsentEvents>(event: E, listener: ConsentEvents[E]): () => void;
  /** A signal that aborts when `name` is withdrawn; already aborted while it is not allowed. */
  abortSignal(name: string): AbortSignal;
  /** Calls `teardown` each time `name` loses its permission; returns the undo. */
  onWithdraw(name: string, teardown: () => void): () => void;
  /** Allow names, by default everything optional. Rejects with a `TypeError` on unknown names. */
  grant(names?: string[]): Promise<ConsentState>;
  /** Refuse names, by default everything optional. Rejects with a `TypeError` on unknown names. */
  deny(names?: string[]): Promise<ConsentState>;
  /** The same as `deny`; the recorded event follows from the transition. */
  withdraw(names?: string[]): Promise<ConsentState>;
  /** Object to legitimate-interest purposes. Rejects with a `TypeError` on any other name. */
  object(names: string[]): Promise<ConsentState>;
  /** Default: the banner while undecided, else the preferences. */
  show(view?: View): Promise<void>;
  hide(): void;
  /** The visitor's machine-readable copy. */
  receipt(): Promise<ConsentReceipt>;
  /** Forget everything stored, relock, ask again. */
  erase(): Promise<void>;
  /** Look for tagged elements under `root`, for example in an open shadow root, now and as they come. */
  scan(root?: ParentNode): void;
  /** The panel that answers "why does this tag (not) run?". */
  debug(): Promise<void>;
  /** Remove listeners, observer, element and the global name. */
  destroy(): void;
}

declare global {
  interface Window {
    commsorConsent?: CommsorConsent;
    commsorConsentConfig?: ConsentConfig;
    /** Left by the inline snippet, see src/snippet.ts. */
    commsorConsentSnippet?: { allows(expression: string, element: Element): boolean };
    commsorConsentReady?: { push(...listeners: ((consent: CommsorConsent) => void)[]): number };
  }
  interface DocumentEventMap {
    'commsor-consent': CustomEvent<{ before: ConsentState | null; after: ConsentState; cause: Cause }>;
  }
}

// ───────────────────────────── texts ─────────────────────────────

/** One form per plural category of the language (`Intl.PluralRules`); `{n}` is the number. `other` is always there. */
export type Plural = { other: string } & Partial<Record<'zero' | 'one' | 'two' | 'few' | 'many', string>>;

/** Every word that a visitor reads. `{name}` stands for what the sentence is about. */
export interface Texts {
  banner: {
    title: string;
    body: string;
    /** The link to the policy; its text names privacy. */
    policy: string;
    accept: string;
    reject: string;
    preferences: string;
    /** Said before what is new when only part of the question is asked again. */
    news: string;
    /** Closes the notice that the policy changed. */
    ok: string;
  };
  preferences: {
    title: string;
    intro: string;
    save: string;
    close: string;
    /** Instead of a switch, for what the site needs. */
    alwaysOn: string;
    services: Plural;
    /** Headings of the services' table. */
    service: string;
    provider: string;
    country: string;
    retention: string;
    policy: string;
    cookies: string;
    search: string;
    noMatch: string;
    /** Marks a purpose that is new or has changed. */
    new: string;
    /** A legitimate-interest purpose: it runs unless the visitor objects. */
    legitimateInterest: string;
  };
  purposes: Record<'necessary' | 'preferences' | 'analytics' | 'marketing', { title: string; description: string }>;
  signals: {
    /** "Your browser sends Do Not Track." */
    dnt: string;
    /** "Your browser sends Global Privacy Control." */
    gpc: string;
    /** "Your opt-out request was honoured." */
    honoured: string;
    /** Why switches are locked under Do Not Track. */
    locked: string;
    /** What turning a purpose on does under Global Privacy Control. */
    override: string;
  };
  placeholder: {
    /** `{name}` is the service or the host. */
    title: string;
    /** `{purpose}` is the title of the purpose. */
    body: string;
    once: string;
    always: string;
  };
  status: {
    /** After saving. */
    saved: string;
  };
  reopen: {
    /** Accessible name of the control that leads back. */
    label: string;
  };
}

/** A language as its chunk exports it. */
export interface Language {
  /** BCP 47. */
  readonly tag: string;
  readonly dir: 'ltr' | 'rtl';
  readonly texts: Texts;
}
