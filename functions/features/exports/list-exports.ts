import type { exportOperations } from '../../../schemas/api/operations/exports.ts';
import { describeActor } from '../../domain/dossier/describe-actor.ts';
import { judge } from '../../domain/rights/judge.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { knownCallerOf } from '../../records/dossiers/known-caller.ts';
import { readCursor, writeCursor } from '../../records/lists/cursor.ts';
import type { ExportDeps } from './deps.ts';
import { viewOf } from './export-view.ts';

type Operation = (typeof exportOperations)['listExports'];

/** The caller's exports, or everyone's for those who may see them all; newest first, without links. */
export async function listExports(deps: ExportDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { query } = call;
  const keyring = await deps.keyring();
  const caller = knownCallerOf(call.caller, keyring);
  const account = describeActor(caller);
  const of = judge(caller, 'export.read', new Set()) === 'allow' ? 'everybody' : { account };
  const scope = JSON.stringify(['exports', account, of]);
  const page = await deps.exports.page(of, readCursor(keyring, scope, query.cursor), query.limit);
  return {
    body: {
      items: page.exports.map(each => viewOf(each, call)),
      nextCursor: page.next === undefined ? null : writeCursor(keyring, scope, page.next),
    },
  };
}
