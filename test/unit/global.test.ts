// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { claim, claimed, claimSoon } from '../../src/global.ts';
import type { CommsorConsent } from '../../src/api.ts';

/** As much of a handle as a claim looks at. */
const handleNamed = (version: string) =>
  Object.freeze({ version, explain: () => ({ allowed: false, reason: 'unknown' }) }) as unknown as CommsorConsent;
const failures: string[] = [];
const attempt = (call: () => void) => {
  try {
    call();
  } catch (error) {
    failures.push(String(error));
  }
};
const releases: (() => void)[] = [];
const publish = (handle: CommsorConsent) => {
  const release = claim(handle, attempt);
  releases.push(release);
  return release;
};

afterEach(() => {
  releases.splice(0).forEach((release) => release());
  failures.length = 0;
  Reflect.deleteProperty(window, 'commsorConsentReady');
});

// First, while the name is free of us.
describe('a start behind the script that runs', () => {
  test('comes when that is over, once', async () => {
    const start = vi.fn();
    claimSoon(start);
    expect(start).not.toHaveBeenCalled();
    await Promise.resolve();
    expect(start).toHaveBeenCalledOnce();
    expect(window.commsorConsent).toBeUndefined();
    expect(start).toHaveBeenCalledOnce();
  });

  test('comes as soon as somebody asks, and not again', async () => {
    const start = vi.fn();
    claimSoon(start);
    expect(claimed()).toBeUndefined();
    expect(start).toHaveBeenCalledOnce();
    await Promise.resolve();
    expect(start).toHaveBeenCalledOnce();
  });
});

test('an element with our name in the page is no claim, and does not stand in the way', () => {
  const element = document.createElement('form');
  Object.defineProperty(window, 'commsorConsent', { value: element, configurable: true, writable: true });
  expect(claimed()).toBeUndefined();
  const handle = handleNamed('one');
  publish(handle);
  expect(window.commsorConsent).toBe(handle);
});

describe('the global name', () => {
  test('is the handle, which no script can replace, delete or define anew', () => {
    const handle = handleNamed('one');
    publish(handle);
    expect(claimed()).toBe(handle);
    attempt(() => (window.commsorConsent = handleNamed('evil')));
    attempt(() => delete window.commsorConsent);
    attempt(() => Object.defineProperty(window, 'commsorConsent', { value: handleNamed('evil') }));
    attempt(() => Object.defineProperty(window, 'commsorConsent', { get: () => handleNamed('evil') }));
    expect(window.commsorConsent).toBe(handle);
  });

  test('is there for good, so that a start behind a copy that has come and gone is at once', () => {
    publish(handleNamed('one'))();
    const start = vi.fn();
    claimSoon(start);
    expect(start).toHaveBeenCalledOnce();
  });

  test('is free again after its release, however often', () => {
    for (const version of ['one', 'two', 'three', 'four']) {
      const release = publish(handleNamed(version));
      expect(window.commsorConsent?.version).toBe(version);
      release();
      expect(window.commsorConsent).toBeUndefined();
      expect(claimed()).toBeUndefined();
    }
  });

  test('is released only by who holds it', () => {
    const release = publish(handleNamed('one'));
    release();
    publish(handleNamed('two'));
    release();
    expect(window.commsorConsent?.version).toBe('two');
  });

  test.each([5, null, {}, 'text'])('that is free is not taken by %o', (value) => {
    publish(handleNamed('one'))();
    Object.assign(window, { commsorConsent: value });
    expect(window.commsorConsent).toBeUndefined();
    const handle = handleNamed('two');
    publish(handle);
    expect(window.commsorConsent).toBe(handle);
  });

  test('is free again for another copy of us, however often', async () => {
    publish(handleNamed('one'))();
    vi.resetModules();
    const other = await import('../../src/global.ts');
    for (const version of ['two', 'three']) {
      const release = other.claim(handleNamed(version), attempt);
      expect(claimed()?.version).toBe(version);
      release();
      expect(claimed()).toBeUndefined();
    }
    publish(handleNamed('four'));
    expect(other.claimed()?.version).toBe('four');
  });
});

describe('the queue', () => {
  test('is emptied in order, takes more at once, and gives each the handle', () => {
    const called: unknown[] = [];
    window.commsorConsentReady = [
      (consent: CommsorConsent) => called.push(['first', consent]),
      (consent: CommsorConsent) => called.push(['second', consent]),
    ];
    const handle = handleNamed('one');
    publish(handle);
    window.commsorConsentReady.push(
      (consent) => called.push(['third', consent]),
      (consent) => called.push(['fourth', consent]),
    );
    expect(called).toEqual([
      ['first', handle],
      ['second', handle],
      ['third', handle],
      ['fourth', handle],
    ]);
  });

  test('goes on after a function that throws, and after what is none', () => {
    const called: string[] = [];
    window.commsorConsentReady = [
      () => {
        throw new Error('broken');
      },
      () => called.push('second'),
      JSON.parse('null'),
      JSON.parse('"text"'),
      () => called.push('last'),
    ];
    publish(handleNamed('one'));
    expect(called).toEqual(['second', 'last']);
    expect(failures).toHaveLength(3);
    expect(failures[0]).toBe('Error: broken');
  });

  test.each([undefined, null, {}, 'text', 5, document.createElement('a')])(
    'that is %o instead is replaced',
    (value) => {
      Object.assign(window, { commsorConsentReady: value });
      publish(handleNamed('one'));
      let isCalled = false;
      window.commsorConsentReady?.push(() => (isCalled = true));
      expect(isCalled).toBe(true);
    },
  );
});
