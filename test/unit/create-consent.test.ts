// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as development from '../../src/development.ts';
import { ConsentConfigError, createConsent } from '../../src/index.ts';
import type { ConsentConfig } from '../../src/api.ts';
import { goTo, openJar } from '../support/cookie-jar.ts';

const config = (): ConsentConfig => ({ policy: { url: '/privacy' }, ui: { headless: true } });
let warn: ReturnType<typeof vi.spyOn>;

beforeEach(() => {
  vi.useFakeTimers();
  goTo('https://shop.example/');
  openJar();
  warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  window.commsorConsent?.destroy();
  Reflect.deleteProperty(window, 'commsorConsentConfig');
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('`createConsent`', () => {
  test('starts, and claims the global name', () => {
    const consent = createConsent(config());
    expect(window.commsorConsent).toBe(consent);
    expect(consent.get()).toMatchObject({ status: 'undecided', model: 'opt-in' });
  });

  test('called again gives the first handle, and says nothing where the configuration is the same', () => {
    const consent = createConsent(config());
    expect(createConsent(config())).toBe(consent);
    expect(warn).not.toHaveBeenCalled();
  });

  test('called again with another configuration gives the first handle, and warns', () => {
    const consent = createConsent(config());
    expect(createConsent({ ...config(), model: 'opt-out' })).toBe(consent);
    expect(consent.get().model).toBe('opt-in');
    expect(warn.mock.calls.flat().join()).toMatch(/config-ignored/);
  });

  test('after `destroy` starts anew, with the new configuration', () => {
    const first = createConsent(config());
    first.destroy();
    const second = createConsent({ ...config(), model: 'opt-out' });
    expect(second).not.toBe(first);
    expect(second.get().model).toBe('opt-out');
    expect(warn).not.toHaveBeenCalled();
  });

  test('takes what it is not given from the page', () => {
    window.commsorConsentConfig = { model: 'notice', ui: { headless: false }, storage: { days: 30 } };
    expect(createConsent(config()).get().model).toBe('notice');
    expect(warn).not.toHaveBeenCalled();
  });

  const caught = (start: () => unknown): unknown => {
    try {
      return start();
    } catch (error) {
      return error;
    }
  };

  test('throws for what cannot be read, names the field and the fix, and starts nothing', () => {
    window.commsorConsentConfig = {
      get model(): 'notice' {
        throw new Error('not now');
      },
    };
    const thrown = caught(() => createConsent(config()));
    expect(thrown).toBeInstanceOf(ConsentConfigError);
    expect(thrown).toMatchObject({ field: 'model', fix: expect.stringContaining('not now') });
    expect(window.commsorConsent).toBeUndefined();
  });

  test.each<{ what: string; given: unknown; field: string }>([
    { what: 'nothing', given: undefined, field: 'policy.url' },
    { what: 'text', given: '/privacy', field: 'configuration' },
    { what: 'no policy', given: {}, field: 'policy.url' },
  ])('throws for $what', ({ given, field }) => {
    const thrown = caught(() => createConsent(given as ConsentConfig));
    expect(thrown).toBeInstanceOf(ConsentConfigError);
    expect(thrown).toMatchObject({ field, message: expect.stringContaining(`${field}: `) });
    expect(window.commsorConsent).toBeUndefined();
  });

  test('names every wrong field in the message', () => {
    const thrown = caught(() => development.createConsent({ ...config(), policy: {}, model: 'x' } as never));
    expect(String(thrown).match(/^(?:ConsentConfigError: )?[\w.]+: /gm)).toHaveLength(2);
  });

  test.each<{ what: string; given: unknown; field: string }>([
    { what: 'nothing', given: undefined, field: 'policy.url' },
    { what: 'no policy', given: {}, field: 'policy.url' },
    { what: 'a typo', given: { ...config(), purpose: {} }, field: 'purpose' },
    {
      what: 'a service of a stranger',
      given: { ...config(), services: { maps: { title: 'Maps', purposes: ['ads'] } } },
      field: 'services.maps.purposes',
    },
    {
      what: 'a clash of names',
      given: { ...config(), services: { marketing: { title: 'M', purposes: ['analytics'] } } },
      field: 'services.marketing',
    },
    {
      what: 'Google without one of its purposes',
      given: { ...config(), purposes: { stats: { title: 'S' } }, google: true },
      field: 'google',
    },
  ])(
    'while a site is developed throws for $what, names the field and the fix, and starts nothing',
    ({ given, field }) => {
      const thrown = caught(() => development.createConsent(given as ConsentConfig));
      expect(thrown).toBeInstanceOf(ConsentConfigError);
      expect(thrown).toBeInstanceOf(Error);
      expect(thrown).toMatchObject({
        name: 'ConsentConfigError',
        code: 'config-invalid',
        field,
        message: expect.stringMatching(new RegExp(`^${field.replaceAll('.', '\\.')}: ..`)),
      });
      expect(window.commsorConsent).toBeUndefined();
    },
  );

  test('throws for a wrong configuration also where consent runs already', () => {
    createConsent(config());
    expect(() => createConsent({} as ConsentConfig)).toThrow(ConsentConfigError);
  });

  test.each([
    ['while a site is developed', development.createConsent],
    ['for visitors', createConsent],
  ])('%s does not throw for what is only unwise', (_, create) => {
    expect(() => create({ ...config(), model: 'opt-out', storage: { days: 395 } })).not.toThrow();
  });
});
