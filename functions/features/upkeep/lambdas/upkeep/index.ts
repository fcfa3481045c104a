import { upkeepOperations } from '../../../../../schemas/api/operations/upkeep.ts';
import { demandAnyhow } from '../../../../domain/rights/judge.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { httpFunction, route } from '../../../../kernel/http/http-function.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { dynamoItems } from '../../../../kernel/table/dynamo-items.ts';
import { journaled } from '../../../../records/idempotency/journaled.ts';
import { dynamoRequestJournal } from '../../../../records/idempotency/request-journal.ts';
import { dossierLists } from '../../../../records/lists/dossier-lists.ts';
import { openDossierServices, tableEnvironment } from '../../../../records/services.ts';
import type { UpkeepDeps } from '../../deps.ts';
import { rebuildProjections } from '../../rebuild-projections.ts';

const { table, keyring, organization } = openDossierServices(readEnvironment(tableEnvironment).TABLE_NAME);
const items = dynamoItems(table);
const deps: UpkeepDeps = { table: items, lists: dossierLists(items), organization, keyring };
const once = { keyring, journal: dynamoRequestJournal(table) };

/** Rebuilds rows, work lists, searches and counts from ledgers on command. */
export const handler = httpFunction(
  [
    route(
      upkeepOperations.rebuildProjections,
      journaled(once, call => rebuildProjections(deps, call)),
    ),
  ],
  { logger: functionLogger(), now: runtimeNow, authorize: demandAnyhow },
);
