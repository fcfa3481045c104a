import type { StoredExport } from '../../../schemas/stored/export.ts';

/** The key of an export's file: always the same, so that a second run replaces what the first one left. */
export function exportKey({ id, format }: Pick<StoredExport, 'id' | 'format'>): string {
  return `exports/${id}.${format}`;
}
