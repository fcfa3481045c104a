import type { StoredExport } from '../../../schemas/stored/export.ts';
import type { ItemWrite } from '../../kernel/table/item-write.ts';

/** The records of exports: each records that rows were read, by whom, when and why, and outlives its file. */
export interface ExportStore {
  /**
   * Adds a record, with its places in the lists of its requester's exports and of all exports, and what counts it;
   * `quota`: nothing was added, because none is left.
   */
  add(record: StoredExport, counts?: readonly ItemWrite<'quota'>[]): Promise<'added' | 'quota'>;
  find(id: string): Promise<StoredExport | undefined>;
  /** Replaces `before` by `after`, if state and run are still those of `before`. */
  change(before: StoredExport, after: StoredExport): Promise<'changed' | 'conflict'>;
  /** The exports of an account, or of everyone, newest first, before a given id. */
  page(
    of: { readonly account: string } | 'everybody',
    before: string | undefined,
    limit: number,
  ): Promise<{ readonly exports: readonly StoredExport[]; readonly next: string | undefined }>;
}
