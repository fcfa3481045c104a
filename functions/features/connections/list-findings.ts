import type { connectionOperations } from '../../../schemas/api/operations/connections.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { readCursor, writeCursor } from '../../records/lists/cursor.ts';
import type { ConnectionDeps } from './deps.ts';

type Operation = (typeof connectionOperations)['listFindings'];

/** The findings of the nightly comparison for a day. */
export async function listFindings(
  { reconciliation, keyring }: Pick<ConnectionDeps, 'reconciliation' | 'keyring'>,
  call: Call<Operation>,
): Promise<Reply<Operation>> {
  const { on, cursor, limit } = call.query;
  const opened = await keyring();
  const scope = `findings ${on}`;
  const page = await reconciliation.findings(on, { after: readCursor(opened, scope, cursor), limit });
  return {
    body: {
      items: page.items.map(({ kind, name, detail, state, foundAt }) => ({
        kind,
        name,
        detail,
        state,
        foundAt,
      })),
      nextCursor: page.next === undefined ? null : writeCursor(opened, scope, page.next),
    },
  };
}
