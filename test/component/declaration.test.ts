import { within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { ConsentConfig } from '../../src/api.ts';
import { lazily } from '../../src/lazily.ts';
import type { Chunks, PartNeeds, Prompt } from '../../src/lazy.ts';
import { createStoredRecords } from '../../src/stored-record.ts';
import { createScreen } from '../../src/screen.ts';
import { createStore } from '../../src/store.ts';
import { start } from '../../src/ui/declaration/index.ts';
import { configOf } from '../support/configurations.ts';
import { recordOf } from '../support/records.ts';

afterEach(() => {
  document.body.replaceChildren();
  document.documentElement.lang = '';
});

const services: ConsentConfig['services'] = {
  counter: {
    title: 'Counter',
    purposes: ['analytics'],
    provider: 'Example Inc.',
    role: 'processor',
    country: 'EE',
    transfer: { country: 'US', safeguard: 'Data Privacy Framework' },
    dataCategories: ['IP address'],
    retention: '6 months',
    cookies: ['_c', { name: '_c_*', path: '/' }],
    storageKeys: { local: ['counter*'], indexedDB: ['counter-db'] },
    policyUrl: 'https://counter.example/privacy',
  },
  pay: { title: 'Pay', purposes: ['necessary'] },
};
const usual: Partial<ConsentConfig> = {
  purposes: { analytics: { sells: true } },
  services,
  controller: { name: 'Acme' },
};

/** A page with an element that asks for the declaration, and the part that serves it. */
async function show(wanted: Partial<ConsentConfig> = usual, signals = { dnt: false, gpc: false }) {
  document.body.innerHTML = '<h2>Cookies</h2><div data-consent-declaration><p>A copy</p></div><h4>Contact</h4>';
  const target = document.querySelector('div')!;
  const store = createStore({ config: configOf(wanted), signals, record: null });
  const load = async <Name extends keyof Chunks>(name: Name) =>
    (await import('../../src/later-parts.ts')).loadLaterPart(name);
  const nobody = lazily<Prompt>(store.life, () => Promise.reject(new Error('nobody is asked')));
  const screen = createScreen(store, () => nobody);
  const needs: PartNeeds = { store, screen, load, stored: createStoredRecords(store.config.storage) };
  const part = start(needs);
  part.show(target);
  const root = target.shadowRoot as unknown as HTMLElement;
  const ui = within(root);
  await vi.waitFor(() => expect(root.querySelector('section')).toBeTruthy());
  return { part, store, target, root, ui };
}

const rowsOf = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row')
    .map(({ textContent }) => textContent);
const states = (root: HTMLElement) => [...root.querySelectorAll('[part=state]')].map(({ textContent }) => textContent);

test('every purpose is a heading below the one before, with its words, what it rests on, and what holds', async () => {
  const { root, ui } = await show();

  expect(ui.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
    'Necessary',
    'Analytics',
  ]);
  expect(root.textContent).toContain(
    'Counts visits so that we can improve pages. Runs only with your consent. Data is sold to others.',
  );
  expect(states(root)).toEqual(['Always on', 'Always on', 'Always on', 'Not allowed', 'Not allowed']);
  expect(ui.getByText('You have not answered yet.')).toBeTruthy();
});

test('every service is a table with all that the site says of it', async () => {
  const { ui } = await show();

  expect(rowsOf(ui.getByRole('table', { name: 'Counter Not allowed' }))).toEqual([
    'ProviderExample Inc., Processor',
    'CountryEstonia, United States, Data Privacy Framework',
    'Data usedIP address',
    'Kept for6 months',
    'Cookies_c, _c_*',
    'Storagecounter* (localStorage), counter-db (IndexedDB)',
    'Privacy policycounter.example',
  ]);
  expect(ui.getByRole('link').getAttribute('href')).toBe('https://counter.example/privacy');
});

test('our own cookie is named, with how long it is kept', async () => {
  const { ui } = await show();

  expect(rowsOf(ui.getByRole('table', { name: 'Privacy preferences Always on' }))).toEqual([
    'ProviderAcme',
    'Kept for182 days',
    'Cookiescommsor_consent',
  ]);
});

test('an answer changes what is said, and nothing else: what had the focus keeps it', async () => {
  const { store, root, ui } = await show();
  const button = ui.getByRole('button', { name: 'Privacy preferences' });
  const heading = ui.getByRole('heading', { name: 'Analytics' });
  button.focus();

  // As the core tells the listeners of a page.
  store.follow('listeners', ({ before, after, cause }) =>
    store.tell('change', (listener) => listener(after, { before, cause })),
  );
  void store.commit(recordOf({ analytics: 'granted' }, { givenAt: Date.now(), expiresAt: Date.now() + 1e9 }), 'choice');

  await vi.waitFor(() => expect(states(root).slice(3)).toEqual(['Allowed', 'Allowed']));
  expect(root.textContent).toContain('Answered on');
  expect((root as unknown as ShadowRoot).activeElement).toBe(button);
  expect(ui.getByRole('heading', { name: 'Analytics' })).toBe(heading);
});

test('where a signal decides it is named', async () => {
  const { root } = await show(usual, { dnt: true, gpc: false });

  expect(states(root)[3]).toBe('Not allowed · Your browser sends Do Not Track. Your opt-out request was honoured.');
});

test('a policy that is no web address is no link', async () => {
  const { root } = await show({
    services: { x: { title: 'X', purposes: ['analytics'], policyUrl: 'javascript:alert(1)' } },
  });

  expect(root.querySelector('a')).toBeNull();
});

test('what the author put in stays as it was, and is seen again when all ends', async () => {
  const { part, target, root } = await show();

  expect(target.innerHTML).toBe('<p>A copy</p>');
  expect(root.querySelector('slot')).toBeNull();
  part.stop();
  expect(root.querySelector('slot')).toBeTruthy();
  expect(root.querySelector('section')).toBeNull();
});

test('when the page changes its language, so does what is said', async () => {
  const { ui } = await show();

  document.documentElement.lang = 'de';

  await vi.waitFor(() => expect(ui.getByRole('heading', { name: 'Statistik' })).toBeTruthy());
});
