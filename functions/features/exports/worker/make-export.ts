import { ProblemError } from '../../../../schemas/api/problem-error.ts';
import type { StoredExport } from '../../../../schemas/stored/export.ts';
import { TableTooLargeError } from '../../../records/tables/table.ts';
import { begin, fail, failureOf, letGo } from '../export-life.ts';
import { demandStill } from './demand-still.ts';
import type { Delivery, WorkerDeps } from './deps.ts';
import { recordRead } from './record-read.ts';
import { ExportTooLongError, writeExport } from './write-export.ts';

/** done; failed for good, the record says why; skipped, because it was already settled or its record is gone. */
export type Made = 'done' | 'failed' | 'passedOver';

/** Another run holds the export or overtook this one: the message is delivered again later. */
export class ExportHeldError extends Error {
  override readonly name = 'ExportHeldError';
}

/**
 * Makes the file of an export and settles its record. A message may arrive any number of times: a settled export
 * stays settled, and a run that died is started again. Throws what a retry may fix; on the last delivery the export
 * is failed first.
 */
export async function makeExport(deps: WorkerDeps, id: string, delivery: Delivery): Promise<Made> {
  const found = await deps.exports.find(id);
  const running = found ? begin(found, delivery.now()) : 'settled';
  if (!found || running === 'settled') return 'passedOver';
  if (running === 'held' || (await deps.exports.change(found, running)) === 'conflict')
    throw new ExportHeldError(`another run holds ${id}`);
  try {
    await demandStill(deps.organization, running);
    const written = await writeExport(deps, running, delivery);
    if ((await recordRead(deps.exports, running, written, delivery.now())) === 'conflict')
      throw new ExportHeldError(`another run overtook ${id}`);
    return 'done';
  } catch (error) {
    const failure = finalFailure(error) ?? (delivery.last ? failureOf('lost') : undefined);
    const after = failure ? fail(running, failure, delivery.now()) : letGo(running);
    // The run that overtook this one settles the export.
    await deps.exports.change(running, after);
    if (finalFailure(error)) return 'failed';
    throw error;
  }
}

/** What the policy says to those who may not. Other problems, such as a busy table, may pass on a retry. */
const REFUSALS: ReadonlySet<string> = new Set(['forbidden', 'not-found']);

/** Why an export can never be made; undefined if a retry may help. */
function finalFailure(error: unknown): StoredExport['failure'] | undefined {
  if (error instanceof ProblemError && REFUSALS.has(error.code)) return failureOf('not-allowed');
  if (error instanceof TableTooLargeError) return failureOf('too-large', error.detail);
  return error instanceof ExportTooLongError ? failureOf('too-long') : undefined;
}
