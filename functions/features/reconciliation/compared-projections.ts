import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { Items } from '../../kernel/table/items.ts';
import type { Keyring } from '../../records/keyring/keyring.ts';
import { compareDossier } from '../../records/projections/compare-projections.ts';
import { repairDossier } from '../../records/projections/repair-dossier.ts';
import type { Found } from './compare-dossier.ts';

/** Compares a dossier's lists, work lists, tasks and search entries with its ledger, and rewrites what differs. */
export function comparedProjections(
  items: Items,
  keyring: () => Promise<Keyring>,
): (head: DossierHead) => Promise<readonly Found[]> {
  return async ({ code }) => {
    const opened = await keyring();
    const compared = await compareDossier(items, code, opened);
    // A head that does not match its ledger was reported before, and nothing can be derived from it.
    if (!compared?.headAgrees || compared.differences.length === 0) return [];
    const mended = await repairDossier(items, compared);
    const faults = new Set(compared.differences.map(({ projection, fault }) => `${projection}: ${fault}`));
    return [
      {
        kind: 'projectionDiffers',
        name: code,
        detail: [...faults].join(', '),
        state: mended ? 'mended' : 'open',
      },
    ];
  };
}
