import * as z from 'zod';
import { isLayThuTucRow } from './lay-thu-tuc-row.ts';
import { isNationalCrawlRow } from './read-national-crawl.ts';

/** Formats of imported procedures: the crawl of the national portal's pages, and the portal's service `LayThuTuc`. */
export type PublishedShape = 'nationalCrawl' | 'layThuTuc';

export type DetectedShape =
  | { readonly shape: PublishedShape; readonly rows: readonly unknown[] }
  | { readonly shape: 'unknown'; readonly because: string };

/**
 * The format of parsed JSON, and its rows: a list of procedures, a single one, or the portal's answer `{ result: …
 * }`. Decided by the first row; a later row in another format is refused by that format's reader.
 */
export function detectShape(parsed: unknown): DetectedShape {
  const rows = rowsOf(parsed);
  if (rows === undefined)
    return unknownShape('The file holds neither a list of procedures nor an answer with a "result".');
  const [first] = rows;
  if (first === undefined) return unknownShape('The list of procedures is empty.');
  const sample = rows.find(row => isLayThuTucRow(row) || isNationalCrawlRow(row)) ?? first;
  if (isLayThuTucRow(sample)) return { shape: 'layThuTuc', rows };
  if (isNationalCrawlRow(sample)) return { shape: 'nationalCrawl', rows };
  const named = Object.keys(z.looseObject({}).safeParse(first).data ?? {}).slice(0, 8);
  const found = named.length > 0 ? `members ${named.join(', ')}` : 'no object';
  return unknownShape(
    `The first row has ${found}; a procedure has "code" and "methods" (national crawl) or "MATTHC" (LayThuTuc).`,
  );
}

function rowsOf(parsed: unknown): readonly unknown[] | undefined {
  const list = z.array(z.unknown()).safeParse(parsed);
  if (list.success) return list.data;
  const object = z.looseObject({}).safeParse(parsed);
  if (!object.success) return undefined;
  const result = object.data['result'];
  if (result !== undefined && result !== null) return rowsOf(result);
  return isLayThuTucRow(parsed) || isNationalCrawlRow(parsed) ? [parsed] : undefined;
}

function unknownShape(because: string): DetectedShape {
  return { shape: 'unknown', because };
}
