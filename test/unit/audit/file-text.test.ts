import { expect, test } from 'vitest';
import { readFileText } from '../../../src/audit/file-text.ts';

const HTML = '<p>Größe</p>';
const utf16 = Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(HTML, 'utf16le')]);

test.each([
  ['UTF-8', true, Buffer.from(HTML)],
  ['UTF-8 with a byte order mark', true, Buffer.from(`\u{FEFF}${HTML}`)],
  ['windows-1252', false, Buffer.from(HTML, 'latin1')],
  ['UTF-16, little-endian', false, utf16],
  ['UTF-16, big-endian', false, Buffer.from(utf16).swap16()],
])('a file in %s is read, and written as it was', (_, inUtf8, bytes) => {
  const { text, encode, isUtf8 } = readFileText(bytes);
  expect(isUtf8).toBe(inUtf8);
  expect(text).toBe(HTML);
  expect(encode(text)).toEqual(bytes);
  expect(readFileText(encode(text.replace('<p>', '<p hidden>'))).text).toBe('<p hidden>Größe</p>');
});

test('of another older encoding every byte comes back', () => {
  const bytes = Buffer.from(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  const { text, encode } = readFileText(bytes);
  expect(encode(text)).toEqual(bytes);
});
