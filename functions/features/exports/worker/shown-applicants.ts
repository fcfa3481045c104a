import type * as z from 'zod';
import type { readableHead } from '../../../../schemas/dossier/head.ts';
import type { StoredExport } from '../../../../schemas/stored/export.ts';
import { isConcerned } from '../../../domain/rights/own-dossier.ts';
import type { Instant } from '../../../domain/vietnam-time.ts';
import { whenNeeded } from '../../../kernel/lambda/when-needed.ts';
import { type AccessDeps, recordReads } from '../../../records/audit-log/record-reads.ts';
import type { ApplicantNames } from '../../../records/lists/applicant-names.ts';
import type { OrganizationStore } from '../../../records/organization/organization-store.ts';

/** What naming applicants in a file needs. */
export interface ApplicantDeps extends AccessDeps {
  readonly names: ApplicantNames;
  readonly organization: Pick<OrganizationStore, 'officer'>;
}

/** The names of the applicants of dossiers, by code. */
export type ShownApplicants = (
  heads: readonly z.infer<typeof readableHead>[],
) => Promise<ReadonlyMap<string, string>>;

/**
 * Names the applicants of dossiers in a run of an export, once it is recorded that its requester reads them; none of
 * dossiers that the requester is to have nothing to do with. Throws if the record cannot be written: then there is no
 * file. A repeated run records again.
 */
export function shownApplicants(
  deps: ApplicantDeps,
  { id, askedBy, reason }: StoredExport,
  now: () => Instant,
): ShownApplicants {
  const requester = whenNeeded(() => withPerson(deps, askedBy));
  return async heads => {
    const person = await requester();
    const dossiers = heads.filter(head => !isConcerned(head, person));
    await recordReads(deps, {
      caller: askedBy,
      // The request was answered long ago; logs name the export instead.
      access: { requestId: id, reason: reason.replaceAll(/\s+/g, ' ') },
      now: now(),
      operation: 'createExport',
      parts: ['export', 'applicant'],
      dossiers,
    });
    return deps.names.of([...new Set(dossiers.map(({ code }) => code))]);
  };
}

/** The requester with who they are, as their record says now: the record of an export does not keep it. */
async function withPerson(
  { organization }: Pick<ApplicantDeps, 'organization'>,
  askedBy: StoredExport['askedBy'],
): Promise<StoredExport['askedBy']> {
  if (askedBy.kind !== 'officer') return askedBy;
  const person = (await organization.officer(askedBy.id))?.person;
  return { ...askedBy, ...(person !== undefined && { person }) };
}
