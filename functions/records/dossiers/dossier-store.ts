import type { Applicant } from '../../../schemas/dossier/applicant.ts';
import type { ApplicantRecord } from '../../../schemas/dossier/applicant-record.ts';
import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { FormData } from '../../../schemas/dossier/form-data.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { NamedPerson } from '../../../schemas/dossier/identity-paper.ts';
import type { StoredTask } from '../../../schemas/dossier/stored-task.ts';
import type { DossierLabels } from '../../../schemas/stored/labels.ts';
import type { Outcome } from '../../domain/dossier/seal.ts';
import type { FoundChange } from '../../domain/projections/found-entries.ts';
import type { DecisionMade } from '../../domain/projections/task-changes.ts';
import type { SealedTerms } from '../../domain/search/sealed-terms.ts';
import type { NewAccess } from '../audit-log/access-record-store.ts';
import type { StoredAnswer } from './stored-shapes.ts';

/** An answer given to a request with an idempotency key, kept so that a repeat gets it again. */
export interface Answer {
  /** Who asked, as `describeActor` writes it, and the key they sent. */
  readonly caller: string;
  readonly key: string;
  /** SHA-256 of the request: method, path and body. */
  readonly requestHash: string;
  readonly status: number;
  readonly body: unknown;
}

/** A new dossier, once its code is known. */
export interface NewDossier {
  readonly outcome: Outcome;
  readonly applicant: Applicant;
  readonly handedInBy?: NamedPerson | undefined;
  readonly returnAddress?: string | undefined;
  readonly formData?: FormData | undefined;
  readonly labels: DossierLabels;
  /** What searches find it by. */
  readonly foundBy: SealedTerms;
  readonly files: readonly string[];
  readonly answer: Answer | undefined;
}

/** What a command commits: the events and head it led to, on top of the head it was decided on. */
export interface DossierChange {
  readonly before: DossierHead;
  readonly outcome: Outcome;
  readonly labels: DossierLabels;
  /** Files that from now on belong to the dossier. */
  readonly files?: readonly string[] | undefined;
  /** The people as they are from now on, and what searches find the dossier by instead. */
  readonly people?: ChangedPeople | undefined;
  /** The result entered in the register with this change. */
  readonly result?: RegisteredResult | undefined;
  readonly answer?: Answer | undefined;
  /** The decision that closed a task, so that it is known again. */
  readonly decision?: DecisionMade | undefined;
}

/** A correction of the applicant. */
export interface ChangedPeople {
  readonly record: ApplicantRecord;
  readonly found: FoundChange;
  /** That whoever corrected them saw them, kept with the correction: an attempt that lost its race saw nothing. */
  readonly seen: readonly NewAccess[];
}

/** A result as entered in the register of results. */
export interface RegisteredResult {
  readonly number: string;
  readonly agency: string;
  readonly year: string;
  /** The count that gives the number; the register has no gap. */
  readonly count: number;
  readonly procedureName: string;
  readonly key: string;
}

/** Why a change was not made. Nothing of it is stored. */
export type Refusal =
  /** Another change came first. */
  | { readonly refused: 'version' }
  /** The idempotency key was used: the answer given then, to be repeated or refused. */
  | { readonly refused: 'answered'; readonly answer: StoredAnswer }
  /** The file does not exist or belongs to another dossier. */
  | { readonly refused: 'file'; readonly file: string }
  /** The number was given to another result meanwhile. */
  | { readonly refused: 'number' };

/**
 * Where dossiers are kept: ledger, head, tasks and personal data under one key, every change one transaction.
 */
export interface DossierStore {
  find(code: string): Promise<{ readonly head: DossierHead; readonly labels: DossierLabels } | undefined>;
  applicant(code: string): Promise<Applicant | undefined>;
  /** The applicant with who handed in, and what was corrected. */
  people(code: string): Promise<ApplicantRecord | undefined>;
  task(code: string, number: number): Promise<StoredTask | undefined>;
  /** A page of the ledger after an entry, oldest first, at most `limit` entries. */
  events(code: string, after: number, limit: number): Promise<LedgerEvent[]>;
  /** The answer given to a key, if any. */
  answered(caller: string, key: string): Promise<StoredAnswer | undefined>;
  /**
   * Creates a dossier under the next number of its agency and day, without gap or duplicate: `build` is called with the code, again
   * when the number was taken meanwhile.
   */
  create<N extends NewDossier>(
    place: { agency: string; date: string },
    build: (code: string) => N,
  ): Promise<N | Refusal>;
  commit(change: DossierChange): Promise<Refusal | undefined>;
  /** How many results the register of an agency and year holds. */
  resultsCounted(agency: string, year: string): Promise<number>;
}
