/** What another consent tool left in a site: its marks in the pages, and the answers in its visitors' browsers. */
export { start } from './marks.ts';
export { takeOver } from './take-over.ts';
