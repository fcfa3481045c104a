import { LARGEST_STREAM, LARGEST_STRUCTURE, unpackedAtMost } from '../../../../schemas/file-limits.ts';
import { latin1 } from '../../../domain/files/latin1.ts';
import { activeContent } from '../../../domain/files/pdf/active-content.ts';
import { EndlessPdf, type PdfObject, pdfObjects } from '../../../domain/files/pdf/objects.ts';
import { streamKind } from '../../../domain/files/pdf/stream-kind.ts';
import { pdfTokens } from '../../../domain/files/pdf/tokens.ts';
import type { PdfFault } from '../../../domain/files/refusals.ts';
import { TooMuch, unpack } from '../unpack.ts';

/** What every reader unpacks in the same way, so that it can be counted. */
const PACKED = 'FlateDecode';

/**
 * What a PDF could do to the one who opens it: every object is looked at, also those packed into others, and all data
 * are unpacked to see that they end. Encryption is told first, because nothing else can be seen behind it.
 */
export async function dangerOfPdf(pdf: Uint8Array): Promise<PdfFault | undefined> {
  const text = latin1(pdf);
  const found = new Set<PdfFault>();
  let left = unpackedAtMost(pdf.length);
  try {
    for (const object of pdfObjects(text)) {
      const fault = activeContent(object.tokens);
      if (fault) found.add(fault);
      if (found.has('encrypted')) return 'encrypted';
      if (object.stream === undefined) continue;
      const { danger, size } = await lookInto(object, pdf.subarray(object.stream), left);
      if (danger) found.add(danger);
      left -= size;
    }
  } catch (error) {
    if (error instanceof EndlessPdf || error instanceof TooMuch) found.add('bomb');
    else throw error;
  }
  const [first] = found;
  return first;
}

interface Looked {
  readonly danger?: PdfFault | undefined;
  readonly size: number;
}

/** `data`: from the beginning of the stream on; packed data say themselves where they end. */
async function lookInto(object: PdfObject, data: Uint8Array, left: number): Promise<Looked> {
  const { filters, holdsObjects, predicted } = streamKind(object);
  const once = filters?.[0] === PACKED && !filters.slice(1).includes(PACKED);
  if (holdsObjects) {
    // Object streams are packed once, or not at all, by every known writer.
    if (predicted || !(filters?.length === 0 || (once && filters.length === 1)))
      return { danger: 'hidden', size: 0 };
    if (filters.length === 0) return { size: 0 };
    const parts: Uint8Array[] = [];
    const most = Math.min(left, LARGEST_STRUCTURE);
    const { size, whole } = await unpack(data, 'zlib', most, part => parts.push(part));
    // Readers use what stands before the damage, and not all of it was seen here.
    if (!whole) return { danger: 'hidden', size };
    return { danger: activeContent(pdfTokens(latin1(Buffer.concat(parts)), 0)), size };
  }
  if (!filters?.includes(PACKED)) return { size: 0 };
  // Packed twice it could be a million times its size.
  if (!once)
    return filters.indexOf(PACKED) === filters.lastIndexOf(PACKED)
      ? { size: 0 }
      : { danger: 'bomb', size: 0 };
  return unpack(data, 'zlib', Math.min(left, LARGEST_STREAM));
}
