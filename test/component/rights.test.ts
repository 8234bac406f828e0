import { fireEvent, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { mount } from '../../src/ui/preferences/index.tsx';
import de from '../../src/ui/texts/de.ts';
import { createContext, necessary, purpose, record } from './view-context.ts';

// Or the first press takes as long as the part takes to compile.
await import('../../src/ui/rights/index.ts');

afterEach(() => document.body.replaceChildren());

const security = purpose('security', { title: 'Security', legalBasis: 'legitimate-interest' });
const DAY = 864e5;
const PROOF = 'Third parties that this page has contacted so far';

function show(scene: Parameters<typeof createContext>[0] = {}) {
  const made = createContext(scene);
  mount(made.context);
  const root = made.context.root as unknown as HTMLElement;
  const section = root.querySelector<HTMLElement>('section')!;
  const ui = within(section);
  return {
    ...made,
    ui,
    rows: () => ui.getAllByRole('row').map((row) => [...row.children].map((cell) => cell.textContent)),
    press: (name: string, detail = 1) => fireEvent.click(ui.getByRole('button', { name }), { detail }),
    buttons: () => ui.getAllByRole('button').map(({ textContent }) => textContent),
    said: () => ui.getByRole('status').textContent,
  };
}

const answered = {
  record: record({
    id: 'k3y',
    givenAt: Date.UTC(2026, 10, 28, 10, 2, 11),
    expiresAt: Date.UTC(2027, 4, 29),
    choices: { preferences: 'granted', analytics: 'granted', marketing: 'denied' },
  }),
  decisions: {
    preferences: { allowed: true, reason: 'choice' },
    analytics: { allowed: true, reason: 'choice' },
    marketing: { allowed: false, reason: 'choice' },
  },
  pending: [],
} satisfies Parameters<typeof createContext>[0];

test('says plainly that nothing was answered, and what may be done', () => {
  const { ui, rows, buttons } = show();
  expect(ui.getByText('You have not answered yet.')).toBeTruthy();
  expect(rows()).toEqual([['Kept in the cookie', 'commsor_consent (182 days)']]);
  expect(buttons()).toEqual(['Download a copy', 'Forget everything']);
});

test('says that only a signal decided', () => {
  const { ui } = show({ signals: { dnt: true }, pending: [] });
  expect(ui.getByText('You have not answered. The signal of your browser decides.')).toBeTruthy();
});

test('tells when and what was answered, until when it counts, and its id', () => {
  const { rows, buttons, ui } = show(answered);
  const facts = Object.fromEntries(rows());
  expect(facts).toMatchObject({
    'You allowed': 'Functional and Analytics',
    'You refused': 'Marketing',
    'Number for support': 'k3y',
  });
  expect(facts['Answered on']).toMatch(/^November 28, 2026 at .*11/);
  expect(facts['Counts until']).toMatch(/May\u00a02[89],\u00a02027/);
  expect(ui.getByText(/^November/).getAttribute('datetime')).toBe('2026-11-28T10:02:11.000Z');
  expect(buttons()).toEqual(['Download a copy', 'Withdraw consent', 'Forget everything']);
});

test.each([
  { region: 'DE-BY', said: undefined, shown: 'www.bfdi.bund.de' },
  { region: 'CA-QC', said: undefined, shown: 'www.cai.gouv.qc.ca' },
  { region: 'FR', said: 'https://authority.example/', shown: 'authority.example' },
])('names the authority of $region, unless the site says another ($said)', async ({ region, said, shown }) => {
  const { rows } = show({ region, controller: { name: 'Acme Ltd', authority: said } });
  await vi.waitFor(() => expect(Object.fromEntries(rows())).toMatchObject({ 'Supervisory authority': shown }));
});

test.each([undefined, 'ZZ'])('names none where nobody knows one: %s', async (region) => {
  const { rows } = show({ region });
  await import('../../src/regions/authorities.ts');
  expect(Object.fromEntries(rows())).not.toHaveProperty('Supervisory authority');
});

test('names who is responsible, with links that lead there and nowhere else', () => {
  const { rows, ui } = show({
    controller: {
      name: 'Acme Ltd',
      address: '1 Lane\nTown',
      email: 'privacy@acme.example',
      dataProtectionOfficer: 'Ms Doe',
      authority: 'https://authority.example/complain',
    },
  });
  expect(Object.fromEntries(rows())).toMatchObject({
    Responsible: 'Acme Ltd\n1 Lane\nTownprivacy@acme.example',
    'Data protection officer': 'Ms Doe',
    'Supervisory authority': 'authority.example',
  });
  expect(ui.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    'mailto:privacy@acme.example',
    'https://authority.example/complain',
    `${location.href}?consent-proof=`,
  ]);
});

