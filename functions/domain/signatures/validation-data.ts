import { inflateSync } from 'node:zlib';
import type { PdfView } from '../pdf/document.ts';
import { isArray, isName, PdfStream } from '../pdf/values.ts';
import type { RevocationData } from './revocation.ts';

/** What the file itself keeps so that its signatures can be verified later (its DSS, ETSI EN 319 142-1, 5.4). */
export interface ValidationData extends RevocationData {
  readonly certificates: readonly Uint8Array[];
}

const MOST = 200;
const LONGEST = 8 * 1024 * 1024;
/** All of it together. */
const MOST_IN_ALL = 32 * 1024 * 1024;

export function validationDataOf(view: PdfView): ValidationData {
  let left = MOST_IN_ALL;
  const store = view.dict(view.catalog.get('DSS'));
  const streams = (key: string): Uint8Array[] => {
    const list = view.resolve(store?.get(key));
    if (!isArray(list)) return [];
    return list.slice(0, MOST).flatMap(item => {
      const stream = view.resolve(item);
      const bytes = left > 0 && stream instanceof PdfStream ? contentOf(view, stream) : undefined;
      left -= bytes?.length ?? 0;
      return bytes && left >= 0 ? [bytes] : [];
    });
  };
  return { certificates: streams('Certs'), crls: streams('CRLs'), ocsps: streams('OCSPs') };
}

function contentOf(view: PdfView, { dict, raw }: PdfStream): Uint8Array | undefined {
  const named = view.resolve(dict.get('Filter'));
  const filter = isArray(named) && named.length === 1 ? view.resolve(named[0]) : named;
  if (filter === null || (isArray(filter) && filter.length === 0)) return raw;
  if (!isName(filter, 'FlateDecode')) return undefined;
  try {
    return inflateSync(raw, { maxOutputLength: LONGEST });
  } catch {
    return undefined;
  }
}
