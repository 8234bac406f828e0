/**
 * The lazy border: only types cross it. The entry knows files, the core knows these functions.
 */
import type {
  Cause,
  Choice,
  CommsorConsent,
  ConsentMethod,
  ConsentReceipt,
  ConsentRecord,
  ConsentState,
  ErrorCode,
  Language,
  Texts,
  UiConfig,
  View,
} from './api.ts';
import type { Config, Rows } from './model/config.ts';
import type { Fault } from './model/faults.ts';
import type { Address } from './model/match.ts';
import type { Screen } from './screen.ts';
import type { Store } from './store.ts';

/** Ends what was started. */
export type Stop = () => void;

/** Starts something that follows the store, and returns its end. */
export type Feature<Needs> = (needs: Needs) => Stop;

/** What became of an answer. */
export interface Change {
  readonly before: ConsentState;
  readonly after: ConsentState;
  readonly cause: Cause;
}

// ───────────────────────────── views ─────────────────────────────

/** A language, as far as somebody speaks it: a part has its own English at hand, and no more. */
export interface Spoken<Words> extends Omit<Language, 'texts'> {
  readonly texts: Words;
}

/** What the banner says. */
export interface BannerWords extends Pick<Texts, 'banner'> {
  readonly purposes: { readonly [Id in keyof Texts['purposes']]: Pick<Texts['purposes'][Id], 'title'> };
  readonly signals: Pick<Texts['signals'], 'honoured'>;
}

/** What the preferences say. */
export interface PreferencesWords extends Pick<Texts, 'banner' | 'preferences' | 'purposes' | 'signals'> {
  readonly rights: RightsWords;
  readonly proof: Pick<Texts['proof'], 'some'>;
}

/** What the preferences say of rights: what became of one says the part that does it. */
export type RightsWords = Omit<Texts['rights'], 'downloaded' | 'forgotten' | 'objected'>;

/** What is said after an answer. */
export interface StatusWords extends Pick<Texts, 'status'> {
  readonly preferences: Pick<Texts['preferences'], 'close'>;
}

/** What a view may read and do. The core hands it in; views import nothing else. */
export interface ViewContext<Words = BannerWords> {
  /** Where the view renders: our open shadow root. */
  readonly root: ShadowRoot;
  readonly config: Config;
  readonly language: Spoken<Words>;
  /** Call again for the state of now. */
  state(): ConsentState;
  /** Which purposes wait for an answer: all, or only what is new or changed. */
  pending(): readonly string[];
  /**
   * The answer, under any signal that locks: the view leaves the screen, then everyone is told, and the visitor too, in
   * the words of `outcome` where the answer does not speak for itself. Rejects where it cannot be taken.
   */
  answer(choices: Readonly<Record<string, Choice>>, method: ConsentMethod, outcome?: Outcome): Promise<ConsentState>;
  /** The same, but the view stays on the screen and tells the visitor itself. */
  take(choices: Readonly<Record<string, Choice>>, method: ConsentMethod): Promise<ConsentState>;
  /** Forgets the answer, here and in other tabs; the view stays on the screen. */
  erase(): Promise<ConsentState>;
  /** Loads another part. A failure is tried again, then reported, and rejects. */
  readonly load: LoadChunk;
  readonly report: Store['report'];
  /** Dresses the card, which stands in `root` and is not raised yet, as the page, see `Theme`. */
  blendIn(card: HTMLElement): void;
  /** Leave the screen: nothing is answered. */
  close(): void;
  /** Go to another view. */
  open(view: View): void;
  /** Told of every change while mounted; returns the undo. Does not replay. */
  subscribe(listener: (state: ConsentState) => void): Stop;
}

/** What a visitor may do beside answering. */
export type Right = 'download' | 'object' | 'withdraw' | 'forget';

/** What it takes to do it. */
export type RightsContext = Pick<ViewContext, 'root' | 'config' | 'state' | 'take' | 'erase' | 'load'>;

