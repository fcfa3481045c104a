/** An entry of a ZIP archive, as its directory tells of it. */
export interface ZipEntry {
  readonly name: string;
  readonly packed: boolean;
  /** Its data in the archive, as they are packed. */
  readonly data: Uint8Array;
}

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 0x0001;
const STORED = 0;
const DEFLATED = 8;

/** Office documents have some dozens of parts, workbooks with many sheets some hundreds. */
const MOST_ENTRIES = 5000;

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Where a file’s ZIP directory ends, if there is one: programs look for it from the end of any file. */
export function zipEnd(bytes: Uint8Array): number | undefined {
  const view = viewOf(bytes);
  const first = Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = bytes.length - END_LENGTH; at >= first; at -= 1) {
    if (view.getUint32(at, true) !== DIRECTORY_END) continue;
    const start = at - view.getUint32(at + 12, true);
    const empty = view.getUint16(at + 10, true) === 0;
    if (empty || (start >= 0 && view.getUint32(start, true) === DIRECTORY_ENTRY)) return at;
  }
  return undefined;
}

/**
 * The entries of an archive that is nothing else: directory at its very end, no entry within another, none
 * encrypted. Undefined: it is not so, or damaged.
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | undefined {
  const end = bytes.length - END_LENGTH;
  if (end < 0) return undefined;
  const view = viewOf(bytes);
  const count = view.getUint16(end + 10, true);
  const directory = view.getUint32(end + 16, true);
  if (view.getUint32(end, true) !== DIRECTORY_END || count > MOST_ENTRIES || directory > end)
    return undefined;
  const entries: ZipEntry[] = [];
  let at = directory;
  let packedSizes = 0;
  for (let index = 0; index < count; index += 1) {
    const found = at + 46 <= end ? entryAt(bytes, view, at) : undefined;
    if (!found) return undefined;
    entries.push(found.entry);
    packedSizes += found.entry.data.length;
    at = found.next;
  }
  // Entries that share their data would unpack to more than their number allows.
  return at === end && packedSizes <= directory ? entries : undefined;
}

function entryAt(
  bytes: Uint8Array,
  view: DataView,
  at: number,
): { entry: ZipEntry; next: number } | undefined {
  const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
  const [size, nameLength] = [view.getUint32(at + 20, true), view.getUint16(at + 28, true)];
  const further = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const local = view.getUint32(at + 42, true);
  const sound = view.getUint32(at, true) === DIRECTORY_ENTRY && (flags & ENCRYPTED) === 0;
  if (!sound || (method !== STORED && method !== DEFLATED) || local + 30 > bytes.length) return undefined;
  if (view.getUint32(local, true) !== LOCAL_ENTRY) return undefined;
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + size > bytes.length) return undefined;
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
  const data = bytes.subarray(start, start + size);
  return { entry: { name, packed: method === DEFLATED, data }, next: at + 46 + nameLength + further };
}
