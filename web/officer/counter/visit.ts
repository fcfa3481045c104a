import type { Answer } from '../../api/client.ts';
import type { PaperKind } from '../../api/generated.ts';
import type { ApplicantKind, EnteredApplicant } from './applicant-fields.ts';
import { type EnteredOnBehalf, notOnBehalf, type Procedure } from './intake.ts';

/** When a dossier was accepted, and what date it was promised for. */
interface Acceptance {
  readonly at: string;
  readonly dossier: Pick<Answer<'decideTask'>['dossier'], 'dueOn'>;
}

/** A dossier that was taken in: for the receipt, and for what comes next. */
export interface Taken {
  readonly code: string;
  readonly procedure: Procedure;
  readonly papers: readonly {
    readonly name: string;
    readonly copies: number;
    readonly kind: PaperKind | null;
    readonly files: number;
  }[];
  readonly returnBy: 'electronic' | 'counter' | 'post';
  /** The decision that accepted it; undefined if it was only recorded, or could not be accepted. */
  readonly accepted: Acceptance | undefined;
  /** Why it could not be accepted. */
  readonly failure: unknown;
}

/** One person's visit: who they are, and the dossiers they brought. It lives as long as the page. */
export interface Visit {
  readonly number: number;
  readonly kind: ApplicantKind;
  readonly applicant: EnteredApplicant;
  readonly onBehalf: EnteredOnBehalf;
  readonly dossiers: readonly Taken[];
  /** Whether the form is shown, or what came of it. */
  readonly asks: boolean;
}

export const noVisit: Visit = {
  number: 1,
  kind: 'person',
  applicant: {},
  onBehalf: notOnBehalf,
  dossiers: [],
  asks: true,
};
