import { root } from './parts.mjs';

/**
 * Rewrites the few places where the bundled packages do what our own code never does. A place that is no longer there fails the
 * build: it may have moved.
 */
export function hardenedPackages() {
  return {
    name: 'hardened-packages',
    transform(code, id) {
      const rewrites = Object.entries(packages).find(([file]) => id.replaceAll('\\', '/').endsWith(file))?.[1];
      if (!rewrites) return null;
      for (const [from, to] of rewrites) {
        const changed = code.replace(from, to);
        if (changed === code) this.error(`nothing matches ${from} any more: see what ${id} does now, and rewrite that`);
        code = changed;
      }
      return { code, map: null };
    },
  };
}

const packages = {
  '/preact/dist/preact.mjs': [
    // An element in the page named after a method of `document`, such as `<form name="createElementNS">`, hides that method.
    [/\b([\w$]+)\.(createElementNS|createTextNode)\(/g, 'Document.prototype.$2.call($1,'],
    // No markup is ever made from strings: neither by us, nor by whoever gets hold of a prop.
    [/"dangerouslySetInnerHTML"==\w+\?\w+=\w+:/g, ''],
    [/\b(\w+)\?\(\w+\|\|\w+&&\([^()]*\)\|\|\(\w+\.innerHTML=\1\.__html\),\w+\.__k=\[\]\):/, ''],
    // Nothing of ours is hydrated or waits for a promise.
    [/if\((\w+\.length=\w+,\w+\.__v=null),\w+\|\|\w+\)if\(\w+&&\w+\.then\)\{[^]*?\}else \w+&&\w+\.some\(\w+\);else (?=\w+\.__e=)/, '$1,'],
    [/128&\w+\.__u&&\([^]*?\|\|\w+\),(?=\(\w+=\w+\.__b\))/, ''],
    [/!\w+&&\(\w+=\w+\.__c\)&&\(\w+=\w+\.__z\)&&\([^()]*\([^()]*\)\)&&\([^()]*\([^()]*\),\w+\(\w+\),\w+\(\w+\)\),/, ''],
  ],
  '/js-cookie/dist/js.cookie.mjs': [
    // The same with `<img name="cookie">`; see src/core/unclobbered.ts.
    [/\bdocument\.cookie\b/g, 'jar.cookie'],
    [/^/, `import { jar } from ${JSON.stringify(`${root}src/core/unclobbered.ts`)};\n`],
  ],
};
