import { searchOperations } from '../../schemas/api/operations/search.ts';
import { readEnvironment } from '../platform/config/environment.ts';
import { httpFunction, route } from '../platform/http/http-function.ts';
import { journaled } from '../platform/http/journaled.ts';
import { dynamoRequestJournal } from '../platform/http/request-journal.ts';
import { functionLogger, runtimeNow } from '../platform/http/wiring.ts';
import { dynamoDossierLists } from '../platform/lists/dossier-lists.ts';
import { dynamoEntryFoldings } from '../platform/lists/entry-foldings.ts';
import { openDossierServices, tableEnvironment } from '../platform/services.ts';
import { type RewritingDeps, rewriteSearch } from './rewrite-search.ts';

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
  { logger: functionLogger(), now: runtimeNow },
);
