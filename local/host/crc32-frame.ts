import { crc32 } from 'node:zlib';

/** What reading one framed line of a journal gave. */
export type Frame =
  | { readonly kind: 'whole'; readonly text: string; readonly end: number }
  /** The file ends inside the line: a write that a kill cut short, and that nobody was told had succeeded. */
  | { readonly kind: 'torn' }
  | { readonly kind: 'corrupt' };

const HEADER = /^([0-9a-f]{8}) ([0-9a-f]{8}) $/;
const HEADER_BYTES = 18;

/** One journal line: length and CRC-32 in hexadecimal, then the text, then a line feed. */
export function frame(text: string): Buffer {
  const body = Buffer.from(text);
  const head = `${hex(body.length)} ${hex(crc32(body))} `;
  return Buffer.concat([Buffer.from(head), body, Buffer.from('\n')]);
}

/** Reads the frame that starts at byte `start`. */
export function readFrame(bytes: Buffer, start: number): Frame {
  const head = bytes.toString('latin1', start, start + HEADER_BYTES);
  if (head.length < HEADER_BYTES) return { kind: /^[0-9a-f ]*$/.test(head) ? 'torn' : 'corrupt' };
  const [, length, checksum] = HEADER.exec(head) ?? [];
  if (length === undefined || checksum === undefined) return { kind: 'corrupt' };
  const from = start + HEADER_BYTES;
  const to = from + Number.parseInt(length, 16);
  if (to + 1 > bytes.length) return { kind: 'torn' };
  const body = bytes.subarray(from, to);
  if (bytes[to] !== 0x0a || crc32(body) !== Number.parseInt(checksum, 16)) return { kind: 'corrupt' };
  return { kind: 'whole', text: body.toString('utf8'), end: to + 1 };
}

const hex = (value: number) => value.toString(16).padStart(8, '0');
