import type { Workflow } from '../../../schemas/catalogue/workflow.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { LAND_PAUSES } from './obligations.ts';

/** Whether the tax office was asked about a dossier, or may be at a step of its workflow. */
export function asksTaxOffice(
  { landTax }: Pick<DossierHead, 'landTax'>,
  { steps }: Pick<Workflow, 'steps'>,
): boolean {
  return (
    landTax !== null ||
    steps.some(({ decisions }) =>
      decisions.some(option => option.decision === 'pause' && option.kinds.includes(LAND_PAUSES.notice)),
    )
  );
}