/** What an answer is told as: a key of `texts.status`. */
export type Outcome = 'accepted' | 'rejected' | 'withdrawn' | 'saved';

/** An answer of the visitor, to be told. */
export interface Answered {
  /** The purposes and services that it was about. */
  readonly names: readonly string[];
  /** Default: by what is allowed now. */
  readonly outcome?: Outcome;
  /** Whether the visitor uses a keyboard, and what had the focus has left the screen. */
  readonly isFocusLost?: boolean;
}

/** Draws a view into `context.root`; the returned `Stop` takes it off the screen at once. */
export type Mount<Words = BannerWords> = (context: ViewContext<Words>) => Stop;

/** What words of another kind for the banner take. */
export type WordingNeeds = Pick<PartNeeds, 'store' | 'screen' | 'load'>;

/** Keeps `card`, which is on the screen, where a press reaches it, above whatever the page opens. */
export type KeepOnTop = (card: HTMLElement, screen: Screen) => Stop;

/** Calls `look` whenever the page may have turned modal or inert, so that a press on us reaches it, or back. */
export type FollowInert = (screen: Screen, look: () => void) => Stop;

/** What the placeholder of an embed may do. */
export interface EmbedContext extends Pick<ViewContext<Texts>, 'config' | 'language' | 'answer' | 'state'> {
  /** Load this one element now; nothing is stored. */
  once(element: Element): void;
  readonly theme: CardTheme;
  /** The address of a still picture of the site's own; `''`: there is none. */
  readonly preview: string;
  /** Takes the embed off the screen, and puts it back there. */
  hide(): void;
  show(): void;
}

/** How what we draw gets the looks of the page. */
export interface Theme {
  /** The colours that follow from those of the site, for a root of its own. */
  readonly css: string;
  /** Dresses `element`, which stands in the page, before it is painted, and whenever the page's theme changes. */
  blendIn(element: HTMLElement): void;
}

/** With what cards need, whoever draws them: the part that asks brings it along. */
export interface CardTheme extends Theme {
  /** The styles of a card and its buttons, for a root of its own. */
  readonly cardCss: string;
}

/** Puts a placeholder in front of a blocked `iframe` or `video`; the returned `Stop` removes it without a trace. */
export type MountPlaceholder = (element: HTMLElement, context: EmbedContext) => Stop;

// ───────────────────────────── parts ─────────────────────────────

/** A part that is loaded and started when it is first needed, and tried again after a failure. */
export interface Lazy<Part> {
  /**
   * Does `task` with the part once it is there. Rejects when it cannot be loaded; that has been reported then, so
   * whoever does not wait for the result need not catch it.
   */
  <Result>(task: (part: Part) => Result): Promise<Awaited<Result>>;
  /** The part, once it is there. */
  part: Part | null;
}

/** Shows what is asked, and turns what a visitor says into an answer. */
export interface Prompt {
  /** Default: the banner while undecided, else the preferences. */
  show(view?: View): Promise<void>;
  hide(): void;
  /** Shows the banner while there is something to ask or to tell, and takes it away when there is not. */
  prompt(): Promise<void>;
  /** Draws what is on the screen anew where it is not in the layout or the language for the page of now. */
  fit(): void;
  /** The view on the screen, or on its way there. */
  view(): View | null;
  readonly theme: CardTheme;
  /**
   * Takes an answer, under any signal that locks, and tells the visitor what became of it; resolves when everyone was
   * told.
   */
  answer(
    choices: Readonly<Record<string, Choice>>,
    method: ConsentMethod,
    outcome?: Outcome,
    isFocusLost?: boolean,
  ): Promise<ConsentState>;
  /** `answer` for the handle: rejects with a `TypeError` for names that nobody knows. */
  choose(choice: Choice, names?: readonly string[], mustBeObjectable?: boolean): Promise<ConsentState>;
  /** Does what an element of the page asks for with `data-consent-action` and `data-consent-names`. */
  act(element: Element): void;
  /** Makes sure that `record` is kept, once and where the site wants it. */
  keep(record: ConsentRecord): void;
  /** Forgets every copy that is kept. */
  clear(): void;
  /** Forgets the answer, here and in other tabs, and asks again. */
  erase(): Promise<ConsentState>;
  stop: Stop;
}

