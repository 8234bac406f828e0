/**
 * The lazy border: only types cross it. The entry knows files, the core knows these functions.
 */
import type {
  Choice,
  ConsentMethod,
  ConsentRecord,
  Cause,
  ConsentState,
  ConsentReceipt,
  ErrorCode,
  ConsentError,
  ConsentEvents,
  View,
  CommsorConsent,
  Language,
} from './api.ts';
import type { Service, Config, Fault } from './model/config.ts';

/** What the checker found in a configuration. */
export interface Problem extends Fault {
  /**
   * `error`: the field cannot be what its author meant. `warning`: it can, but it is likely a slip, or the law or the
   * visitors will mind.
   */
  readonly level: 'error' | 'warning';
}

/** Ends what was started. */
export type Stop = () => void;

/** What a view may read and do. The core hands it in; views import nothing else. */
export interface ViewContext {
  /** Where the view renders: our open shadow root. */
  readonly root: ShadowRoot;
  readonly config: Config;
  readonly language: Language;
  /** Call again for the state of now. */
  state(): ConsentState;
  /** Which purposes wait for an answer: all, or only what is new or changed. */
  pending(): readonly string[];
  /**
   * The answer, under any signal that locks: the view leaves the screen, then everyone is told. Rejects where it cannot
   * be taken.
   */
  answer(choices: Readonly<Record<string, Choice>>, method: ConsentMethod): Promise<ConsentState>;
  /** Leave the screen: nothing is answered. */
  close(): void;
  /** Go to another view. */
  open(view: View): void;
  /** Told of every change while mounted; returns the undo. Does not replay. */
  subscribe(listener: (state: ConsentState) => void): Stop;
  /** Say it to everyone, also to screen readers, and let it go after a while. */
  announce(message: string): void;
  report(code: ErrorCode, message: string, element?: Element): void;
}

/** Draws a view into `context.root`; the returned `Stop` takes it off the screen at once. */
export type Mount = (context: ViewContext) => Stop;

/** What the placeholder of an embed may do. */
export interface EmbedContext extends Pick<ViewContext, 'config' | 'language' | 'answer' | 'state' | 'report'> {
  /** Load this one element now; nothing is stored. */
  once(element: Element): void;
}
/** Puts a placeholder in front of a blocked `iframe` or `video`; the returned `Stop` removes it without a trace. */
export type MountPlaceholder = (element: HTMLElement, context: EmbedContext) => Stop;

/** Every integration has this shape: it starts, and returns its undo. */
export type Start<Options> = (consent: CommsorConsent, options: Options) => Stop;

/** What the core knows and can do. Its own modules and the parts that are loaded later share this one object. */
export interface Core extends Pick<ViewContext, 'root' | 'config' | 'state' | 'report'> {
  /** The configuration as it was written, for the checker. */
  readonly input: unknown;
  /** What the page says in it that could not even be read. */
  readonly faults: readonly Fault[];
  /** The optional purposes, in the order of configuration. */
  readonly optional: readonly string[];
  readonly handle: CommsorConsent;
  readonly errors: readonly ConsentError[];
  load: LoadChunk;
  on<E extends keyof ConsentEvents>(event: E, listener: ConsentEvents[E]): Stop;
  emit<E extends keyof ConsentEvents>(event: E, ...args: Parameters<ConsentEvents[E]>): void;
  /** Calls a stranger's function: one that throws is reported and stops nothing. */
  attempt(call: () => void): void;
  /** Whether an expression holds. */
  allows(expression: string): boolean;
  /** Whether a name is allowed; `undefined` for one that nobody knows. */
  isAllowed(name: string): boolean | undefined;
  /** Whether the visitor is to be asked by us, or told that the policy changed. */
  mustAsk(): unknown;
  /** Takes a record for the answer and tells everyone. */
  adopt(record: ConsentRecord | null, cause: Cause): Promise<ConsentState>;
  /** Where a visitor turned out to be, for a `region` that had to be asked for. */
  locate(region: string | null): void;
  /** What `adopt` of the present record would give. */
  evaluate(): ConsentState;
  /** Does `task` with a part, which is started when it is first needed. */
  views<T>(task: (part: Views) => T): Promise<Awaited<T>>;
  later<T>(task: (part: Settled) => T): Promise<Awaited<T>>;
  embeds<T>(task: (part: Embeds) => T): Promise<Awaited<T>>;
  destroy(): void;

  // ── our element, and the view in it ──
  readonly host: HTMLElement;
  /** Puts our element into the page, also back into it. */
  attach(): void;
  /** Default: the banner while undecided, else the preferences. */
  show(view?: View): Promise<void>;
  hide(): void;
  /** The view on the screen, or on its way there. */
  current(): View | null;

