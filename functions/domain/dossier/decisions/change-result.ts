import { ProblemError } from '../../../../schemas/api/problem-error.ts';
import type { DossierHead } from '../../../../schemas/dossier/head.ts';
import type { ResultChange } from '../../../../schemas/dossier/result-change.ts';
import type { PlannedTask } from '../../../../schemas/dossier/task.ts';
import { joined } from '../../../../schemas/words.ts';
import { digestOf } from '../../canonical-json.ts';
import { changeSigningLimit, groundsOf } from '../../results/change-grounds.ts';
import type { DecisionContext, NewEvent } from '../context.ts';
import { planTask } from '../plan-task.ts';
import { demandNamed } from '../proposal.ts';
import { closes } from './closing.ts';

/** What an officer proposes to change of an issued result. */
export interface ProposedChange extends Omit<ResultChange, 'text' | 'resultFile'> {
  readonly text?: string | undefined;
  readonly resultFile?: string | undefined;
}

/** A proposed change with the digest by which its signer names it. */
export interface NamedChange extends ResultChange {
  readonly digest: string;
}

/** The change that waits to be signed, null if there is none. */
export function standingChange(head: Pick<DossierHead, 'resultChange'>): NamedChange | null {
  if (head.resultChange === null) return null;
  const { task: _, ...change } = head.resultChange;
  return { ...change, digest: digestOf(change) };
}

/**
 * Proposes to revoke an issued result (thu hồi) or to correct it by a new one (đính chính): a decision as the first
 * was, signed by a second person. Nothing of the result changes until then.
 */
export function proposeChange(context: DecisionContext, proposed: ProposedChange): NewEvent[] {
  const { head, rules } = context;
  demandChangeable(head);
  demandGround(proposed);
  const change: ResultChange = {
    kind: proposed.kind,
    ground: proposed.ground,
    reason: proposed.reason,
    ...contentOf(proposed),
  };
  const signature = rules.workflow.steps.find(step => step.kind === 'signature');
  if (!signature) throw new TypeError(`the workflow of ${rules.procedure.code} has no signature`);
  const task = planTask(context, {
    phase: 'resultChange',
    name: proposed.kind === 'revoke' ? 'Ký quyết định thu hồi kết quả' : 'Ký đính chính kết quả',
    step: null,
    unit: head.competentUnit,
    role: signature.role,
    limit: changeSigningLimit,
  });
  return [{ data: { type: 'resultChangeProposed', ...change, task: task.id }, opens: [task], closes: [] }];
}

/** The change is signed: the result no longer holds, or the new one is to be made. */
export function confirmChange(
  { head }: DecisionContext,
  task: PlannedTask,
  { proposal }: { readonly proposal?: string | undefined },
): NewEvent[] {
  const { kind, ground, reason, text, resultFile } = demandNamed(standingChange(head), proposal);
  const number = head.result?.number ?? '';
  const facts = { number, ground, reason };
  const data =
    kind === 'revoke'
      ? { type: 'resultRevoked' as const, ...facts }
      : { type: 'correctionSigned' as const, ...facts, text: text ?? '', resultFile };
  return [{ data, opens: [], closes: closes(task, 'confirmChange') }];
}

/** The signer returns the proposal: the result stays as it is. */
export function returnChange(_: DecisionContext, task: PlannedTask, body: { reason: string }): NewEvent[] {
  return [
    {
      data: { type: 'resultChangeReturned', reason: body.reason },
      opens: [],
      closes: closes(task, 'returnChange'),
    },
  ];
}

function demandChangeable(head: DossierHead): void {
  const refuse = (vi: string, en: string) => new ProblemError('state-conflict', { vi, en });
  if (head.result === null)
    throw refuse('Hồ sơ chưa có kết quả được phát hành.', 'No result of this dossier has been issued yet.');
  if (head.resultRevokedAt !== null)
    throw refuse('Kết quả này đã bị thu hồi.', 'The result has been revoked already.');
  if (head.resultChange !== null)
    throw refuse(
      'Đang có một đề nghị thu hồi hoặc đính chính kết quả chờ ký.',
      'A change of this result is already waiting to be signed.',
    );
  if (head.correction !== null)
    throw refuse(
      'Bản đính chính trước đang được lập, xin chờ giây lát.',
      'The corrected result is still being made: wait a moment.',
    );
}

function demandGround({ kind, ground }: ProposedChange): void {
  const known = groundsOf(kind);
  if (known.some(each => each.ground === ground)) return;
  const names = joined(
    known.map(each => ({ vi: `${each.ground} (${each.name.vi})`, en: `${each.ground} (${each.name.en})` })),
  );
  throw new ProblemError(
    'request-invalid',
    { vi: 'Căn cứ không phù hợp.', en: 'There is no such ground.' },
    {
      faults: [
        {
          pointer: '/ground',
          message: { vi: `phải là một trong: ${names.vi}`, en: `must be one of ${names.en}` },
        },
      ],
    },
  );
}

/** A correction brings the new result, as a text to be printed or as a file; a revocation brings none. */
function contentOf({ kind, text, resultFile }: ProposedChange): Pick<ResultChange, 'text' | 'resultFile'> {
  const fault = (pointer: string, vi: string, en: string) =>
    new ProblemError(
      'request-invalid',
      { vi: 'Nội dung đề nghị không hợp lệ.', en: 'The proposal is not valid.' },
      { faults: [{ pointer, message: { vi, en } }] },
    );
  if (kind === 'revoke') {
    if (text === undefined && resultFile === undefined) return { text: null, resultFile: null };
    const pointer = text === undefined ? '/resultFile' : '/text';
    throw fault(
      pointer,
      'hãy bỏ: thu hồi không kèm kết quả mới',
      'leave this out: a revocation brings no new result',
    );
  }
  if (resultFile !== undefined) return { text: text ?? '', resultFile };
  if (text === undefined)
    throw fault(
      '/text',
      'bắt buộc, nếu không đính kèm tệp kết quả mới',
      'required unless a new result file is attached',
    );
  return { text, resultFile: null };
}
