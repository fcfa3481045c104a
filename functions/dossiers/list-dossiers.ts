import type { dossierOperations } from '../../schemas/api/operations/dossiers.ts';
import { questionOf } from '../domain/lists/dossier-filters.ts';
import type { Call, Reply } from '../platform/http/call.ts';
import { dossierScope } from '../platform/lists/dossier-scope.ts';
import { summaryOf } from '../platform/lists/dossier-summary.ts';
import { shownNames } from '../platform/lists/shown-names.ts';
import { readCursor, writeCursor } from '../platform/paging/cursor.ts';
import type { ReadingDeps } from './deps.ts';

type Operation = (typeof dossierOperations)['listDossiers'];

/** Dossiers of a unit or of the province for officers, their own for citizens and portals. */
export async function listDossiers(deps: ReadingDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { query, caller, now } = call;
  const keyring = await deps.keyring();
  const { cursor, limit, expand, ...filters } = query;
  const scope = dossierScope(caller, filters.unit, keyring);
  const question = questionOf(filters, now, scope.kind === 'person' ? ['submittedAt'] : undefined);
  const sealed = JSON.stringify(['dossiers', scope, filters]);
  const page = await deps.lists.page(scope, question, {
    after: readCursor(keyring, sealed, cursor),
    limit,
    now,
  });
  const heads = page.items.map(({ head }) => head);
  const nameOf = await shownNames(deps, { ...call, operation: 'listDossiers', expand, heads });
  return {
    body: {
      items: page.items.map(dossier => ({
        ...summaryOf(dossier, call.language),
        ...nameOf(dossier.head.code),
      })),
      nextCursor: page.next === undefined ? null : writeCursor(keyring, sealed, page.next),
    },
  };
}
