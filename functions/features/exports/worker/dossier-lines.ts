import * as z from 'zod';
import type { dossierSummary } from '../../../../schemas/api/dossier.ts';
import { dossierHead, readableHead } from '../../../../schemas/dossier/head.ts';
import type { DossierRow } from '../../../../schemas/stored/dossier-row.ts';
import { reuseCount } from '../../../domain/vault/reuse.ts';
import type { DossierLists } from '../../../records/lists/dossier-lists.ts';
import { summaryOf } from '../../../records/lists/dossier-summary.ts';
import type { Named } from './applicant-column.ts';
import type { ShownApplicants } from './shown-applicants.ts';
import type { UnitNames } from './unit-names.ts';

/** What an office needs of a dossier and no list entry contains. */
const particulars = z.object(
  dossierHead.pick({
    code: true,
    handling: true,
    amountDue: true,
    timeliness: true,
    decidedAt: true,
    closedAt: true,
    reused: true,
    portalReference: true,
  }).shape,
);
type Particulars = z.infer<typeof particulars>;

/** The same, plus whose data are read, if applicants are named: each head is read once. */
const namedParticulars = particulars.extend(readableHead.shape);

/** A dossier in a file: what lists show of it, plus what an office needs. */
export interface DossierLine
  extends z.infer<typeof dossierSummary>,
    Named,
    Pick<Particulars, 'amountDue' | 'timeliness' | 'decidedAt'> {
  readonly receivingUnitName: string | null;
  readonly competentUnitName: string | null;
  readonly returnedAt: string | null;
  /** How many of its papers were reused instead of handed in. */
  readonly reusedPapers: number;
}

/**
 * Lines of rows: the list's rows combined with the current state of their dossiers, so that dossiers with an outdated
 * list entry are right, too.
 */
export async function dossierLines(
  deps: { readonly dossiers: Pick<DossierLists, 'parts'>; readonly unitNames: UnitNames },
  rows: readonly DossierRow[],
  {
    language,
    applicants,
  }: { readonly language: 'vi' | 'en'; readonly applicants: ShownApplicants | undefined },
): Promise<DossierLine[]> {
  const codes = rows.map(({ code }) => code);
  const [{ heads, names }, units] = await Promise.all([
    applicants ? namedHeads(deps.dossiers, codes, applicants) : plainHeads(deps.dossiers, codes),
    deps.unitNames(rows.flatMap(row => [row.receivingUnit, row.competentUnit])),
  ]);
  return rows.map((row, at) => {
    const head = heads[at];
    if (!head) throw new Error(`${row.code} is in a list and has no head`);
    return { ...lineOf(row, head, language, units), applicantName: names?.get(row.code) };
  });
}

type Parts = Pick<DossierLists, 'parts'>;

async function plainHeads(dossiers: Parts, codes: readonly string[]) {
  return { heads: await dossiers.parts(codes, particulars), names: undefined };
}

async function namedHeads(dossiers: Parts, codes: readonly string[], applicants: ShownApplicants) {
  const heads = await dossiers.parts(codes, namedParticulars);
  return { heads, names: await applicants(heads.filter(head => head !== undefined)) };
}

function lineOf(
  row: DossierRow,
  head: Particulars,
  language: 'vi' | 'en',
  units: ReadonlyMap<string, string>,
): Omit<DossierLine, keyof Named> {
  return {
    ...summaryOf(row, language),
    portalReference: head.portalReference,
    receivingUnitName: units.get(row.receivingUnit) ?? null,
    competentUnitName: units.get(row.competentUnit) ?? null,
    amountDue: head.amountDue,
    timeliness: head.timeliness,
    decidedAt: head.decidedAt,
    // A dossier that was declined, withdrawn or stopped is closed as well, but no result was returned.
    returnedAt: head.handling === 'returned' ? head.closedAt : null,
    reusedPapers: reuseCount(head.reused),
  };
}
