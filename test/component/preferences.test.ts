import { act, fireEvent, within } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import type { Language } from '../../src/api.ts';
import type { Service } from '../../src/model/config.ts';
import { mount } from '../../src/ui/preferences/index.tsx';
import de from '../../src/ui/texts/de.ts';
import en from '../../src/ui/texts/en.ts';
import ja from '../../src/ui/texts/ja.ts';
import { createContext, necessary, purpose, record } from './view-context.ts';

afterEach(() => document.body.replaceChildren());

const stats: Service = {
  id: 'stats',
  title: 'Visit counter',
  purposes: ['analytics'],
  provider: 'Counter OÜ',
  country: 'EE',
  retention: '14 months',
  cookies: ['_vc', { name: '_vc_*', path: '/' }],
  policyUrl: 'https://counter.example/privacy',
};
const replay: Service = { id: 'replay', title: 'Session replay', purposes: ['analytics', 'marketing'] };
const basket: Service = { id: 'basket', title: 'Basket', purposes: ['necessary'] };

function show(scene: Parameters<typeof createContext>[0] = {}) {
  const made = createContext(scene);
  const stop = mount(made.context);
  const root = made.context.root as unknown as HTMLElement;
  const ui = within(root);
  return {
    ...made,
    stop,
    ui,
    click: (name: string) => fireEvent.click(ui.getByRole('button', { name })),
    toggle: (value: string) => root.querySelector<HTMLInputElement>(`[part~="switch"][value="${value}"]`)!,
    openServices: (row: string) => {
      const details = [...root.querySelectorAll('li')]
        .find((item) => item.textContent?.startsWith(row))!
        .querySelector('details')!;
      void act(() => {
        details.open = true;
        details.dispatchEvent(new Event('toggle'));
      });
      return within(details);
    },
  };
}

const states = (inputs: HTMLElement[]) =>
  Object.fromEntries((inputs as HTMLInputElement[]).map(({ value, checked }) => [value, checked]));

test('is a dialog with a title and a switch per optional purpose', () => {
  const { ui } = show();

  expect(ui.getByRole('dialog', { name: 'Privacy preferences' })).toBeTruthy();
  expect(ui.getByRole('switch', { name: 'Analytics' }).getAttribute('value')).toBe('analytics');
  expect(states(ui.getAllByRole('switch'))).toEqual({ preferences: false, analytics: false, marketing: false });
});

test.each([
  { effective: '2026-11-28', shown: 'Privacy policy (November\u00a028,\u00a02026)' },
  { effective: undefined, shown: 'Privacy policy' },
  { effective: 'soon', shown: 'Privacy policy' },
])('a policy in force since $effective is linked as "$shown"', ({ effective, shown }) => {
  const { ui } = show({ policy: { effective } });

  const { textContent } = ui.getByRole('link', { name: 'Privacy policy' }).parentElement!;
  expect(textContent?.endsWith(shown)).toBe(true);
});

test('a service tells its provider’s role and where data goes on to; a purpose, that data is sold', () => {
  const { openServices, ui } = show({
    purposes: [necessary, purpose('analytics', { sells: true, shares: true })],
    services: [
      {
        ...stats,
        role: 'processor',
        transfer: { country: 'US', safeguard: 'Data Privacy Framework' },
        dataCategories: ['IP address', 'pages viewed'],
      },
    ],
  });

  const rows = openServices('Analytics').getAllByRole('row');
  expect(rows.map(({ textContent }) => textContent)).toEqual(
    expect.arrayContaining([
      'ProviderCounter OÜ, Processor',
      'CountryEstonia, United States, Data Privacy Framework',
      'Data usedIP address, pages viewed',
    ]),
  );
  expect(ui.getByText(/Data is sold to others. Data is shared with others for advertising.$/)).toBeTruthy();
});

test('data that stays in a country under a safeguard is told with that country once', () => {
  const transfer = { country: 'US', safeguard: 'Data Privacy Framework' };
  const { openServices } = show({ services: [{ ...stats, country: 'US', transfer }] });

  const told = openServices('Analytics').getByRole('row', { name: /^Country/ });
  expect(told.textContent).toBe('CountryUnited States, Data Privacy Framework');
});

