import type { dossierOperations } from '../../../schemas/api/operations/dossiers.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import {
  isCollectable,
  lastDay,
  signedText,
  waitingSince,
  writeCode,
} from '../../domain/results/collection-code.ts';
import { dateOf } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { demandDossier } from '../../records/dossiers/demand-dossier.ts';
import { soundLedger } from '../../records/dossiers/demand-sound.ts';
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
  const since = isCollectable(head) ? waitingSince(await soundLedger(deps.dossiers, head)) : undefined;
  if (since === undefined)
    throw new ProblemError('state-conflict', {
      vi: 'Chưa có kết quả chờ nhận tại quầy.',
      en: 'No result waits at the counter to be collected.',
    });
  const bound = { dossier: head.code, since, until: lastDay(dateOf(call.now)) };
  const collectionCode = writeCode(bound, keyring.collectionSeal(signedText(bound)));
  return { body: { dossier: head.code, collectionCode, validUntil: bound.until } };
}
