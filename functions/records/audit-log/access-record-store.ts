import type { AccessRecord } from '../../../schemas/stored/access-record.ts';

/**
 * An access record to be kept: once for the day and the reader, and in the list of each person whose dossiers it
 * names. Written as one transaction, so it names at most 99 persons.
 */
export interface NewAccess {
  readonly record: AccessRecord;
  /** Keyed digests of the owners, each with the codes of their dossiers in this record. */
  readonly owners: ReadonlyMap<string, ReadonlySet<string>>;
  /**
   * For a portal, which polls its own dossiers: only the first read of a day is kept, so that a person’s list still
   * shows who else read.
   */
  readonly onceADay?: boolean;
}

/** Which list of access records; `on` narrows it to a day in Vietnam (`YYYY-MM-DD`). */
export type AccessList =
  | { readonly owner: string; readonly dossier?: string | undefined; readonly on?: string | undefined }
  | { readonly reader: string; readonly on?: string | undefined }
  | { readonly on: string };

/** A page of access records, newest first, and where the next begins. */
export interface AccessPage {
  readonly records: readonly AccessRecord[];
  readonly next: string | undefined;
}

/**
 * The audit log of reads of personal data (nhật ký truy cập dữ liệu cá nhân). Entries are only added and expire by
 * themselves; none is changed.
 */
export interface AccessRecordStore {
  /** Keeps the entries, each as a whole, or fails: what was not recorded must not be shown. */
  add(entries: readonly NewAccess[]): Promise<void>;
  page(of: AccessList, before: string | undefined, limit: number): Promise<AccessPage>;
}