test('what the site needs has words in place of a switch', () => {
  const { ui, toggle } = show();

  expect(toggle('necessary')).toBeNull();
  expect(ui.getByText('Always on')).toBeTruthy();
});

test('shows the answers given', () => {
  const { ui } = show({
    record: record(),
    decisions: { analytics: { allowed: true, reason: 'choice' }, marketing: { allowed: false, reason: 'choice' } },
  });

  expect(states(ui.getAllByRole('switch'))).toEqual({ preferences: false, analytics: true, marketing: false });
});

test('each switch is described by what its purpose is for', () => {
  const { context, toggle } = show();

  const why = context.root.getElementById(toggle('analytics').getAttribute('aria-describedby')!);
  expect(why?.textContent).toContain('Counts visits');
});

test('nothing is answered until it is saved; Save answers every optional purpose', () => {
  const { context, click, toggle, happened } = show();

  fireEvent.click(toggle('analytics'));
  expect(happened).toEqual([]);
  click('Save');

  expect(happened).toEqual(['answer']);
  expect(context.answer).toHaveBeenCalledExactlyOnceWith(
    { preferences: 'denied', analytics: 'granted', marketing: 'denied' },
    'preferences',
    'saved',
  );
});

test.each([
  { name: 'Accept all', choice: 'granted' },
  { name: 'Reject all', choice: 'denied' },
] as const)('$name answers for every optional purpose, whatever the switches show', ({ name, choice }) => {
  const { context, click, toggle } = show();

  fireEvent.click(toggle('analytics'));
  click(name);

  expect(context.answer).toHaveBeenCalledExactlyOnceWith(
    { preferences: choice, analytics: choice, marketing: choice },
    'preferences',
    undefined,
  );
});

test.each([
  { how: 'the close button', leave: ({ click }: ReturnType<typeof show>) => click('Close') },
  {
    how: 'Escape',
    leave: ({ ui }: ReturnType<typeof show>) => fireEvent.keyDown(ui.getByRole('dialog'), { key: 'Escape' }),
  },
  {
    how: 'a press beside the dialog',
    leave: ({ ui }: ReturnType<typeof show>) => {
      fireEvent.pointerDown(ui.getByRole('dialog'));
      fireEvent.click(ui.getByRole('dialog'));
    },
  },
])('$how closes and answers nothing; what is turned and not saved is said first', ({ leave }) => {
  const shown = show();
  const unsaved = () => shown.ui.queryByText('Your changes are not saved. Close again to discard them.');
  const turn = () => fireEvent.click(shown.toggle('analytics'));

  turn();
  turn();
  leave(shown);
  expect(shown.happened).toEqual(['close']);

  turn();
  leave(shown);
  expect(shown.happened).toEqual(['close']);
  expect(unsaved()?.role).toBe('status');
  turn();
  expect(unsaved()).toBeNull();
  turn();
  leave(shown);
  expect(shown.happened).toEqual(['close']);
  leave(shown);
  expect(shown.happened).toEqual(['close', 'close']);
  expect(shown.context.answer).not.toHaveBeenCalled();
});

test('selecting text that ends beside the dialog does not close it', () => {
  const { ui, happened } = show();

  fireEvent.pointerDown(ui.getByRole('heading', { name: 'Privacy preferences' }));
  fireEvent.click(ui.getByRole('dialog'));

  expect(happened).toEqual([]);
});

test('a service of several purposes has its switch where it is listed first, in whatever order it names them', () => {
  const { openServices } = show({ services: [{ ...replay, purposes: ['marketing', 'analytics'] }] });

  expect(openServices('Analytics').getAllByRole('switch', { name: 'Session replay' })).toHaveLength(1);
  expect(openServices('Marketing').queryByRole('switch')).toBeNull();
});

