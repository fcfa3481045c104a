import { searchOperations } from '../../../../../schemas/api/operations/search.ts';
import { demandAnyhow } from '../../../../domain/rights/judge.ts';
import { readEnvironment } from '../../../../kernel/config/environment.ts';
import { httpFunction, route } from '../../../../kernel/http/http-function.ts';
import { functionLogger, runtimeNow } from '../../../../kernel/lambda/runtime.ts';
import { journaled } from '../../../../records/idempotency/journaled.ts';
import { dynamoRequestJournal } from '../../../../records/idempotency/request-journal.ts';
import { dynamoDossierLists } from '../../../../records/lists/dossier-lists.ts';
import { dynamoEntryFoldings } from '../../../../records/search-index/entry-foldings.ts';
import { openDossierServices, tableEnvironment } from '../../../../records/services.ts';
import { type RewritingDeps, rewriteSearch } from '../../rewrite-search.ts';

const services = openDossierServices(readEnvironment(tableEnvironment).TABLE_NAME);
const deps: RewritingDeps = {
  keyring: services.keyring,
  lists: dynamoDossierLists(services.table),
  entries: dynamoEntryFoldings(services.table),
};
const once = { keyring: services.keyring, journal: dynamoRequestJournal(services.table) };

/** Entries of searches written anew on command. */
export const handler = httpFunction(
  [
    route(
      searchOperations.rewriteSearch,
      journaled(once, call => rewriteSearch(deps, call)),
    ),
  ],
  { logger: functionLogger(), now: runtimeNow, authorize: demandAnyhow },
);
