/** Whether `url` is fetched over http(s): `javascript:` and `data:` are what a stranger would write. */
export function isWebAddress(url: string, base: string): boolean {
  try {
    return /^https?:$/.test(new URL(url, base).protocol);
  } catch {
    return false; // What cannot be parsed is no address.
  }
}
