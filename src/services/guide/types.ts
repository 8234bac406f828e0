/** The shape of the second table: what whoever writes the tags has to know of a service, and visitors do not. */

/** The shapes in which services stand in pages. */
export type TagKind =
  | 'script'
  | 'script-and-start'
  | 'snippet'
  | 'markup-and-script'
  | 'frame'
  | 'pixel'
  | 'style-sheet'
  | 'inside'
  | 'untagged';

export interface Tagging {
  kind: TagKind;
  /** The usual markup as it waits for the service. Words in capitals, as `YOUR_ID`, are the site's own. */
  html?: string;
  /** What to know beside the markup; all there is to say where there is none. */
  note?: string;
}

/** A page of the vendor's that says so, or a file of a package that the vendor publishes. */
export interface Source {
  url: string;
  /** The day on which a copy of the page was read, ISO 8601; the copy may be older. */
  read: string;
}

/** What the vendor's own code has for being told of consent. A tagged service does not need it: it waits anyway. */
export interface ConsentCall {
  /** To be run when the visitor has agreed; left out where there is nothing to say then. */
  granted?: string;
  /** To be run when the visitor has not, or no longer, agreed; left out where there is nothing to say then. */
  denied?: string;
  note?: string;
  /** Left out where nobody has checked the call yet: it is not verified then. */
  source?: Source;
}

/** What visitors miss while a service waits. */
export type Missed =
  | 'ads'
  | 'bookings'
  | 'chat'
  | 'code'
  | 'comments'
  | 'documents'
  | 'fonts'
  | 'forms'
  | 'guides'
  | 'icons'
  | 'login'
  | 'maps'
  | 'music'
  | 'payment'
  | 'pictures'
  | 'popups'
  | 'posts'
  | 'reading aids'
  | 'reviews'
  | 'robot check'
  | 'share buttons'
  | 'translation'
  | 'variants'
  | 'videos';

export interface Dependence {
  on: Missed;
  /** What stands in its place meanwhile. */
  instead: string;
}

export interface ServiceGuide {
  /** Why the service has these purposes and no others: one sentence. */
  reason: string;
  tagging: Tagging;
  /** `null` where the vendor has none, or none is known. */
  consentCall: ConsentCall | null;
  /** `null` where visitors see no difference. */
  depends: Dependence | null;
}
