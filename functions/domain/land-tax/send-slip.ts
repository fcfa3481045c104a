import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { PlannedTask } from '../../../schemas/dossier/task.ts';
import { formatSlipId, type ObligationKind } from '../../../schemas/land-tax/slip.ts';
import type { Words } from '../../../schemas/words.ts';
import type { DecisionContext, NewEvent } from '../dossier/context.ts';
import { decide } from '../dossier/decide.ts';
import { waitingTask } from '../dossier/waiting.ts';
import { LAND_PAUSES } from './obligations.ts';
import { treasuryDebtOf } from './treasury-debt.ts';
import { isAllowed, landWaitOf } from './wait.ts';

/** The id of the next slip of a dossier. */
export const nextSlip = ({ code, landTax }: Pick<DecisionContext['head'], 'code' | 'landTax'>): string =>
  formatSlipId(code, (landTax?.slips ?? 0) + 1);

/**
 * The task at which a slip can be sent: that of a step, where the clock then pauses, or the wait for the tax office
 * that a refused slip left, or that an officer began by hand.
 */
export function slipTaskOf(context: Pick<DecisionContext, 'head' | 'rules'>): PlannedTask {
  const { head } = context;
  const wait = landWaitOf(head);
  if (wait?.wait === 'payment') throw conflict(ASKED);
  if (wait && head.landTax && head.landTax.refused === null) throw conflict(ASKED);
  if (wait) return wait.task;
  const task = waitingTask(head);
  if (!task || task.phase === 'others' || !isAllowed(context, task, 'notice')) throw conflict(NO_STEP);
  return task;
}

/** Whether a slip can be sent now, by whoever has the task. */
export function maySendSlip(context: Pick<DecisionContext, 'head' | 'rules'>): boolean {
  const { head } = context;
  if (treasuryDebtOf(head.landTax)?.left) return false;
  const wait = landWaitOf(head);
  if (wait) return wait.wait === 'notice' && (head.landTax === null || head.landTax.refused !== null);
  const task = waitingTask(head);
  return task !== undefined && isAllowed(context, task, 'notice');
}

/** Sends a transfer slip to the tax office (phiếu chuyển thông tin): the clock pauses until its notice comes. */
export function sendSlip(
  context: DecisionContext,
  task: PlannedTask,
  { kinds }: { readonly kinds: readonly ObligationKind[] },
): NewEvent[] {
  const { head } = context;
  if (treasuryDebtOf(head.landTax)?.left) throw conflict(ASKED);
  const slip = nextSlip(head);
  const sent: NewEvent = {
    data: { type: 'landSlipSent', slip, kinds: [...kinds] },
    opens: [],
    closes: [],
  };
  if (landWaitOf(head)) return [sent];
  const kind = LAND_PAUSES.notice;
  return [...decide(context, task, { decision: 'pause', kind, reason: REASON, document: slip }), sent];
}

const REASON = 'Chuyển thông tin sang cơ quan thuế để xác định nghĩa vụ tài chính về đất đai';

const ASKED: Words = {
  vi: 'Cơ quan thuế đang giải quyết phiếu chuyển của hồ sơ, hoặc đã có thông báo nộp tiền chưa nộp đủ.',
  en: 'The tax office has a slip of this dossier, or its notice of payment is not paid yet.',
};
const NO_STEP: Words = {
  vi: 'Hồ sơ không ở bước được gửi phiếu chuyển sang cơ quan thuế.',
  en: 'The dossier is at no step from which a slip can be sent to the tax office.',
};

const conflict = (detail: Words) => new ProblemError('state-conflict', detail);