  // ── core/gate ──
  /**
   * Does `act` with every tagged element in the page and in the roots that were scanned; without `act` looks at them
   * again: decisions changed.
   */
  eachTag(act?: (element: Element) => void): void;
  /** Look for tagged elements under `root` too, now and as they come. */
  scan(root: ParentNode): void;
  /** What became of each. */
  readonly statuses: WeakMap<Element, TagStatus>;
  /** The expressions of the scripts that ran: one that is no longer allowed only a new page stops. */
  readonly ran: ReadonlySet<string>;
  /** What the visitor let in, one by one; core/embeds puts it here. */
  once?: WeakSet<Element>;
}

/** Which view is on the screen. */
export interface Views {
  show(view?: View): Promise<void>;
  /** Shows the banner while there is something to ask or to tell, and takes it away when there is not. */
  ask(): void;
  stop: Stop;
}

/** What a page needs once it has settled: the way back, other tabs, links, answers, leftovers. */
export interface Settled {
  /** Takes an answer, under any signal that locks; resolves when everyone was told. */
  answer(choices: Readonly<Record<string, Choice>>, method: ConsentMethod, cause?: Cause): Promise<ConsentState>;
  /** `answer` for the handle: rejects with a `TypeError` for names that nobody knows. */
  choose(choice: Choice, names?: readonly string[], mustBeObjectable?: boolean): Promise<ConsentState>;
  /** After every change but the start. */
  changed(before: ConsentState, state: ConsentState, cause: Cause): void;
  announce(message: string): void;
  /** The first click in the page, which may have come before anyone listened. */
  clicked(event?: Event): void;
  /** A released script called `document.write` and the like where that would have wiped the page. */
  written(script: Element | null, way: 'write' | 'writeln' | 'open', markup: readonly string[]): void;
  erase(): Promise<unknown>;
  receipt(): Promise<ConsentReceipt>;
  debug(): Promise<unknown>;
  stop: Stop;
}

/** Opens and shuts, shows and hides what is tagged and no script. */
export interface Embeds {
  /**
   * Takes such elements out of `waiting`, now and as they come; they come again whenever the decision on them may have
   * changed.
   */
  process(waiting: Set<Element>): void;
  stop: Stop;
}

/** What is left over after a sweep, and why. */
export interface Leftover {
  readonly service: string;
  readonly kind: 'cookie' | 'local' | 'session' | 'indexedDB' | 'cache';
  readonly name: string;
  readonly reason: string;
}

/**
 * The parts that are loaded when they are needed, by the names of their files. The entry knows files, the core knows
 * these functions.
 */
export interface Chunks {
  /** With the banner in it. */
  prompt: { start(core: Core): Views };
  preferences: { mount: Mount };
  placeholder: { mount: MountPlaceholder };
  [language: `texts/${string}`]: { default: Language };
  idle: { start(core: Core): Settled };
  embeds: { start(core: Core): Embeds };
  check: { check(input: unknown, faults?: readonly Fault[]): Problem[] };
  receipt: { createReceipt(state: ConsentState, config: Config, language: Language): ConsentReceipt };
  sweep: { sweep(services: readonly Service[], isDenied?: (id: string) => boolean): Promise<readonly Leftover[]> };
  compat: { start(marks: readonly string[]): Stop };
  guard: { start(context: GuardContext): Stop };
  write: { place(script: Element | null, html: string): boolean };
  debug: { mount(context: DebugContext): Stop };
}
export type LoadChunk = <Name extends keyof Chunks>(name: Name) => Promise<Chunks[Name]>;

/** What the guard of untagged tags did with an address, told once per address. */
export interface GuardReport {
  /** Without its query: that may hold anything. */
  readonly url: string;
  readonly kind: string;
  readonly consent: string;
  /**
   * `held`: an element waits, a request failed. `passed`: it is allowed. `missed`: it had run before the guard was
   * there.
   * `noticed`: in report mode, it would have been held.
   */
  readonly outcome: 'held' | 'passed' | 'missed' | 'noticed';
  readonly element?: Element;
}

/** What the guard may read and do. */
export interface GuardContext {
  readonly config: Pick<Config, 'block' | 'blockMode' | 'services'>;
  /** Hosts that count as the site's own beside the page's: where the SDK comes from. */
  readonly own: readonly string[];
  /** Whether the expression holds, or the visitor let this one element in. */
  allows(expression: string, element?: Element): boolean;
  /** Told of every change; returns the undo. Does not replay. */
  subscribe(listener: () => void): Stop;
  listed(report: GuardReport): void;
  report(code: ErrorCode, message: string, element?: Element): void;
}

/** What the "why" panel reads. */
export interface DebugContext {
  readonly root: ShadowRoot;
  readonly consent: CommsorConsent;
  readonly config: Config;
  /** Every tagged element that the gate knows, with its expression and what became of it. */
  tags(): readonly TagReport[];
  /** What the guard of untagged tags held, let pass, missed or noticed. */
  guarded(): readonly GuardReport[];
  /** Every error so far. */
  errors(): readonly ConsentError[];
}

export type TagStatus = 'held' | 'queued' | 'released' | 'failed' | 'timed-out' | 'refused' | 'shown' | 'hidden';

export interface TagReport {
  readonly element: Element;
  readonly expression: string;
  readonly status: TagStatus;
}
