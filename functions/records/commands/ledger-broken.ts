import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { LedgerError } from '../../domain/dossier/ledger-error.ts';
import type { LedgerFault } from '../../domain/ledger/standing.ts';
import { countOnce } from '../../kernel/lambda/count-once.ts';

/**
 * The history of a case does not verify. The caller hears only that; for the operator the code and the position are in
 * the log with the metric that rings the alarm. `held` is one that was found before, and told of then.
 */
export function ledgerBroken(code: string, found: LedgerFault | 'held'): ProblemError {
  const where = found === 'held' ? 'held' : `entry ${found.entry}: ${found.fault}`;
  if (found !== 'held') countOnce('LedgerBroken', { dossier: code, position: where });
  return new ProblemError(
    'ledger-broken',
    {
      vi: 'Dữ liệu lưu của hồ sơ này không khớp với nhật ký hồ sơ, nên hiện không thể thao tác trên hồ sơ. Người vận hành hệ thống đã được báo; nếu cần gấp, hãy liên hệ với họ.',
      en: 'What is kept of this dossier does not fit its ledger, so nothing is done with it for now. The operator has been told; ask them if it is urgent.',
    },
    { cause: new LedgerError(`${code}: ${where}`) },
  );
}
