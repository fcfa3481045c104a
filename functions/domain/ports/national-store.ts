import type { Channel } from '../../../schemas/catalogue/procedure.ts';

/** What is asked of the national store, for whom, and why: for a procedure. */
export interface StoreQuestion {
  /** Number by which the state knows the owner of the papers. */
  readonly owner: string;
  /** Who applies, or hands in for the owner. */
  readonly requester: { readonly name: string; readonly number: string };
  readonly channel: Channel;
  readonly procedure: string;
  /** Kinds of results (mã kết quả), each with the number of one, or all of the kind. */
  readonly wanted: readonly { readonly kind: string; readonly number?: string }[];
}

/** A file of a paper. Where it is, only the store understands. */
export interface StoreFile {
  readonly name: string;
  readonly place: string;
}

/** A paper that the store has (giấy tờ, kết quả điện tử). */
export interface StorePaper {
  readonly kind: string;
  readonly name: string;
  readonly number: string;
  readonly agency: string;
  readonly files: readonly StoreFile[];
}

/** The store could not be asked. Nobody waits for it: papers are handed in as ever. */
export interface StoreMissed {
  readonly state: 'unavailable';
  /**
   * notConnected: its credential was not put in yet; slow, unreachable: try again later; refused: it said no, to the
   * credential or to the question; untrustworthy: its answer cannot be read.
   */
  readonly reason: 'notConnected' | 'slow' | 'unreachable' | 'refused' | 'untrustworthy';
  /** A code for the log: never a part of the answer. */
  readonly detail: string;
}

/** The store of papers of people and organizations at the national portal (kho dữ liệu điện tử của tổ chức, cá nhân). */
export interface NationalStore {
  find(
    question: StoreQuestion,
  ): Promise<{ readonly state: 'answered'; readonly papers: readonly StorePaper[] } | StoreMissed>;
  /** `missing`: the store names the file and does not have it, or it is larger than any file may be. */
  open(
    file: StoreFile,
  ): Promise<
    { readonly state: 'opened'; readonly bytes: Uint8Array } | { readonly state: 'missing' } | StoreMissed
  >;
}
