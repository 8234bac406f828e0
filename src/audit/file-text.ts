/** The text of a file, such that what no edit touches goes back byte for byte. Pure. */
import { isUtf8 } from 'node:buffer';

export interface FileText {
  /** Without a byte order mark, as browsers read it. */
  text: string;
  /** Whether browsers read the page as UTF-8, and with it the scripts that say nothing of their own encoding. */
  isUtf8: boolean;
  /** The bytes of an edited text, in the encoding of the file. */
  encode(text: string): Buffer;
}

/** The marks by which browsers know an encoding, https://encoding.spec.whatwg.org/#bom-sniff */
const UTF_8_MARK = Buffer.of(0xef, 0xbb, 0xbf);
const UTF_16_LE_MARK = Buffer.of(0xff, 0xfe);
const UTF_16_BE_MARK = Buffer.of(0xfe, 0xff);

const startsWith = (bytes: Buffer, mark: Buffer) => bytes.subarray(0, mark.length).equals(mark);

/**
 * Reads what a file holds. Of an older encoding, as windows-1252, each byte becomes the character of its number: markup
 * and edits are ASCII, and every byte of the rest comes back as it was.
 */
export function readFileText(bytes: Buffer): FileText {
  const as = (encoding: BufferEncoding, mark: Buffer): FileText => ({
    text: bytes.subarray(mark.length).toString(encoding),
    isUtf8: encoding === 'utf8',
    encode: (text) => Buffer.concat([mark, Buffer.from(text, encoding)]),
  });
  if (startsWith(bytes, UTF_16_LE_MARK)) return as('utf16le', UTF_16_LE_MARK);
  if (startsWith(bytes, UTF_16_BE_MARK)) {
    const { encode, ...read } = readFileText(swapped(bytes));
    return { ...read, encode: (edited) => swapped(encode(edited)) };
  }
  if (!isUtf8(bytes)) return as('latin1', Buffer.alloc(0));
  return as('utf8', startsWith(bytes, UTF_8_MARK) ? UTF_8_MARK : Buffer.alloc(0));
}

/** Each pair of bytes the other way round; a last byte alone belongs to no character. */
const swapped = (bytes: Buffer) => Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16();
