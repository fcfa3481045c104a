import type { Words } from '../../../schemas/words.ts';

/** What the linter can find. The codes are stable. The first group are errors, the second warnings. */
export type FindingCode =
  | 'duplicate-step'
  | 'start-missing'
  | 'dangling-target'
  | 'unreachable-step'
  | 'no-way-to-decided'
  | 'nobody-may-decide'
  | 'signature-cannot-approve'
  | 'decided-without-signature'
  | 'leads-to-itself'
  | 'same-officer-without-signature'
  | 'consult-repeats-agency'
  | 'wrong-procedure'
  | 'fee-point-unknown'
  | 'pause-ground-unknown'
  | 'limits-exceed-legal'
  | 'limits-not-comparable'
  | 'consult-longer-than-step'
  | 'same-officer-signs'
  | 'refusal-impossible'
  | 'forward-circle';

/**
 * One finding about a workflow: a stable code, the step it concerns (null: the whole workflow) and a sentence in each
 * language.
 */
export interface Finding {
  readonly code: FindingCode;
  readonly step: string | null;
  readonly message: Words;
}
