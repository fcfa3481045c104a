import type { Logger } from '@aws-lambda-powertools/logger';
import type { CatalogueStore } from '../../records/catalogue/catalogue-store.ts';
import type { Keyring } from '../../records/keyring/keyring.ts';
import type { OrganizationStore } from '../../records/organization/organization-store.ts';
import type { CalendarPlanDeps } from '../../records/proposed-changes/plan-calendar.ts';
import type { ReplanningPlanDeps } from '../../records/proposed-changes/plan-replanning.ts';
import type { TransferPlanDeps } from '../../records/proposed-changes/plan-transfer.ts';
import type { UnitsPlanDeps } from '../../records/proposed-changes/plan-units.ts';
import type { WorkflowPlanDeps } from '../../records/proposed-changes/plan-workflow.ts';
import type { ProposedChangeStore } from '../../records/proposed-changes/proposed-change-store.ts';
import type { WorkCalendarStore } from '../../records/work-calendar/work-calendar-store.ts';

type Planning = CalendarPlanDeps & ReplanningPlanDeps & TransferPlanDeps & UnitsPlanDeps & WorkflowPlanDeps;
type Catalogue = Pick<
  CatalogueStore,
  'procedure' | 'saveProcedure' | 'workflow' | 'addingWorkflow' | 'entries'
>;

/** What carries out a change that goes from dossier to dossier. */
export interface CarryOnDeps extends Omit<Planning, 'inTime' | 'workOf' | 'countOpen' | 'catalogue'> {
  readonly catalogue: Catalogue;
  readonly proposedChanges: ProposedChangeStore;
  readonly clock: () => number;
  readonly logger: Pick<Logger, 'error'>;
}

/** What confirming needs: all that any kind of change is planned from and written to. */
export interface ProposedChangeDeps extends Omit<CarryOnDeps, 'workCalendars' | 'organization'> {
  readonly workCalendars: Pick<WorkCalendarStore, 'current' | 'version' | 'add'>;
  readonly organization: Pick<OrganizationStore, 'current' | 'officersNamed' | 'add'>;
  readonly workOf: UnitsPlanDeps['workOf'];
  readonly countOpen: CalendarPlanDeps['countOpen'];
  readonly keyring: () => Promise<Keyring>;
  /** Hands over what ended units still have, as far as time allows. */
  readonly moveEnded: () => Promise<void>;
}
