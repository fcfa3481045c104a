import type { dossierOperations } from '../../../schemas/api/operations/dossiers.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import type { ReadingDeps } from './deps.ts';

type Operation = (typeof dossierOperations)['verifyResult'];

/** Whether a result with this number was issued, by which agency, and the hash of its file. Nothing about its owner. */
export async function verifyResult(deps: ReadingDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const entry = await deps.results.find(call.params.number);
  if (!entry)
    throw new ProblemError('not-found', {
      vi: 'Không có kết quả nào được cấp với số này.',
      en: 'No result was issued under this number.',
    });
  const { number, agency, procedureName, outcome, issuedAt, sha256 } = entry;
  return { body: { number, genuine: true, agency, procedureName, outcome, issuedAt, sha256 } };
}
