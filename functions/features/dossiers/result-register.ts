import type { StoredResult } from '../../../schemas/stored/result.ts';
import { dynamoItems } from '../../kernel/table/dynamo-items.ts';
import type { Table } from '../../kernel/table/table.ts';
import { registeredResult } from '../../records/dossiers/registered-result.ts';

/** The files of results in their store. */
export interface ResultFiles {
  link(entry: StoredResult): Promise<string>;
  /** SHA-256 of the file in the store; undefined where there is none. */
  storedHash(entry: StoredResult): Promise<string | undefined>;
}

/** The register of results (sổ kết quả) and the store of their files. */
export interface ResultRegister extends ResultFiles {
  find(number: string): Promise<StoredResult | undefined>;
}

export function resultRegister(table: Table, files: () => Promise<ResultFiles>): ResultRegister {
  return {
    find: number => registeredResult(dynamoItems(table), number),
    storedHash: async entry => (await files()).storedHash(entry),
    link: async entry => (await files()).link(entry),
  };
}
