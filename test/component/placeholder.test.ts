import { fireEvent, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { Service } from '../../src/model/config.ts';
import { previewOf } from '../../src/gate/embeds/preview.ts';
import { mount } from '../../src/ui/placeholder/index.ts';
import { hide, show as reveal } from '../../src/ui/visibility.ts';
import { stubSight } from './sight.ts';
import { createContext } from './view-context.ts';

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

const video: Service = {
  id: 'video',
  title: 'VideoSite',
  purposes: ['marketing'],
  match: ['video.example', 'cdn.example/player/'],
};

/** A page with one blocked element, and what stands in its place. */
function show(markup: string, scene: Parameters<typeof createContext>[0] = {}, preview = '') {
  const { context } = createContext({ services: [video], ...scene });
  const main = document.body.appendChild(document.createElement('main'));
  main.innerHTML = markup;
  const element = main.firstElementChild as HTMLElement;
  const before = main.innerHTML;
  const once = vi.fn();
  const stop = mount(element, {
    ...context,
    once,
    theme: { css: '', cardCss: '', blendIn: vi.fn() },
    preview,
    hide: () => hide(element),
    show: () => reveal(element),
  });
  const host = main.querySelector<HTMLElement>('[part~="placeholder"]')!;
  return { context, main, element, before, once, stop, host, ui: within(host.shadowRoot as unknown as HTMLElement) };
}

const frame = (consent: string, rest = 'data-src="https://www.video.example/embed/1"') =>
  `<iframe data-consent="${consent}" ${rest}></iframe>`;

test('says who would load and why, and offers to load it once or always', () => {
  const { ui } = show(frame('marketing'));

  expect(ui.getByRole('group', { name: 'Content from VideoSite' }).textContent).toContain('It is used for: Marketing.');
  expect(ui.getAllByRole('button').map((button) => button.textContent)).toEqual(['Load this once', 'Always allow']);
});

test('speaks the language of the interface, whatever that of the page', () => {
  const { host } = show(frame('marketing'));

  expect([host.lang, host.dir]).toEqual(['en', 'ltr']);
});

test.each([
  {
    given: 'the title that the page gives',
    rest: 'data-consent-title="Our film" title="Film" data-src="https://video.example/1"',
    name: 'Our film',
    origin: 'Content from VideoSite · video.example',
  },
  {
    given: 'the title of the frame',
    rest: 'title="Film" data-src="https://elsewhere.example/"',
    name: 'Film',
    origin: 'Content from elsewhere.example',
  },
  {
    given: 'the service that is named',
    consent: 'video',
    rest: 'data-src="https://elsewhere.example/"',
    name: 'Content from VideoSite',
    origin: 'elsewhere.example',
  },
  {
    given: 'the service of the host',
    rest: 'data-src="https://a.b.video.example/1"',
    name: 'Content from VideoSite',
    origin: 'a.b.video.example',
  },
  {
    given: 'the service of the host and path',
    rest: 'data-src="//cdn.example/player/1"',
    name: 'Content from VideoSite',
    origin: 'cdn.example',
  },
  {
    given: 'the host, where the path is another',
    rest: 'data-src="https://cdn.example/other"',
    name: 'Content from cdn.example',
    origin: '',
  },
  {
    given: 'the host, where it only ends alike',
    rest: 'data-src="https://notvideo.example/"',
    name: 'Content from notvideo.example',
    origin: '',
  },
  {
    given: 'the host, where another one is in the path',
    rest: 'data-src="https://cdn.example/x.video.example/"',
    name: 'Content from cdn.example',
    origin: '',
  },
  {
    given: 'the site itself, where the content is written into the page',
    rest: 'data-consent-srcdoc="<p>Words</p>"',
    name: `Content from ${location.host}`,
    origin: '',
  },
])('is named after $given, and says beside it from where it would come', ({ consent, rest, name, origin }) => {
  const { ui, host } = show(frame(consent ?? 'marketing', rest));

  expect(ui.getByRole('group', { name })).toBeTruthy();
  expect(host.shadowRoot!.querySelector('span:last-child')?.textContent).toBe(origin);
});

test('is named after the host of a source of a video', () => {
  const { ui } = show('<video data-consent="marketing"><source data-src="https://files.example/film.webm"></video>');

  expect(ui.getByRole('group', { name: 'Content from files.example' })).toBeTruthy();
});

test.each([
  { policyUrl: 'https://video.example/privacy', links: ['https://video.example/privacy _blank noopener'] },
  { policyUrl: 'javascript:alert(1)', links: [] },
  { policyUrl: undefined, links: [] },
])('leads to the policy of the provider beside the page: $policyUrl', ({ policyUrl, links }) => {
  const { host, ui } = show(frame('video'), { services: [{ ...video, provider: 'Video Ltd', policyUrl }] });

  expect(ui.getByText('Video Ltd')).toBeTruthy();
  const found = [...host.shadowRoot!.querySelectorAll('a')];
  expect(found.map((link) => [link.href, link.target, link.rel].join(' '))).toEqual(links);
});

test('a picture of the site stands behind the words, says nothing, and goes where it does not come', () => {
  const { host } = show(frame('marketing'), {}, '/still.jpg');
  const picture = host.shadowRoot!.querySelector('img')!;
  expect([picture.getAttribute('src'), picture.alt, picture.nextElementSibling?.className]).toEqual([
    '/still.jpg',
    '',
    'surface',
  ]);

  picture.dispatchEvent(new Event('error'));

  expect(host.shadowRoot!.querySelector('img')).toBeNull();
});

const own = location.hostname;

test.each([
  { given: '/still.jpg', isShown: true },
  { given: 'still.jpg', isShown: true },
  { given: 'data:image/png;base64,AA', isShown: true },
  { given: `http://${own}/still.jpg`, isShown: true },
  { given: `https://static.${own}/still.jpg`, isShown: true },
  { given: 'https://i.ytimg.com/vi/1/0.jpg', isShown: false },
  { given: '//img.example/still.jpg', isShown: false },
  { given: `https://not${own}/still.jpg`, isShown: false },
  { given: 'data:text/html,words', isShown: false },
  { given: 'javascript:alert(1)', isShown: false },
  { given: 'http://', isShown: false },
])('the picture $given is shown: $isShown, and one that is not is told once, with what to do', ({ given, isShown }) => {
  const element = document.createElement('iframe');
  element.setAttribute('data-consent-preview', given);
  const report = vi.fn();

  expect([previewOf(element, report), previewOf(element, report)]).toEqual(isShown ? [given, given] : ['', '']);

  expect(report).toHaveBeenCalledTimes(isShown ? 0 : 1);
  if (!isShown) expect(report).toHaveBeenCalledWith('bad-url', expect.stringContaining('Put a copy'), element);
});

test('in a frame of another site its buttons count once they were in sight for 300 ms', () => {
  vi.stubGlobal('top', {});
  vi.stubGlobal('frameElement', null);
  const { seeAt, clickAt } = stubSight();
  const { ui, once, context } = show(frame('marketing'));
  const [first, second] = ui.getAllByRole('button') as [HTMLElement, HTMLElement];

  clickAt(first, 5000);
  seeAt(10_000);
  clickAt(first, 10_299);
  clickAt(second, 10_299);
  expect(once).not.toHaveBeenCalled();
  expect(context.answer).not.toHaveBeenCalled();
  clickAt(first, 10_300);
  clickAt(second, 10_300);
  expect(once).toHaveBeenCalledOnce();
  expect(context.answer).toHaveBeenCalledOnce();
  seeAt(11_000, false);
  clickAt(first, 12_000);
  expect(once).toHaveBeenCalledOnce();
});

test('names every purpose of a service or an expression', () => {
  const { ui } = show(frame('video', 'data-src="https://x.example"'), {
    services: [{ ...video, purposes: ['analytics', 'marketing'] }],
  });

  expect(ui.getByText('It is not loaded until you allow it. It is used for: Analytics and Marketing.')).toBeTruthy();
});

test('Load this once lets this one element in and answers nothing', () => {
  const { ui, once, element, context } = show(frame('marketing'));

  fireEvent.click(ui.getByRole('button', { name: 'Load this once' }));

  expect(once).toHaveBeenCalledExactlyOnceWith(element);
  expect(context.answer).not.toHaveBeenCalled();
});

test.each([
  { consent: 'marketing', choices: { marketing: 'granted' } },
  { consent: 'video', choices: { video: 'granted' } },
  { consent: 'analytics marketing', choices: { analytics: 'granted', marketing: 'granted' } },
  { consent: '!analytics | marketing', choices: { marketing: 'granted' } },
])('Always allow grants what makes "$consent" hold', ({ consent, choices }) => {
  const { ui, context } = show(frame(consent));

  fireEvent.click(ui.getByRole('button', { name: 'Always allow' }));

  expect(context.answer).toHaveBeenCalledExactlyOnceWith(choices, 'placeholder');
});

test.each([
  { given: 'a signal that no choice beats is sent', markup: frame('video'), scene: { signals: { dnt: true } } },
  { given: 'the name is unknown', markup: frame('nonsense'), scene: {} },
  { given: 'it is for those who refuse', markup: frame('!marketing'), scene: {} },
])('there is no Always allow when $given, but Load this once', ({ markup, scene }) => {
  const { ui } = show(markup, scene);

  expect(ui.getAllByRole('button').map((button) => button.textContent)).toEqual(['Load this once']);
});

test.each([
  { given: 'no styles', rest: '' },
  { given: 'styles', rest: 'style="width:100%;  border : 0"' },
  { given: 'empty styles', rest: 'style=""' },
])('hides the element with $given while it stands, and is gone without a trace after the stop', ({ rest }) => {
  const { element, main, before, stop } = show(frame('marketing', rest));
  expect(element.style.getPropertyValue('display')).toBe('none');

  stop();

  expect(main.innerHTML).toBe(before);
});

test('the focus goes on to the element when the one who pressed a button gets it', () => {
  const { ui, element, stop } = show(frame('marketing', 'tabindex="0"'));
  ui.getByRole('button', { name: 'Load this once' }).focus();

  stop();

  expect(document.activeElement).toBe(element);
});

test('the focus stays elsewhere when it was', () => {
  const { stop } = show(frame('marketing', 'tabindex="0"'));

  stop();

  expect(document.activeElement).toBe(document.body);
});
