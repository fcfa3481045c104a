import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { AGAIN, briefly, type Pauses, realPauses, retry } from '../../kernel/retry/retry.ts';

/** Reads a pad and changes it, anew where somebody else changed it in between. */
export async function untilSettled<T>(
  work: () => Promise<T | typeof AGAIN>,
  pauses: Pauses = realPauses,
): Promise<T> {
  const settled = await retry(work, briefly, pauses);
  if (settled === AGAIN) throw changedMeanwhile();
  return settled;
}

export function changedMeanwhile(): ProblemError {
  return new ProblemError('version-conflict', {
    vi: 'Bàn ký vừa thay đổi trạng thái; hãy thử lại.',
    en: 'The pad changed in the meantime; try again.',
  });
}
