// What is compared: how each tool gets onto a page, how it wants tags marked, and where its Accept button is.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const repository = fileURLToPath(new URL('..', import.meta.url));
const inRepository = (path) => resolve(repository, path);
const versionOf = (path) => JSON.parse(readFileSync(inRepository(`${path}/package.json`), 'utf8')).version;

const script = (attributes, { src, code }, srcName = 'src') =>
  `<script ${attributes}${src ? ` ${srcName}="${src}"` : ''}>${code ?? ''}</script>`;

const words = {
  title: 'We use cookies',
  body: 'We and our partners use cookies to measure visits and to show ads. You can accept all, reject all or choose.',
  accept: 'Accept all',
  reject: 'Reject all',
  choose: 'Preferences',
};

/** The tags as a page without consent has them: what a return visit costs at the least. */
const direct = {
  name: 'direct',
  title: 'no tool',
  tag: ({ src, code }) => (src ? `<script async src="${src}"></script>` : `<script>${code}</script>`),
};

/** A bare button that inserts the same tags: what an answer costs at the least. */
const button = {
  name: 'button',
  title: 'a bare button',
  tag: (tag) => script('type="text/plain"', tag),
  body: `<button id="go" style="position:fixed;bottom:0">Accept all</button><script>
go.addEventListener('click', () => {
  go.hidden = true;
  for (const held of document.querySelectorAll('script[type="text/plain"]')) {
    const script = document.createElement('script');
    script.async = false;
    if (held.src) script.src = held.src;
    else script.text = held.text;
    held.replaceWith(script);
  }
});</script>`,
  accept: `document.getElementById('go')`,
};

const ours = {
  name: 'ours',
  title: '@commsor/consent',
  version: versionOf('.'),
  // The same variable as in the build, to measure another one: OUT_DIR=/elsewhere npm run bench.
  folder: inRepository(process.env.OUT_DIR ?? 'dist'),
  tag: ({ purpose, ...tag }) => script(`type="text/plain" data-consent="${purpose}"`, tag),
  head: '<script async src="/tool/ours/commsor.js" data-policy="/privacy"></script>',
  accept: `document.querySelector('commsor-ui')?.shadowRoot?.querySelector('[part~="accept"]')`,
};

/** Our marks without our script: what a page of so many elements costs by itself. */
const inert = { ...ours, name: 'inert', title: 'tagged, no tool', head: '' };

// As its documentation loads it from a CDN: the style sheet in the head, a module that imports the UMD file.
const vanilla = {
  name: 'vanilla-cookieconsent',
  title: 'vanilla-cookieconsent',
  version: versionOf('node_modules/vanilla-cookieconsent'),
  folder: inRepository('node_modules/vanilla-cookieconsent/dist'),
  files: {
    'config.js': `import './cookieconsent.umd.js';CookieConsent.run(${JSON.stringify({
      categories: { necessary: { enabled: true, readOnly: true }, analytics: {}, marketing: {} },
      hideFromBots: false,
      language: {
        default: 'en',
        translations: {
          en: {
            consentModal: {
              title: words.title,
              description: words.body,
              acceptAllBtn: words.accept,
              acceptNecessaryBtn: words.reject,
              showPreferencesBtn: words.choose,
            },
            preferencesModal: {
              title: words.choose,
              acceptAllBtn: words.accept,
              acceptNecessaryBtn: words.reject,
              savePreferencesBtn: 'Save',
              closeIconLabel: 'Close',
              sections: [
                { title: 'Necessary', description: 'These cookies are needed.', linkedCategory: 'necessary' },
                { title: 'Analytics', description: 'These cookies measure visits.', linkedCategory: 'analytics' },
                { title: 'Marketing', description: 'These cookies show ads.', linkedCategory: 'marketing' },
              ],
            },
          },
        },
      },
    })});`,
  },
  tag: ({ purpose, ...tag }) => script(`type="text/plain" data-category="${purpose}"`, tag),
  head: '<link rel="stylesheet" href="/tool/vanilla-cookieconsent/cookieconsent.css">',
  body: '<script type="module" src="/tool/vanilla-cookieconsent/config.js"></script>',
  accept: `document.querySelector('#cc-main .cm [data-role="all"]')`,
};

const klaro = {
  name: 'klaro',
  title: 'klaro',
  version: versionOf('node_modules/klaro'),
  folder: inRepository('node_modules/klaro/dist'),
  files: {
    'config.js': `var klaroConfig=${JSON.stringify({
      version: 1,
      storageMethod: 'cookie',
      lang: 'en',
      acceptAll: true,
      groupByPurpose: true,
      translations: {
        en: { privacyPolicyUrl: '/privacy', purposes: { analytics: 'Analytics', marketing: 'Marketing' } },
      },
      services: [
        { name: 'analytics', title: 'Analytics', purposes: ['analytics'] },
        { name: 'marketing', title: 'Marketing', purposes: ['marketing'] },
      ],
    })};`,
  },
  tag: ({ purpose, ...tag }) =>
    script(`type="text/plain" data-type="text/javascript" data-name="${purpose}"`, tag, 'data-src'),
  head: '<script defer src="/tool/klaro/config.js"></script><script defer src="/tool/klaro/klaro.js"></script>',
  accept: `document.querySelector('#klaro .cookie-notice .cm-btn-success')`,
};

/** Ratios are to this tool. */
export const yardstick = vanilla.name;
export const baselines = { direct, button, inert };
export const tools = [ours, vanilla, klaro];

/** The table of services of the build that is measured. */
export const readServices = async () => (await import(pathToFileURL(`${ours.folder}/services.js`))).services;

export const isBuilt = () => existsSync(`${ours.folder}/commsor.js`);
export const findTool = (name) => baselines[name] ?? tools.find((tool) => tool.name === name);
