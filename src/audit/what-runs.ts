/** Tells what a script does by itself from what it does only when a visitor does something. Pure. */
import { type AnyNode, type CallExpression, type FunctionDeclaration, type Node, parse, type Program } from 'acorn';

/** What visitors do. Other events come by themselves, or at the call of a library. */
const WORDS =
  'click dblclick auxclick contextmenu submit reset change input focus blur focusin focusout copy cut paste';
const BY_VISITORS = new RegExp(
  String.raw`^(?:${WORDS.replaceAll(' ', '|')}|(?:key|mouse|pointer|touch|drag|drop|wheel)\w*)$`,
);

/** The methods that take the name of an event: the browser's own, and jQuery's. */
const LISTENING = /^(addEventListener|on|one|bind|delegate)$/;

/**
 * The code without the functions that listen to visitors (`button.addEventListener('click', …)`, `$(form).submit(…)`,
 * `button.onclick = …`), in which it may name what has not come yet, and without those for others, see
 * {@link forOthersIn}. What is no classic script stays as it is.
 */
export function whatRuns(code: string): string {
  const program = parsed(code);
  if (!program) return code;
  return without(code, [...[...nodesIn(program)].flatMap(listenersIn), ...forOthers(program)]);
}

/**
 * The functions that a classic script declares and never names again. They are for `<body onload="start()">`, or for
 * another script, and both would miss them if they waited.
 */
export function forOthersIn(code: string): Part[] {
  const program = parsed(code);
  return program ? forOthers(program) : [];
}

/** A part of some code, from `start` up to `end`. */
type Part = Pick<Node, 'start' | 'end'>;

export function without(code: string, parts: readonly Part[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of parts.toSorted((a, b) => a.start - b.start)) {
    if (start >= from) pieces.push(code.slice(from, start));
    from = Math.max(from, end);
  }
  return [...pieces, code.slice(from)].join(' ');
}

function forOthers(program: Program): FunctionDeclaration[] {
  let idle = program.body.filter(isDeclared);
  const named = new Set<string>();
  const waiting: AnyNode[] = program.body.filter((statement) => !isDeclared(statement));
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    for (const name of namesIn(node)) named.add(name);
    // What is named may run, and then so does what it names itself.
    waiting.push(...idle.filter(({ id }) => named.has(id.name)));
    idle = idle.filter(({ id }) => !named.has(id.name));
  }
  return idle;
}

const isDeclared = (statement: Program['body'][number]): statement is FunctionDeclaration =>
  statement.type === 'FunctionDeclaration';

const namesIn = (node: AnyNode) =>
  [...nodesIn(node)].flatMap((inner) => (inner.type === 'Identifier' ? [inner.name] : []));

/** The functions that a call, or an assignment, hands over to listen to what visitors do. */
function listenersIn(node: AnyNode): Node[] {
  if (node.type === 'AssignmentExpression')
    return BY_VISITORS.test(memberIn(node.left).replace(/^on/, '')) ? [node.right].filter(isFunction) : [];
  if (node.type !== 'CallExpression') return [];
  return eventsOf(node).every((name) => BY_VISITORS.test(name)) ? node.arguments.filter(isFunction) : [];
}

/** The events that a call listens to: several, with spaces between, in jQuery, which has methods of their names too. */
function eventsOf({ callee, arguments: [first] }: CallExpression): string[] {
  const method = memberIn(callee);
  if (!LISTENING.test(method)) return [method];
  return first?.type === 'Literal'
    ? String(first.value)
        .split(/\s+/)
        .map((name) => name.replace(/\..*/, ''))
    : [''];
}

const memberIn = (node: AnyNode): string =>
  node.type === 'MemberExpression' && node.property.type === 'Identifier' ? node.property.name : '';

function* nodesIn(value: unknown): Iterable<AnyNode> {
  if (typeof value !== 'object' || value === null) return;
  if (isNode(value)) yield value;
  for (const part of Object.values(value)) yield* nodesIn(part);
}

const isNode = (value: object): value is AnyNode => 'type' in value && 'start' in value;

const isFunction = ({ type }: Node): boolean => type === 'FunctionExpression' || type === 'ArrowFunctionExpression';

function parsed(code: string): Program | undefined {
  try {
    return parse(code, { ecmaVersion: 'latest', allowReturnOutsideFunction: true });
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
