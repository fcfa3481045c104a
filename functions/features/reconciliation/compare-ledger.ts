import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { StoredResult } from '../../../schemas/stored/result.ts';
import { canonicalJson } from '../../domain/canonical-json.ts';
import { replay } from '../../domain/dossier/head.ts';
import { LedgerError } from '../../domain/dossier/ledger-error.ts';
import { faultOfIssued } from '../../domain/ledger/result-fits.ts';
import { faultOfLedger, type LedgerFault } from '../../domain/ledger/standing.ts';
import { issuedResults } from '../../domain/results/issued-results.ts';
import type { DossierStore } from '../../records/dossiers/dossier-store.ts';
import type { StoredFiles } from '../../records/dossiers/stored-files.ts';
import { wholeLedger } from '../../records/dossiers/whole-ledger.ts';

/** What is not as the ledger vouches for it, with words for the operator that name nobody. */
export interface DossierFault {
  readonly fault: LedgerFault;
  readonly detail: string;
}

/** What a dossier's ledger is held against. */
export interface LedgerDeps {
  readonly dossiers: Pick<DossierStore, 'events' | 'people' | 'standing'>;
  /** The register of results, and the files that it names. */
  readonly results: {
    readonly find: (number: string) => Promise<StoredResult | undefined>;
    readonly files: Pick<StoredFiles, 'read'>;
  };
}

/** A ledger that was held against what is stored of its dossier. Not read where its dossier is being changed. */
export interface HeldAgainst {
  readonly ledger: readonly LedgerEvent[];
  readonly faults: readonly DossierFault[];
}

/**
 * Everything that a dossier's ledger vouches for: the chain whole, the head its fold, the applicant and the form of its
 * digests, the result in the register and in the store as it was issued. Where the ledger is broken, nothing can be
 * held against it.
 */
export async function holdAgainstLedger(deps: LedgerDeps, head: DossierHead): Promise<HeldAgainst> {
  const standing = await deps.dossiers.standing({ head, held: false });
  // Somebody changes it at this moment: it is compared with what is changed today.
  if (standing === 'moved') return { ledger: [], faults: [] };
  const ledger = (await wholeLedger(deps.dossiers, head)).slice(0, head.version);
  const broken = faultOfLedger(head, ledger);
  if (broken) return { ledger, faults: [told(broken)] };
  const faults = [
    ...(typeof standing === 'object' ? [told(standing)] : await rolledBack(deps, head, ledger)),
    ...headFaults(head, ledger),
    ...(await resultFaults(deps, ledger)),
  ];
  return { ledger, faults };
}

const told = (fault: LedgerFault): DossierFault => ({
  fault,
  detail: `entry ${fault.entry}: ${fault.fault}`,
});

/**
 * An applicant as they were before they were corrected: their digest fits an entry, and not the last that names them.
 */
async function rolledBack(
  { dossiers }: LedgerDeps,
  { code }: DossierHead,
  ledger: readonly LedgerEvent[],
): Promise<DossierFault[]> {
  const people = await dossiers.people(code);
  const named = ledger.findLast(
    ({ data }) => data.type === 'submitted' || data.type === 'applicantCorrected',
  );
  const entry = named?.seq ?? 1;
  return (people?.earlier.at(-1)?.event ?? 1) === entry ? [] : [told({ entry, fault: 'applicantDiffers' })];
}

function headFaults(head: DossierHead, ledger: readonly LedgerEvent[]): DossierFault[] {
  const differs = (detail: string): DossierFault[] => [
    { fault: { entry: head.version, fault: 'headDiffers' }, detail },
  ];
  try {
    const differing = Object.entries(replay(ledger))
      // Members within have the order of their schemas in one and of their events in the other.
      .filter(([member, value]) => canonicalJson(value) !== canonicalJson(head[member as keyof DossierHead]))
      .map(([member]) => member);
    return differing.length === 0 ? [] : differs(`differs in ${differing.join(', ')}`);
  } catch (error) {
    // A whole chain made anew by somebody who does not know where a dossier may go.
    if (error instanceof LedgerError) return differs('the ledger leads where no dossier goes');
    throw error;
  }
}

async function resultFaults(
  { results }: LedgerDeps,
  ledger: readonly LedgerEvent[],
): Promise<DossierFault[]> {
  const faults = await Promise.all(
    issuedResults(ledger).map(async issued => {
      const entry = await results.find(issued.number);
      const fault = faultOfIssued(entry, issued);
      if (fault || !entry) return fault;
      const stored = await results.files.read(entry.key);
      return stored === entry.sha256 ? undefined : { entry: issued.seq, fault: 'fileDiffers' as const };
    }),
  );
  return faults.flatMap(fault => (fault ? [told(fault)] : []));
}
