import type { Procedure } from '../../../schemas/catalogue/procedure.ts';
import type { Workflow } from '../../../schemas/catalogue/workflow.ts';
import type { Finding } from './lint-findings.ts';
import { heaviestForwardPath } from './lint-graph.ts';
import { type Limit, lintConsultations, lintLimits } from './lint-limits.ts';
import { lintPauses } from './lint-pauses.ts';
import { lintSameOfficer } from './lint-same-officer.ts';
import { lintGraph, lintStep } from './lint-steps.ts';

/** The linter's result: a workflow with an error must not be published; a warning is for its approver to consider. */
export interface WorkflowLint {
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
}

/** Context of a workflow: its procedure, and a legal limit other than the procedure's. */
export interface LintContext {
  readonly procedure?: Procedure;
  readonly legalLimit?: Limit;
}

/**
 * Checks a workflow before it is published: every dossier must be able to reach a signed decision, and somebody must
 * be able to move it on at every step. Limits that add up to more than the law allows give a warning with the sum,
 * once for each different legal limit.
 */
export function lintWorkflow(workflow: Workflow, context: LintContext = {}): WorkflowLint {
  const { procedure, legalLimit } = context;
  const errors = [
    ...lintGraph(workflow),
    ...workflow.steps.flatMap(lintStep),
    ...workflow.steps.flatMap(lintPauses),
  ];
  if (procedure !== undefined) errors.push(...lintAgainstProcedure(workflow, procedure));

  const warnings = [
    ...workflow.steps.flatMap(lintConsultations),
    ...workflow.steps.flatMap(lintSameOfficer),
    ...lintRefusal(workflow),
    ...lintCircle(workflow),
  ];
  const limits =
    legalLimit === undefined ? (procedure?.methods ?? []).map(method => method.limit) : [legalLimit];
  for (const limit of different(limits)) warnings.push(...lintLimits(workflow, limit));
  return { errors, warnings };
}

function lintAgainstProcedure(workflow: Workflow, procedure: Procedure): Finding[] {
  const errors: Finding[] = [];
  if (workflow.procedure !== procedure.code) {
    const message = {
      vi: `Quy trình thuộc thủ tục ${workflow.procedure}, không phải ${procedure.code}.`,
      en: `The workflow belongs to procedure ${workflow.procedure}, not ${procedure.code}.`,
    };
    errors.push({ code: 'wrong-procedure', step: null, message });
  }
  const point = procedure.feeDueBefore;
  if (point !== null && point !== 'return' && !workflow.steps.some(step => step.id === point)) {
    const message = {
      vi: `Phí, lệ phí của ${procedure.code} phải nộp trước “${point}”, nhưng đó không phải một bước và cũng không phải “return” (trả kết quả).`,
      en: `The fee of ${procedure.code} is due before "${point}", which is neither a step nor "return".`,
    };
    errors.push({ code: 'fee-point-unknown', step: point, message });
  }
  return errors;
}

function lintRefusal(workflow: Workflow): Finding[] {
  const refuses = workflow.steps.some(({ decisions }) =>
    decisions.some(({ decision }) => decision === 'refuse'),
  );
  if (refuses) return [];
  const message = {
    vi: 'Không bước nào cho phép từ chối giải quyết, trong khi hồ sơ không đủ điều kiện phải được trả lời bằng văn bản (NĐ 61/2018 Đ19 k8).',
    en: 'No step allows a refusal, but an applicant who does not qualify must be refused in writing (NĐ 61/2018 Đ19 k8).',
  };
  return [{ code: 'refusal-impossible', step: null, message }];
}

function lintCircle(workflow: Workflow): Finding[] {
  if (heaviestForwardPath(workflow, () => 1) !== 'circular') return [];
  const message = {
    vi: 'Các bước chuyển tiếp tạo thành vòng lặp: hồ sơ có thể quay vòng mà không bị trả lại lần nào.',
    en: 'The forward moves form a loop: a dossier could go round it without ever being sent back.',
  };
  return [{ code: 'forward-circle', step: null, message }];
}

function different(limits: readonly (Limit | null)[]): Limit[] {
  const seen = new Map<string, Limit>();
  for (const limit of limits) if (limit !== null) seen.set(`${limit.amount} ${limit.unit}`, limit);
  return [...seen.values()];
}
