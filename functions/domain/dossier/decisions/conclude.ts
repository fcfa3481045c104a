import { ProblemError, refuseField } from '../../../../schemas/api/problem-error.ts';
import type { PlannedTask } from '../../../../schemas/dossier/task.ts';
import { classify, type Punctuality } from '../../legal-clock/classification.ts';
import { dateOf, parseInstant } from '../../vietnam-time.ts';
import type { DecisionContext, NewEvent } from '../context.ts';
import { leadToStep } from '../enter-step.ts';
import { legalLimit } from '../legal-limit.ts';
import { demandNamed, type Proposal, standingProposal } from '../proposal.ts';
import { closes } from './closing.ts';
import { toBeSealed } from './seal.ts';
import { targetOf } from './target.ts';

interface Conclusion {
  readonly decision: 'approve' | 'refuse';
  readonly text?: string | undefined;
  readonly resultFile?: string | undefined;
  /** The last day on which the result holds. */
  readonly validUntil?: string | undefined;
  /** The digest of the proposal that is confirmed. */
  readonly proposal?: string | undefined;
}

/**
 * Approves or refuses (đồng ý, từ chối giải quyết). On a work step this is a proposal to be signed; at the signature
 * it is the decision. A signer who approves names the proposal and signs it unchanged: a proposed refusal becomes a
 * refusal.
 */
export function conclude(context: DecisionContext, task: PlannedTask, conclusion: Conclusion): NewEvent[] {
  const { to } = targetOf(context, task, conclusion.decision);
  const content = confirms(context, task, conclusion)
    ? confirmed(context, conclusion)
    : newContent(context, conclusion);
  const closing = closes(task, conclusion.decision);
  if (to === 'decided') {
    const data = { type: 'decided' as const, ...content, timeliness: timelinessOf(context) };
    return [{ data, opens: toBeSealed(context), closes: closing }];
  }
  return leadToStep(context, to, { data: { type: 'proposed', to, ...content }, opens: [], closes: closing });
}

/** At a signature, approving confirms the current proposal; elsewhere, naming one does. */
function confirms(context: DecisionContext, task: PlannedTask, conclusion: Conclusion): boolean {
  if (conclusion.decision !== 'approve') return false;
  return conclusion.proposal !== undefined || (task.phase === 'signature' && context.head.proposal !== null);
}

/** The proposal as submitted, with the signed file if there is one. A different text would be a different decision. */
function confirmed(context: DecisionContext, conclusion: Conclusion): Proposal {
  const named = demandNamed(standingProposal(context.head), conclusion.proposal);
  const { outcome, text, resultFile, validUntil } = named;
  for (const member of ['text', 'validUntil'] as const) {
    if (conclusion[member] === undefined) continue;
    throw new ProblemError(
      'request-invalid',
      {
        vi: 'Người xác nhận không sửa nội dung đề xuất. Muốn sửa, hãy trả lại để trình lại.',
        en: 'A proposal is confirmed unchanged. To change it, send the dossier back.',
      },
      {
        faults: [{ pointer: `/${member}`, message: { vi: 'hãy bỏ trường này', en: 'leave this field out' } }],
      },
    );
  }
  demandNotOver(context, validUntil);
  return {
    outcome,
    text,
    resultFile: conclusion.resultFile ?? resultFile,
    ...(validUntil && { validUntil }),
  };
}

function newContent(context: DecisionContext, conclusion: Conclusion): Proposal {
  const resultFile = conclusion.resultFile ?? null;
  const outcome = conclusion.decision === 'approve' ? 'granted' : 'refused';
  const { validUntil } = conclusion;
  demandNotOver(context, validUntil);
  const text = conclusion.text ?? textOfFile(resultFile);
  return { outcome, text, resultFile, ...(validUntil !== undefined && { validUntil }) };
}

/** A result is not issued when it has run out already: a proposal that waited too long is sent back. */
function demandNotOver({ now }: DecisionContext, validUntil: string | undefined): void {
  if (validUntil !== undefined && validUntil < dateOf(now))
    refuseField('request-invalid', '/validUntil', {
      vi: 'Ngày cuối cùng kết quả có giá trị không được trước hôm nay. Nếu là ngày trong đề xuất đang trình, hãy trả lại để trình lại.',
      en: 'The last day on which the result holds must not be in the past. If the proposal has it, send the dossier back.',
    });
}

/** A result file is complete in itself; without one, the text of the decision is the result. */
function textOfFile(resultFile: string | null): string {
  if (resultFile !== null) return '';
  throw new ProblemError(
    'request-invalid',
    {
      vi: 'Hãy ghi nội dung quyết định hoặc đính kèm tệp kết quả.',
      en: 'Give the text of the decision or attach the result as a file.',
    },
    {
      faults: [
        {
          pointer: '/text',
          message: {
            vi: 'bắt buộc, vì chưa có đề xuất và không có tệp kết quả',
            en: 'required, because there is no proposal and no result file',
          },
        },
      ],
    },
  );
}

/** Timeliness is judged by dates in Vietnam; for limits in hours, by the moment as well. */
function timelinessOf({ head, rules, now }: DecisionContext): Punctuality {
  if (head.dueAt === null) throw new TypeError(`${head.code}: decided without a promised date`);
  const limit = legalLimit(rules.procedure, head);
  const precision = limit?.unit === 'workingHour' ? 'moment' : 'date';
  return classify({ doneAt: now, dueAt: parseInstant(head.dueAt), precision });
}
