import { expect, test } from 'vitest';
import { createPatches } from '../../src/guard/patch.ts';

class Radio {
  #station = 'one';
  get station() {
    return this.#station;
  }
  set station(name: string) {
    this.#station = name;
  }
  say(first: string, _second?: string) {
    return `${this.#station}: ${first}`;
  }
}

const methodOf = (owner: object, name: string) => Object.getOwnPropertyDescriptor(owner, name)?.value as unknown;

test('what is put in front decides: something instead, other arguments, or the native call', () => {
  const { patch, undo } = createPatches();
  const native = methodOf(Radio.prototype, 'say');
  patch(Radio.prototype, 'say', 'value', (_self, args) => {
    if (args[0] === 'secret') return () => 'no';
    args[0] = String(args[0]).toUpperCase();
  });
  patch(Radio.prototype, 'station', 'set', (_self, [name]) => name === 'pirate' && (() => {}));
  const radio = new Radio();
  radio.station = 'pirate';
  expect([radio.say('secret'), radio.say('hello')]).toEqual(['no', 'one: HELLO']);
  radio.station = 'two';
  expect(radio.station).toBe('two');

  undo();
  expect(methodOf(Radio.prototype, 'say')).toBe(native);
  radio.station = 'pirate';
  expect(radio.say('secret')).toBe('pirate: secret');
});

test('it looks like what it stands for', () => {
  const { patch, undo } = createPatches();
  const before = Object.getOwnPropertyDescriptor(Array.prototype, 'at');
  patch(Array.prototype, 'at', 'value', () => {});
  const after = Object.getOwnPropertyDescriptor(Array.prototype, 'at');
  expect([].at.name).toBe('at');
  expect([].at.length).toBe(1);
  expect(Function.prototype.toString.call([].at)).toContain('[native code]');
  expect({ ...after, value: 0 }).toEqual({ ...before, value: 0 });
  undo();
});

test('the undo leaves alone what someone else has put in front since', () => {
  const { patch, undo } = createPatches();
  const radio = { say: (word: string) => word };
  patch(radio, 'say', 'value', () => {});
  const ours = radio.say;
  radio.say = (word) => `${ours(word)}!`;
  undo();
  expect(radio.say('hello')).toBe('hello!');
});

test('what is missing or fixed is left alone', () => {
  const { patch, undo } = createPatches();
  const fixed = Object.freeze({ say: () => 'hello' });
  patch(fixed, 'say', 'value', () => () => 'no');
  patch({}, 'say', 'value', () => () => 'no');
  expect(fixed.say()).toBe('hello');
  undo();
});
