import { expect, test } from 'vitest';
import { faultOf } from '../../../src/audit/fault.ts';

test.each([
  ['page.goto: net::ERR_NAME_NOT_RESOLVED at https://no.example/', 'there is no such host'],
  ['page.goto: net::ERR_CONNECTION_REFUSED at http://localhost:1/', 'nothing answers at that address'],
  ['page.goto: net::ERR_CONNECTION_RESET at http://localhost:1/', 'it ends the connection without an answer'],
  ['page.goto: net::ERR_TOO_MANY_REDIRECTS at http://localhost:1/', 'it redirects without end'],
  ['page.goto: net::ERR_CERT_DATE_INVALID at https://old.example/', 'its certificate is not valid'],
  ['page.goto: net::ERR_INVALID_AUTH_CREDENTIALS at http://localhost:1/', 'it wants a password'],
  ['page.goto: Download is starting\nCall log: …', 'it is no page but a download'],
  ['page.goto: Timeout 30000ms exceeded.', 'it does not answer within 30 s'],
  ['page.evaluate: Something else', 'Something else'],
])('%j is said as %j', (message, words) => expect(faultOf(new Error(message))).toBe(words));
