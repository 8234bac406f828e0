import { readConfig } from '../../src/model/config.ts';
import type { ConsentConfig } from '../../src/api.ts';
import type { Config } from '../../src/model/config.ts';

/** A checked configuration: the four default purposes, and what a test wants otherwise. */
export const configOf = (wanted: Partial<ConsentConfig> = {}): Config =>
  readConfig({ policy: { url: '/privacy' }, ...wanted });

/** A configuration that a careful site would write: nothing in it is wrong or in doubt. */
export const carefulConfig = {
  policy: { url: 'https://site.example/privacy', version: '3', changes: 'We added a map.' },
  purposes: {
    analytics: { title: 'Statistics', description: 'Counts visits.' },
    security: { title: 'Security', description: 'Keeps fraud out.', legalBasis: 'legitimate-interest' },
    marketing: { sells: false, shares: true },
  },
  services: {
    maps: {
      title: 'Maps',
      purposes: ['marketing'],
      provider: 'Maps Ltd',
      policyUrl: 'https://maps.example/privacy',
      role: 'joint-controller',
      country: 'IE',
      transfer: { country: 'US', safeguard: 'Data Privacy Framework' },
      dataCategories: ['IP address', 'position'],
      retention: '1 day',
      cookies: ['_map_*', { name: 'm', path: '/', domain: 'site.example' }],
      storageKeys: { local: ['map-*'] },
      match: ['maps.example'],
    },
  },
  model: 'opt-in',
  region: 'DE',
  regions: [
    { regions: ['DE', 'FR'], model: 'opt-in' },
    { regions: ['*'], model: 'notice' },
  ],
  signals: { dnt: { applies: 'all', override: 'never' }, gpc: { applies: ['marketing'], override: 'explicit' } },
  storage: { name: 'choice', domain: 'auto', path: '/', sameSite: 'lax', days: 182, rejectDays: 182 },
  block: [{ match: 'ads.example', consent: 'marketing' }],
  blockMode: 'enforce',
  compat: ['data-category'],
  onWithdraw: 'keep',
  language: 'de',
  texts: { banner: { title: 'Hello' } },
  ui: {
    layout: 'bar',
    position: 'top',
    theme: 'dark',
    accent: '#8ab4f8',
    reopen: { label: 'Privacy' },
    headless: false,
  },
  google: { map: { analytics: ['analytics_storage'] } },
  records: { endpoint: '/consents' },
  timeout: 2000,
} as const;