/** What Google reads: commands, which are `Arguments` objects, and events. */
type Entry = { readonly 2?: { readonly [type: string]: unknown } | null; readonly [index: string]: unknown };
export type Layer = (Entry | null | undefined)[];

/** Says what counts to the data layer that is there now. Returns what had its name and was none, if anything. */
export type LookAtLayer = () => unknown;

/** What every part that is started gets. */
export interface PartNeeds {
  readonly store: Store;
  readonly screen: Screen;
  /** Loads another part. A failure is tried again, then reported, and rejects. */
  readonly load: LoadChunk;
  readonly stored: StoredRecords;
}

/** What the core, which reads the stored choice first of all, lends to the parts: none brings its own reader. */
export interface StoredRecords {
  /** What this browser keeps for us by now. */
  read(): ConsentRecord | null;
  /** What is kept where no cookie sticks; only asked where this page has no cookie at all. */
  readFallback(): ConsentRecord | null;
  /** The record in a text that another tab sent, or `null`. */
  parse(text: string): ConsentRecord | null;
}

export interface PromptNeeds extends PartNeeds {
  /** Tells the visitor, also by screen readers, what became of an answer. */
  announce(answered: Answered): void;
}

/** What a page at rest needs: the way back, other tabs, our element's presence, leftovers. */
export interface Idle {
  /** Tells the visitor, also by screen readers, what became of an answer. */
  announce(answered: Answered): void;
  /** Opens the panel. */
  debug(): Promise<void>;
  receipt(): Promise<ConsentReceipt>;
  stop: Stop;
}

export interface IdleNeeds extends PartNeeds {
  readonly gate: Gate;
  readonly prompt: Lazy<Prompt>;
  readonly withdrawal: Lazy<Withdrawal>;
  readonly guard: Lazy<Guard>;
  /** Where Google is told of the answer. */
  readonly lookAtLayer: LookAtLayer | null;
  readonly handle: CommsorConsent;
  /** The configuration as it was written, for the checker; and what could not even be read of it. */
  readonly input: unknown;
  readonly unreadable: readonly Fault[];
}

/** What the proof for visitors needs. */
export type ProofNeeds = Pick<IdleNeeds, 'store' | 'screen' | 'load' | 'gate' | 'prompt'>;

/** Holds back what is tagged, and releases it. */
export interface Gate {
  /** Look for tagged elements under `root` too, now and as they come. */
  scan(root: ParentNode): void;
  /** Does `act` with every tagged element. */
  each(act: (element: Element) => void): void;
  /** What became of the tagged elements. */
  readonly statuses: WeakMap<Element, TagStatus>;
  /**
   * The expressions of the scripts that ran, by address or text: one that is no longer allowed only a new page stops,
   * wherever its element is by now.
   */
  readonly ran: Map<string, string>;
  /** What the visitor let in, one by one, until the next answer. */
  readonly once: Set<Element>;
  stop: Stop;
}

export type TagStatus = 'held' | 'queued' | 'released' | 'failed' | 'timed-out' | 'refused' | 'shown' | 'hidden';

/** Opens and shuts, shows and hides what is tagged and no script. */
export interface Embeds {
  /**
   * Takes such elements out of `waiting`, now and as they come; they come again whenever the decision on them may have
   * changed.
   */
  process(waiting: Set<Element>): void;
  stop: Stop;
}

export interface EmbedsNeeds extends PartNeeds {
  readonly prompt: Lazy<Prompt>;
  readonly gate: Pick<Gate, 'statuses' | 'once' | 'ran'>;
}

/** Shows the purposes and services in elements of the page. */
export interface Declarations {
  /** Shows them in `target`, from now on; in one that came back after it was gone, again. */
  show(target: Element): void;
  stop: Stop;
}

