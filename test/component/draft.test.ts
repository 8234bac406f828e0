import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Decision } from '../../src/api.ts';
import type { Service } from '../../src/model/config.ts';
import { createDraft } from '../../src/ui/preferences/draft.ts';
import { createContext, necessary, purpose, record } from './view-context.ts';

const one: Service = { id: 'one', title: 'One', purposes: ['analytics'] };
const both: Service = { id: 'both', title: 'Both', purposes: ['analytics', 'marketing'] };
const needed: Service = { id: 'needed', title: 'Needed', purposes: ['necessary'] };
const granted: Decision = { allowed: true, reason: 'choice' };
const denied: Decision = { allowed: false, reason: 'choice' };

function draftOf(decisions: Record<string, Decision> = {}) {
  const { context } = createContext({
    purposes: [necessary, purpose('analytics'), purpose('marketing')],
    services: [one, both, needed],
    record: Object.keys(decisions).length ? record() : null,
    decisions: { needed: { allowed: true, reason: 'necessary' }, ...decisions },
  });
  return createDraft(context.config, signal(context.state()));
}

test('starts from what is decided', () => {
  const draft = draftOf({ analytics: granted, one: denied });

  expect(['analytics', 'marketing', 'one', 'both', 'needed'].filter(draft.on)).toEqual(['analytics', 'needed']);
});

test('answers for every optional purpose, and for no service that follows its purposes', () => {
  expect(draftOf().choices()).toEqual({ analytics: 'denied', marketing: 'denied' });
});

test('keeps an own answer of a service that its purposes do not give', () => {
  expect(draftOf({ analytics: granted, one: denied }).choices()).toEqual({
    analytics: 'granted',
    marketing: 'denied',
    one: 'denied',
  });
});

test('a service is on when all its purposes are', () => {
  const draft = draftOf();

  draft.turn('analytics', true);
  expect([draft.on('one'), draft.on('both')]).toEqual([true, false]);
  draft.turn('marketing', true);
  expect(draft.on('both')).toBe(true);
});

test('turning a purpose takes its services along, also those that were turned before', () => {
  const draft = draftOf({ analytics: granted, one: denied });

  draft.turn('analytics', false);
  draft.turn('one', true);
  draft.turn('analytics', true);

  expect(draft.choices()).toEqual({ analytics: 'granted', marketing: 'denied' });
});

test('a service may be on alone', () => {
  const draft = draftOf();

  draft.turn('one', true);

  expect(draft.choices()).toEqual({ analytics: 'denied', marketing: 'denied', one: 'granted' });
});
