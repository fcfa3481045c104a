/** Why a file was not sealed. */
export type SealFault =
  /** No PDF, encrypted, or one whose signatures do not hold. */
  | 'file-unusable'
  | 'field-missing'
  | 'field-taken'
  | 'page-missing'
  /** Planning comes before the first signature. */
  | 'signed-already'
  /** The timestamp authority gave no timestamp: try again later. */
  | 'no-timestamp'
  /** What was sealed did not verify: a fault of ours, or of the key. */
  | 'not-verified';

/** A file was not sealed; it is as it was. */
export class SealRefusal extends Error {
  override readonly name = 'SealRefusal';
  readonly code: SealFault;
  /** What exactly, for the log. */
  readonly detail: string;
  constructor(code: SealFault, detail: string) {
    super(`${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
  }
}