export interface StalePageNeeds extends Pick<IdleNeeds, 'store' | 'stored' | 'gate'> {
  /** Offers to load the page anew, or takes the offer back. */
  offer(isOffered: boolean): void;
}

/** Follows a page in which something ran that is no longer allowed. */
export interface StalePage {
  stop: Stop;
}

/** What follows when something lost its permission. */
export interface Withdrawal {
  /** Deletes what the services called `names` left behind, and reports what could not be deleted. */
  sweep(names: readonly string[]): Promise<void>;
  /** Deletes what the shipped table knows of that the visitor refused, whether the site names those services or not. */
  sweepKnown(): Promise<void>;
  /** Sweeps what was lost, and loads the page anew where a script of it had run. */
  follow(change: Change): Promise<void>;
  stop: Stop;
}

export interface WithdrawalNeeds extends PartNeeds {
  readonly gate: Pick<Gate, 'ran'>;
}

export interface TakeOverNeeds {
  readonly store: Pick<Store, 'config' | 'commit'>;
  readonly stored: Pick<StoredRecords, 'read'>;
  /** Keeps an answer, where this browser keeps any. */
  keep(record: ConsentRecord): void;
}

export interface ReopenNeeds extends PartNeeds {
  /** Which has the theme of the page, where it is there. */
  readonly prompt: Lazy<Prompt>;
}

/** The re-open control in the corner of the page, and the words beside it. */
export interface Reopen {
  /** Where they are. */
  readonly corner: HTMLElement;
  /** Draws what belongs there now. */
  draw(): Promise<void>;
  /** Says `text` there, also to screen readers, until something else is said, or nothing. */
  say(text: string): Promise<void>;
  /** Says that the page has to be loaded anew, with a button that does it; or no longer. */
  offerReload(isOffered: boolean): void;
  stop: Stop;
}

export interface StatusNeeds extends PartNeeds {
  readonly reopen: Reopen;
}

/** Says what became of answers. */
export interface Status {
  /** Tells of an answer; or, without one, of a withdrawal that has loaded this page anew. */
  tell(answered?: Answered): Promise<void>;
}

/** What is left over after a sweep, and why. */
export interface Leftover {
  readonly service: string;
  readonly kind: 'cookie' | 'local' | 'session' | 'indexedDB' | 'cache';
  readonly name: string;
  readonly reason: string;
}

/** A call of `document.write` and the like: where it came from, and what it was to write. */
export interface LateWrite {
  readonly script: Element | null;
  readonly way: 'write' | 'writeln' | 'open';
  readonly markup: readonly string[];
}

/** What the checker found in a configuration. */
export interface Problem extends Fault {
  /**
   * `error`: the field cannot be what its author meant. `warning`: it can, but it is likely a slip, or the law or the
   * visitors will mind.
   */
  readonly level: 'error' | 'warning';
}

