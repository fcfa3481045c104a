import type { catalogueOperations } from '../../../schemas/api/operations/catalogue.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { joined } from '../../../schemas/words.ts';
import { settledState } from '../../domain/catalogue/settle-state.ts';
import { dateOf } from '../../domain/vietnam-time.ts';
import type { Finding } from '../../domain/workflow/lint-findings.ts';
import { lintWorkflow } from '../../domain/workflow/lint-workflow.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import type { Attempt } from '../../records/idempotency/attempt.ts';
import type { CatalogueDeps } from './deps.ts';
import { saveWorkflow } from './save-workflow.ts';

type Operation = (typeof catalogueOperations)['publishWorkflow'];

/**
 * Publishes a workflow unless the linter reports an error; existing dossiers keep theirs. Errors are listed, warnings
 * reported.
 */
export async function publishWorkflow(
  deps: CatalogueDeps,
  call: Call<Operation>,
  attempt: Attempt,
): Promise<Reply<Operation>> {
  const { body, params, now } = call;
  const published = await deps.catalogue.procedure(params.code);
  if (!published)
    throw new ProblemError('not-found', {
      vi: `Không có thủ tục ${params.code}.`,
      en: `There is no procedure ${params.code}.`,
    });
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
  const findings = lintWorkflow(body.workflow, { procedure: published.procedure });
  const inLanguage = (finding: Finding) => ({ ...finding, message: finding.message[call.language] });
  const report = {
    errors: findings.errors.map(inLanguage),
    warnings: findings.warnings.map(inLanguage),
  };
  if (body.checkOnly) return { body: { published: false, version: null, ...report } };
  if (report.errors.length > 0) {
    throw new ProblemError(
      'workflow-invalid',
      joined(
        findings.errors.map(({ message }) => message),
        ' ',
      ),
      {
        facts: { findings: report },
      },
    );
  }
  const workflow = await saveWorkflow(deps.catalogue, body.workflow, now);
  if (workflow === 'conflict')
    throw new ProblemError('version-conflict', {
      vi: `Quy trình của thủ tục ${params.code} vừa được người khác thay đổi; hãy thử lại.`,
      en: `Someone else changed the workflow of ${params.code} in the meantime; try again.`,
    });
  const next = {
    ...published,
    workflowVersion: workflow.version,
    ...settledState(published.procedure, workflow.version, {
      closedByHand: published.closedByHand,
      today: dateOf(now),
    }),
  };
  const reply = { body: { published: true, version: workflow.version, ...report } };
  if ((await deps.catalogue.saveProcedure(next, 'replace', attempt.keeps(reply))) === 'conflict') {
    throw new ProblemError('version-conflict', {
      vi: `Thủ tục ${params.code} vừa được người khác thay đổi; hãy thử lại.`,
      en: `Someone else changed ${params.code} in the meantime; try again.`,
    });
  }
  return reply;
}
