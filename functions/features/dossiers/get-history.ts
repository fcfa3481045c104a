import type { dossierOperations } from '../../../schemas/api/operations/dossiers.ts';
import { entryFor, isOver } from '../../domain/ledger/entry-for.ts';
import { readerOf } from '../../domain/rights/reader.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { recordReads } from '../../records/audit-log/record-reads.ts';
import { soundPage } from '../../records/dossiers/demand-sound.ts';
import { findDossier } from '../../records/dossiers/find-dossier.ts';
import { readCursor, writeCursor } from '../../records/lists/cursor.ts';
import type { ReadingDeps } from './deps.ts';

type Operation = (typeof dossierOperations)['getHistory'];

/** The ledger, page by page, with its hashes. What is for officers is withheld from everyone else. */
export async function getHistory(deps: ReadingDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { head } = await findDossier(deps, call.params.code, call.caller);
  const keyring = await deps.keyring();
  const scope = `history ${head.code}`;
  const after = Number(readCursor(keyring, scope, call.query.cursor) ?? 0);
  const events = await soundPage(deps.dossiers, head, after, call.query.limit);
  const reader = readerOf(head, call.caller);
  const unit = call.caller.kind === 'officer' ? call.caller.unit : null;
  await recordReads(deps, { ...call, operation: 'getHistory', parts: ['history'], dossiers: [head] });
  const last = events.at(-1)?.seq ?? after;
  return {
    body: {
      items: events.map(event => entryFor(event, { reader, unit, over: isOver(head) })),
      nextCursor: events.length > 0 && last < head.version ? writeCursor(keyring, scope, String(last)) : null,
    },
  };
}
