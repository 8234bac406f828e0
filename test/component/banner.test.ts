import { fireEvent, within } from '@testing-library/preact';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { mount } from '../../src/ui/banner/index.ts';
import en from '../../src/ui/texts/en.ts';
import hi from '../../src/ui/texts/hi.ts';
import ja from '../../src/ui/texts/ja.ts';
import th from '../../src/ui/texts/th.ts';
import zhHans from '../../src/ui/texts/zh-Hans.ts';
import { stubSight } from './sight.ts';
import { createContext, necessary, purpose, record } from './view-context.ts';

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function show(scene: Parameters<typeof createContext>[0] = {}) {
  const made = createContext(scene);
  const stop = mount(made.context);
  const root = made.context.root as unknown as HTMLElement;
  return {
    ...made,
    stop,
    ui: within(root),
    part: (name: string) => root.querySelector<HTMLElement>(`[part~="${name}"]`)!,
  };
}

test('is a named region, not a dialog, with the question in words', () => {
  const { ui } = show();

  const region = ui.getByRole('region', { name: 'Cookies and your privacy' });
  expect(region.textContent).toContain(en.texts.banner.body);
  expect(ui.queryByRole('dialog')).toBeNull();
  expect(ui.getByRole('heading').textContent).toBe('Cookies and your privacy');
});

test('leads to the policy', () => {
  const { ui } = show({ policy: { url: 'https://example.com/privacy' } });

  expect(ui.getByRole('link', { name: 'Privacy policy' }).getAttribute('href')).toBe('https://example.com/privacy');
});

test('offers refusing, accepting and choosing, in this order, each a button of its own', () => {
  const { ui } = show();

  expect(ui.getAllByRole('button').map((button) => button.textContent)).toEqual([
    'Reject all',
    'Accept all',
    'Preferences',
  ]);
});

const defaults = { allowed: true, reason: 'default' } as const;
const allRun = { preferences: defaults, analytics: defaults, marketing: defaults };

test.each<{ where: string; scene: Parameters<typeof show>[0]; words: string[]; running?: string; buttons: string[] }>([
  {
    where: 'in California, where silence means yes',
    scene: { model: 'opt-out', region: 'US-CA', decisions: allRun },
    words: [en.texts.banner.optOut],
    running: 'Functional, Analytics, and Marketing',
    buttons: ['Do not sell or share', 'Accept all', 'Your privacy choices'],
  },
  {
    where: 'in Canada, where nobody speaks of selling',
    scene: { model: 'opt-out', region: 'CA-ON', decisions: { analytics: defaults } },
    words: [en.texts.banner.optOut],
    running: 'Analytics',
    buttons: ['Reject all', 'Accept all', 'Your privacy choices'],
  },
  {
    where: 'where a notice is enough',
    scene: { model: 'notice', decisions: allRun },
    words: [en.texts.banner.optOut],
    running: 'Functional, Analytics, and Marketing',
    buttons: ['Reject all', 'Accept all', 'Preferences'],
  },
  {
    where: 'where the law exempts a part',
    scene: { decisions: { analytics: { allowed: true, reason: 'exempt' } } },
    words: [en.texts.banner.optOut],
    running: 'Analytics',
    buttons: ['Reject all', 'Accept all', 'Preferences'],
  },
  {
    where: 'where what the body does not ask for runs',
    scene: { decisions: { preferences: { allowed: true, reason: 'exempt' } } },
    words: [en.texts.banner.body],
    running: 'Functional',
    buttons: ['Reject all', 'Accept all', 'Preferences'],
  },
  {
    where: 'where all rests on legitimate interest',
    scene: { decisions: allRun },
    words: [en.texts.banner.optOut],
    running: 'Functional, Analytics, and Marketing',
    buttons: ['Reject all', 'Accept all', 'Preferences'],
  },
  {
    where: 'where silence means yes, but the site leaves all off',
    scene: { model: 'opt-out', region: 'US-CA' },
    words: [en.texts.banner.body],
    buttons: ['Do not sell or share', 'Accept all', 'Your privacy choices'],
  },
  {
    where: 'where nothing runs unasked',
    scene: {},
    words: [en.texts.banner.body],
    buttons: ['Reject all', 'Accept all', 'Preferences'],
  },
])(
  'words a question by what runs, neither as if nothing did nor as if all did: $where',
  ({ scene, words, running, buttons }) => {
    const { ui } = show(scene);

    const { textContent } = ui.getByRole('region');
    for (const text of words) expect(textContent).toContain(text);
    expect(/On unless you say no: (.*)\. Privacy policy/.exec(textContent)?.[1]).toBe(running);
    expect(ui.getAllByRole('button').map((button) => button.textContent)).toEqual(buttons);
  },
);

