/** What came of asking a timestamp authority. */
export type TimestampOutcome =
  | { readonly stamped: true; readonly token: Uint8Array }
  | {
      readonly stamped: false;
      /**
       * unreachable, slow: try again later; refused: it said no; untrustworthy: its answer is not of what was asked, or
       * not of an authority that is trusted.
       */
      readonly reason: 'unreachable' | 'slow' | 'refused' | 'untrustworthy';
      /** A code for the log: never a part of the answer. */
      readonly detail: string;
    };

/** An authority that tells when it saw something (cơ quan cấp dấu thời gian, RFC 3161). */
export interface TimestampAuthority {
  /** @param digest SHA-256 of what is to be stamped. */
  stamp(digest: Uint8Array): Promise<TimestampOutcome>;
}
