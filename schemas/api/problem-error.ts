import type { FieldFault } from '../wording/field-faults.ts';
import type { Words } from '../words.ts';
import type { ProblemCode } from './problem-codes.ts';

export type { FieldFault };

/**
 * A refusal that the caller can understand and act on. Rules throw it; one mapper at the edge turns it into
 * `application/problem+json` (RFC 9457). `detail` never contains personal data.
 */
export class ProblemError extends Error {
  override readonly name: string = 'ProblemError';
  readonly code: ProblemCode;
  readonly detail: Words;
  readonly faults: readonly FieldFault[];
  /** Facts about this refusal for the answer, such as the decision already made. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** The instant from which the same request may be answered. */
  readonly until: number | undefined;

  constructor(
    code: ProblemCode,
    detail: Words,
    more: {
      faults?: readonly FieldFault[];
      facts?: Readonly<Record<string, unknown>>;
      until?: number;
      cause?: unknown;
    } = {},
  ) {
    super(detail.en, { cause: more.cause });
    this.code = code;
    this.detail = detail;
    this.faults = more.faults ?? [];
    this.facts = more.facts ?? {};
    this.until = more.until;
  }
}

/** Refuses a body for one of its fields, with the same sentence as a whole and beside the field. */
export function refuseField(code: ProblemCode, pointer: string, detail: Words): never {
  throw new ProblemError(code, detail, { faults: [{ pointer, message: detail }] });
}
