/** What keeps a page from being seen, in words that whoever runs the site understands. Pure. */
import { messageOf } from './cannot-look.ts';

/** By Chromium's names, https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h */
const WORDS: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/ERR_NAME_NOT_RESOLVED/, 'there is no such host'],
  [/ERR_CONNECTION_REFUSED/, 'nothing answers at that address'],
  [/ERR_INTERNET_DISCONNECTED|ERR_ADDRESS_UNREACHABLE|ERR_PROXY/, 'the network does not lead there'],
  [/ERR_CONNECTION_|ERR_EMPTY_RESPONSE|ERR_HTTP2_/, 'it ends the connection without an answer'],
  [/ERR_TOO_MANY_REDIRECTS/, 'it redirects without end'],
  [/ERR_CERT_|ERR_SSL_/, 'its certificate is not valid'],
  [/ERR_INVALID_AUTH_CREDENTIALS|ERR_UNEXPECTED_PROXY_AUTH/, 'it wants a password'],
  [/Download is starting|ERR_ABORTED/, 'it is no page but a download'],
  [/Timeout (\d+)000ms exceeded/, 'it does not answer within $1 s'],
];

/** Why a page cannot be seen, from what the browser said of it. */
export function faultOf(error: unknown): string {
  const message = messageOf(error);
  for (const [pattern, words] of WORDS) {
    const match = pattern.exec(message);
    if (match) return words.replace('$1', match[1] ?? '');
  }
  return message.replace(/^\w+\.\w+: /, '');
}
