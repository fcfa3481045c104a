import type { exportOperations } from '../../../schemas/api/operations/exports.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { KnownCaller } from '../../../schemas/identity/known-caller.ts';
import type { StoredExport } from '../../../schemas/stored/export.ts';
import { describeActor } from '../../domain/dossier/describe-actor.ts';
import { demand, nothingHere } from '../../domain/rights/judge.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { knownCallerOf } from '../../records/dossiers/known-caller.ts';
import type { ExportDeps } from './deps.ts';
import { exportAt } from './export-life.ts';
import { exportScope } from './export-scope.ts';
import { viewOf } from './export-view.ts';

type Operation = (typeof exportOperations)['getExport'];

/** The progress of an export. Its requester gets the link to the file, as long as they may still see its content. */
export async function getExport(deps: ExportDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { params, now } = call;
  const [found, keyring] = await Promise.all([deps.exports.find(params.id), deps.keyring()]);
  if (!found) throw nothingHere();
  const caller = knownCallerOf(call.caller, keyring);
  const own = describeActor(caller) === describeActor(found.askedBy);
  demand(caller, 'export.read', new Set(own ? ['owner'] : []));
  const { file } = found;
  if (!own || file === null || exportAt(found, now).state !== 'done') return { body: viewOf(found, call) };
  demandSameList(found, caller);
  return { body: viewOf(found, call, await deps.links.linkTo({ ...found, file }, now)) };
}

/** Refuses a requester whose unit or rights have changed since, so that they would get another list or none. */
function demandSameList(found: StoredExport, caller: KnownCaller): void {
  const gone = (cause?: unknown) =>
    new ProblemError(
      'forbidden',
      {
        vi: 'Đơn vị hoặc quyền của ông/bà đã thay đổi từ khi lập tệp này: hãy yêu cầu lại danh sách.',
        en: 'Your unit or your permissions have changed since this file was requested: request the list again.',
      },
      { cause },
    );
  let scope: string;
  try {
    scope = exportScope(found.wanted, caller);
  } catch (error) {
    throw error instanceof ProblemError ? gone(error) : error;
  }
  if (scope !== found.scope) throw gone();
}
