import { type Applicant, applicant } from '../../../schemas/dossier/applicant.ts';
import { ledgerEvent } from '../../../schemas/dossier/event.ts';
import { type DossierHead, dossierHead } from '../../../schemas/dossier/head.ts';
import { storedLabels } from '../../../schemas/stored/labels.ts';
import { earlierFoundEntries, foundEntries } from '../../domain/projections/found-entries.ts';
import { listEntries } from '../../domain/projections/list-entries.ts';
import { FOLDING } from '../../domain/search/fold.ts';
import { sealTerms } from '../../domain/search/sealed-terms.ts';
import { AGAIN, briefly, retry } from '../../kernel/retry/retry.ts';
import { dynamoItems } from '../../kernel/table/dynamo-items.ts';
import type { ItemWrite } from '../../kernel/table/item-write.ts';
import type { Items } from '../../kernel/table/items.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import type { Table } from '../../kernel/table/table.ts';
import { tooBusy } from '../../kernel/table/too-busy.ts';
import { MOST_WRITES } from '../../kernel/table/transact.ts';
import type { Keyring } from '../keyring/keyring.ts';
import { keys } from '../keys/keys.ts';
import type { FetchedDossier } from '../lists/dossier-lists.ts';
import { listWrites } from '../lists/list-items.ts';
import { workFieldWrites } from '../lists/work-items.ts';
import { foundWrites } from './found-items.ts';

/** By which folding the entries of dossiers were written, and how older ones are written anew. */
export interface EntryFoldings {
  /** Those of these dossiers whose entries are of an earlier folding. */
  older(codes: readonly string[]): Promise<string[]>;
  /** Writes the entries of a dossier anew. To be repeated as a whole where it breaks off: only its last step says that it is done. */
  rewrite(code: string, keyring: Pick<Keyring, 'termKey'>): Promise<void>;
}

export function dynamoEntryFoldings(table: Table): EntryFoldings {
  const kept = dynamoItems(table);
  return {
    async older(codes) {
      const items = await kept.fetch(codes.map(keys.applicant), 'folding');
      return codes.filter(code => {
        const item = items(keys.applicant(code));
        return item !== undefined && item['folding'] !== FOLDING;
      });
    },
    async rewrite(code, keyring) {
      const done = await retry(
        async () => ((await rewritten(kept, code, keyring)) ? undefined : AGAIN),
        briefly,
        kept.pauses,
      );
      if (done === AGAIN) throw tooBusy();
    },
  };
}

/** New entries first, then the old ones away, so that the dossier is found all the while. False where it was changed meanwhile. */
async function rewritten(kept: Items, code: string, keyring: Pick<Keyring, 'termKey'>): Promise<boolean> {
  const { dossier, owner, filed } = await read(kept, code);
  const { head, labels } = dossier;
  const sealed = sealTerms(owner, keyring);
  const unchanged: ItemWrite = {
    refusal: 'version',
    key: keys.head(code),
    change: { check: true },
    when: { equals: { 'head.version': head.version } },
  };
  const listed = [
    unchanged,
    ...listWrites({ shown: listEntries(head, labels), left: [] }),
    ...workFieldWrites(dossier),
  ];
  const found = foundEntries(filed, sealed, MOST_WRITES - listed.length);
  const added = await kept.transact([...listed, ...foundWrites(found)]);
  if (!added.done) return false;
  const done: ItemWrite = {
    refusal: 'version',
    key: keys.applicant(code),
    change: { set: { folding: FOLDING } },
    when: { exists: true },
  };
  const earlier = earlierFoundEntries(filed, owner, keyring);
  const removed = await kept.transact([unchanged, done, ...foundWrites([], earlier)]);
  return removed.done;
}

/** What is read of a dossier to write its entries anew. */
interface Rewritable {
  readonly dossier: FetchedDossier;
  readonly owner: Applicant;
  /** The head with the units it was filed at: its entries stay under these, whoever took it over. */
  readonly filed: DossierHead;
}

async function read(kept: Items, code: string): Promise<Rewritable> {
  const [atHead, atOwner, atFirst] = [keys.head(code), keys.applicant(code), keys.event(code, 1)];
  const items = await kept.fetch([atHead, atOwner, atFirst]);
  const item = items(atHead);
  const head = parseStored(dossierHead, item?.['head'], atHead);
  const { data } = parseStored(ledgerEvent, items(atFirst)?.['event'], atFirst);
  if (data.type !== 'submitted') throw new Error(`${code} does not begin with its submission`);
  const { receivingUnit, competentUnit } = data;
  return {
    dossier: { head, labels: parseStored(storedLabels, item?.['labels'], atHead) },
    owner: parseStored(applicant, items(atOwner)?.['applicant'], atOwner),
    filed: { ...head, receivingUnit, competentUnit },
  };
}