test('services are told on demand, with a switch each, and a table of what is known', () => {
  const { openServices, ui } = show({ services: [stats, basket] });
  expect(within(ui.getByRole('list')).queryByRole('table')).toBeNull();

  const services = openServices('Analytics');

  expect(services.getByText('Visit counter', { selector: 'summary' })).toBeTruthy();
  expect(services.getByRole('switch', { name: 'Visit counter' })).toBeTruthy();
  const rows = services.getAllByRole('row').map((row) => row.textContent);
  expect(rows).toEqual([
    'Visit counter',
    'ProviderCounter OÜ',
    'CountryEstonia',
    'Kept for14 months',
    'Cookies_vc, _vc_*',
    'Privacy policycounter.example',
  ]);
  expect(services.getByRole('link', { name: 'counter.example' }).getAttribute('href')).toBe(
    'https://counter.example/privacy',
  );
});

test('a service that the site needs has no switch', () => {
  const { openServices } = show({ services: [basket] });

  expect(openServices('Necessary').queryByRole('switch')).toBeNull();
});

test('a service with two purposes is listed under both and has one switch', () => {
  const { openServices, context } = show({ services: [replay] });

  openServices('Analytics');
  const marketing = openServices('Marketing');

  expect(marketing.getByText('Session replay', { selector: 'th *' })).toBeTruthy();
  expect(context.root.querySelectorAll('[value="replay"]')).toHaveLength(1);
});

test('a service follows its purpose until it is turned itself, and only then is part of the answer', () => {
  const { openServices, toggle, click, context } = show({ services: [stats] });
  openServices('Analytics');

  fireEvent.click(toggle('analytics'));
  expect(toggle('stats').checked).toBe(true);
  fireEvent.click(toggle('stats'));
  expect(toggle('analytics').checked).toBe(true);
  click('Save');

  expect(context.answer).toHaveBeenCalledExactlyOnceWith(
    { preferences: 'denied', analytics: 'granted', marketing: 'denied', stats: 'denied' },
    'preferences',
    'saved',
  );
});

test('under a signal that no choice beats, switches are off and locked, with the reason', () => {
  const bySignal = { allowed: false, reason: 'signal', signal: 'dnt' } as const;
  const { ui, toggle, context } = show({
    services: [stats],
    signals: { dnt: true },
    decisions: { preferences: bySignal, analytics: bySignal, marketing: bySignal },
  });

  for (const input of ui.getAllByRole<HTMLInputElement>('switch')) {
    expect(input.checked).toBe(false);
    expect(input.disabled).toBe(true);
  }
  const reasons = toggle('analytics')
    .getAttribute('aria-describedby')!
    .split(' ')
    .map((id) => context.root.getElementById(id)?.textContent);
  expect(reasons).toContain(
    'Your browser sends Do Not Track. While it does, these switches stay off. Your opt-out request was honoured.',
  );
  expect(ui.getByRole<HTMLButtonElement>('button', { name: 'Accept all' }).disabled).toBe(true);
  expect(ui.getByRole<HTMLButtonElement>('button', { name: 'Reject all' }).disabled).toBe(false);
});

test('Accept all asks for nothing that a signal locks', () => {
  const { click, context } = show({
    purposes: [
      necessary,
      purpose('analytics'),
      purpose('marketing', { signals: [{ name: 'dnt', override: 'never' }] }),
      purpose('preferences', { signals: [] }),
    ],
    signals: { dnt: true },
  });

  click('Accept all');

  expect(context.answer).toHaveBeenCalledExactlyOnceWith({ preferences: 'granted' }, 'preferences', undefined);
});

test('under a signal that an explicit choice beats, switches work and say what turning them on means', () => {
  const { ui, toggle } = show({
    signals: { gpc: true },
    decisions: { marketing: { allowed: false, reason: 'signal', signal: 'gpc' } },
  });

  expect(ui.getByText(/^Your browser sends Global Privacy Control\./).textContent).toBe(
    'Your browser sends Global Privacy Control. Your opt-out request was honoured. Turning one on overrides this ' +
      'signal on this site.',
  );
  expect(toggle('marketing').disabled).toBe(false);
  expect(toggle('marketing').getAttribute('aria-describedby')).toContain('signal-gpc');
});