/** The parts that are loaded when they are needed, by the names of their files. */
export interface Chunks {
  /** With the banner, English, and what takes and keeps an answer. */
  prompt: { start(needs: PromptNeeds): Promise<Prompt> };
  preferences: {
    mount: Mount<PreferencesWords>;
    /** What it says in English, but for what the banner says too. */
    english: Omit<PreferencesWords, 'banner'>;
  };
  /** Where the visitor is a minor or has answered before, or a part runs without an answer and the rest does not. */
  wording: {
    /** Never rejects. */
    worded(mountBanner: Mount, needs: WordingNeeds): Promise<Mount>;
    policyNews(record: ConsentRecord | null, config: Pick<Config, 'policy'>, texts: Pick<Texts, 'banner'>): string;
  };
  /** While the page is modal, or inert. */
  'top-layer': { keepOnTop: KeepOnTop; followInert: FollowInert; isInert(root: ShadowRoot): boolean };
  placeholder: { mount: MountPlaceholder };
  /** Where neither of those that have it too is there. */
  theme: { createCardTheme(ui: UiConfig): CardTheme };
  [language: `texts/${string}`]: { default: Language };
  idle: { start(needs: IdleNeeds): Idle };
  /** When there is a way back to show, or something to say there; with the theme. */
  reopen: { start(needs: ReopenNeeds): Reopen };
  /** When the visitor has answered. */
  status: { start(needs: StatusNeeds): Status };
  embeds: { start(needs: EmbedsNeeds): Embeds };
  /** Where an element of the page asks for it. */
  declaration: { start(needs: PartNeeds): Declarations };
  check: { check(input: unknown, faults?: readonly Fault[], table?: Rows): Problem[] };
  receipt: { createReceipt(state: ConsentState, config: Config, language: Language): ConsentReceipt };
  rights: {
    /** Returns what became of it, in a sentence. */
    exercise(right: Right, context: RightsContext): Promise<string>;
    receiptFor(needs: PartNeeds): Promise<ConsentReceipt>;
  };
  /** Where the law of the visitor's place has to be found out. */
  locate: { locate(store: Store, input: unknown): Promise<void> };
  /** Where something is allowed that may be withdrawn. */
  'stale-page': { start(needs: StalePageNeeds): StalePage };
  /** Where Google reads consent from the page. */
  'data-layer': { watchLayer(store: Store, lookAtLayer: LookAtLayer): void };
  withdrawal: { start(needs: WithdrawalNeeds): Withdrawal };
  compat: {
    start(site: Pick<Store, 'config' | 'report' | 'allows' | 'on'>): Stop;
    takeOver(needs: TakeOverNeeds): void;
  };
  guard: { start(context: GuardContext): Stop; guardPage(needs: GuardNeeds): Guard };
  services: { services: Rows };
  write: { write(late: LateWrite, report: Store['report']): void };
  /** Where a visitor asks in the address what this page has contacted. */
  proof: { open(needs: ProofNeeds): Promise<void> };
  /** Where the preferences are opened, and the region is known. */
  authorities: { authorityIn(region: string): string | undefined };
  /** `isAsked`: somebody asked for the panel just now, so it may take the focus. */
  debug: { open(needs: IdleNeeds, isAsked: boolean): Promise<Stop> };
  loose: {
    findLoose(table: Chunks['services']['services'], needs: GuardNeeds): readonly LooseService[];
    sumUp(table: Chunks['services']['services'], needs: GuardNeeds): void;
    /** Beside it, since both look in the same tables with the same rules. */
    createNaming(config: Pick<Config, 'services' | 'purposes'>, table: Rows, host: string): Naming;
  };
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

/** What the guard of a page is given. */
export type GuardNeeds = Pick<IdleNeeds, 'store' | 'gate'>;

/** The guard of a page. */
export interface Guard {
  /** What it held, let pass, missed or noticed. */
  readonly reports: readonly GuardReport[];
  readonly stop: Stop;
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

/** A service of the shipped table that loads without waiting for an answer. */
export interface LooseService {
  readonly id: string;
  readonly title: string;
  /** Without their queries. */
  readonly addresses: readonly string[];
  /** The first untagged element that loads it; `null` where only requests were seen. */
  readonly element: Element | null;
  /** What to do, in a sentence. */
  readonly advice: string;
  /** What to write in the place of what stands there; nothing where that would not help. */
  readonly code?: string | undefined;
}

/** Where a name is kept. */
export type KeptPlace = 'cookie' | 'local' | 'session' | 'indexedDB' | 'caches';

/** Somebody whom a site, or the table, knows. */
export interface Owner {
  readonly id: string;
  readonly title: string;
  /** The expression that it would wait for; empty where the site has no such purpose. */
  readonly expression: string;
}

export interface Naming {
  ownerOf(address: Address): Owner | undefined;
  /** Who keeps something under `name`. */
  keeperOf(place: KeptPlace, name: string): Owner | undefined;
  /** The service whose global `code` mentions. */
  starterOf(code: string): Owner | undefined;
  /** Whether a host is the site's own. */
  isOwn(hostname: string): boolean;
}
