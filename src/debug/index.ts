import type { ConsentRecord, Decision } from '../api.ts';
import type { DebugContext, Stop, TagReport } from '../lazy.ts';
import { create } from '../ui/element.ts';
import { adopt } from '../ui/styles/adopt.ts';
import css from '../ui/styles/debug.css';
import { describe } from './messages.ts';

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

/** What the visitor said, where and until when it counts. */
const answer = ({ event, method, givenAt, expiresAt }: ConsentRecord) =>
  `${event} in the ${method}, ${new Date(givenAt).toLocaleString()}, ` +
  `until ${new Date(expiresAt).toLocaleDateString()}`;

/** The panel that answers "why does this tag (not) run?". */
export function mount({ root, consent, tags, guarded, loose, errors }: DebugContext): Stop {
  const undress = adopt(root, css);
  const body = create('div');
  const panel = create(
    'section',
    { class: 'debug', part: 'debug', 'aria-label': 'Commsor Consent: why' },
    create('button', { onclick: stop }, 'Close'),
    create('h2', {}, `Commsor Consent ${consent.version}`),
    body,
  );
  root.append(panel);

  function draw(): void {
    const { status, model, region, signals, decisions, record } = consent.get();
    const untagged = loose();
    body.replaceChildren(
      create('h3', {}, 'Known services that run untagged'),
      table(
        untagged.flatMap(({ title, addresses, cure }) => [
          [title, addresses.join('\n'), false],
          ['write', cure],
        ]),
      ),
      table([
        ['status', status],
        ['model', region ? `${model} in ${region}` : model],
        [
          'signals',
          [signals.dnt && 'Do Not Track', signals.gpc && 'Global Privacy Control'].filter(Boolean).join(', ') || 'none',
        ],
        ['answer', record ? answer(record) : 'none stored'],
      ]),
      create('h3', {}, 'Purposes and services'),
      table(Object.entries(decisions).map(([name, decision]) => [name, why(decision), decision.allowed])),
      create('h3', {}, 'Tags in this page'),
      table(
        tags().map(({ element: tag, expression, status: fate }) => [
          outline(tag),
          `${STATUS[fate]}; it asks for "${expression}", which is ${consent.allows(expression) ? '' : 'not '}allowed`,
          consent.allows(expression),
        ]),
      ),
      ...(guarded().length
        ? [
            create('h3', {}, 'Untagged addresses that a rule names'),
            table(
              guarded().map(({ url, kind, consent: expression, outcome }) => [
                url,
                `${kind}, ${outcome}: "${expression}"`,
                outcome !== 'missed',
              ]),
            ),
          ]
        : []),
      create('h3', {}, 'Errors'),
      table(errors().map((error) => [error.code, describe(error), false])),
    );
  }

  draw();
  // Tags come, run and fail without anyone being told.
  const timer = setInterval(draw, REDRAW);
  function stop(): void {
    clearInterval(timer);
    panel.remove();
    undress();
  }
  return stop;
}

function table(rows: readonly (readonly [string, string, boolean?])[]): HTMLElement {
  const lines = rows.map(([name, text, isGood]) =>
    create(
      'tr',
      {},
      create('td', {}, name),
      create('td', { class: isGood !== undefined && (isGood ? 'yes' : 'no') }, text),
    ),
  );
  return create('table', {}, ...(lines.length > 0 ? lines : [create('caption', {}, 'none')]));
}

const ADDRESSES = ['src', 'href'].flatMap((name) => [name, `data-consent-${name}`, `data-${name}`]);

/** An element as one reads it in the page: `<script src="…">`. */
function outline(tag: Element): string {
  const address = ADDRESSES.map((name) => tag.getAttribute(name)).find(Boolean);
  return `<${tag.localName}${tag.id ? ' id="' + tag.id + '"' : ''}${address ? ' ' + address : ''}>`;
}