test.each([
  { name: 'Accept all', choice: 'granted' },
  { name: 'Reject all', choice: 'denied' },
] as const)('$name answers for every optional purpose, and is busy until it is taken', ({ name, choice }) => {
  const { ui, context, happened } = show();

  fireEvent.click(ui.getByRole('button', { name }));

  expect(happened).toEqual(['answer']);
  expect(ui.getByRole('region').ariaBusy).toBe('true');
  expect(context.answer).toHaveBeenCalledExactlyOnceWith(
    { preferences: choice, analytics: choice, marketing: choice },
    'banner',
  );
});

test('a click made by a program refuses like a real one', () => {
  const { part, context } = show();

  part('reject').click();

  expect(context.answer).toHaveBeenCalledOnce();
});

test('Preferences opens the preferences and answers nothing', () => {
  const { ui, context } = show();

  fireEvent.click(ui.getByRole('button', { name: 'Preferences' }));

  expect(context.open).toHaveBeenCalledExactlyOnceWith('preferences');
  expect(context.answer).not.toHaveBeenCalled();
});

test('Escape answers nothing and closes nothing', () => {
  const { ui, happened } = show();

  fireEvent.keyDown(ui.getByRole('region'), { key: 'Escape' });

  expect(happened).toEqual([]);
});

test('does not take the focus from where someone types', () => {
  const field = document.body.appendChild(document.createElement('input'));
  field.focus();

  show();

  expect(document.activeElement).toBe(field);
});

test('where everything was asked before, it says what is new and asks only that', () => {
  const { ui, context } = show({
    record: record({ policyVersion: '0' }),
    policy: { version: '1', changes: 'We now count visits.' },
    decisions: { preferences: { allowed: true, reason: 'choice' } },
    purposes: [necessary, purpose('preferences'), purpose('analytics'), purpose('ads', { title: 'Advertising' })],
  });

  const { textContent } = ui.getByRole('region');
  expect(textContent).toContain('We now count visits.');
  expect(textContent).toContain('New or changed since your last answer: Analytics and Advertising.');
  expect(textContent).toContain('Your other answers stay as they are.');
  expect(textContent).not.toContain(en.texts.banner.body);
  expect(ui.getByRole('button', { name: 'Reject' })).toBeTruthy();
  fireEvent.click(ui.getByRole('button', { name: 'Accept' }));
  expect(context.answer).toHaveBeenCalledExactlyOnceWith({ analytics: 'granted', ads: 'granted' }, 'banner');
});

test('where all of it has changed, the twins speak of all, and no other answers stay', () => {
  const { ui } = show({
    record: record({ policyVersion: '0' }),
    policy: { version: '1' },
    pending: ['preferences', 'analytics', 'marketing'],
  });

  expect(ui.getByRole('button', { name: 'Accept all' })).toBeTruthy();
  expect(ui.getByRole('region').textContent).not.toContain('Your other answers');
});

test.each([
  { given: 'nothing was ever answered, and a signal decided on the rest', scene: { pending: ['analytics'] } },
  { given: 'the answer is too old to count', scene: { record: record({ expiresAt: Date.now() - 1 }) } },
  { given: 'an embed alone was let in before', scene: { record: record({ choices: { youtube: 'granted' } }) } },
])('asks in full when $given', ({ scene }) => {
  const { ui } = show(scene);

  expect(ui.getByRole('region').textContent).toContain(en.texts.banner.body);
  expect(ui.getByRole('region').textContent).not.toContain(en.texts.banner.news);
});

test.each([ja, zhHans])('puts sentences together as $tag does', (language) => {
  const { part } = show({ record: record(), pending: ['analytics'], language });
  const { banner: words, purposes } = language.texts;

  const [said] = part('banner').querySelectorAll('p');

  expect(said?.textContent).toContain(`${words.news}${purposes.analytics.title}。${words.kept}`);
});

test('opened by a page after everything is answered, it asks about everything', () => {
  const { ui, context } = show({ record: record(), pending: [] });

  fireEvent.click(ui.getByRole('button', { name: 'Reject all' }));

  expect(context.answer).toHaveBeenCalledExactlyOnceWith(
    { preferences: 'denied', analytics: 'denied', marketing: 'denied' },
    'banner',
  );
});

test('when only the policy moved, it tells so and asks nothing', () => {
  const { ui, part, context, happened } = show({
    record: record({ policyVersion: '0' }),
    policy: { version: '1', changes: 'A new address for questions.' },
    pending: [],
  });

  expect(part('banner')).toBeNull();
  expect(part('notice').textContent).toContain('A new address for questions.');
  expect(ui.getAllByRole('button').map((button) => button.textContent)).toEqual(['OK', 'Preferences']);
  fireEvent.click(ui.getByRole('button', { name: 'OK' }));
  expect(happened).toEqual(['answer']);
  expect(context.answer).toHaveBeenCalledExactlyOnceWith({}, 'banner');
});

