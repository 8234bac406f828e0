import { expect, test } from 'vitest';
import type { ConsentState, Decision } from '../../src/api.ts';
import { createNaming } from '../../src/debug/naming.ts';
import { type Contacts, type Permission, withContact } from '../../src/proof/contacts.ts';
import { configOf } from '../support/configurations.ts';

const config = configOf({
  purposes: { analytics: {}, orders: { title: 'Orders', legalBasis: 'contract' } },
  services: {
    atlas: { title: 'Atlas', purposes: ['analytics'], match: ['atlas.example'] },
    post: { title: 'Post', purposes: ['orders'], match: ['post.example'] },
  },
});
const table = {
  counter: { title: 'Counter', purposes: ['analytics'], match: ['counter.example'] },
  ads: { title: 'Ads', purposes: ['marketing'], match: ['ads.example'] },
};
const known = { config, table, naming: createNaming(config, table, 'www.shop.example') };

const yes: Decision = { allowed: true, reason: 'choice' };
const no: Decision = { allowed: false, reason: 'choice' };
const always: Decision = { allowed: true, reason: 'necessary' };
const stateOf = (analytics: Decision, atlas = analytics): ConsentState => ({
  status: 'decided',
  model: 'opt-in',
  region: null,
  purposes: {},
  services: {},
  decisions: { necessary: always, analytics, atlas, orders: always, post: always },
  signals: { dnt: false, gpc: false },
  record: null,
});

type Visit = readonly [address: string, state: ConsentState, isOnce?: boolean];
const seen = (...visits: readonly Visit[]) => [
  ...visits
    .reduce<Contacts>(
      (contacts, [address, state, isOnce = false]) => withContact(contacts, new URL(address), state, isOnce, known),
      new Map(),
    )
    .values(),
];

test.each([
  'https://www.shop.example/a.js',
  'https://static.shop.example/a.js',
  'data:text/plain,a',
  'blob:https://x/1',
])('%s is no third party', (address) => {
  expect(seen([address, stateOf(no)])).toEqual([]);
});

test.each<{ what: string; address: string; state: ConsentState; isOnce?: boolean; told: [string, Permission] }>([
  { what: 'allowed', address: 'https://atlas.example/', state: stateOf(yes), told: ['Atlas', 'allowed'] },
  { what: 'refused by itself', address: 'https://atlas.example/', state: stateOf(yes, no), told: ['Atlas', 'refused'] },
  { what: 'always on', address: 'https://post.example/', state: stateOf(no), told: ['Post', 'necessary'] },
  {
    what: 'let in by the visitor',
    address: 'https://atlas.example/',
    state: stateOf(no),
    isOnce: true,
    told: ['Atlas', 'once'],
  },
  {
    what: 'known to the table',
    address: 'https://counter.example/',
    state: stateOf(yes),
    told: ['Counter', 'allowed'],
  },
  { what: 'of no purpose here', address: 'https://ads.example/', state: stateOf(yes), told: ['Ads', 'unlisted'] },
  { what: 'known to nobody', address: 'wss://stranger.example/', state: stateOf(yes), told: ['', 'unlisted'] },
])('a service that is $what', ({ address, state, isOnce, told }) => {
  expect(seen([address, state, isOnce]).map(({ title, permission }) => [title, permission])).toEqual([told]);
});

test('each is told once, with all its hosts, and by the worse of what it was asked for', () => {
  const contacts = seen(
    ['https://a.atlas.example/1', stateOf(yes)],
    ['https://b.atlas.example/2', stateOf(no)],
    ['https://a.atlas.example/3', stateOf(yes)],
    ['https://stranger.example/1', stateOf(yes)],
    ['https://stranger.example/2', stateOf(no)],
  );
  expect(contacts).toEqual([
    { title: 'Atlas', hosts: ['a.atlas.example', 'b.atlas.example'], purposes: ['analytics'], permission: 'refused' },
    { title: '', hosts: ['stranger.example'], purposes: [], permission: 'unlisted' },
  ]);
});
