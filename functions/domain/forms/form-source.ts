import type { Procedure } from '../../../schemas/catalogue/procedure.ts';
import type { Workflow } from '../../../schemas/catalogue/workflow.ts';
import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { Unit } from '../../../schemas/organization/unit.ts';
import type { ApplicantRecord } from '../../../schemas/stored/applicant-record.ts';

/** What forms of a dossier are made from. */
export interface FormSource {
  /** The ledger up to the event that the form is made for. */
  readonly events: readonly LedgerEvent[];
  readonly procedure: Procedure;
  readonly workflow: Workflow;
  readonly people: ApplicantRecord;
  /** The units of the province as they were then. */
  readonly units: readonly Unit[];
  /** Names of officers, by account. */
  readonly officers: ReadonlyMap<string, string>;
}

/** The same, with the event and the state of the dossier after it. */
export interface FormContext extends FormSource {
  readonly event: LedgerEvent;
  readonly head: DossierHead;
}

/** The applicant as known when an event was recorded: what was corrected later is not known yet. */
export function peopleAt(people: ApplicantRecord, seq: number): ApplicantRecord {
  const earlier = people.earlier.find(({ event }) => event > seq);
  if (!earlier) return people;
  const { returnAddress: _, ...rest } = people;
  const { applicant, returnAddress } = earlier;
  return { ...rest, applicant, ...(returnAddress !== undefined && { returnAddress }) };
}

/** Who recorded an event, by name; of applicants, portals and the system nobody. */
export function officerOf({ officers }: Pick<FormSource, 'officers'>, { actor }: LedgerEvent): string {
  return actor.kind === 'officer' ? (officers.get(actor.id) ?? '') : '';
}
