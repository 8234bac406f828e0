import type { Stop } from '../lazy.ts';

/**
 * Asked before a native function is called. A function that it returns is called instead; else the native one is, with
 * `args` as they are then. A class always makes its object.
 */
export type Before = (self: unknown, args: unknown[]) => (() => unknown) | false | undefined | void;

/**
 * Puts `before` in front of a method or a class (`value`), or of an accessor (`get`, `set`), that `owner` has, itself
 * or from a prototype.
 */
export type Patch = (owner: object, name: string, field: 'value' | 'get' | 'set', before: Before) => void;

/**
 * A proxy keeps `name`, `length` and the "[native code]" of `toString`, which some scripts look at. The undo gives a
 * place back unless someone has put something in front of us since; then `before` stays in use and must let everything
 * through.
 */
export function createPatches(): { patch: Patch; undo: Stop } {
  const undos: Stop[] = [];
  return {
    patch(owner, name, field, before) {
      let holder: object | null = owner;
      while (holder && !Object.hasOwn(holder, name)) holder = Reflect.getPrototypeOf(holder);
      if (!holder) return;
      const place = holder;
      const current = (): unknown => Object.getOwnPropertyDescriptor(place, name)?.[field];
      const put = (value: unknown) => Reflect.defineProperty(place, name, { [field]: value });
      const native = current();
      if (typeof native !== 'function') return;
      const ours = new Proxy(native, {
        apply(target, self, args: unknown[]) {
          const instead = before(self, args);
          return instead ? instead() : Reflect.apply(target, self, args);
        },
        construct(target, args, made) {
          before(undefined, args);
          return Reflect.construct(target, args, made);
        },
      });
      put(ours);
      undos.push(() => {
        if (current() === ours) put(native);
      });
    },
    undo: () => undos.forEach((undo) => undo()),
  };
}
