// The one page that every tool is measured on: a small article with a style sheet, a picture, a script of its own, and
// tags.

const purposes = ['analytics', 'marketing'];
const mark = (id) => `(self.ran||=[]).push([${id},performance.now()]);`;

/** The code of the external tag `id`: it notes that it ran, and when. */
export const tagCode = mark;

/** `kind`: `external` scripts, or `mixed`, every other one inline. */
function makeTags(count, kind, thirdParty) {
  return Array.from({ length: count }, (_, i) => {
    const id = i + 1;
    const purpose = purposes[i % 2];
    const inline = kind === 'mixed' && id % 2 === 1;
    return inline ? { purpose, code: mark(id) } : { purpose, src: `${thirdParty}/tag/${id}.js` };
  });
}

/** Elements as they come on long pages: inline scripts, pictures, plain elements. */
const elements = [
  (id) => `<script type="text/plain" data-consent="analytics">${mark(id)}</script>`,
  // In a block: inline siblings share one box, which each paragraph that appears would split, at the browser's cost.
  () => '<div><img data-consent="marketing" data-src="/dot.bmp" width="1" height="1" alt=""></div>',
  (id) => `<p data-consent="!marketing" hidden>Element ${id} stands in for another.</p>`,
];

const sentence =
  'Consent is a freely given, specific, informed and unambiguous indication of the wishes of a person. '.split(' ');
const paragraph = (seed) =>
  `<p>${Array.from({ length: 60 }, (_, k) => sentence[(k * 7 + seed * 13) % sentence.length]).join(' ')}</p>`;
const cards = Array.from(
  { length: 24 },
  (_, i) => `<li><a href="#${i}"><b>Card ${i}</b> <span>Some text</span></a></li>`,
);
const article = `<header><a href="#a">Home</a> <a href="#b">News</a></header>
<main><h1>An article about nothing in particular</h1>
<img src="/hero.bmp" width="720" height="320" alt="" fetchpriority="high">
${Array.from({ length: 24 }, (_, i) => (i % 6 ? '' : `<h2>Section ${i}</h2>`) + paragraph(i)).join('\n')}
<ul>${cards.join('')}</ul></main>`;

/** Names every service of the table, and has a button that takes every permission back. */
const everyService = (ids) => ({
  head: `<script>commsorConsentConfig = ${JSON.stringify({ services: ids })};</script>`,
  body: '<button id="withdraw" data-consent-action="withdraw">Withdraw</button>',
});

/** `services`: the ids of the table. */
export function renderPage(tool, { count, kind, thirdParty, services }) {
  const extra = kind === 'services' ? everyService(services) : null;
  const tags = kind === 'elements' || extra ? [] : makeTags(count, kind, thirdParty).map(tool.tag);
  const long = kind === 'elements' ? Array.from({ length: count }, (_, i) => elements[i % elements.length](i + 1)) : [];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Benchmark</title>
<link rel="icon" href="data:,">
<meta name="viewport" content="width=device-width,initial-scale=1"><link rel="stylesheet" href="/page.css">
${extra?.head ?? ''}
${tool.head ?? ''}
${tags.join('\n')}
<script defer src="/page.js"></script></head><body>${extra?.body ?? ''}${article}
${long.join('\n')}
${tool.body ?? ''}
</body></html>`;
}

/** A rule that fits nothing in the page, as most in a real style sheet do. */
const unusedRule = (i) => {
  const colour = ((i * 123457) % 0xfff).toString(16).padStart(3, '0');
  return `.unused-${i}{margin:${i}px;padding:${(i * 7) % 31}px;color:#${colour}}`;
};

export const pageStyle = `body{margin:0;font:16px/1.5 system-ui,sans-serif;color:#222}
main{max-width:760px;margin:auto;padding:0 16px}
header{background:#eee;padding:16px}
img{max-width:100%;height:auto}
ul{display:grid;grid-template-columns:repeat(3,1fr);gap:16px;padding:0;list-style:none}
li a{display:block;border:1px solid #ddd;padding:16px}li span{display:block}
${Array.from({ length: 60 }, (_, i) => unusedRule(i)).join('\n')}`;

export const pageScript = `addEventListener('DOMContentLoaded', () => {
  const links = document.querySelectorAll('li a');
  links.forEach((link) => link.addEventListener('focus', () => link.scrollIntoView()));
});`;

/** An uncompressed picture, so that it weighs the same on every machine. */
export function bitmap(width, height) {
  const row = Math.ceil((width * 3) / 4) * 4;
  const file = Buffer.alloc(54 + row * height);
  file.write('BM');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  for (let i = 54; i < file.length; i++) file[i] = 128 + ((i * i) % 97);
  return file;
}
