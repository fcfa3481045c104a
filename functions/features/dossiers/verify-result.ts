import type { dossierOperations } from '../../../schemas/api/operations/dossiers.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { hasRunOut } from '../../domain/results/validity.ts';
import { dateOf } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { demandGenuine } from './demand-genuine.ts';
import type { ReadingDeps } from './deps.ts';
import { revokedView } from './revoked-view.ts';

type Operation = (typeof dossierOperations)['verifyResult'];

/**
 * Whether a result is genuine, for who holds it: by the code printed on it, or by the hash of its file, which they give
 * and are never given. A number alone tells nothing, for numbers are counted; what does not fit is not told from what
 * was never issued.
 */
export async function verifyResult(deps: ReadingDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { code, sha256: given } = call.query;
  if ((code === undefined) === (given === undefined))
    throw new ProblemError('parameter-invalid', {
      vi: 'Hãy gửi một trong hai: “code” là mã tra cứu in trên kết quả, hoặc “sha256” là mã băm của tệp kết quả.',
      en: 'Give one of the two: “code”, which is printed on the result, or “sha256”, the hash of its file.',
    });
  const [registered, keyring] = await Promise.all([deps.results.find(call.params.number), deps.keyring()]);
  const fits =
    registered &&
    (code === undefined
      ? given === registered.sha256
      : keyring.resultCodeFits(registered.dossier, registered.number, code));
  if (!registered || !fits)
    throw new ProblemError('not-found', {
      vi: 'Không có kết quả nào được cấp với số này và mã tra cứu hoặc tệp này.',
      en: 'No result was issued under this number with this code or file.',
    });
  const entry = await demandGenuine(deps, registered);
  const {
    number,
    agency,
    procedureName,
    outcome,
    issuedAt,
    kind = null,
    document = null,
    validUntil = null,
  } = entry;
  const checked = code === undefined ? 'file' : 'code';
  const revoked = revokedView(entry.revoked, call.language);
  const told = { number, agency, procedureName, kind, document, outcome, issuedAt, validUntil, revoked };
  const expired = hasRunOut(entry, dateOf(call.now));
  return { body: { genuine: true, ...told, expired, checked } };
}
