/**
 * What whoever writes the tags has to know of each service: why it has its purposes, how it is tagged, what it has for
 * being told of consent, and what visitors miss while it waits. State of November 2026.
 *
 * No visitor loads it: it stands beside the table, with the same ids, for the package, the command `audit` and
 * docs/services.md. A consent call is noted with the page or file of its vendor that shows it; what has no source is
 * from memory of the vendors' snippets and not verified, and so is all of the markup.
 */
import type { ServiceId } from '../table.ts';
import { advertising } from './advertising.ts';
import { analytics } from './analytics.ts';
import { conversations } from './conversations.ts';
import { embeds } from './embeds.ts';
import type { ServiceGuide } from './types.ts';

export type { ConsentCall, Dependence, Missed, ServiceGuide, Source, TagKind, Tagging } from './types.ts';

/** The guide to each service of the table, by its id. */
export const serviceGuide: Readonly<Record<ServiceId, ServiceGuide>> = {
  ...analytics,
  ...advertising,
  ...embeds,
  ...conversations,
};
