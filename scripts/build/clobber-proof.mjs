import { root } from './parts.mjs';

/**
 * A page element whose name is that of a property of `document`, such as `<form name="createElementNS">` or
 * `<img name="cookie">`, hides that property. Our own code goes around it (src/core/unclobbered.ts); this rewrites the few
 * places where the bundled packages do not. A place that is no longer there fails the build: it may have moved.
 */
export function clobberProof() {
  return {
    name: 'clobber-proof',
    transform(code, id) {
      const rewrites = Object.entries(packages).find(([file]) => id.replaceAll('\\', '/').endsWith(file))?.[1];
      if (!rewrites) return null;
      for (const { from, to } of rewrites) {
        if (!from.test(code)) this.error(`nothing matches ${from} any more: see how it touches the document now, and guard that`);
        code = code.replace(from, to);
      }
      return { code, map: null };
    },
  };
}

const packages = {
  '/preact/dist/preact.mjs': [
    { from: /\b([\w$]+)\.createElementNS\(/g, to: 'Document.prototype.createElementNS.call($1,' },
    { from: /\b([\w$]+)\.createTextNode\(/g, to: 'Document.prototype.createTextNode.call($1,' },
  ],
  '/js-cookie/dist/js.cookie.mjs': [
    { from: /\bdocument\.cookie\b/g, to: 'jar.cookie' },
    { from: /^/, to: `import { jar } from ${JSON.stringify(`${root}src/core/unclobbered.ts`)};\n` },
  ],
};
