// A certificate for the stand-ins of other sites, made at start: nobody has to keep a key, and nothing has to be
// installed. It is the smallest that X.509 allows, https://www.rfc-editor.org/rfc/rfc5280#section-4.1
import { createHash, generateKeyPairSync, sign } from 'node:crypto';

const tlv = (tag, ...parts) => {
  const body = Buffer.concat(parts);
  const { length } = body;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
};
const sequence = (...parts) => tlv(0x30, ...parts);
const text = (tag, value) => tlv(tag, Buffer.from(value, 'ascii'));

/** 1.2.840.10045.4.3.2, ECDSA with SHA-256. */
const ALGORITHM = sequence(tlv(0x06, Buffer.from('2a8648ce3d040302', 'hex')));
/** 2.5.4.3, the common name. */
const NAME = sequence(tlv(0x31, sequence(tlv(0x06, Buffer.from('550403', 'hex')), text(0x0c, 'stand-in'))));
const ALWAYS = sequence(text(0x17, '200101000000Z'), text(0x17, '491231235959Z'));

/**
 * @returns {{ key: string, cert: string, hash: string }} PEM, PEM, and the SHA-256 of the public key in base64, as
 *   Chromium's `--ignore-certificate-errors-spki-list` takes it
 */
export function makeCertificate() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const serial = tlv(0x02, Buffer.from([1]));
  const certificate = sequence(serial, ALGORITHM, NAME, ALWAYS, NAME, spki);
  const signature = tlv(0x03, Buffer.from([0]), sign('sha256', certificate, privateKey));
  const der = sequence(certificate, ALGORITHM, signature).toString('base64');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    cert: `-----BEGIN CERTIFICATE-----\n${der.replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
    hash: createHash('sha256').update(spki).digest('base64'),
  };
}
