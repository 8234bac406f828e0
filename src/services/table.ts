/**
 * Widely used services, ready for `services` in a configuration and for the builder. State of November 2026.
 *
 * A field is left out rather than guessed. `purposes` is the use that supervisory authorities commonly see in a
 * service, `country` where its provider, or the data, is, and a site may know better: spread an entry and change it.
 * `cookies` and `storageKeys` are what lies on the site's own domain, since only that can be deleted there, and a few
 * well-known names on the service's own; what it keeps there, it keeps. `match` are the hosts of its scripts, frames
 * and pixels as a page asks for them.
 *
 * To check an entry: open a page with nothing but that service, look at the requests and at the storage of the page's
 * own origin, and read the page behind `policyUrl`; or read all hosts and names in the code that the vendor publishes.
 * What nobody has checked yet stands in unverified.ts.
 */
import type { ServiceConfig } from '../api.ts';
import { advertising } from './advertising.ts';
import { analytics } from './analytics.ts';
import { conversations } from './conversations.ts';
import { embeds } from './embeds.ts';

export const services = { ...analytics, ...advertising, ...embeds, ...conversations } satisfies Record<
  string,
  ServiceConfig
>;

/** The id of a service in the table. */
export type ServiceId = keyof typeof services;
