import { root } from './parts.mjs';

/**
 * Rewrites the few places where the bundled packages do what our own code never does. A place that is no longer there
 * fails the
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
    // An element in the page named after a method of `document`, such as `<form name="createElementNS">`, hides that
    // method.
    [/\b([\w$]+)\.(createElementNS|createTextNode)\(/g, 'Document.prototype.$2.call($1,'],
    // What none of our components has, so that the minifier drops what hangs on it: lives of class components,
    // contexts, portals,
    // errors caught half-way, hooks into Preact itself.
    [
      /(?:[\w$]+\.)+(?:getDerivedStateFromProps|component(?:Will|Did)(?:Mount|Unmount|Update|ReceiveProps)|get(?:SnapshotBeforeUpdate|ChildContext)|event|is|props\.__P)\b(?![=(])/g,
      'void 0',
    ],
    [/(?<=,)\w+\.__P(?=&&\()/g, 'void 0'],
    [/(?<=,\w+=)\(\w+=\w+\.prototype\)&&\w+\.render/, '!1'],
    [/,\w+=\(\w+=\w+\.contextType\)&&\w+\[\w+\.__c\],\w+=[^,]*(?=,)/, ''],
    [/,\w+&&\w+\.sub\(\w+\)/, ''],
    [/(?<=__e:function\((\w+)),(\w+),\w+,\w+\)\{[^]*?(?=throw)/, '){'],
    [/,\w+\.prototype\.forceUpdate=function\(\w+\)\{[^{}]*\}/, ''],
    [/\w+==\w+\.debounceRendering/, '!0'],
    [/\((?:\(\w+=\w+\.debounceRendering\)|\w+)\|\|queueMicrotask\)/g, 'queueMicrotask'],
    // Elements and attributes that none of our views has; no markup is ever made from strings, neither by us, nor by
    // whoever gets hold of a prop.
    [
      /"(?:math|foreignObject|progress|dangerouslySetInnerHTML|http:[^"]*MathML)"==[\w$]+|"default(?:Value|Checked)"in \w+/g,
      '!1',
    ],
    [/"(?:progress|width|height|list|form|download|rowSpan)"!=\w+/g, '!0'],
    [/if\("style"==\w+\)[^]*?else (?=if\("o"==)/, ''],
    [/(\w+)=\1\.replace\(\/xlink[^;]*(?=;)/, '0'],
    [/\w+!=\((\w+)=\1\.replace\(\w+,"\$1"\)\)/, '!1'],
    [/\b(\w+)\?\(\w+\|\|\w+&&\([^()]*\)\|\|\(\w+\.innerHTML=\1\.__html\),\w+\.__k=\[\]\):/, ''],
    // Nothing of ours is hydrated, waits for a promise, is streamed, or is drawn into what has children already.
    [
      /if\((\w+\.length=\w+,\w+\.__v=null),\w+\|\|\w+\)if\(\w+&&\w+\.then\)\{[^]*?\}else \w+&&\w+\.some\(\w+\);else (?=\w+\.__e=)/,
      '$1,',
    ],
    [/128&\w+\.__u&&\([^]*?\|\|\w+\),(?=\(\w+=\w+\.__b\))/, ''],
    [/!\w+&&\(\w+=\w+\.__c\)&&\(\w+=\w+\.__z\)&&\([^()]*\([^()]*\)\)&&\([^()]*\([^()]*\),\w+\(\w+\),\w+\(\w+\)\),/, ''],
    [/32&\w+\.__u/g, '0'],
    [/[89]==\w+\.nodeType/g, '!1'],
    [/\w+\.firstChild\?\w+\.call\(\w+\.childNodes\):null/, 'null'],
    [/,(\w+)\)for\(\w+=0;[^{}]*\{\w+=\w+,\1\[\w+\]=null;break\}/, ');'],
    [/,(\w+)&&\(\w+\.__m&&[^()]*\([^()]*\),\1=!1\),\w+=null/, ''],
    [/if\((\w+)="template"==\w+&&\w+\.content\|\|(\w+),[^]*?;(?=for\(\w+ in)/, '$1=$2;'],
    [/\w+&&"function"!=typeof \w+\|\|(?=\$)/, ''],
    [/\w+&&"textarea"!=\w+\|\|/, ''],
    [/(\w+)\?\1\[0\]:/, ''],
    [/,(\w+)&&\1\.some\(\w+\)(?=\))/, ''],
    [/\|\|\w+&&\w+\.data==\w+/, ''],
  ],
  '/js-cookie/dist/js.cookie.mjs': [
    // The same with `<img name="cookie">`; see src/page.ts.
    [/\bdocument\.cookie\b/g, 'jar.cookie'],
    [/^/, `import { jar } from ${JSON.stringify(`${root}src/page.ts`)};\n`],
  ],
};
