/** A value of DER: its tag, its content and all of its bytes. */
export interface Der {
  readonly tag: number;
  readonly content: Buffer;
  readonly whole: Buffer;
}

/** Reads the value that begins at an offset. Only what DER allows: lengths of at most four bytes, none of them open. */
export function readDer(bytes: Buffer, at = 0): Der {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw new RangeError('no DER');
  const wide = first < 0x80 ? 0 : first & 0x7f;
  if (wide > 4 || first === 0x80) throw new RangeError('no DER');
  const length = wide === 0 ? first : bytes.readUIntBE(at + 2, wide);
  const start = at + 2 + wide;
  if (start + length > bytes.length) throw new RangeError('DER that is cut off');
  return { tag, content: bytes.subarray(start, start + length), whole: bytes.subarray(at, start + length) };
}

/** The values within a value. */
export function* childrenOf({ content }: Pick<Der, 'content'>): Generator<Der> {
  for (let at = 0; at < content.length; ) {
    const child = readDer(content, at);
    yield child;
    at += child.whole.length;
  }
}

/** A value of DER from its tag and its content. */
export function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  if (body.length < 0x80) return Buffer.concat([Buffer.from([tag, body.length]), body]);
  const wide = body.length < 0x100 ? 1 : body.length < 0x10000 ? 2 : body.length < 0x1000000 ? 3 : 4;
  const length = Buffer.alloc(wide);
  length.writeUIntBE(body.length, 0, wide);
  return Buffer.concat([Buffer.from([tag, 0x80 | wide]), length, body]);
}

export const sequence = (...content: readonly Uint8Array[]): Buffer => der(0x30, ...content);
/** A set, ordered as DER demands. */
export const setOf = (...content: readonly Uint8Array[]): Buffer =>
  der(0x31, ...content.toSorted((a, b) => Buffer.compare(a, b)));
export const octets = (content: Uint8Array): Buffer => der(0x04, content);
export const bits = (content: Uint8Array, unused = 0): Buffer => der(0x03, Buffer.from([unused]), content);
export const text = (value: string): Buffer => der(0x0c, Buffer.from(value, 'utf8'));
export const nothing = (): Buffer => der(0x05);
export const yes = (): Buffer => der(0x01, Buffer.from([0xff]));
/** Tagged by its place in the structure, holding a value as it is. */
export const tagged = (number: number, ...content: readonly Uint8Array[]): Buffer =>
  der(0xa0 | number, ...content);

/** A whole number that is not negative, from its bytes. */
export function integer(value: number | Uint8Array): Buffer {
  const bytes =
    typeof value === 'number'
      ? Buffer.from(
          value
            .toString(16)
            .padStart(2, '0')
            .replace(/^(.(..)*)$/, '0$1'),
          'hex',
        )
      : Buffer.from(value);
  let from = 0;
  while (from < bytes.length - 1 && bytes[from] === 0) from += 1;
  const short = bytes.subarray(from);
  return der(0x02, (short[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), short]) : short);
}

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const parts = [first * 40 + second, ...rest].map(part => {
    const septets = [part & 0x7f];
    for (let left = Math.floor(part / 128); left > 0; left = Math.floor(left / 128))
      septets.unshift((left & 0x7f) | 0x80);
    return Buffer.from(septets);
  });
  return der(0x06, ...parts);
}

/** A time, as RFC 5280 has it: with two digits of the year until 2049. */
export function time(at: number): Buffer {
  const written = new Date(at).toISOString().replace(/[-:T]|\.\d+/g, '');
  return Number(written.slice(0, 4)) < 2050
    ? der(0x17, Buffer.from(written.slice(2), 'latin1'))
    : der(0x18, Buffer.from(written, 'latin1'));
}

/** The instant of a time; NaN if it is none. */
export function instantOf({ tag, content }: Der): number {
  const written = content.toString('latin1');
  const parts = (
    tag === 0x17
      ? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/
      : /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?Z$/
  )
    .exec(written)
    ?.slice(1)
    .map(Number);
  if (!parts) return Number.NaN;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  const full = tag === 0x17 ? year + (year < 50 ? 2000 : 1900) : year;
  return Date.UTC(full, month - 1, day, hour, minute, second);
}
