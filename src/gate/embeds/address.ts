import { linkTo } from '../../page.ts';

/** Whether `url` is fetched over http(s): `javascript:` and `data:` are what a stranger would write. */
export const isWebAddress = (url: string) => /^https?:$/.test(linkTo(url).protocol);
