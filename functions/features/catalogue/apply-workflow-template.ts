import type { catalogueOperations, TemplateReport } from '../../../schemas/api/operations/catalogue.ts';
import type { ProcedureVersion } from '../../../schemas/catalogue/procedure.ts';
import type { TemplateOrder } from '../../../schemas/catalogue/template-order.ts';
import type { Language } from '../../../schemas/words.ts';
import { fitTemplate, type Remark } from '../../domain/catalogue/default-workflow.ts';
import { closedReason } from '../../domain/catalogue/settle-state.ts';
import { withWorkflow } from '../../domain/catalogue/with-workflow.ts';
import { dateOf, type Instant } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { nextCodes, readMatching } from '../../records/catalogue/matching-procedures.ts';
import type { Attempt } from '../../records/idempotency/attempt.ts';
import { planTemplate } from '../../records/proposed-changes/plan-template.ts';
import { propose } from '../../records/proposed-changes/propose.ts';
import { demandUnits } from '../../records/workflow-templates/demand-units.ts';
import { isMeant } from '../../records/workflow-templates/give-workflow.ts';
import type { CatalogueDeps } from './deps.ts';

type Operation = (typeof catalogueOperations)['applyWorkflowTemplate'];
type Row = TemplateReport['rows'][number];

/**
 * Tries a workflow template on the selected procedures, a page at a time. On request all of it is proposed, to be
 * published for those it fits once a second administrator confirms it; where it fits none there is only the report.
 */
export async function applyWorkflowTemplate(
  deps: CatalogueDeps,
  call: Call<Operation>,
  attempt: Attempt,
): Promise<Reply<Operation>> {
  const { body, now, language } = call;
  const { apply, after: _, limit: __, ...order } = body;
  if (apply) {
    const content = { kind: 'workflowTemplate', order } as const;
    const plan = await planTemplate(deps, content, now);
    if (plan.preview.procedures !== 0) return propose(deps, call, { content, plan }, attempt);
  }
  await demandUnits(deps, body, now);
  const { codes, next } = await nextCodes(deps.catalogue, body.filter, body);
  const meant = await readMatching(deps.catalogue, body.filter, codes);
  const taken = meant.filter(version => isMeant(order, version));
  const rows = taken.map(version => rowOf(order, version, { now, language }));
  const count = (test: (row: Row) => boolean) => rows.filter(test).length;
  const counts = {
    fit: count(({ outcome }) => outcome === 'fit'),
    open: count(({ state }) => state === 'open'),
    refused: count(({ outcome }) => outcome === 'refused'),
    kept: meant.length - taken.length,
  };
  return { body: { counts, rows, next } };
}

function rowOf(
  order: TemplateOrder,
  version: ProcedureVersion,
  { now, language }: { readonly now: Instant; readonly language: Language },
): Row {
  const { code, name } = version.procedure;
  const said = ({ code: what, words }: Remark) => ({ code: what, message: words[language] });
  const fit = fitTemplate(order, version, dateOf(now));
  if (!fit.fits)
    return {
      code,
      name,
      outcome: 'refused',
      state: null,
      closedBecause: null,
      warnings: [],
      refusedBecause: said(fit.because),
    };
  const would = withWorkflow(version, { procedure: fit.procedure, workflowVersion: 1 }, now);
  return {
    code,
    name,
    outcome: 'fit',
    state: would.state,
    closedBecause: closedReason(would)?.[language] ?? null,
    warnings: fit.warnings.map(said),
    refusedBecause: null,
  };
}
