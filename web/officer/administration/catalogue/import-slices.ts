import type { ImportedRow } from '../../../api/generated.ts';

/** A file that holds no list of rows. */
export class NoRows extends Error {}

/** The rows of a JSON file: a list, a list under one name, or one row alone. */
export function rowsOf(text: string): unknown[] {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (cause) {
    throw new NoRows('no JSON', { cause });
  }
  if (Array.isArray(read)) return read;
  if (typeof read !== 'object' || read === null) throw new NoRows('no rows');
  const members: unknown[] = Object.values(read);
  const [only] = members;
  return members.length === 1 && Array.isArray(only) ? only : [read];
}

export interface Slice {
  readonly start: number;
  readonly items: unknown[];
}

/** Rows in portions that one request may carry. */
export function slicesOf(rows: readonly unknown[], size: number): Slice[] {
  const slices: Slice[] = [];
  for (let start = 0; start < rows.length; start += size)
    slices.push({ start, items: rows.slice(start, start + size) });
  return slices;
}

/** The report's rows by their places in the file, whose slice began at `start`. */
export const inFile = (start: number, rows: readonly ImportedRow[]): ImportedRow[] =>
  rows.map(row => ({ ...row, index: row.index + start }));
