import { ProblemError } from '../../../../schemas/api/problem-error.ts';
import type { CollectionBody } from '../../../../schemas/dossier/collection.ts';
import type { PlannedTask } from '../../../../schemas/dossier/task.ts';
import { isOwed } from '../../money/account/money-state.ts';
import { readCollection } from '../collected.ts';
import type { DecisionContext, NewEvent } from '../context.ts';
import { closes } from './closing.ts';

/**
 * Reception hands over or posts the result (trả kết quả); a fee due before the return must be paid. The dossier
 * closes.
 */
export function handOver(context: DecisionContext, task: PlannedTask, body: CollectionBody): NewEvent[] {
  const { head, rules } = context;
  if (isOwed(head.money) && rules.procedure.feeDueBefore !== null) {
    throw new ProblemError('fee-unpaid', {
      vi: 'Phải thu phí, lệ phí trước khi trả kết quả: hãy ghi nhận thanh toán.',
      en: 'The fee must be paid before the result is returned: record the payment first.',
    });
  }
  return [
    {
      data: { type: 'returned', how: head.returnBy, ...readCollection(head, body) },
      opens: [],
      closes: closes(task, 'handOver'),
    },
  ];
}
