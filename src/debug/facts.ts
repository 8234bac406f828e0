/** What there is in the page at one moment, as plain data: the collectors look at nothing else. */
import type { ConsentError, ConsentState, View } from '../api.ts';
import type { GuardReport, KeptPlace, LooseService, Naming, Problem, TagStatus } from '../lazy.ts';
import type { Config } from '../model/config.ts';
import { holds } from '../model/expression.ts';
import type { Sources } from './sources.ts';

/** An element that loads, or is, something. */
export interface ElementFact {
  /** As one reads it in the page: `<script src="…">`. */
  readonly outline: string;
  /** Where it loads from; `null` for code in the page. */
  readonly address: URL | null;
  /** The code that stands in the page. */
  readonly code: string;
  /** What it waits for, where it is tagged. */
  readonly expression: string | null;
  readonly status: TagStatus | undefined;
  /** Whether the visitor let in this one. */
  readonly isOnce: boolean;
}

/** Something that was asked for. */
export interface RequestFact {
  readonly address: URL;
  /** By what, in the words of Resource Timing: `script`, `fetch`, `css`, … */
  readonly initiator: string;
  /** When, in milliseconds since the page began. */
  readonly start: number;
}

/** Something that is kept for this page. */
export interface KeptFact {
  readonly place: KeptPlace;
  readonly name: string;
  /** When the panel first saw it, in milliseconds since the page began; 0 for what it found. */
  readonly since: number;
  /** Whether the visitor had answered then. */
  readonly isAnswered: boolean;
}

export interface Facts {
  readonly version: string;
  /** The page, without its query. */
  readonly page: string;
  /** Milliseconds since the page began. */
  readonly now: number;
  readonly state: ConsentState;
  /** When the visitor answered, as far as is known: in milliseconds since the page began, below 0 for earlier. */
  readonly answeredAt: number;
  readonly config: Config;
  readonly naming: Naming;
  /** In the order of the document. */
  readonly elements: readonly ElementFact[];
  /** In the order of time. */
  readonly requests: readonly RequestFact[];
  readonly guarded: readonly GuardReport[];
  readonly loose: readonly LooseService[];
  readonly kept: readonly KeptFact[];
  /** What stands in the data layer; `null` where there is none. */
  readonly layer: readonly unknown[] | null;
  /** What the checker says; `null` where it did not come. */
  readonly problems: readonly Problem[] | null;
  /** The configuration as it was written, and what its sources say now. */
  readonly input: unknown;
  readonly sources: Sources;
  readonly errors: readonly ConsentError[];
  readonly view: View | null;
  /** Whether all is known that a question depends on. */
  readonly isSettled: boolean;
  readonly needsPrompt: boolean;
  /** Whether the site says that the visitor is no adult. */
  readonly isMinor: boolean;
}

/** Whether `expression` holds in `facts`; what is empty or unknown does not. */
export const isAllowed = ({ state }: { state: Pick<ConsentState, 'decisions'> }, expression: string): boolean =>
  holds(expression, (name) => state.decisions[name]?.allowed) === true;

/** An address without what may name a person. */
export const plain = ({ origin, protocol, pathname }: URL): string =>
  /^(https?|wss?):$/.test(protocol) ? origin + pathname : protocol;
