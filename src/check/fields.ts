import type {
  PolicyVersion,
  BlockRule,
  ConsentConfig,
  ConsentModel,
  ControllerConfig,
  GoogleConfig,
  GoogleConsentType,
  MigrateConfig,
  PolicyConfig,
  PrivacySignal,
  PurposeConfig,
  RecordsConfig,
  RegionRule,
  ReopenConfig,
  ServiceConfig,
  SignalPolicy,
  StorageConfig,
  StorageKeys,
  Texts,
  TransferConfig,
  UiConfig,
} from '../api.ts';
import type { Kind } from './kinds.ts';

/** What there is where a site names no purposes of its own. */
export const DEFAULT_PURPOSES: readonly string[] = [
  'necessary',
  'preferences',
  'analytics',
  'marketing',
] satisfies (keyof Texts['purposes'])[];

const MODELS = ['opt-in', 'opt-out', 'notice'] satisfies ConsentModel[];
const GOOGLE_TYPES = [
  'ad_storage',
  'ad_user_data',
  'ad_personalization',
  'analytics_storage',
  'functionality_storage',
  'personalization_storage',
  'security_storage',
] satisfies GoogleConsentType[];
/** The tools that src/compat/tools.ts knows, and the marks by which it knows some of them. */
export const TOOLS: readonly string[] = [
  'vanilla-cookieconsent',
  'klaro',
  'orejime',
  'cookiebot',
  'onetrust',
  'cookieyes',
  'osano',
  'complianz',
  'iubenda',
  'usercentrics',
  'termly',
  'tarteaucitron',
  'axeptio',
];
const MARKS = ['data-category', 'data-name', 'data-cookieconsent', 'optanon-category', 'data-cookieyes'];

/**
 * What stands at which path: `*` is any name, `#` an entry of a list. The texts have a table of their own, see
 * texts.ts.
 */
interface Shapes {
  '': ConsentConfig;
  policy: PolicyConfig;
  controller: ControllerConfig;
  purposes: { '*': PurposeConfig };
  'purposes.*': PurposeConfig;
  services: { '*': ServiceConfig };
  'services.*': ServiceConfig;
  'services.*.transfer': TransferConfig;
  'services.*.storageKeys': StorageKeys;
  signals: Record<PrivacySignal, SignalPolicy>;
  'signals.*': SignalPolicy;
  'policy.history.#': PolicyVersion;
  'regions.#': RegionRule;
  storage: StorageConfig;
  'block.#': BlockRule;
  migrate: MigrateConfig;
  'migrate.names': { '*': string };
  ui: UiConfig;
  'ui.reopen': ReopenConfig;
  google: GoogleConfig;
  'google.map': { '*': GoogleConsentType[] };
  records: RecordsConfig;
}

/** Every field with its kind; one that is not here is a slip of the pen. The compiler keeps it equal to the types. */
export const FIELDS: { readonly [Path in keyof Shapes]: Readonly<Record<keyof Shapes[Path], Kind>> } = {
  '': {
    policy: 'an object',
    controller: 'an object',
    purposes: 'an object',
    services: 'an object, or a list of ids',
    model: MODELS,
    regions: '"recommended" or a list',
    region: 'a string or a function',
    audience: '"minor" or a function',
    signals: 'an object',
    storage: 'an object',
    block: 'a list',
    blockMode: ['enforce', 'report'],
    compat: { each: [...TOOLS, ...MARKS] },
    migrate: 'an object',
    onWithdraw: ['reload-if-ran', 'keep'],
    language: 'a string',
    texts: 'an object',
    ui: 'an object',
    google: 'true, false or an object',
    records: 'an object',
    base: 'an http(s) address or a path',
    timeout: 'a number of milliseconds',
  },
  policy: {
    url: 'an http(s) address or a path',
    version: 'a string',
    changes: 'a string',
    effective: 'a date such as "2026-11-28"',
    history: 'a list',
  },
  'policy.history.#': { version: 'a string', effective: 'a date such as "2026-11-28"', changes: 'a string' },
  controller: {
    name: 'a string',
    address: 'a string',
    email: 'an e-mail address',
    dataProtectionOfficer: 'a string',
    authority: 'a web address such as "https://edpb.europa.eu"',
  },
  purposes: { '*': 'an object' },
  'purposes.*': {
    title: 'a string',
    description: 'a string',
    legalBasis: ['consent', 'legitimate-interest', 'contract', 'legal-obligation', 'strictly-necessary'],
    default: 'true or false',
    sells: 'true or false',
    shares: 'true or false',
  },
  services: { '*': 'an object' },
  'services.*': {
    title: 'a string',
    purposes: 'a list of strings',
    provider: 'a string',
    policyUrl: 'an http(s) address or a path',
    country: 'a string',
    transfer: 'an object',
    role: ['processor', 'controller', 'joint-controller'],
    dataCategories: 'a list of strings',
    retention: 'a string',
    cookies: 'a list of cookie names',
    storageKeys: 'an object',
    globals: 'a list of strings',
    rerun: 'true or false',
    match: 'a list of hosts such as "example.com" or "example.com/sdk/"',
  },
  'services.*.transfer': { country: 'a string', safeguard: 'a string' },
  'services.*.storageKeys': {
    local: 'a list of strings',
    session: 'a list of strings',
    indexedDB: 'a list of strings',
    caches: 'a list of strings',
  },
  signals: { dnt: 'an object', gpc: 'an object' },
  'signals.*': { applies: '"all" or a list of purposes', override: ['never', 'explicit'] },
  'regions.#': { regions: 'a list of strings', model: MODELS, exempt: 'a list of strings' },
  storage: {
    name: 'letters, digits, _ and - only',
    domain: 'a string',
    path: 'a string',
    sameSite: ['lax', 'strict', 'none'],
    days: 'a number of days from 1 to 395',
    rejectDays: 'a number of days from 1 to 395',
  },
  'block.#': {
    match: 'a host such as "example.com" or "example.com/sdk/", or a list of them',
    globals: 'a list of strings',
    consent: 'a string',
  },
  migrate: { names: 'an object', grants: 'a list of strings' },
  'migrate.names': { '*': 'a string' },
  ui: {
    layout: ['box', 'bar', 'modal'],
    position: ['bottom-start', 'bottom-end', 'top-start', 'top-end', 'bottom', 'top'],
    theme: ['auto', 'light', 'dark'],
    accent: 'a string',
    reopen: 'true, false or an object',
    headless: 'true or false',
  },
  'ui.reopen': {
    position: ['bottom-start', 'bottom-end'],
    offset: 'two CSS lengths, like ["16px", "80px"]',
    label: 'a string',
  },
  google: { map: 'an object', dataLayer: 'a string', waitForUpdate: 'a number of milliseconds' },
  'google.map': { '*': { each: GOOGLE_TYPES } },
  records: { endpoint: 'an http(s) address or a path' },
};