test('does not claim that a signal was honoured where the visitor overrode it', () => {
  const { ui } = show({
    signals: { gpc: true },
    record: record(),
    pending: [],
    decisions: { marketing: { allowed: true, reason: 'choice' } },
  });

  expect(ui.getByText(/^Your browser sends Global Privacy Control\./).textContent).not.toContain('honoured');
});

test('marks what is new where only that is asked', () => {
  const { ui } = show({ record: record(), pending: ['marketing'] });

  expect(ui.getByRole('switch', { name: 'Marketing New' })).toBeTruthy();
  expect(ui.getByRole('switch', { name: 'Analytics' })).toBeTruthy();
});

test('marks nothing as new on a first visit', () => {
  const { ui } = show();

  expect(ui.queryByText('New')).toBeNull();
});

test('a legitimate interest is named as such', () => {
  const { ui } = show({
    purposes: [
      necessary,
      purpose('security', { title: 'Security', description: 'Stops fraud.', legalBasis: 'legitimate-interest' }),
    ],
    decisions: { security: { allowed: true, reason: 'default' } },
  });

  expect(ui.getByText('Stops fraud. Runs on legitimate interest unless you object.')).toBeTruthy();
  expect(ui.getByRole<HTMLInputElement>('switch', { name: 'Security' }).checked).toBe(true);
});

const many = (count: number): Service[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `s${index}`,
    title: `Tool ${index}`,
    purposes: ['analytics'],
    provider: index === 3 ? 'Findable Ltd.' : 'Other',
  }));

test('a few services need no search', () => {
  expect(show({ services: many(12) }).ui.queryByRole('searchbox')).toBeNull();
});

test('many services are searched by name and provider; a purpose without any that fits is away', () => {
  const { ui } = show({ services: many(13) });

  fireEvent.input(ui.getByRole('searchbox', { name: 'Search' }), { target: { value: ' findable' } });

  expect(ui.getAllByText('Tool 3')).not.toEqual([]);
  expect(ui.queryByText(/Tool 4/)).toBeNull();
  expect(ui.queryByRole('switch', { name: 'Marketing' })).toBeNull();
  expect(ui.queryByText('Nothing found.')).toBeNull();
});

test('a search without a result says so', () => {
  const { ui } = show({ services: many(13) });

  fireEvent.input(ui.getByRole('searchbox'), { target: { value: 'zzz' } });

  expect(ui.getAllByRole('status').map(({ textContent }) => textContent)).toEqual(['Nothing found.', '', '']);
});

test('Escape ends a search first, and leaves with the next press', () => {
  const { ui, context } = show({ services: many(13) });
  const box = ui.getByRole<HTMLInputElement>('searchbox');
  fireEvent.input(box, { target: { value: 'findable' } });

  fireEvent.keyDown(box, { key: 'Escape' });
  expect(box.value).toBe('');
  expect(ui.getByRole('switch', { name: 'Marketing' })).toBeTruthy();
  expect(context.close).not.toHaveBeenCalled();

  fireEvent.keyDown(box, { key: 'Escape' });
  expect(context.close).toHaveBeenCalledOnce();
});

test('many purposes are searched by their titles, each with all its services', () => {
  const purposes = [...Array(13).keys()].map((n) => purpose(`p${n}`, { title: `Reason ${n}` }));
  const services: Service[] = [{ id: 'stats', title: 'Visit counter', purposes: ['p12'] }];
  const { ui } = show({ purposes: [necessary, ...purposes], services });

  fireEvent.input(ui.getByRole('searchbox'), { target: { value: 'reason 12' } });

  expect(ui.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent?.trim())).toEqual([
    'Reason 12',
    'Your rights',
  ]);
  expect(ui.getByRole('switch', { name: 'Visit counter' })).toBeTruthy();
});

