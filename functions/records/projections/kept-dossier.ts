import { ledgerEvent } from '../../../schemas/dossier/event.ts';
import { type DossierHead, dossierHead } from '../../../schemas/dossier/head.ts';
import { applicantRecord } from '../../../schemas/stored/applicant-record.ts';
import { storedLabels } from '../../../schemas/stored/labels.ts';
import type { DossierSource } from '../../domain/projections/expected-projections.ts';
import { HIGHEST, type ItemKey, LOWEST } from '../../kernel/table/item-key.ts';
import type { Items, KeyedItem } from '../../kernel/table/items.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import { keys } from '../keys/keys.ts';

/** All stored items under a dossier's own key. */
export interface KeptDossier extends DossierSource {
  readonly head: DossierHead;
  /** The folding with which its search entries were written. */
  readonly folding: number | undefined;
  readonly items: readonly KeyedItem[];
}

/** Reads a dossier whole; undefined for one that does not exist. A concurrent change may show; the head reveals it. */
export async function readKeptDossier(table: Items, code: string): Promise<KeptDossier | undefined> {
  const items = await readPartition(table, keys.head(code).pk);
  const at = (key: ItemKey) => items.find(one => one.key.sk === key.sk);
  const head = at(keys.head(code));
  if (!head) return undefined;
  const people = at(keys.applicant(code));
  const record = people && parseStored(applicantRecord, people.item, people.key);
  return {
    head: parseStored(dossierHead, head.item['head'], head.key),
    labels: parseStored(storedLabels, head.item['labels'], head.key),
    events: items
      .filter(({ key }) => key.sk.startsWith(keys.eventPrefix))
      .map(({ key, item }) => parseStored(ledgerEvent, item['event'], key)),
    people: record,
    folding: record?.folding,
    items,
  };
}

/** All items of a partition, read consistently. */
export async function readPartition(table: Items, partition: string): Promise<KeyedItem[]> {
  const items: KeyedItem[] = [];
  let low = LOWEST;
  for (;;) {
    const page = await table.query({ partition, low, high: HIGHEST, consistent: true });
    items.push(...page.items);
    const last = page.items.at(-1);
    if (!page.more || !last) return items;
    // What follows a sort key continues it, or is greater.
    low = `${last.key.sk}${LOWEST}`;
  }
}
