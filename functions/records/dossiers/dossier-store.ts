import type { Applicant } from '../../../schemas/dossier/applicant.ts';
import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { FormData } from '../../../schemas/dossier/form-data.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { NamedPerson } from '../../../schemas/dossier/identity-paper.ts';
import type { ApplicantRecord } from '../../../schemas/stored/applicant-record.ts';
import type { DossierLabels } from '../../../schemas/stored/labels.ts';
import type { StoredPad } from '../../../schemas/stored/pad.ts';
import type { StoredResult } from '../../../schemas/stored/result.ts';
import type { StoredTask } from '../../../schemas/stored/task.ts';
import type { NewEvent } from '../../domain/dossier/context.ts';
import type { Outcome } from '../../domain/dossier/seal.ts';
import type { FoundChange } from '../../domain/projections/found-entries.ts';
import type { SealedTerms } from '../../domain/search/sealed-terms.ts';
import type { ItemWrite } from '../../kernel/table/item-write.ts';
import type { NewAccess } from '../audit-log/access-record-store.ts';
import type { Answer, CaseChange, CaseStore, Refusal } from '../commands/case-store.ts';

/** A new dossier, once its code is known. */
export interface NewDossier {
  readonly outcome: Outcome;
  readonly applicant: Applicant;
  readonly handedInBy?: NamedPerson | undefined;
  readonly returnAddress?: string | undefined;
  readonly formData?: FormData | undefined;
  readonly labels: DossierLabels;
  /** The search terms it is found by. */
  readonly foundBy: SealedTerms;
  readonly files: readonly string[];
  /** Numbers of the results it cites in place of papers. */
  readonly cited?: readonly string[];
  readonly answer: Answer | undefined;
  /** Counts the submission against the quota of who submits. */
  readonly quota?: readonly ItemWrite<'quota'>[];
}

/** What a command on a dossier may commit besides events and head. */
export interface DossierBeside {
  /** Files that now belong to the dossier. */
  readonly files?: readonly string[] | undefined;
  /** Numbers of results cited in place of papers. */
  readonly cited?: readonly string[] | undefined;
  /** The new details of the people, and the search terms that replace the old ones. */
  readonly people?: ChangedPeople | undefined;
  /** The number that the registry clerk takes from a register with this change. */
  readonly numbered?: TakenNumber | undefined;
  /** The result entered in the register with this change. */
  readonly result?: RegisteredResult | undefined;
  /** The pad whose request was signed with this change, as it stands then. */
  readonly pad?: StoredPad | undefined;
  /** Transfer slips to the tax office, and its messages, that are kept with this change. */
  readonly landTax?: readonly ItemWrite<'version'>[] | undefined;
  /** Payments, requests for payment and transfers that are kept with this change. */
  readonly money?: readonly ItemWrite<'version'>[] | undefined;
}

/** Dossiers as a stored kind of case. */
export interface KeptDossier {
  readonly head: DossierHead;
  readonly news: NewEvent;
  readonly event: LedgerEvent;
  readonly labels: DossierLabels;
  readonly beside: DossierBeside;
}

/** What a command on a dossier commits. */
export type DossierChange = CaseChange<KeptDossier> & DossierBeside;

/** A correction of the applicant. */
export interface ChangedPeople {
  readonly record: ApplicantRecord;
  readonly found: FoundChange;
  /** The read by the officer who corrects, kept with the correction: an attempt that lost its race saw nothing. */
  readonly seen: readonly NewAccess[];
}

/** A number taken from a register of an agency: registers have no gaps. */
export interface TakenNumber {
  readonly agency: string;
  readonly register: string;
  readonly year: string;
  readonly count: number;
}

/** A result as entered in the register of results. */
export interface RegisteredResult {
  readonly number: string;
  readonly agency: string;
  readonly year: string;
  /** The count that gives the number; the register has no gaps. */
  readonly count: number;
  readonly procedureName: string;
  readonly key: string;
  readonly kind?: StoredResult['kind'];
  readonly document?: StoredResult['document'];
}

/** What numbers a dossier: agency, day, and the last number it may get, if not every one. */
export interface NumberedPlace {
  readonly agency: string;
  readonly date: string;
  readonly last?: number | undefined;
}

/** The store of dossiers: ledger, head, tasks and personal data under one key, every change one transaction. */
export interface DossierStore extends CaseStore<KeptDossier> {
  applicant(code: string): Promise<Applicant | undefined>;
  /** The applicant, the submitter, and earlier corrections. */
  people(code: string): Promise<ApplicantRecord | undefined>;
  task(code: string, number: number): Promise<StoredTask | undefined>;
  /** A page of the ledger after an entry, oldest first, at most `limit` entries. */
  events(code: string, after: number, limit: number): Promise<LedgerEvent[]>;
  /**
   * Creates a dossier under the next number of its agency and day, without gaps or duplicates: `build` gets the code,
   * and is called again if the number was taken in the meantime.
   */
  create<N extends NewDossier>(place: NumberedPlace, build: (code: string) => N): Promise<N | Refusal>;
  /** The number of results in the register of an agency and year. */
  resultsCounted(agency: string, year: string): Promise<number>;
  /** How many documents a register of an agency holds for a year. */
  documentsCounted(agency: string, register: string, year: string): Promise<number>;
}
