// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { createContext, purpose } from '../component/view-context.ts';

// A bundler that drops what ties signals to Preact leaves a smaller file, whose switches stay as they were drawn.
test('the built preferences draw anew what changed', async () => {
  const file = '../../dist/preferences.js';
  const { mount } = await import(/* @vite-ignore */ file);
  const services = Array.from({ length: 20 }, (_, index) => ({
    id: `s${index}`,
    title: `Service ${index}`,
    purposes: ['analytics'],
  }));
  const { context, change } = createContext({ purposes: [purpose('analytics')], services });
  mount(context);
  const find = <E extends Element>(selector: string) => context.root.querySelector<E>(selector);
  const isOn = () => find<HTMLInputElement>('[part~="switch"]')?.checked;
  const drawn = () => new Promise((resolve) => setTimeout(resolve));
  expect(isOn()).toBe(false);

  change({ analytics: { allowed: true, reason: 'choice' } });
  await drawn();
  expect(isOn()).toBe(true);

  const details = find<HTMLDetailsElement>('details');
  if (details) details.open = true;
  details?.dispatchEvent(new Event('toggle'));
  await drawn();
  expect(find('table')?.textContent).toContain('Service 3');
});
