import { fieldOf, type QrField, readFields, writeFields } from './fields.ts';

const CHECK = '63';

/** The fields of a code without its check; undefined if it is none, or its check is wrong. */
export function readChecked(text: string): readonly QrField[] | undefined {
  const fields = readFields(text);
  if (fields?.[0]?.tag !== '00' || fields[0].value !== '01' || fields.at(-1)?.tag !== CHECK) return undefined;
  if (fieldOf(fields, CHECK) !== checkOf(text.slice(0, -4))) return undefined;
  return fields.slice(0, -1);
}

/** Fields as the text of a code, with its check. */
export function writeChecked(fields: readonly QrField[]): string {
  const text = `${writeFields(fields)}${CHECK}04`;
  return `${text}${checkOf(text)}`;
}

/** CRC-16/CCITT-FALSE, in four hexadecimal digits. */
function checkOf(text: string): string {
  let check = 0xffff;
  for (const byte of new TextEncoder().encode(text)) {
    check ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) check = ((check << 1) ^ (check & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return check.toString(16).toUpperCase().padStart(4, '0');
}
