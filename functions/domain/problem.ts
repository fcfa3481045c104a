import type { ProblemCode } from '../../schemas/api/problem-codes.ts';

/** A field that was wrong: where (JSON pointer) and why. */
export interface FieldFault {
  readonly pointer: string;
  readonly message: string;
}

/**
 * A refusal that the caller can understand and act on. Rules throw it; one mapper at the edge turns it into
 * `application/problem+json` (RFC 9457). `detail` never holds personal data.
 */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly faults: readonly FieldFault[];
  /** Facts of this one refusal that the answer carries, such as the decision that stands. */
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(
    code: ProblemCode,
    detail: string,
    more: { faults?: readonly FieldFault[]; facts?: Readonly<Record<string, unknown>>; cause?: unknown } = {},
  ) {
    super(detail, { cause: more.cause });
    this.code = code;
    this.faults = more.faults ?? [];
    this.facts = more.facts ?? {};
  }
}
