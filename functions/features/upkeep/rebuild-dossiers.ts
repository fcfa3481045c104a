import { AGAIN, briefly, retry } from '../../kernel/retry/retry.ts';
import { tooBusy } from '../../kernel/table/too-busy.ts';
import type { Keyring } from '../../records/keyring/keyring.ts';
import { type ComparedDossier, compareDossier } from '../../records/projections/compare-projections.ts';
import { repairDossier } from '../../records/projections/repair-dossier.ts';
import type { UpkeepDeps } from './deps.ts';
import { type Faults, NO_FAULTS, sumOf } from './found-faults.ts';

/** The outcome of comparing dossiers with their ledgers. */
export interface RebuiltDossiers {
  readonly faults: Faults;
  /** Dossiers with faults, or with entries of an earlier folding. */
  readonly differing: number;
  /** Dossiers whose head does not match their ledger: nothing of them was written. */
  readonly heads: readonly string[];
}

/** Dossiers compared at once. */
const AT_ONCE = 5;

/** Compares dossiers with their ledgers and, unless only a report is wanted, rewrites what differs. */
export async function rebuildDossiers(
  { table }: Pick<UpkeepDeps, 'table'>,
  codes: readonly string[],
  keyring: Keyring,
  onlyTell: boolean,
): Promise<RebuiltDossiers> {
  const compared: ComparedDossier[] = [];
  for (let start = 0; start < codes.length; start += AT_ONCE) {
    const some = codes.slice(start, start + AT_ONCE).map(async code => {
      const dossier = onlyTell
        ? await compareDossier(table, code, keyring)
        : await rebuiltDossier({ table }, code, keyring);
      if (dossier) compared.push(dossier);
    });
    await Promise.all(some);
  }
  const differing = compared.filter(one => !isRight(one));
  return {
    faults: sumOf(compared.map(faultsOf)),
    differing: differing.length,
    heads: compared.filter(({ headAgrees }) => !headAgrees).map(({ code }) => code),
  };
}

/** Compares a dossier and rewrites what differs; if others change it in the meantime it is compared again. */
async function rebuiltDossier({ table }: Pick<UpkeepDeps, 'table'>, code: string, keyring: Keyring) {
  const rebuilt = await retry(
    async () => {
      const compared = await compareDossier(table, code, keyring);
      if (!compared?.headAgrees || isRight(compared)) return compared;
      return (await repairDossier(table, compared)) ? compared : AGAIN;
    },
    briefly,
    table.pauses,
  );
  if (rebuilt === AGAIN) throw tooBusy();
  return rebuilt;
}

const isRight = ({ differences, earlierFolding }: ComparedDossier) =>
  differences.length === 0 && !earlierFolding;

function faultsOf({ differences }: ComparedDossier): Faults {
  const count = { ...NO_FAULTS };
  for (const { projection } of differences) count[projection]++;
  return count;
}
