import type { Decision } from '../api.ts';
import type { DebugContext, Stop, TagReport } from '../lazy.ts';
import { describe } from './messages.ts';

const STYLE = `.debug{all:initial;position:fixed;inset:16px 16px 16px auto;z-index:2147483647;inline-size:min(560px,calc(100vw - 32px));box-sizing:border-box;overflow:auto;overscroll-behavior:contain;padding:16px 20px 20px;border:1px solid #8885;border-radius:12px;background:#16181d;color:#e8eaee;font:13px/18px ui-monospace,SFMono-Regular,Menlo,monospace;color-scheme:dark;box-shadow:0 8px 32px #0006}
.debug *{box-sizing:border-box}
.debug h2{margin:0 0 12px;font:600 15px/22px system-ui,sans-serif}
.debug h3{margin:20px 0 6px;font:600 13px/18px system-ui,sans-serif;color:#aab1bd}
.debug table{inline-size:100%;border-collapse:collapse}
.debug td{padding:5px 8px 5px 0;border-block-start:1px solid #fff2;vertical-align:top;overflow-wrap:anywhere}
.debug td:first-child{inline-size:38%}
.debug button{all:unset;cursor:pointer;padding:4px 10px;border:1px solid #fff5;border-radius:6px;float:inline-end;font:13px/18px system-ui,sans-serif}
.debug button:focus-visible{outline:2px solid #8ab4f8;outline-offset:2px}
.debug .yes{color:#7ee2a8}.debug .no{color:#ffb4a9}`;

/** How often the panel looks again, in milliseconds. */
const REDRAW = 500;

/** What became of a tag, in a sentence. */
const STATUS: Record<TagReport['status'], string> = {
  held: 'waits for permission',
  queued: 'is allowed and waits for the tags before it',
  released: 'was released',
  failed: 'was released, but could not be loaded',
  'timed-out': 'was released, but has not answered in time',
  refused: 'has an address that is never loaded',
  shown: 'is shown',
  hidden: 'is hidden',
};

/** Why a name is allowed or not, in a sentence. */
function why({ allowed, reason, signal, since }: Decision): string {
  const when = since === undefined ? '' : ` on ${new Date(since).toLocaleString()}`;
  switch (reason) {
    case 'necessary':
      return 'always on: strictly necessary';
    case 'signal':
      return `denied: the browser sends ${signal === 'dnt' ? 'Do Not Track' : 'Global Privacy Control'}`;
    case 'choice':
      return `${allowed ? 'allowed' : 'refused'} by the visitor${when}`;
    case 'objection':
      return `the visitor objected${when}`;
    case 'default':
      return allowed ? 'allowed until the visitor answers' : 'denied until the visitor answers';
    case 'unknown':
      return 'denied: no purpose or service has this name';
  }
}

/** The panel that answers "why does this tag (not) run?". */
export function mount({ root, consent, tags, guarded, errors }: DebugContext): Stop {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const panel = element('section', '');
  panel.className = 'debug';
  panel.setAttribute('part', 'debug');
  panel.setAttribute('aria-label', 'Commsor Consent: why');
  const close = element('button', 'Close');
  close.addEventListener('click', stop);
  const body = element('div', '');
  panel.append(close, element('h2', `Commsor Consent ${consent.version}`), body);
  root.append(panel);

  function draw(): void {
    const { status, model, region, signals, decisions, record } = consent.get();
    body.replaceChildren(
      table([
        ['status', status],
        ['model', region ? `${model} in ${region}` : model],
        [
          'signals',
          [signals.dnt && 'Do Not Track', signals.gpc && 'Global Privacy Control'].filter(Boolean).join(', ') || 'none',
        ],
        [
          'answer',
          record
            ? `${record.event} in the ${record.method}, ${new Date(record.givenAt).toLocaleString()}, until ${new Date(record.expiresAt).toLocaleDateString()}`
            : 'none stored',
        ],
      ]),
      element('h3', 'Purposes and services'),
      table(Object.entries(decisions).map(([name, decision]) => [name, why(decision), decision.allowed])),
      element('h3', 'Tags in this page'),
      table(
        tags().map(({ element: tag, expression, status: fate }) => [
          outline(tag),
          `${STATUS[fate]}; it asks for "${expression}", which is ${consent.allows(expression) ? '' : 'not '}allowed`,
          consent.allows(expression),
        ]),
      ),
      ...(guarded().length
        ? [
            element('h3', 'Untagged addresses that a rule names'),
            table(
              guarded().map(({ url, kind, consent: expression, outcome }) => [
                url,
                `${kind}, ${outcome}: "${expression}"`,
                outcome !== 'missed',
              ]),
            ),
          ]
        : []),
      element('h3', 'Errors'),
      table(errors().map((error) => [error.code, describe(error), false])),
    );
  }

  draw();
  // Tags come, run and fail without anyone being told.
  const timer = setInterval(draw, REDRAW);
  function stop(): void {
    clearInterval(timer);
    panel.remove();
  }
  return stop;
}

const element = (name: string, text: string): HTMLElement => {
  const made: HTMLElement = Document.prototype.createElement.call(document, name);
  made.textContent = text;
  return made;
};

function table(rows: readonly (readonly [string, string, boolean?])[]): HTMLElement {
  const made = element('table', '');
  for (const [name, text, isGood] of rows) {
    const row = element('tr', '');
    const value = element('td', text);
    if (isGood !== undefined) value.className = isGood ? 'yes' : 'no';
    row.append(element('td', name), value);
    made.append(row);
  }
  if (!rows.length) made.append(element('caption', 'none'));
  return made;
}

/** An element as one reads it in the page: `<script src="…">`. */
function outline(tag: Element): string {
  const address = tag.getAttribute('src') ?? tag.getAttribute('data-src') ?? tag.getAttribute('data-href') ?? '';
  return `<${tag.localName}${tag.id ? ' id="' + tag.id + '"' : ''}${address ? ' ' + address : ''}>`;
}
