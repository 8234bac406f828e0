import { fireEvent, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import type { Service } from '../../src/model/config.ts';
import { mount } from '../../src/ui/placeholder/index.ts';
import { createContext } from './view-context.ts';

afterEach(() => document.body.replaceChildren());

const video: Service = {
  id: 'video',
  title: 'VideoSite',
  purposes: ['marketing'],
  match: ['video.example', 'cdn.example/player/'],
};

/** A page with one blocked element, and what stands in its place. */
function show(markup: string, scene: Parameters<typeof createContext>[0] = {}) {
  const { context } = createContext({ services: [video], ...scene });
  const main = document.body.appendChild(document.createElement('main'));
  main.innerHTML = markup;
  const element = main.firstElementChild as HTMLElement;
  const before = main.innerHTML;
  const once = vi.fn();
  const stop = mount(element, { ...context, once, theme: { css: '', blendIn: vi.fn() } });
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
    markup: frame('video', 'data-consent-title="Our film" data-src="https://video.example/1"'),
    name: 'Our film',
  },
  {
    given: 'the service that is named',
    markup: frame('video', 'data-src="https://elsewhere.example/"'),
    name: 'VideoSite',
  },
  {
    given: 'the service of the host',
    markup: frame('marketing', 'data-src="https://a.b.video.example/1"'),
    name: 'VideoSite',
  },
  {
    given: 'the service of the host and path',
    markup: frame('marketing', 'data-src="//cdn.example/player/1"'),
    name: 'VideoSite',
  },
  {
    given: 'the host, where the path is another',
    markup: frame('marketing', 'data-src="https://cdn.example/other"'),
    name: 'cdn.example',
  },
  {
    given: 'the host, where it only ends alike',
    markup: frame('marketing', 'data-src="https://notvideo.example/"'),
    name: 'notvideo.example',
  },
  {
    given: 'the host, where another one is in the path',
    markup: frame('marketing', 'data-src="https://cdn.example/x.video.example/"'),
    name: 'cdn.example',
  },
  {
    given: 'the host of a source of a video',
    markup: '<video data-consent="marketing"><source data-src="https://files.example/film.webm"></video>',
    name: 'files.example',
  },
])('is named after $given', ({ markup, name }) => {
  expect(show(markup).ui.getByRole('group', { name: `Content from ${name}` })).toBeTruthy();
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
