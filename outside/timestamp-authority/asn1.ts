/** Just enough of DER for tokens, written for this simulator alone. */
export function item(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  if (body.length < 128) return Buffer.concat([Buffer.of(tag, body.length), body]);
  const hex = body.length.toString(16);
  const size = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  return Buffer.concat([Buffer.of(tag, 0x80 + size.length), size, body]);
}

/** Object identifiers that the simulator writes, as DER. */
export const ids = {
  sha256: Buffer.from('0609608648016503040201', 'hex'),
  ecdsaWithSha256: Buffer.from('06082a8648ce3d040302', 'hex'),
  signedData: Buffer.from('06092a864886f70d010702', 'hex'),
  timestampInfo: Buffer.from('060b2a864886f70d0109100104', 'hex'),
  contentType: Buffer.from('06092a864886f70d010903', 'hex'),
  messageDigest: Buffer.from('06092a864886f70d010904', 'hex'),
  signingCertificate: Buffer.from('060b2a864886f70d010910022f', 'hex'),
  policy: Buffer.from('06042a030405', 'hex'),
  commonName: Buffer.from('0603550403', 'hex'),
  keyUsage: Buffer.from('0603551d0f', 'hex'),
  extendedKeyUsage: Buffer.from('0603551d25', 'hex'),
  basicConstraints: Buffer.from('0603551d13', 'hex'),
  timeStamping: Buffer.from('06082b06010505070308', 'hex'),
};

/** The values inside a value, each with its tag, its bytes and its content. */
export function parts(bytes: Buffer): { tag: number; all: Buffer; content: Buffer }[] {
  const found = [];
  for (let at = 0; at < bytes.length; ) {
    const told = bytes[at + 1] ?? 0;
    const wide = told < 128 ? 0 : told - 128;
    const length = wide === 0 ? told : bytes.readUIntBE(at + 2, wide);
    const end = at + 2 + wide + length;
    if (end > bytes.length) throw new Error('cut off');
    found.push({
      tag: bytes[at] ?? 0,
      all: bytes.subarray(at, end),
      content: bytes.subarray(at + 2 + wide, end),
    });
    at = end;
  }
  return found;
}

export const whole = (value: number): Buffer => item(2, Buffer.of(value));
/** `YYYYMMDDHHMMSSZ`. */
export const generalTime = (at: number): Buffer =>
  item(0x18, Buffer.from(`${new Date(at).toISOString().replace(/\D/g, '').slice(0, 14)}Z`));