test.each([
  { titles: ['A', 'B', 'C'], told: 'A, B, and C' },
  { titles: ['A', 'B', 'C', 'D'], told: 'A, B, and 2 more' },
])('services are told by name: $told', ({ titles, told }) => {
  const services = titles.map((title) => ({ id: title.toLowerCase(), title, purposes: ['analytics'] }));
  const { ui } = show({ services });

  expect(ui.getByText(told, { selector: 'summary' })).toBeTruthy();
});

test('where a signal locks everything, Save is not the strongest button', () => {
  const { ui } = show({ signals: { dnt: true } });

  expect(ui.getByRole('button', { name: 'Save' }).className).toBe('quiet');
});

test('follows an answer given in another tab, and keeps what is turned but not saved', async () => {
  const { change, toggle } = show();

  fireEvent.click(toggle('preferences'));
  change({ analytics: { allowed: true, reason: 'choice' } });
  await Promise.resolve();

  expect(toggle('analytics').checked).toBe(true);
  expect(toggle('preferences').checked).toBe(true);
});

test('what is turned and not saved is still turned when all is drawn anew, and not once the visitor has left', () => {
  const made = createContext();
  const switchOf = (name: string) => made.context.root.querySelector<HTMLInputElement>(`[value=${name}]`)!;
  const button = (label: string) => within(made.context.root as unknown as HTMLElement).getByText(label);
  const open = (language = en) => mount({ ...made.context, language });

  let stop = open();
  fireEvent.click(switchOf('analytics'));
  stop();
  stop = open(de);
  expect(switchOf('analytics').checked).toBe(true);

  fireEvent.click(button(de.texts.preferences.save));
  expect(made.context.answer.mock.lastCall?.[0]).toMatchObject({ analytics: 'granted', marketing: 'denied' });
  stop();
  stop = open();
  expect(switchOf('analytics').checked).toBe(false);
  stop();
});

test('gives the focus back to where it was', () => {
  const opener = document.body.appendChild(document.createElement('button'));
  opener.focus();
  const { stop, ui } = show();
  ui.getByRole('button', { name: 'Save' }).focus();

  stop();

  expect(document.activeElement).toBe(opener);
});

test('where the opener is gone, what leads here again gets the focus', async () => {
  const { stop, context } = show();
  const reopen = context.root.appendChild(document.createElement('button'));
  reopen.setAttribute('part', 'reopen');

  stop();
  await new Promise(requestAnimationFrame);

  expect(context.root.activeElement).toBe(reopen);
});

test('is gone without a trace after the stop', () => {
  const { stop, context, listeners } = show();

  stop();

  expect(context.root.childNodes).toHaveLength(0);
  expect(context.root.adoptedStyleSheets).toHaveLength(0);
  expect(listeners.size).toBe(0);
  expect(context.close).not.toHaveBeenCalled();
});

test('60 purposes and 300 services are there, and only what is asked for is drawn', () => {
  const purposes = [
    necessary,
    ...Array.from({ length: 59 }, (_, index) => purpose(`p${index}`, { title: `Purpose ${index}` })),
  ];
  const services = Array.from({ length: 300 }, (_, index) => ({
    id: `s${index}`,
    title: `Tool ${index}`,
    purposes: [`p${index % 59}`],
  }));

  const { ui } = show({ purposes, services });

  expect(ui.getAllByRole('switch')).toHaveLength(59);
  expect(within(ui.getByRole('list')).queryByRole('table')).toBeNull();
});

test('between two sentences there is what the language puts there', () => {
  const purposes = [necessary, purpose('marketing', { sells: true })];
  const said = (language: Language) => {
    const { root } = show({ purposes, language, signals: { gpc: true } }).context;
    return ['#marketing-why', '.signal'].map((part) => root.querySelector(part)?.textContent);
  };
  expect(said(en)).toEqual([
    `${en.texts.purposes.marketing.description} ${en.texts.rights.consent} ${en.texts.rights.sells}`,
    `${en.texts.signals.gpc} ${en.texts.signals.override}`,
  ]);
  expect(said(ja)).toEqual([
    ja.texts.purposes.marketing.description + ja.texts.rights.consent + ja.texts.rights.sells,
    ja.texts.signals.gpc + ja.texts.signals.override,
  ]);
});
