import { resolve } from 'node:path';
import { walk } from 'estree-walker';
import { MagicString } from 'magic-string';
import { root } from './parts.mjs';

/** The methods that only a document has, and that make something. */
const FACTORIES = new Set([
  'createElement',
  'createElementNS',
  'createTextNode',
  'createComment',
  'createDocumentFragment',
  'createAttribute',
  'createEvent',
  'createRange',
  'createTreeWalker',
  'createNodeIterator',
  'importNode',
  'adoptNode',
]);

/** The properties that `jar` in src/page.ts has. */
const PROPERTIES = new Set(['cookie']);

/** What the bundled packages do with a document. One that does so no longer may do it in a way not seen here. */
const EXPECTED = { preact: ['createElementNS', 'createTextNode'], 'js-cookie': ['cookie'] };

/**
 * An element in the page that is named like a property of `document`, such as `<form name="createElementNS">` or
 * `<img name="cookie">`, hides it, and a library may put a class of its own in the place of `Document`. Our own code
 * goes by src/page.ts, to the prototype of the document at hand; this makes the packages do the same, whatever their
 * minifier called things. A plugin for Rollup and for Vite.
 * @param {{ expected?: Record<string, string[]>, skipped?: string[] }} options by package, what has to be found in it;
 * and the packages that never ship
 * @returns {import('rollup').Plugin}
 */
export function pageDocument({ expected = EXPECTED, skipped = [] } = {}) {
  /** By package, what was found in it. */
  const found = new Map();
  return {
    name: 'page-document',
    buildStart() {
      found.clear();
    },
    transform(code, id) {
      const name = packageOf(id);
      if (!name || skipped.includes(name)) return null;
      const result = protect(code, this.parse(code), (problem) => this.error(`${id} ${problem}`));
      found.set(name, new Set([...(found.get(name) ?? []), ...result.found]));
      return result.found.length > 0 ? result : null;
    },
    buildEnd(error) {
      if (error) return;
      for (const [name, seen] of found) {
        const lost = (expected[name] ?? []).filter((method) => !seen.has(method));
        if (lost.length > 0)
          this.error(
            `${name} no longer uses ${lost.join(' and ')} of a document: see what it does now, and protect it`,
          );
      }
    },
  };
}

/** The package that a file is of, or `undefined` for one of our own. */
const packageOf = (id) => /^.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id)?.[1].replace('\\', '/');

function protect(code, ast, fail) {
  const text = new MagicString(code);
  const found = [];

  walk(ast, {
    enter(node, parent) {
      const name = node.type === 'MemberExpression' && memberName(node);
      if (FACTORIES.has(name)) {
        const isCall = parent.type === 'CallExpression' && parent.callee === node;
        if (!isCall || node.optional || parent.optional) fail(`takes ${name} from a document without calling it`);
        callOnPrototype(text, node, parent, name);
      } else if (name && node.object.type === 'Identifier' && node.object.name === 'document') {
        if (!PROPERTIES.has(name)) fail(`uses document.${name}: give it to \`jar\` in src/page.ts`);
        text.update(node.object.start, node.object.end, 'pageDocument');
      } else return;
      found.push(name);
    },
  });

  if (found.some((name) => PROPERTIES.has(name)))
    text.prepend(`import { jar as pageDocument } from ${JSON.stringify(resolve(root, 'src/page.ts'))};\n`);
  return { code: text.toString(), map: text.generateMap({ hires: true }), found };
}

/** The name in `object.name` and `object['name']`. */
function memberName({ computed, property }) {
  if (!computed) return property.name;
  return property.type === 'Literal' ? property.value : undefined;
}

/** `object.name(a, b)` becomes `Object.getPrototypeOf(document).name.call(object, a, b)`. */
function callOnPrototype(text, member, call, name) {
  const code = text.original;
  const dot = code.lastIndexOf(member.computed ? '[' : '.', member.property.start);
  const parenthesis = code.indexOf('(', member.end);
  text.appendLeft(member.start, `Object.getPrototypeOf(document).${name}.call(`);
  text.update(dot, parenthesis + 1, call.arguments.length > 0 ? ',' : '');
}
