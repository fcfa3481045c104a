import type { StoredExport } from '../../../schemas/stored/export.ts';

/** The records of exports: each is the record that rows were read, by whom, when and why, and outlives its file. */
export interface ExportStore {
  /** Adds a record, with its places in the list of its asker's exports and of everybody's. */
  add(record: StoredExport): Promise<void>;
  find(id: string): Promise<StoredExport | undefined>;
  /** Puts `after` in the place of `before`, on condition that state and run are still those of `before`. */
  change(before: StoredExport, after: StoredExport): Promise<'changed' | 'conflict'>;
  /** The exports of an account, or of everybody, newest first, from before an id on. */
  page(
    of: { readonly account: string } | 'everybody',
    before: string | undefined,
    limit: number,
  ): Promise<{ readonly exports: readonly StoredExport[]; readonly next: string | undefined }>;
}
