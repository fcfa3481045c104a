import type { dossierOperations } from '../../../schemas/api/operations/dossiers.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { lastDay, signedText, writeCode } from '../../domain/results/collection-code.ts';
import { isOwnerOrRepresentative } from '../../domain/rights/relations.ts';
import { dateOf } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { accountKey } from '../../records/dossiers/actor-of.ts';
import { collectableSince } from '../../records/dossiers/collectable-since.ts';
import { demandDossier } from '../../records/dossiers/demand-dossier.ts';
import { findDossier } from '../../records/dossiers/find-dossier.ts';
import type { ReadingDeps } from './deps.ts';

type Operation = (typeof dossierOperations)['getCollectionCode'];

/**
 * The code that its owner shows at the counter to collect a result (mã nhận kết quả): good for some days and for one
 * collection. It is computed, and kept nowhere: shown on a telephone it needs no network.
 */
export async function getCollectionCode(deps: ReadingDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { head } = await findDossier(deps, call.params.code, call.caller);
  const keyring = await deps.keyring();
  demandDossier(head, call.caller, keyring, 'dossier.collect');
  // Whoever submitted for them is no more entitled to the paper than anybody: they bring an authorization.
  if (!isOwnerOrRepresentative(head, accountKey(call.caller, keyring)))
    throw new ProblemError('forbidden', {
      vi: 'Chỉ chủ hồ sơ hoặc người đại diện theo pháp luật lấy được mã nhận kết quả; người nhận thay mang giấy ủy quyền đến quầy.',
      en: 'Only the applicant or their legal representative gets the code; whoever collects for them brings an authorization.',
    });
  const since = await collectableSince(deps.dossiers, head);
  if (since === undefined)
    throw new ProblemError('state-conflict', {
      vi: 'Chưa có kết quả chờ nhận tại quầy.',
      en: 'No result waits at the counter to be collected.',
    });
  const bound = { dossier: head.code, since, until: lastDay(dateOf(call.now)) };
  const collectionCode = writeCode(bound, keyring.collectionSeal(signedText(bound)));
  return { body: { dossier: head.code, collectionCode, validUntil: bound.until } };
}
