import type { dossierOperations } from '../../../schemas/api/operations/dossiers.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { readDossierCode } from '../../../schemas/codes/dossier-code.ts';
import { progressOf, shareDone } from '../../domain/dossier/views.ts';
import { dateOf } from '../../domain/vietnam-time.ts';
import { dayText } from '../../domain/wording/dates.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { demandSound } from '../../records/dossiers/demand-sound.ts';
import type { ReadingDeps } from './deps.ts';

type Operation = (typeof dossierOperations)['trackDossier'];

/** Code and progress, for anyone with the code (TT 01/2018/TT-VPCP Đ16 k2): no names, no papers, no reasons. */
export async function trackDossier(deps: ReadingDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { code } = call.params;
  const parts = readDossierCode(code);
  if (parts && parts.date > dateOf(call.now)) {
    throw new ProblemError('dossier-code-invalid', {
      vi: `Ngày trong mã hồ sơ, ${dayText(parts.date)}, chưa đến.`,
      en: `The date in the code, ${parts.date}, is in the future.`,
    });
  }
  const found = await deps.dossiers.find(code);
  if (!found)
    throw new ProblemError('not-found', {
      vi: 'Không có hồ sơ nào mang mã này.',
      en: 'No dossier has this code.',
    });
  const { head } = found;
  await demandSound(deps.dossiers, found);
  return { body: { ...progressOf(head, call.language), progress: shareDone(head), promisedOn: head.dueOn } };
}
