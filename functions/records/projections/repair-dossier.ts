import { FOLDING } from '../../domain/search/fold.ts';
import type { ItemWrite } from '../../kernel/table/item-write.ts';
import type { Items } from '../../kernel/table/items.ts';
import { MOST_WRITES } from '../../kernel/table/transact.ts';
import { keys } from '../keys/keys.ts';
import type { ComparedDossier, ProjectionDifference } from './compare-projections.ts';

/**
 * Rewrites what differs from the ledger. Additions come before deletions, so that the dossier can be found all the
 * while, and only the last transaction marks its entries as written with the current folding: if interrupted, the
 * repair is repeated as a whole. Nothing is ever deleted under a dossier's own key: a task there that the ledger does
 * not know is reported and stays.
 *
 * @returns false if the dossier was changed since it was compared: nothing more is written then.
 */
export async function repairDossier(table: Items, compared: ComparedDossier): Promise<boolean> {
  const { code, version, differences, earlierFolding } = compared;
  const own = keys.head(code).pk;
  const unchanged: ItemWrite = {
    refusal: 'version',
    key: keys.head(code),
    change: { check: true },
    when: { equals: { 'head.version': version } },
  };
  const marked: ItemWrite = {
    refusal: 'version',
    key: keys.applicant(code),
    change: { set: { folding: FOLDING } },
    when: { exists: true },
  };
  const writes = [
    ...differences.filter(({ becomes }) => becomes !== undefined).map(writeOf),
    ...differences.filter(({ becomes, key }) => becomes === undefined && key.pk !== own).map(writeOf),
    ...(earlierFolding ? [marked] : []),
  ];
  for (let from = 0; from < writes.length; from += MOST_WRITES - 1) {
    const made = await table.transact([unchanged, ...writes.slice(from, from + MOST_WRITES - 1)]);
    if (!made.done) return false;
  }
  return true;
}

function writeOf({ key, becomes }: ProjectionDifference): ItemWrite {
  return { refusal: 'version', key, change: becomes === undefined ? { remove: true } : { put: becomes } };
}
