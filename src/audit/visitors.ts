/** Who visits the site, and what each of them has said by the time that counts. */

/** A situation in which requests, cookies and storage are looked at. */
export type Phase = 'unanswered' | 'rejected' | 'accepted' | 'withdrawn' | 'gpc' | 'dnt';

export interface Visitor {
  phase: Phase;
  /** What the visitor does on the first page, in this order; then the pages are visited. */
  answers: readonly ('reject' | 'accept' | 'withdraw')[];
  /** What the browser sends. */
  signal?: 'gpc' | 'dnt';
}

/** Who finds the pages comes first. */
export const VISITORS: readonly Visitor[] = [
  { phase: 'unanswered', answers: [] },
  { phase: 'rejected', answers: ['reject'] },
  { phase: 'accepted', answers: ['accept'] },
  { phase: 'withdrawn', answers: ['accept', 'withdraw'] },
  { phase: 'gpc', answers: [], signal: 'gpc' },
  { phase: 'dnt', answers: [], signal: 'dnt' },
];

/** As words for people. */
export const PHASE_WORDS: Record<Phase, string> = {
  unanswered: 'before an answer',
  rejected: 'after Reject',
  accepted: 'after Accept',
  withdrawn: 'after withdrawal',
  gpc: 'with Global Privacy Control',
  dnt: 'with Do Not Track',
};