test('a policy that moved is said to have moved also where the words for it do not come', () => {
  const { part } = show({ record: record({ policyVersion: '0' }), policy: { version: '1' }, pending: [] });

  expect(part('notice').textContent).toContain('New or changed since your last answer: Privacy policy');
});

test.each([
  { language: en, words: 'New or changed since your last answer: Marketing.' },
  { language: hi, words: `${hi.texts.banner.news} ${hi.texts.purposes.marketing.title}।` },
  { language: ja, words: `${ja.texts.banner.news}${ja.texts.purposes.marketing.title}。` },
  { language: th, words: `${th.texts.banner.news} ${th.texts.purposes.marketing.title} ${th.texts.banner.kept}` },
])('ends what is new as $language.tag ends a sentence', ({ language, words }) => {
  const { ui } = show({ language, record: record(), pending: ['marketing'] });

  expect(ui.getByRole('region').textContent).toContain(words);
});

test('says that a signal was honoured', () => {
  const { ui } = show({
    signals: { gpc: true },
    decisions: { marketing: { allowed: false, reason: 'signal', signal: 'gpc' } },
  });

  expect(ui.getByText('Your opt-out request was honoured.')).toBeTruthy();
});

test('markup in a text stays text', () => {
  const { ui } = show({
    language: { ...en, texts: { ...en.texts, banner: { ...en.texts.banner, body: '<img src=x onerror=alert(1)>' } } },
  });

  expect(ui.getByRole('region').textContent).toContain('<img src=x onerror=alert(1)>');
  expect(ui.queryByRole('img')).toBeNull();
});

test('the modal layout is a dialog without a way around the answer', () => {
  const { ui } = show({ ui: { layout: 'modal' } });

  const dialog = ui.getByRole('dialog', { name: 'Cookies and your privacy' });
  expect(dialog.getAttribute('closedby')).toBe('none');
  expect(ui.queryByRole('region')).toBeNull();
});

describe('where the top layer is out of reach', () => {
  const throwing = () => {
    throw new DOMException('not here', 'InvalidStateError');
  };

  test.each([
    { given: 'the browser has no popovers', showPopover: undefined },
    { given: 'showing one throws', showPopover: throwing },
  ])('$given: the banner is a plain element that can be seen and answered', ({ showPopover }) => {
    const own = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'showPopover');
    Object.defineProperty(HTMLElement.prototype, 'showPopover', { configurable: true, value: showPopover });
    onTestFinished(() => {
      if (own) Object.defineProperty(HTMLElement.prototype, 'showPopover', own);
      else Reflect.deleteProperty(HTMLElement.prototype, 'showPopover');
    });

    const { ui, part, context } = show();

    expect(ui.getByRole('region').hasAttribute('popover')).toBe(false);
    part('reject').click();
    expect(context.answer).toHaveBeenCalledOnce();
  });

  test('a modal dialog that cannot be shown as one is open all the same, and read first', () => {
    vi.spyOn(HTMLDialogElement.prototype, 'showModal').mockImplementation(throwing);

    const { ui, context } = show({ ui: { layout: 'modal' } });

    expect(ui.getByRole('dialog').hasAttribute('open')).toBe(true);
    expect(context.root.activeElement).toBe(ui.getByRole('heading'));
  });
});

test('is gone without a trace after the stop', () => {
  const { stop, context, host } = show();

  stop();

  expect(context.root.childNodes).toHaveLength(0);
  expect(context.root.adoptedStyleSheets).toHaveLength(0);
  expect(host.getAttributeNames()).toEqual([]);
});

test('stands before what the core draws, so that it is read first', () => {
  const made = createContext();
  const corner = made.context.root.appendChild(document.createElement('div'));

  mount(made.context);

  expect(made.context.root.lastChild).toBe(corner);
});

test('in a frame of another site, Accept counts once it was in sight for 300 ms, Reject at once', () => {
  vi.stubGlobal('top', {});
  vi.stubGlobal('frameElement', null);
  const { seeAt, clickAt } = stubSight();
  const { part, context } = show();

  clickAt(part('accept'), 5000);
  seeAt(10_000);
  clickAt(part('accept'), 10_299);
  expect(context.answer).not.toHaveBeenCalled();
  clickAt(part('accept'), 10_300);
  expect(context.answer).toHaveBeenCalledOnce();
  clickAt(part('reject'), 0);
  expect(context.answer).toHaveBeenCalledTimes(2);
});
