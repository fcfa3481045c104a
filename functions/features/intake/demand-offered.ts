import type { Submission } from '../../../schemas/api/dossier.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { Procedure } from '../../../schemas/catalogue/procedure.ts';
import { askedFaults } from '../../domain/fees/asked-reliefs.ts';

/** The fee of a dossier that is submitted through a channel; null where none is published. */
export const feeOf = ({ methods }: Procedure, channel: Submission['channel']) =>
  methods.find(method => method.channel === channel)?.fee ?? null;

/** Refuses reliefs of the fee that cannot be asked for today (`YYYY-MM-DD`). */
export function demandOffered(
  { reliefs = [], channel }: Submission,
  procedure: Procedure,
  today: string,
): void {
  const faults = askedFaults(reliefs, { fee: feeOf(procedure, channel), procedure }, today);
  if (faults.length === 0) return;
  throw new ProblemError(
    'request-invalid',
    { vi: 'Đề nghị miễn, giảm phí, lệ phí chưa đúng.', en: 'A relief of the fee cannot be asked for.' },
    { faults },
  );
}
