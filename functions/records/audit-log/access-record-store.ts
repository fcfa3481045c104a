import type { AccessRecord } from '../../../schemas/stored/access-record.ts';

/**
 * An entry to be kept: once for the day and the reader, and in the list of each person whose dossiers it names. Kept as one transaction, so it
 * names at most 99 persons.
 */
export interface NewAccess {
  readonly record: AccessRecord;
  /** Keyed digests of the owners, each with the codes of their dossiers among those of the record. */
  readonly owners: ReadonlyMap<string, ReadonlySet<string>>;
  /**
   * Of a portal, which asks about its own dossiers again and again: the first of a day is kept, so that a person’s list
   * still shows who else read.
   */
  readonly onceADay?: boolean;
}

/** Which list of the record of reads; `on` narrows it to a day in Vietnam (`YYYY-MM-DD`). */
export type AccessList =
  | { readonly owner: string; readonly dossier?: string | undefined; readonly on?: string | undefined }
  | { readonly reader: string; readonly on?: string | undefined }
  | { readonly on: string };

/** A page of the record, newest first, and where the next begins. */
export interface AccessPage {
  readonly records: readonly AccessRecord[];
  readonly next: string | undefined;
}

/** The record of reads of personal data (nhật ký truy cập dữ liệu cá nhân). Entries are added and end by themselves; none is changed. */
export interface AccessRecordStore {
  /** Keeps the entries, each whole, or fails: what is not kept must not be shown. */
  add(entries: readonly NewAccess[]): Promise<void>;
  page(of: AccessList, before: string | undefined, limit: number): Promise<AccessPage>;
}
