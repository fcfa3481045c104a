import { LARGEST_STRUCTURE, unpackedAtMost } from '../../../schemas/file-limits.ts';
import type { FileRefusal, StoredFile } from '../../../schemas/stored/file.ts';
import { officeFaults } from '../../domain/files/attachment-refusals.ts';
import { kindOfDocument, officeFault, TELLING_PARTS } from '../../domain/files/office.ts';
import { cutOff, otherKind, stateSecret, unpacksTooLarge } from '../../domain/files/refusals.ts';
import { secrecyOfDocument } from '../../domain/files/secret-markup.ts';
import { type ZipEntry, zipEntries } from '../../domain/files/zip.ts';
import { recognize } from './recognize.ts';
import { TooMuch, unpack } from './unpack.ts';

/** What an Office document is and does. All its parts are unpacked to count them; the telling ones are read. */
export async function refusalOfOffice(
  declared: StoredFile['contentType'],
  bytes: Uint8Array,
): Promise<FileRefusal | undefined> {
  const entries = zipEntries(bytes);
  if (!entries) return cutOff;
  const parts = new Map<string, string>();
  let left = unpackedAtMost(bytes.length);
  try {
    for (const entry of entries) {
      const { text, size } = await read(entry, left);
      left -= size;
      if (text === undefined) continue;
      // Programs differ in which of two parts of one name they take.
      if (parts.has(entry.name)) return officeFaults.hidden;
      parts.set(entry.name, text);
    }
  } catch (error) {
    if (error instanceof TooMuch) return unpacksTooLarge;
    throw error;
  }
  const fault = officeFault(
    entries.map(({ name }) => name),
    parts,
  );
  if (fault) return officeFaults[fault];
  const found = kindOfDocument(parts);
  if (found !== declared) return otherKind(declared, found ?? (await recognize(bytes)));
  const mark = secrecyOfDocument(parts);
  return mark && stateSecret(mark);
}

async function read(
  { name, packed, data }: ZipEntry,
  left: number,
): Promise<{ text?: string; size: number }> {
  const telling = TELLING_PARTS.test(name);
  const most = telling ? Math.min(left, LARGEST_STRUCTURE) : left;
  if (!packed) return telling ? { text: textOf([data]), size: data.length } : { size: data.length };
  const pieces: Uint8Array[] = [];
  const { size } = await unpack(data, 'raw', most, piece => telling && pieces.push(piece));
  return telling ? { text: textOf(pieces), size } : { size };
}

const textOf = (pieces: readonly Uint8Array[]) => new TextDecoder().decode(Buffer.concat(pieces));
