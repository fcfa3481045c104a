import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { StoredLandSlip } from '../../../schemas/stored/land-tax.ts';
import { unitName } from '../../domain/organization/unit-name.ts';
import type { TaxSlip } from '../../domain/ports/tax-office.ts';
import { numberOfApplicant } from '../../domain/vault/store-numbers.ts';
import type { LineDeps } from './deps.ts';

/** What the tax office is sent of a slip: who is obliged is read from the dossier at this moment. */
export async function slipOf(
  deps: Pick<LineDeps, 'dossiers' | 'rules' | 'organization'>,
  head: DossierHead,
  { slip, parcel, obligations, other }: StoredLandSlip,
): Promise<TaxSlip> {
  const [people, { procedure }, current] = await Promise.all([
    deps.dossiers.people(head.code),
    deps.rules.load(head.rules),
    deps.organization.current(),
  ]);
  const applicant = people?.applicant;
  return {
    slip,
    dossier: head.code,
    procedure: { code: procedure.code, name: procedure.name },
    unit: { code: head.competentUnit, name: unitName(current?.units ?? [], head.competentUnit) },
    submittedAt: head.submittedAt,
    parcel,
    obligations,
    applicant: {
      name: applicant?.name ?? '',
      number: (applicant && (numberOfApplicant(applicant) ?? paperOf(applicant))) ?? '',
      address: (applicant && 'address' in applicant ? applicant.address : undefined) ?? '',
    },
    other: other && { name: other.name, number: other.identityNumber, address: '' },
  };
}

/** The number of a foreigner's paper. */
const paperOf = (applicant: object): string | undefined =>
  'paper' in applicant &&
  typeof applicant.paper === 'object' &&
  applicant.paper &&
  'number' in applicant.paper
    ? String(applicant.paper.number)
    : undefined;
