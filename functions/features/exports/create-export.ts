import { type ExportedList, exportedList } from '../../../schemas/api/export.ts';
import type { exportOperations } from '../../../schemas/api/operations/exports.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { StoredExport } from '../../../schemas/stored/export.ts';
import { describeActor } from '../../domain/dossier/describe-actor.ts';
import { holdersOf } from '../../domain/quotas/holders.ts';
import { type Instant, toRfc3339 } from '../../domain/vietnam-time.ts';
import { tellsMore } from '../../kernel/http/access-reason.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { actorOf } from '../../records/dossiers/actor-of.ts';
import { knownCallerOf } from '../../records/dossiers/known-caller.ts';
import type { Attempt } from '../../records/idempotency/attempt.ts';
import type { ExportDeps } from './deps.ts';
import { exportAt, fail, failureOf, GIVEN_UP_AFTER } from './export-life.ts';
import { demandAnswerable, exportScope } from './export-scope.ts';
import { viewOf } from './export-view.ts';

type Operation = (typeof exportOperations)['createExport'];

/** Concurrent exports per account. */
const MOST_AT_ONCE = 5;

/**
 * Records an export and queues it. Whatever the list itself would refuse is refused now, not after the file was made.
 */
export async function createExport(
  deps: ExportDeps,
  call: Call<Operation>,
  attempt: Attempt,
): Promise<Reply<Operation>> {
  const { now } = call;
  const id = attempt.id('x_');
  const record = (attempt.again ? await deps.exports.find(id) : undefined) ?? (await add(deps, call, id));
  try {
    await deps.order(id);
  } catch (cause) {
    await deps.exports.change(record, fail(record, failureOf('lost'), now));
    throw new ProblemError(
      'too-busy',
      {
        vi: 'Chưa ghi nhận được yêu cầu xuất danh sách; hãy gửi lại.',
        en: 'The export could not be started; request it again.',
      },
      { cause },
    );
  }
  return { body: viewOf(record, call) };
}

/** The record of a new export, once it is known to be allowed. */
async function add(
  deps: ExportDeps,
  { body, caller, language, now }: Call<Operation>,
  id: string,
): Promise<StoredExport> {
  const { format, reason, ...list } = body;
  const wanted: ExportedList = exportedList.parse(list);
  const keyring = await deps.keyring();
  const askedBy = knownCallerOf(caller, keyring);
  demandAnswerable(wanted, askedBy, now);
  if (wanted.expand) demandPlainReason(reason);
  const scope = exportScope(wanted, askedBy);
  await demandFew(deps, describeActor(askedBy), now);
  const counted = await deps.quotas.open('exports', holdersOf(actorOf(caller, keyring)), now);
  const record: StoredExport = {
    id,
    state: 'queued',
    wanted,
    format,
    language,
    reason,
    askedBy,
    scope,
    requestedAt: toRfc3339(now),
    startedAt: null,
    finishedAt: null,
    run: 0,
    heldUntil: null,
    aliveUntil: toRfc3339(now + GIVEN_UP_AFTER),
    rows: 0,
    failure: null,
    file: null,
  };
  if ((await deps.exports.add(record, counted.writes)) === 'quota') throw counted.refusal();
  await counted.done();
  return record;
}

/** The reason for naming applicants is kept with each read, where those applicants can see it. */
function demandPlainReason(reason: string): void {
  if (!tellsMore(reason)) return;
  throw new ProblemError(
    'request-invalid',
    {
      vi: 'Lý do sẽ được ghi vào nhật ký truy cập dữ liệu cá nhân của từng chủ hồ sơ.',
      en: 'The reason is kept in the access record of every applicant on the list.',
    },
    {
      faults: [
        {
          pointer: '/reason',
          message: {
            vi: 'chỉ ghi lý do: không ghi số định danh, mã số thuế, mã truy cập hay đường dẫn',
            en: 'must say only why: no identity number, tax code, token or link',
          },
        },
      ],
    },
  );
}

async function demandFew({ exports }: ExportDeps, account: string, now: Instant): Promise<void> {
  const latest = await exports.page({ account }, undefined, 2 * MOST_AT_ONCE);
  const open = latest.exports.filter(each => ['queued', 'running'].includes(exportAt(each, now).state));
  if (open.length >= MOST_AT_ONCE)
    throw new ProblemError('too-many-exports', {
      vi: `Đang có ${open.length} yêu cầu xuất danh sách: hãy chờ một yêu cầu hoàn thành.`,
      en: `${open.length} exports are in progress: wait for one to finish.`,
    });
}
