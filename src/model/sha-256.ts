/**
 * SHA-256 (FIPS 180-4) of a text in UTF-8, as 64 hexadecimal digits. The browser's own, `crypto.subtle`, is missing on
 * pages without https.
 */
export function sha256(text: string): string {
  const state = firstPrimes(8).map((prime) => fraction(Math.sqrt(prime)));
  const constants = firstPrimes(64).map((prime) => fraction(Math.cbrt(prime)));
  const message = padded(new TextEncoder().encode(text));
  for (let at = 0; at < message.byteLength; at += BLOCK) mix(state, constants, new DataView(message, at, BLOCK));
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** The length of a block, in bytes. */
const BLOCK = 64;

/** The first 32 bits of the fraction of a number. */
const fraction = (value: number) => ((value % 1) * 2 ** 32) | 0;

const rotate = (word: number, bits: number) => (word >>> bits) | (word << (32 - bits));

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime)) primes.push(n);
  return primes;
}

/** The message with a single bit, zeros, and its length in bits, up to the end of a block. */
function padded(bytes: Uint8Array): ArrayBuffer {
  const buffer = new ArrayBuffer(Math.ceil((bytes.length + 9) / BLOCK) * BLOCK);
  const whole = new Uint8Array(buffer);
  whole.set(bytes);
  whole[bytes.length] = 0x80;
  new DataView(buffer).setBigUint64(buffer.byteLength - 8, BigInt(bytes.length) * 8n);
  return buffer;
}

/** Mixes one block into the eight words of `state`. */
function mix(state: number[], constants: readonly number[], block: DataView): void {
  const words = constants.map((_, index) => (index < 16 ? block.getInt32(index * 4) : 0));
  const word = (index: number) => words[index] ?? 0;
  let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number];
  constants.forEach((constant, index) => {
    if (index > 15) {
      const [early, late] = [word(index - 15), word(index - 2)];
      const small0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
      const small1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
      words[index] = (word(index - 16) + small0 + word(index - 7) + small1) | 0;
    }
    const big1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + big1 + ((e & f) ^ (~e & g)) + constant + word(index)) | 0;
    const big0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const second = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [a, b, c, d, e, f, g, h] = [(first + second) | 0, a, b, c, (d + first) | 0, e, f, g];
  });
  [a, b, c, d, e, f, g, h].forEach((value, index) => (state[index] = ((state[index] ?? 0) + value) | 0));
}
