import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { ProcedureVersion } from '../../../schemas/catalogue/procedure.ts';
import type { ContentOf } from '../../../schemas/stored/proposed-change.ts';
import { digestOf } from '../../domain/canonical-json.ts';
import { settledState } from '../../domain/catalogue/settle-state.ts';
import type { Plan } from '../../domain/proposed-changes/propose.ts';
import { dateOf, type Instant } from '../../domain/vietnam-time.ts';
import type { CatalogueStore } from '../catalogue/catalogue-store.ts';
import type { CountOpen } from '../lists/dossier-counts.ts';

export interface ClosingPlanDeps {
  readonly catalogue: Pick<CatalogueStore, 'procedure'>;
  readonly countOpen: CountOpen;
}

/** The procedure as it is published; refused where there is none. */
export async function demandProcedure(
  catalogue: Pick<CatalogueStore, 'procedure'>,
  code: string,
): Promise<ProcedureVersion> {
  const published = await catalogue.procedure(code);
  if (published) return published;
  throw new ProblemError('not-found', {
    vi: `Không có thủ tục ${code}.`,
    en: `There is no procedure ${code}.`,
  });
}

/** A procedure closed by hand for new dossiers. */
export function closed(published: ProcedureVersion, reason: string, now: Instant): ProcedureVersion {
  const state = settledState(published.procedure, published.workflowVersion, {
    closedByHand: reason,
    today: dateOf(now),
  });
  return { ...published, closedByHand: reason, ...state };
}

/** What closing a procedure means: its open dossiers go on, and no more come in. */
export async function planClosing(
  { catalogue, countOpen }: ClosingPlanDeps,
  { procedure }: ContentOf<'procedureClosing'>,
): Promise<Plan> {
  const [published, dossiers] = await Promise.all([
    demandProcedure(catalogue, procedure),
    countOpen(procedure),
  ]);
  const { version, workflowVersion, state, closedByHand } = published;
  return {
    preview: { dossiers, among: dossiers, exact: true, differences: ['/state', '/closedByHand'] },
    basis: digestOf({ version, workflowVersion, state, closedByHand }),
  };
}
