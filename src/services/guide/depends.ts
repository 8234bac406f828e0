/** What visitors miss while a service waits, and what stands in its place: the answers that many rows share. */
import { missed } from './tags.ts';

const PLACEHOLDER = 'A placeholder of the same size, with "Load this once" and "Always allow".';

export const video = missed('videos', PLACEHOLDER);
export const music = missed('music', PLACEHOLDER);
export const map = missed('maps', `${PLACEHOLDER} Write the address beside it, with a link to the map.`);
export const documents = missed('documents', `${PLACEHOLDER} Or a link to it.`);
export const code = missed('code', 'A link to the code, or the code itself in the page.');
export const post = missed('posts', 'The quoted text that the vendor’s markup holds, with a link to the post.');
export const feed = missed('posts', 'A link to the profile.');
export const pictures = missed('pictures', 'A picture of the site’s own, or a link.');
export const comments = missed('comments', 'A sentence that says so, in a block with data-consent="!…".');
export const reviews = missed('reviews', 'The rating as text, with a link to the reviews.');

export const fonts = missed(
  'fonts',
  'A font of the system. Better: serve the fonts yourself, and they need no consent.',
);
export const icons = missed('icons', 'Empty boxes. Serve the icons yourself, and they need no consent.');

export const chat = missed('chat', 'A link to the contact page, or a button that asks for this purpose.');
export const form = missed('forms', 'A plain form of the site’s own, or a mail address.');
export const framedForm = missed('forms', `${PLACEHOLDER} Beside it a mail address.`);
export const booking = missed('bookings', 'A link to the vendor’s booking page, and the telephone number.');
export const robots = missed(
  'robot check',
  'A plain form with a hidden field that only robots fill in; or ask for this purpose at the form.',
);
export const login = missed('login', 'The login with a password or by mail.');
const NEVER_WAITS = 'Nothing has to: it is necessary, so it never waits.';
export const payment = missed('payment', NEVER_WAITS);
export const necessaryCheck = missed('robot check', NEVER_WAITS);

export const translation = missed('translation', 'The page in its own language.');
export const readingAid = missed('reading aids', 'The page itself, which has to be accessible without it.');
export const sharing = missed('share buttons', 'Plain links to the networks, which need no script.');
export const popups = missed('popups', 'Nothing; a plain form for the newsletter if there is to be one.');
export const guides = missed('guides', 'Nothing; the page without hints and tours.');
export const ads = missed('ads', 'Empty room: give it a fixed height, or advertise something of your own.');
export const variants = missed(
  'variants',
  'The page as it is without the test. A snippet that hides the page meanwhile has to wait too, or nothing is seen.',
);
