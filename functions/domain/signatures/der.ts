/** A value of DER: its tag, its content and all of its bytes. */
export interface Der {
  readonly tag: number;
  readonly content: Buffer;
  readonly whole: Buffer;
}

/** How deep values without a length may hold one another. */
const DEEPEST = 32;

/**
 * Reads the value that begins at an offset, in DER, or in BER with an open length, as some programs write CMS. Tags of
 * several bytes are not used by anything that is read here.
 */
export function readDer(bytes: Buffer, at = 0, depth = 0): Der {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) throw new RangeError('no DER');
  if (first === 0x80) return readOpen(bytes, at, depth);
  const wide = first < 0x80 ? 0 : first & 0x7f;
  if (wide > 4) throw new RangeError('no DER');
  const length = wide === 0 ? first : bytes.readUIntBE(at + 2, wide);
  const start = at + 2 + wide;
  if (start + length > bytes.length) throw new RangeError('DER that is cut off');
  return { tag, content: bytes.subarray(start, start + length), whole: bytes.subarray(at, start + length) };
}

/** A value that ends where two zeros stand in place of the next. */
function readOpen(bytes: Buffer, at: number, depth: number): Der {
  const tag = bytes[at] ?? 0;
  if ((tag & 0x20) === 0 || depth > DEEPEST) throw new RangeError('no DER');
  let end = at + 2;
  while (bytes[end] !== 0 || bytes[end + 1] !== 0) end += readDer(bytes, end, depth + 1).whole.length;
  return { tag, content: bytes.subarray(at + 2, end), whole: bytes.subarray(at, end + 2) };
}

/** The values within a value. */
export function* childrenOf({ content }: Pick<Der, 'content'>): Generator<Der> {
  for (let at = 0; at < content.length; ) {
    const child = readDer(content, at);
    yield child;
    at += child.whole.length;
  }
}

/** The bytes of an octet string, also of one in parts. */
export function octetsOf(value: Der): Buffer {
  return (value.tag & 0x20) === 0 ? value.content : Buffer.concat([...childrenOf(value)].map(octetsOf));
}

/** The bytes of a bit string. */
export const bitsOf = ({ content }: Der): Buffer => content.subarray(1);

/** An object identifier, in numbers and dots. */
export function dotted({ content }: Der): string {
  const numbers: number[] = [];
  let number = 0;
  for (const byte of content) {
    number = number * 128 + (byte & 0x7f);
    if (byte & 0x80) continue;
    numbers.push(number);
    number = 0;
  }
  const [first = 0, ...rest] = numbers;
  const top = Math.min(2, Math.floor(first / 40));
  return [top, first - top * 40, ...rest].join('.');
}

/** Tags of what is read here. */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  octets: 0x04,
  oid: 0x06,
  sequence: 0x30,
  set: 0x31,
} as const;

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
