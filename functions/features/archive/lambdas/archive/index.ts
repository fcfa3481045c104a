import { archiveOperations } from '../../../../../schemas/api/operations/archive.ts';
import { demandAnyhow } from '../../../../domain/rights/judge.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { httpFunction, route } from '../../../../kernel/http/http-function.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { dynamoArchiveStore } from '../../../../records/archive/archive-store.ts';
import { journaled } from '../../../../records/idempotency/journaled.ts';
import { dynamoRequestJournal } from '../../../../records/idempotency/request-journal.ts';
import { dynamoDossierLists } from '../../../../records/lists/dossier-lists.ts';
import { unitStanding } from '../../../../records/organization/unit-standing.ts';
import { openDossierServices, tableEnvironment } from '../../../../records/services.ts';
import { changeLegalHold } from '../../change-hold.ts';
import type { ArchiveDeps } from '../../deps.ts';
import { listArchiveDue } from '../../list-due.ts';
import { packArchiveBatch } from '../../pack-batch.ts';
import { getArchiveBatch, listArchiveBatches } from '../../read-batches.ts';
import { takeArchiveBatch } from '../../take-batch.ts';

const services = openDossierServices(readEnvironment(tableEnvironment).TABLE_NAME);
const deps: ArchiveDeps = {
  ...services,
  archive: dynamoArchiveStore(services.table),
  lists: dynamoDossierLists(services.table),
};
const once = { ...deps, journal: dynamoRequestJournal(services.table) };

/** Ended dossiers on their way to the archive, and holds. */
export const handler = httpFunction(
  [
    route(archiveOperations.listArchiveDue, call => listArchiveDue(deps, call)),
    route(
      archiveOperations.packArchiveBatch,
      journaled(once, (call, attempt) => packArchiveBatch(deps, call, attempt)),
    ),
    route(archiveOperations.listArchiveBatches, call => listArchiveBatches(deps, call)),
    route(archiveOperations.getArchiveBatch, call => getArchiveBatch(deps, call)),
    route(
      archiveOperations.takeArchiveBatch,
      journaled(once, (call, attempt) => takeArchiveBatch(deps, call, attempt)),
    ),
    route(archiveOperations.changeLegalHold, call => changeLegalHold(deps, call)),
  ],
  {
    logger: functionLogger(),
    now: runtimeNow,
    authorize: demandAnyhow,
    complete: unitStanding(services.organization),
  },
);
