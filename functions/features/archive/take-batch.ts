import type { archiveOperations } from '../../../schemas/api/operations/archive.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Actor } from '../../../schemas/dossier/actor.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { ArchiveBatch, PackedDossier } from '../../../schemas/organization/archive-batch.ts';
import { archived } from '../../domain/archive/archiving.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import { type Instant, toRfc3339 } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { actorOf } from '../../records/dossiers/actor-of.ts';
import { changeUnruled } from '../../records/dossiers/change-dossier.ts';
import type { Attempt } from '../../records/idempotency/attempt.ts';
import { demandAnother } from '../../records/organization/demand-another.ts';
import { demandUnit } from '../../records/organization/demand-unit.ts';
import { batchView } from './batch-view.ts';
import type { ArchiveDeps } from './deps.ts';
import { heldOf } from './read-batches.ts';

type Operation = (typeof archiveOperations)['takeArchiveBatch'];

/**
 * The archive takes a batch over: first each dossier's ledger says so, then the batch is closed. A request that broke
 * off is asked again and goes on where it was: a dossier that is in this batch already stays as it is. What another
 * batch brought to the archive meanwhile is left out, and the batch says so.
 */
export async function takeArchiveBatch(
  deps: ArchiveDeps,
  { params, caller, now, language }: Call<Operation>,
  attempt: Attempt,
): Promise<Reply<Operation>> {
  const { officer } = await demandUnit(deps.organization, caller, params.code, 'archive.take');
  const batch = await deps.archive.find(params.code, params.id);
  if (!batch) throw nothingHere();
  await demandAnother(deps, batch.packedBy, officer, SOMEBODY_ELSE);
  if (batch.state === 'taken') throw takenAlready();
  const actor = actorOf(officer, await deps.keyring(), 'registryClerk');
  const inArchive: PackedDossier[] = [];
  for (const dossier of batch.dossiers)
    if (await enter(deps, batch, dossier, { actor, now })) inArchive.push(dossier);
  if (inArchive.length === 0) throw allElsewhere();
  const taken: ArchiveBatch = {
    ...batch,
    dossiers: inArchive,
    leftOut: batch.dossiers.filter(each => !inArchive.includes(each)).map(({ code }) => code),
    state: 'taken',
    takenBy: officer.id,
    takenAt: toRfc3339(now),
    version: batch.version + 1,
  };
  const body = batchView(taken, await heldOf(deps, taken), now, language);
  const reply = { body, version: taken.version };
  if (!(await deps.archive.change(taken, attempt.keeps(reply)))) throw takenAlready();
  return reply;
}

/** Whether a dossier is in the archive by this batch; one that another batch brought there is left out. */
async function enter(
  deps: ArchiveDeps,
  { id }: ArchiveBatch,
  { code, retention: kind, years, until }: PackedDossier,
  { actor, now }: { readonly actor: Actor; readonly now: Instant },
): Promise<boolean> {
  return changeUnruled<boolean>(deps, {
    code,
    actor,
    now: () => now,
    decide({ head }: { readonly head: DossierHead }) {
      if (head.archive !== null) return { stands: head.archive.batch === id };
      return { events: [archived(id, { kind, years, until })], answer: () => true };
    },
  });
}

/** Who hands over does not take over (bên giao, bên nhận). */
const SOMEBODY_ELSE = {
  vi: 'Ông/bà là người giao hồ sơ của đợt này nên không được là người nhận.',
  en: 'You handed this batch over: somebody else must take it over.',
};

const allElsewhere = (): ProblemError =>
  new ProblemError('state-conflict', {
    vi: 'Mọi hồ sơ của đợt này đã nộp lưu trong đợt khác: không còn gì để nhận.',
    en: 'Every dossier of this batch is in the archive by another batch: nothing is left to take over.',
  });

const takenAlready = (): ProblemError =>
  new ProblemError('state-conflict', {
    vi: 'Đợt nộp lưu này đã được nhận: hãy tải lại trang.',
    en: 'The batch has been taken over already.',
  });
