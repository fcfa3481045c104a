import type { dossierOperations } from '../../schemas/api/operations/dossiers.ts';
import { knownCallerOf } from '../platform/dossiers/known-caller.ts';
import type { Call, Reply } from '../platform/http/call.ts';
import { dossierListOf, nextDossiers } from '../platform/lists/dossier-list.ts';
import { readCursor, writeCursor } from '../platform/paging/cursor.ts';
import type { ReadingDeps } from './deps.ts';

type Operation = (typeof dossierOperations)['listDossiers'];

/** Dossiers of a unit for officers, their own for citizens and portals; newest first. */
export async function listDossiers(deps: ReadingDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const keyring = await deps.keyring();
  const caller = knownCallerOf(call.caller, keyring);
  const { cursor, limit, ...filters } = call.query;
  const scope = JSON.stringify(['dossiers', dossierListOf(caller, filters), filters]);
  const position = readCursor(keyring, scope, cursor);
  const { language, now } = call;
  const page = await nextDossiers(deps.lists, caller, filters, { position, limit, language, now });
  return {
    body: {
      items: [...page.items],
      nextCursor: page.next === undefined ? null : writeCursor(keyring, scope, page.next),
    },
  };
}
