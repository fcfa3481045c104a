import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { type Applicant, applicant } from '../../../schemas/dossier/applicant.ts';
import { ledgerEvent } from '../../../schemas/dossier/event.ts';
import { type DossierHead, dossierHead } from '../../../schemas/dossier/head.ts';
import { FOLDING } from '../../domain/search/fold.ts';
import { fetchItems } from '../../kernel/table/fetch-items.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import type { Table } from '../../kernel/table/table.ts';
import { MOST_WRITES, type NamedWrite, transact } from '../../kernel/table/transact.ts';
import { storedLabels } from '../dossiers/stored-shapes.ts';
import type { Keyring } from '../keyring/keyring.ts';
import { keys } from '../keys/keys.ts';
import { dossierEntryWrites } from '../lists/dossier-entries.ts';
import type { FetchedDossier } from '../lists/dossier-lists.ts';
import { taskFieldWrites } from '../lists/task-entries.ts';
import { earlierEntryDeletes, foundWrites, sealTerms } from './found-entries.ts';

/** By which folding the entries of dossiers were written, and how older ones are written anew. */
export interface EntryFoldings {
  /** Those of these dossiers whose entries are of an earlier folding. */
  older(codes: readonly string[]): Promise<string[]>;
  /** Writes the entries of a dossier anew. To be repeated as a whole where it breaks off: only its last step says that it is done. */
  rewrite(code: string, keyring: Pick<Keyring, 'termKey'>): Promise<void>;
}

/** How often a dossier that others change meanwhile is read again. */
const ATTEMPTS = 5;

export function dynamoEntryFoldings(table: Table): EntryFoldings {
  return {
    async older(codes) {
      const items = await fetchItems(table, codes.map(keys.applicant), 'folding');
      return codes.filter(code => {
        const item = items(keys.applicant(code));
        return item !== undefined && item['folding'] !== FOLDING;
      });
    },
    async rewrite(code, keyring) {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        if (await rewritten(table, code, keyring)) return;
      }
      throw new ProblemError('too-busy', {
        vi: `Hồ sơ ${code} đang được thay đổi liên tục; hãy thử lại.`,
        en: `${code} is being changed all the time; try again.`,
      });
    },
  };
}

/** New entries first, then the old ones away, so that the dossier is found all the while. False where it was changed meanwhile. */
async function rewritten(table: Table, code: string, keyring: Pick<Keyring, 'termKey'>): Promise<boolean> {
  const { dossier, owner, filed } = await read(table, code);
  const { head, labels } = dossier;
  const sealed = sealTerms(owner, keyring);
  const unchanged: NamedWrite = {
    name: 'version',
    write: {
      ConditionCheck: {
        TableName: table.name,
        Key: keys.head(code),
        ConditionExpression: 'head.#version = :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':version': head.version },
      },
    },
  };
  const listed = [
    unchanged,
    ...dossierEntryWrites(table.name, labels, undefined, head),
    ...taskFieldWrites(table.name, dossier),
  ];
  const added = await transact(table, [
    ...listed,
    ...foundWrites(table.name, filed, sealed, MOST_WRITES - listed.length),
  ]);
  if (!added.done) return false;
  const done: NamedWrite = {
    name: 'version',
    write: {
      Update: {
        TableName: table.name,
        Key: keys.applicant(code),
        UpdateExpression: 'SET folding = :folding',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':folding': FOLDING },
      },
    },
  };
  const removed = await transact(table, [
    unchanged,
    done,
    ...earlierEntryDeletes(table.name, filed, owner, keyring),
  ]);
  return removed.done;
}

/** What is read of a dossier to write its entries anew. */
interface Rewritable {
  readonly dossier: FetchedDossier;
  readonly owner: Applicant;
  /** The head with the units it was filed at: its entries stay under these, whoever took it over. */
  readonly filed: DossierHead;
}

async function read(table: Table, code: string): Promise<Rewritable> {
  const [atHead, atOwner, atFirst] = [keys.head(code), keys.applicant(code), keys.event(code, 1)];
  const items = await fetchItems(table, [atHead, atOwner, atFirst]);
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
