// @vitest-environment happy-dom
import { expect, onTestFinished, test } from 'vitest';
import { processData } from '../../src/gate/embeds/data.ts';

function block(type: string, dataType?: string) {
  const script = document.createElement('script');
  script.type = type;
  if (dataType) script.setAttribute('data-type', dataType);
  const told: string[] = [];
  const ran: Element[] = [];
  const process = (allowed: boolean) =>
    processData(script, allowed, {
      tell: (code, message) => told.push(`${code} ${message}`),
      ran: (one) => ran.push(one),
    });
  return { script, told, ran, process };
}

/** How often Partytown is asked to look again. */
function countUpdates() {
  const counter = { updates: 0 };
  const hear = () => counter.updates++;
  addEventListener('ptupdate', hear);
  onTestFinished(() => removeEventListener('ptupdate', hear));
  return counter;
}

test('data has its type as long as it is allowed, and nobody is told that it ran', () => {
  const { script, ran, process } = block('text/plain', 'application/ld+json');
  expect([process(false), script.type]).toEqual(['held', 'text/plain']);
  expect([process(true), script.type]).toEqual(['released', 'application/ld+json']);
  expect([process(false), script.type]).toEqual(['held', 'text/plain']);
  expect(ran).toEqual([]);
});

test('data without a type that waits is left as it is', () => {
  const { script, told, process } = block('application/ld+json');
  process(false);
  process(true);
  expect([script.type, script.hasAttribute('data-type'), told]).toEqual(['application/ld+json', false, []]);
});

test('what waits for Partytown is there when it is allowed, and Partytown is asked once for all', async () => {
  const counter = countUpdates();
  const [one, other] = [block('text/plain', 'text/partytown'), block('text/plain', 'text/partytown')];
  for (const { process } of [one, other]) process(false);
  await Promise.resolve();
  expect(counter.updates).toBe(0);
  for (const { process } of [one, other]) process(true);
  await Promise.resolve();
  expect(counter.updates).toBe(1);
  expect([one.script.type, one.ran, one.told]).toEqual(['text/partytown', [one.script], []]);
});

test('what Partytown has run is left alone, so that it runs once', async () => {
  const counter = countUpdates();
  const { script, process } = block('text/plain', 'text/partytown');
  process(true);
  await Promise.resolve();
  script.type += '-x';
  expect([process(false), process(true), script.type]).toEqual(['released', 'released', 'text/partytown-x']);
  await Promise.resolve();
  expect(counter.updates).toBe(1);
});

test.each(['text/partytown', 'module-shim'])('%s, which a library runs at once, is told and waits', (type) => {
  const { script, told, ran, process } = block(type);
  expect([process(false), script.type, script.getAttribute('data-type')]).toEqual(['held', 'text/plain', type]);
  expect(told).toEqual([`not-inert type="${type}"`]);
  expect(ran).toEqual([]);
  expect([process(true), script.type]).toEqual(['released', type]);
  expect(ran).toEqual([script]);
});

test('what Partytown ran without permission is told, and counts as run only where it is allowed', () => {
  const { script, told, ran, process } = block('text/partytown-x');
  expect([process(false), ran, script.type]).toEqual(['released', [], 'text/partytown-x']);
  expect(told).toEqual(['not-inert type="text/partytown-x"']);
  expect([process(true), ran]).toEqual(['released', [script]]);
});
