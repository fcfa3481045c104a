import type { connectionOperations } from '../../../schemas/api/operations/connections.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { readCursor, writeCursor } from '../../records/lists/cursor.ts';
import type { ConnectionDeps } from './deps.ts';

type Operation = (typeof connectionOperations)['listWaiting'];

/**
 * The dossiers that wait for a party, longest first. They are named by code only: an operator sees no personal data.
 */
export async function listWaiting(
  { cursors, keyring }: Pick<ConnectionDeps, 'cursors' | 'keyring'>,
  call: Call<Operation>,
): Promise<Reply<Operation>> {
  const { party } = call.params;
  const { cursor, limit } = call.query;
  const opened = await keyring();
  const scope = `waiting ${party}`;
  const page = await cursors.waiting(party, { after: readCursor(opened, scope, cursor), limit });
  return {
    body: {
      items: page.items.map(({ dossier, state, reason, since, attempts, retryAt, seq }) => ({
        dossier,
        state,
        reason,
        since,
        attempts,
        retryAt,
        doneUpTo: seq,
      })),
      nextCursor: page.next === undefined ? null : writeCursor(opened, scope, page.next),
    },
  };
}