test('the proof of whom the page contacts is this very page, wherever a <base> leads', () => {
  history.replaceState(null, '', '/shop?id=5#top');
  document.head.innerHTML = '<base href="https://elsewhere.example/">';
  const { ui } = show();
  const link = ui.getByRole('link', { name: PROOF }) as HTMLAnchorElement;
  expect(link.href).toBe(`${location.origin}/shop?id=5&consent-proof=#top`);
  // What is turned and not saved stays where it is.
  expect(link.target).toBe('_blank');
  document.head.replaceChildren();
});

test('a withdrawal denies what was granted, in place, and is told', async () => {
  const { press, said, context, happened } = show(answered);
  press('Withdraw consent');
  await waitFor(() => expect(said()).toBe('Withdrawn. You can change this at any time.'));
  expect(context.take).toHaveBeenCalledWith({ preferences: 'denied', analytics: 'denied' }, 'preferences');
  expect(happened).toEqual(['take']);
});

test('one objects to what runs on a legitimate interest, and not to what was granted', async () => {
  const { press, said, context } = show({
    purposes: [necessary, purpose('analytics'), security],
    decisions: {
      analytics: { allowed: true, reason: 'choice' },
      security: { allowed: true, reason: 'default' },
    },
  });
  press('Object: Security');
  await waitFor(() => expect(said()).toBe('Objected. You can change this at any time.'));
  expect(context.take).toHaveBeenCalledWith({ security: 'denied' }, 'preferences');
});

test('what was objected to has no button any more', () => {
  const { buttons } = show({
    purposes: [necessary, security],
    decisions: { security: { allowed: false, reason: 'objection' } },
  });
  expect(buttons()).toEqual(['Download a copy', 'Forget everything']);
});

test('everything is forgotten with a second press, which a double click is not', async () => {
  const { press, said, buttons, happened } = show(answered);
  press('Forget everything');
  expect(said()).toMatch(/^This deletes/);
  await waitFor(() => expect(buttons()).toEqual(['Yes, forget everything', 'Cancel']));

  press('Yes, forget everything', 2);
  expect(happened).toEqual([]);

  press('Yes, forget everything');
  await waitFor(() => expect(said()).toBe('Everything is forgotten.'));
  expect(happened).toEqual(['erase']);
});

test('who cancels has forgotten nothing', async () => {
  const { press, said, buttons, happened } = show(answered);
  const before = buttons();
  press('Forget everything');
  await waitFor(() => expect(buttons()).toContain('Cancel'));
  press('Cancel');
  await waitFor(() => expect(buttons()).toEqual(before));
  expect([said(), happened]).toEqual(['', []]);
});

test('what did not work is told', async () => {
  const { context, press, said } = show(answered);
  context.take.mockRejectedValue(new Error('no'));
  press('Withdraw consent');
  await waitFor(() => expect(said()).toBe('That did not work. Please try again.'));
});

test('speaks the language of the preferences', () => {
  const { ui } = show({ language: de });
  expect(ui.getByRole('heading', { name: 'Ihre Rechte' })).toBeTruthy();
});

test('an objection is kept as long as the law lets us, and the cookie says so', () => {
  const { rows } = show({ purposes: [necessary, security], record: record({ expiresAt: Date.now() + DAY }) });
  expect(Object.fromEntries(rows())['Kept in the cookie']).toBe('commsor_consent (395 days)');
});

test('so is one to what a region exempts', () => {
  const { rows } = show({ regions: [{ regions: ['FR'], model: 'opt-in', exempt: ['analytics'] }] });
  expect(Object.fromEntries(rows())['Kept in the cookie']).toBe('commsor_consent (395 days)');
});

test.each([
  { legalBasis: 'consent', says: 'Runs only with your consent.' },
  { legalBasis: 'legitimate-interest', says: 'Runs on legitimate interest unless you object.' },
  { legalBasis: 'contract', says: 'Needed for a contract with you.' },
  { legalBasis: 'legal-obligation', says: 'Required by law.' },
  { legalBasis: 'strictly-necessary', says: 'Needed for what you ask of this site.' },
] as const)('a purpose that rests on $legalBasis says so', ({ legalBasis, says }) => {
  const isOptional = /consent|interest/.test(legalBasis);
  const { context } = show({ purposes: [purpose('orders', { title: 'Orders', legalBasis, isOptional })] });
  const row = within(context.root as unknown as HTMLElement).getByRole('listitem');
  expect(row.textContent).toContain(says);
  expect(!!within(row).queryByRole('switch')).toBe(isOptional);
});
