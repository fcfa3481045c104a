import type { StoredExport } from '../../../../schemas/stored/export.ts';
import type { Instant } from '../../../domain/vietnam-time.ts';
import { finish } from '../export-life.ts';
import type { ExportStore } from '../export-store.ts';
import type { Written } from './write-export.ts';

/**
 * Records that rows of a list were read as a file: who, when, which list and filters, how many rows, which bytes,
 * why. This is the export's own record, and no link exists before it is written: what is not recorded is not handed
 * out.
 */
export function recordRead(
  exports: ExportStore,
  running: StoredExport,
  written: Written,
  now: Instant,
): Promise<'changed' | 'conflict'> {
  return exports.change(running, finish(running, written, now));
}
