import type { ProcedureVersion } from '../../../schemas/catalogue/procedure.ts';
import type { TemplateOrder } from '../../../schemas/catalogue/template-order.ts';
import { contentHash } from '../../domain/catalogue/content-hash.ts';
import { fitTemplate, type TemplateFit } from '../../domain/catalogue/default-workflow.ts';
import { nextWorkflow } from '../../domain/catalogue/next-workflow.ts';
import { settledState } from '../../domain/catalogue/settle-state.ts';
import { dateOf, type Instant, toRfc3339 } from '../../domain/vietnam-time.ts';
import type { CatalogueStore } from '../catalogue/catalogue-store.ts';
import { readMatching } from '../catalogue/matching-procedures.ts';

type Fit = Extract<TemplateFit, { fits: true }>;
type Catalogue = Pick<CatalogueStore, 'procedure' | 'workflow' | 'addingWorkflow' | 'saveProcedure'>;

/** Whether an order is about a procedure: those that have a workflow keep it unless it says otherwise. */
export function isMeant({ replaceExisting }: TemplateOrder, { workflowVersion }: ProcedureVersion): boolean {
  return replaceExisting || workflowVersion === null;
}

/** The procedure with its workflow, in the resulting state; a changed procedure is a new version. */
export function asItWouldBe(
  before: ProcedureVersion,
  { procedure }: Fit,
  now: Instant,
  workflowVersion = 1,
): ProcedureVersion {
  const { closedByHand } = before;
  const hash = contentHash(procedure);
  const changed = hash !== contentHash(before.procedure);
  return {
    ...before,
    ...(changed && { version: before.version + 1, contentHash: hash, recordedAt: toRfc3339(now) }),
    workflowVersion,
    procedure,
    ...settledState(procedure, workflowVersion, { closedByHand, today: dateOf(now) }),
  };
}

/** Gives a procedure the workflow of a template, if it fits; what has it already is left alone. */
export async function giveWorkflow(
  catalogue: Catalogue,
  order: TemplateOrder,
  code: string,
  now: Instant,
): Promise<'changed' | 'unchanged' | 'conflict'> {
  const [before] = await readMatching(catalogue, order.filter, [code]);
  if (!before || !isMeant(order, before)) return 'unchanged';
  const fit = fitTemplate(order, before, dateOf(now));
  if (!fit.fits) return 'unchanged';
  const current = await catalogue.workflow(code);
  const workflow = nextWorkflow(current, fit.workflow, now);
  const next = asItWouldBe(before, fit, now, workflow.version);
  const isNew = next.version !== before.version;
  if (workflow === current && before.workflowVersion === workflow.version && !isNew) return 'unchanged';
  const steps = workflow === current ? [] : catalogue.addingWorkflow(workflow);
  const saved = await catalogue.saveProcedure(next, isNew ? 'add' : 'replace', steps);
  return saved === 'conflict' ? 'conflict' : 'changed';
}
