import type { Submission } from '../../../schemas/api/dossier.ts';
import type { ProcedureVersion } from '../../../schemas/catalogue/procedure.ts';
import type { SuppliedPaper } from '../../../schemas/dossier/supplied-paper.ts';
import { applicantDigest } from '../../domain/applicants/applicant-digest.ts';
import { digestOf } from '../../domain/canonical-json.ts';
import type { NewEvent } from '../../domain/dossier/context.ts';
import { amountToPay } from '../../domain/dossier/fee.ts';
import { feeOf } from './demand-offered.ts';
import type { PeopleKeys } from './people-of.ts';

/** The first entry of a ledger: what was handed in, under which rules, for whom. */
export function submittedData(
  submission: Omit<Submission, 'components'> & { components: SuppliedPaper[]; competentUnit: string },
  { procedure }: ProcedureVersion,
  known: {
    pinned: Extract<NewEvent['data'], { type: 'submitted' }>['rules'];
    people: PeopleKeys;
    code: string;
  },
): NewEvent['data'] {
  const { owner, representative, by } = known.people;
  const { onBehalf, formData } = submission;
  const fee = feeOf(procedure, submission.channel);
  return {
    type: 'submitted',
    rules: known.pinned,
    receivingUnit: submission.receivingUnit,
    competentUnit: submission.competentUnit,
    channel: submission.channel,
    owner,
    ...(representative !== undefined && { representative }),
    applicantDigest: applicantDigest(known.code, submission.applicant),
    ...(formData && { formDigest: digestOf({ dossier: known.code, formData }) }),
    onBehalf: onBehalf ? { reason: onBehalf.reason, consent: onBehalf.consent, ...(by && { by }) } : null,
    components: submission.components,
    returnBy: submission.returnBy,
    fee,
    amountDue: amountToPay(fee),
    ...(submission.reliefs?.length && { reliefs: submission.reliefs }),
    portalReference: submission.portalReference ?? null,
  };
}
