import { isOwed } from '../../money/account/money-state.ts';
import type { DecisionContext, NewEvent } from '../context.ts';
import { planTask } from '../plan-task.ts';

/** The stored result: its number, and the identity of its bytes. */
export interface IssuedResult {
  readonly number: string;
  readonly sha256: string;
  readonly size: number;
  readonly origin: 'given' | 'rendered';
  /** The last day on which it holds; absent where it holds without end. */
  readonly validUntil?: string;
}

/**
 * The result is stored. An electronic return also closes the dossier; a return at the counter or by post, or a fee
 * due before the return, opens the collection task (chờ trả kết quả).
 */
export function issueResult(context: DecisionContext, result: IssuedResult): NewEvent[] {
  const { head, rules } = context;
  const issued: NewEvent = { data: { type: 'resultIssued', ...result }, opens: [], closes: [] };
  const gated = rules.procedure.feeDueBefore !== null && isOwed(head.money);
  if (head.returnBy === 'electronic' && !gated) {
    return [
      issued,
      { data: { type: 'returned', how: 'electronic', receivedBy: null }, opens: [], closes: [] },
    ];
  }
  const task = planTask(context, {
    phase: 'collection',
    name: 'Trả kết quả',
    step: null,
    unit: head.receivingUnit,
    role: 'reception',
    limit: rules.workflow.collectionLimit,
  });
  return [{ ...issued, opens: [task] }];
}
