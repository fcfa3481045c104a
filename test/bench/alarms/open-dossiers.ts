import { DAY, toRfc3339 } from '../../../functions/domain/vietnam-time.ts';
import type { BenchHost } from '../host/host-process.ts';
import { callTable } from '../table/table-call.ts';
import { callStates } from './call-states.ts';
import { cloneOf, type TemplateDossier } from './template-dossier.ts';

/** Items in one BatchWriteItem at most. */
const BATCH = 25;
/** Executions begun before all are let come to rest, so that none waits long for its function. */
const STARTED_AT_ONCE = 400;

/** A dossier that waits for reception, and the instant (milliseconds) at which its first alarm is due. */
export interface OpenDossier {
  readonly code: string;
  readonly due: number;
}

/** Instants of alarms far beyond the run. */
export const FAR = 30 * DAY;

/**
 * Opens dossiers in bulk: their items are written to the table as the template's are, and each gets its execution through
 * StartExecution, with the real definition and the real functions; every one then waits, its token kept. What is left out is
 * the way through HTTP, which would take hours.
 */
export async function openDossiers(
  host: BenchHost,
  template: TemplateDossier,
  dossiers: readonly OpenDossier[],
): Promise<void> {
  for (let start = 0; start < dossiers.length; start += STARTED_AT_ONCE) {
    const clones = dossiers.slice(start, start + STARTED_AT_ONCE).map(({ code, due }) => ({
      code,
      ...cloneOf(template, code, {
        dueSoon: toRfc3339(due),
        overdue: toRfc3339(due + FAR),
        escalated: toRfc3339(due + 2 * FAR),
      }),
    }));
    await writeItems(
      host,
      clones.flatMap(({ items }) => items),
    );
    await inTurns(clones, 32, ({ code, input }) =>
      callStates(host.awsUrl, 'StartExecution', { stateMachineArn: host.stateMachineArn, name: code, input }),
    );
    await host.idle();
  }
}

async function writeItems({ tableUrl, tableName }: BenchHost, items: readonly unknown[]): Promise<void> {
  const batches = Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) =>
    items.slice(index * BATCH, (index + 1) * BATCH),
  );
  await inTurns(batches, 4, batch =>
    callTable(tableUrl, {
      action: 'BatchWriteItem',
      body: { RequestItems: { [tableName]: batch.map(Item => ({ PutRequest: { Item } })) } },
    }),
  );
}

/** Does a piece of work for each, so many at once. */
export async function inTurns<Piece>(
  pieces: readonly Piece[],
  atOnce: number,
  work: (piece: Piece) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let piece = pieces[next++]; piece !== undefined; piece = pieces[next++]) await work(piece);
    }),
  );
}
