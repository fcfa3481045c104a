import { DAY, toRfc3339 } from '../../functions/domain/vietnam-time.ts';
import { statesRequest } from '../host/call-states.ts';
import type { BenchHost } from '../host/host-process.ts';
import { httpClient, type Timed } from '../load/http-client.ts';
import { tableRequest } from '../table/table-call.ts';
import { clonerOf, type TemplateDossier } from './template-dossier.ts';

/** Items that a transaction takes. */
const TRANSACTION = 100;
/** Executions begun before all are let come to rest, so that none waits long for its function. */
const STARTED_AT_ONCE = 900;

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
  const cloned = clonerOf(template, host.tableName);
  const http = httpClient(32);
  const writtenAtOnce = Math.floor(TRANSACTION / template.items.length);
  const write = async (chunk: readonly OpenDossier[]) => {
    const clones = chunk.map(({ code, due }) => ({
      code,
      ...cloned(code, {
        dueSoon: toRfc3339(due),
        overdue: toRfc3339(due + FAR),
        escalated: toRfc3339(due + 2 * FAR),
      }),
    }));
    await inTurns(chunks(clones, writtenAtOnce), 2, async some => {
      const body = `{"TransactItems":[${some.map(({ puts }) => puts).join(',')}]}`;
      demandOk(await http.send(tableRequest(host.tableUrl, 'TransactWriteItems', body)));
    });
    return clones;
  };
  const all = chunks(dossiers, STARTED_AT_ONCE);
  let written = write(all[0] ?? []);
  for (const [index] of all.entries()) {
    const clones = await written;
    // The next are written while these are begun.
    written = write(all[index + 1] ?? []);
    await inTurns(clones, 24, async ({ code: name, input }) => {
      const body = JSON.stringify({ stateMachineArn: host.stateMachineArn, name, input });
      demandOk(await http.send(statesRequest(host, 'StartExecution', body)));
    });
    await host.idle();
  }
  await written;
  http.close();
}

function demandOk({ status, body }: Timed): void {
  if (status !== 200) {
    throw new Error(`Opening dossiers was answered ${status}: ${body.toString().slice(0, 500)}`);
  }
}

function chunks<Piece>(pieces: readonly Piece[], size: number): Piece[][] {
  return Array.from({ length: Math.ceil(pieces.length / size) }, (_, index) =>
    pieces.slice(index * size, (index + 1) * size),
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
