/** An object as it was first written, which its lock keeps, and whether something was laid over it since. */
export interface FirstWritten {
  readonly name: string;
  readonly text: string;
  readonly covered: boolean;
}

/** Objects that are written once, in a bucket that lets go of none before its time. */
export interface LockedObjects {
  /** Names that begin so, in order; after a name, if one is given. */
  names(prefix: string, after?: string): Promise<readonly string[]>;
  read(name: string): Promise<string | undefined>;
  /** Writes what is not there yet. */
  add(name: string, text: string): Promise<'added' | 'there'>;
  firstWritten(prefix: string): Promise<readonly FirstWritten[]>;
}
