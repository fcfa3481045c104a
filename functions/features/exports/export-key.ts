import type { StoredExport } from '../../../schemas/stored/export.ts';

/** Media types of the export formats. */
export const exportTypes: Readonly<Record<StoredExport['format'], string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The key of an export's file: always the same, so that a second run replaces what the first one left. */
export function exportKey({ id, format }: Pick<StoredExport, 'id' | 'format'>): string {
  return `exports/${id}.${format}`;
}
