import type { searchOperations } from '../../../schemas/api/operations/search.ts';
import { questionOf } from '../../domain/lists/dossier-filters.ts';
import { FOLDING } from '../../domain/search/fold.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import type { Keyring } from '../../records/keyring/keyring.ts';
import { readCursor, writeCursor } from '../../records/lists/cursor.ts';
import type { DossierLists } from '../../records/lists/dossier-lists.ts';
import type { EntryFoldings } from '../../records/search-index/entry-foldings.ts';

type Operation = (typeof searchOperations)['rewriteSearch'];

export interface RewritingDeps {
  readonly lists: Pick<DossierLists, 'page'>;
  readonly entries: EntryFoldings;
  readonly keyring: () => Promise<Keyring>;
}

/** Dossiers written anew at once. */
const AT_ONCE = 5;

/**
 * Goes through a page of the province's dossiers, oldest first, and writes the entries of an earlier folding anew. Dossiers that come
 * meanwhile have the present one. Whoever runs it goes on with the cursor; begun again, it passes over what is done.
 */
export async function rewriteSearch(deps: RewritingDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { body, now } = call;
  const keyring = await deps.keyring();
  const scope = `search entries of folding ${FOLDING}`;
  const after = readCursor(keyring, scope, body.cursor);
  const question = questionOf({ order: 'asc' }, now);
  const page = await deps.lists.page({ kind: 'province' }, question, { after, limit: body.limit, now });
  const older = await deps.entries.older(page.items.map(({ code }) => code));
  for (let start = 0; start < older.length; start += AT_ONCE) {
    const some = older.slice(start, start + AT_ONCE);
    await Promise.all(some.map(code => deps.entries.rewrite(code, keyring)));
  }
  return {
    body: {
      looked: page.items.length,
      rewritten: older.length,
      upTo: page.items.at(-1)?.submittedAt ?? null,
      nextCursor: page.next === undefined ? null : writeCursor(keyring, scope, page.next),
    },
  };
}
