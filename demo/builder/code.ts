import type { ConsentConfig } from '../../src/api.ts';

/** Fields that the tag takes as attributes. What else a configuration says needs a script of its own. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  'policy.url': 'data-policy',
  'policy.version': 'data-policy-version',
  language: 'data-lang',
  'ui.layout': 'data-layout',
  'ui.theme': 'data-theme',
  'ui.reopen.label': 'data-reopen-label',
  region: 'data-region',
  google: 'data-google',
  'records.endpoint': 'data-records',
};

/** Opens the element in which a configuration as JSON stands. */
export const CONFIG_TAG = '<script type="application/json" id="commsor-consent-config">';

/** What goes first into the `<head>` of every page, in its shortest form. */
export function tag(config: ConsentConfig, sdk: string): string {
  const attributes = attributesFor(config);
  const script = (given: readonly string[]) => `<script ${[`src="${escape(sdk)}"`, ...given].join(' ')}></script>`;
  if (attributes) return script(attributes);
  const content = json(config).replaceAll('<', '\\u003c');
  return `${CONFIG_TAG}\n${content}\n</script>\n${script([])}`;
}

/** The configuration as a file. */
export const json = (config: ConsentConfig): string => print(config, JSON.stringify, JSON.stringify);

/** The same for a site with a bundler. */
export const javascript = (config: ConsentConfig): string => {
  const content = print(config, (key) => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(key)), quote);
  return `import { createConsent } from '@commsor/consent';\n\nexport const consent = createConsent(${content});\n`;
};

/** The attributes that say all of `config`, or `null` where they cannot. */
function attributesFor({ purposes, ...config }: ConsentConfig): string[] | null {
  const attributes: string[] = [];
  for (const [path, value] of leaves(config)) {
    const name = ATTRIBUTES[path];
    if (!name || (typeof value !== 'string' && value !== true)) return null;
    attributes.push(value === true ? name : `${name}="${escape(value)}"`);
  }
  if (!purposes) return attributes;
  if (Object.values(purposes).some((purpose) => Object.keys(purpose).length > 0)) return null;
  return [...attributes, `data-purposes="${escape(Object.keys(purposes).join(' '))}"`];
}

/** Every value with the path to it. */
function leaves(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key));
}

const escape = (value: string) =>
  value.replace(/[&<>"]/g, (sign) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[sign]};`);
const quote = (value: string) =>
  `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;

const WIDTH = 80;

/** As a person would write it: what fits on a line stands on one. */
function print(value: unknown, key: (name: string) => string, text: (words: string) => string, indent = ''): string {
  if (typeof value === 'string') return text(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const inner = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((one) => print(one, key, text, inner))
    : Object.entries(value).map(([name, one]) => `${key(name)}: ${print(one, key, text, inner)}`);
  const [open, close, space] = Array.isArray(value) ? ['[', ']', ''] : ['{', '}', ' '];
  if (!parts.length) return open + close;
  const line = `${open}${space}${parts.join(', ')}${space}${close}`;
  const isFile = indent === '';
  if (!isFile && !line.includes('\n') && indent.length + line.length <= WIDTH) return line;
  const comma = text === JSON.stringify ? '' : ',';
  return `${open}\n${parts.map((part) => inner + part).join(',\n')}${comma}\n${indent}${close}`;
}
