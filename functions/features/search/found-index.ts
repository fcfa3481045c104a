import { foundEntry } from '../../../schemas/stored/entries.ts';
import { storedResult } from '../../../schemas/stored/result.ts';
import { dynamoItems } from '../../kernel/table/dynamo-items.ts';
import { HIGHEST, LOWEST } from '../../kernel/table/item-key.ts';
import type { Items } from '../../kernel/table/items.ts';
import { parseStored } from '../../kernel/table/parse-stored.ts';
import type { Table } from '../../kernel/table/table.ts';
import { foundKeys, readFound } from '../../records/keys/found-keys.ts';
import { keys } from '../../records/keys/keys.ts';
import { FOUND_INDEX } from '../../records/keys/table-design.ts';

/** A dossier found by a term, and the quality of the match. */
export interface Found {
  readonly code: string;
  readonly grade: number;
  /** When it was submitted, in milliseconds. */
  readonly submittedAt: number;
  /** The digest of the name's spelling, if the whole name was searched for. */
  readonly spelled: string | undefined;
  /** The marks of the name's words, if part of a long name was searched for. */
  readonly words: string | undefined;
}

/** Dossiers by their search terms. */
export interface FoundIndex {
  /** What a term finds within the unit, or the province: best grade first, newest first among equals. */
  byTerm(
    term: string,
    unit: string | undefined,
    limit: number,
  ): Promise<{ found: readonly Found[]; more: boolean }>;
  /** The dossier that a result was issued for. */
  byResult(number: string): Promise<string | undefined>;
}

export const dynamoFoundIndex = (table: Table): FoundIndex => foundIndex(dynamoItems(table));

/** The search index, in the table or in memory. */
export function foundIndex(items: Items): FoundIndex {
  return {
    async byTerm(term, unit, limit) {
      const prefix = unit === undefined ? '' : foundKeys.prefix(unit);
      const page = await items.query({
        index: unit === undefined ? FOUND_INDEX : undefined,
        partition: foundKeys.partition(term),
        low: `${prefix}${LOWEST}`,
        high: `${prefix}${HIGHEST}`,
        limit,
      });
      const found = page.items.map(({ key, item }): Found => {
        const { spelled, words } = parseStored(foundEntry, item, key);
        return { ...readFound(key.sk), spelled, words };
      });
      return { found, more: page.more };
    },
    async byResult(number) {
      const key = keys.result(number);
      const item = (await items.fetch([key]))(key);
      return item && parseStored(storedResult, item, key).dossier;
    },
  };
}
