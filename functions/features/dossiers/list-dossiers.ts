import type { dossierOperations } from '../../../schemas/api/operations/dossiers.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { knownCallerOf } from '../../records/dossiers/known-caller.ts';
import { readCursor, writeCursor } from '../../records/lists/cursor.ts';
import { dossierListOf, nextDossiers } from '../../records/lists/dossier-list.ts';
import { summaryOf } from '../../records/lists/dossier-summary.ts';
import { headsOf, shownNames } from '../../records/lists/shown-names.ts';
import type { ReadingDeps } from './deps.ts';

type Operation = (typeof dossierOperations)['listDossiers'];

/** Dossiers of a unit or of the province for officers, their own for citizens and portals. */
export async function listDossiers(deps: ReadingDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const keyring = await deps.keyring();
  const caller = knownCallerOf(call.caller, keyring);
  const { cursor, limit, expand, ...filters } = call.query;
  const sealed = JSON.stringify(['dossiers', dossierListOf(caller, filters), filters]);
  const position = readCursor(keyring, sealed, cursor);
  const page = await nextDossiers(deps.lists, caller, filters, { position, limit, now: call.now });
  const heads = await headsOf(deps.lists, expand ? page.items.map(({ code }) => code) : []);
  const nameOf = await shownNames(deps, { ...call, operation: 'listDossiers', expand, dossiers: heads });
  return {
    body: {
      items: page.items.map(row => ({ ...summaryOf(row, call.language), ...nameOf(row.code) })),
      nextCursor: page.next === undefined ? null : writeCursor(keyring, sealed, page.next),
    },
  };
}
