import { crc32 } from 'node:zlib';

/**
 * One record on disk is a line of text: length of the JSON in bytes (8 hex digits), its CRC-32 (8 hex digits), the
 * JSON, a line feed. It can be read with ordinary tools, and no part of a damaged one passes for whole.
 */
export const HEADER_LENGTH = 18;

export function encodeRecord(json: string): Buffer {
  const body = Buffer.from(json);
  const header = `${hex(body.length)} ${hex(crc32(body))} `;
  return Buffer.concat([Buffer.from(header, 'latin1'), body, NEW_LINE]);
}

const NEW_LINE = Buffer.from('\n');
const HEADER = /^([0-9a-f]{8}) ([0-9a-f]{8}) $/;

/** Length of the JSON that a header announces, or undefined when these bytes are no header. */
export function announcedLength(bytes: Buffer, at: number): number | undefined {
  const header = HEADER.exec(bytes.toString('latin1', at, at + HEADER_LENGTH));
  return header ? Number.parseInt(header[1] ?? '', 16) : undefined;
}

/** The record that starts at a byte, whole and with the right checksum, and where the next one starts. */
export function decodeRecord(bytes: Buffer, at: number): { json: string; next: number } | undefined {
  const length = announcedLength(bytes, at);
  if (length === undefined) return undefined;
  const start = at + HEADER_LENGTH;
  const end = start + length;
  if (end >= bytes.length || bytes[end] !== NEW_LINE[0]) return undefined;
  const body = bytes.subarray(start, end);
  const checksum = Number.parseInt(bytes.toString('latin1', at + 9, at + 17), 16);
  return crc32(body) === checksum ? { json: body.toString('utf8'), next: end + 1 } : undefined;
}

/** Whether any whole record starts after a damaged byte: then the damage is no torn end. */
export function holdsRecordAfter(bytes: Buffer, at: number): boolean {
  for (let line = bytes.indexOf(NEW_LINE, at); line >= 0; line = bytes.indexOf(NEW_LINE, line + 1)) {
    if (decodeRecord(bytes, line + 1)) return true;
  }
  return false;
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
