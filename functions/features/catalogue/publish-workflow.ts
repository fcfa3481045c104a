import type { catalogueOperations } from '../../../schemas/api/operations/catalogue.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { joined } from '../../../schemas/words.ts';
import { contentHash } from '../../domain/catalogue/content-hash.ts';
import type { Finding } from '../../domain/workflow/lint-findings.ts';
import { lintWorkflow } from '../../domain/workflow/lint-workflow.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import type { Attempt } from '../../records/idempotency/attempt.ts';
import { demandProcedure } from '../../records/proposed-changes/plan-closing.ts';
import { planWorkflow } from '../../records/proposed-changes/plan-workflow.ts';
import { propose } from '../../records/proposed-changes/propose.ts';
import type { CatalogueDeps } from './deps.ts';

type Operation = (typeof catalogueOperations)['publishWorkflow'];

/**
 * Proposes a workflow for new dossiers, which a second administrator confirms, unless the linter reports an error;
 * existing dossiers keep theirs. Errors are listed, warnings reported. Nothing is proposed that is in force already.
 */
export async function publishWorkflow(
  deps: CatalogueDeps,
  call: Call<Operation>,
  attempt: Attempt,
): Promise<Reply<Operation>> {
  const { body, params } = call;
  const { procedure } = await demandProcedure(deps.catalogue, params.code);
  if (body.workflow.procedure !== params.code) {
    throw new ProblemError(
      'request-invalid',
      {
        vi: `Quy trình này thuộc thủ tục ${body.workflow.procedure}, không phải ${params.code}.`,
        en: `The workflow belongs to ${body.workflow.procedure}, not ${params.code}.`,
      },
      {
        faults: [
          {
            pointer: '/workflow/procedure',
            message: { vi: `phải là ${params.code}`, en: `must be ${params.code}` },
          },
        ],
      },
    );
  }
  const findings = lintWorkflow(body.workflow, { procedure });
  const inLanguage = (finding: Finding) => ({ ...finding, message: finding.message[call.language] });
  const report = {
    errors: findings.errors.map(inLanguage),
    warnings: findings.warnings.map(inLanguage),
  };
  if (report.errors.length > 0 && !body.checkOnly) {
    throw new ProblemError(
      'workflow-invalid',
      joined(
        findings.errors.map(({ message }) => message),
        ' ',
      ),
      { facts: { findings: report } },
    );
  }
  const current = await deps.catalogue.workflow(params.code);
  const same = current?.contentHash === contentHash(body.workflow);
  if (body.checkOnly || same) return { body: { version: same ? current.version : null, ...report } };
  const content = { kind: 'workflow', procedure: params.code, workflow: body.workflow } as const;
  return propose(deps, call, { content, plan: await planWorkflow(deps, content) }, attempt);
}
