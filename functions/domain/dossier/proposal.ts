import type * as z from 'zod';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { DossierHead, proposal } from '../../../schemas/dossier/head.ts';
import { MISSING } from '../../../schemas/wording/field-faults.ts';
import { digestOf } from '../canonical-json.ts';

export type Proposal = z.infer<typeof proposal>;

/** A proposal as shown to those who decide on it, with the digest by which they name it. */
export interface NamedProposal extends Proposal {
  readonly digest: string;
}

/** The current proposal (đề xuất đang trình), null if there is none. */
export function standingProposal(head: Pick<DossierHead, 'proposal'>): NamedProposal | null {
  return head.proposal && { ...head.proposal, digest: digestOf(head.proposal) };
}

/**
 * Whoever confirms a proposal names it by its digest: signers sign what they have read, not what replaced it in the
 * meantime, and never mistake a proposed refusal for a grant.
 */
export function demandNamed<P extends { readonly digest: string }>(
  standing: P | null,
  named: string | undefined,
): P {
  if (standing && named === standing.digest) return standing;
  if (standing && named === undefined) {
    throw new ProblemError(
      'request-invalid',
      {
        vi: 'Hãy nêu đề xuất được xác nhận: ghi vào “proposal” mã băm (digest) của đề xuất trong công việc.',
        en: 'Say which proposal you confirm: set “proposal” to the digest shown with the task.',
      },
      {
        faults: [{ pointer: '/proposal', message: MISSING }],
        facts: { proposal: standing },
      },
    );
  }
  throw new ProblemError(
    'proposal-changed',
    standing
      ? {
          vi: 'Đề xuất đang trình không còn là đề xuất được xác nhận. Hãy đọc lại trước khi ký.',
          en: 'The proposal has changed since you read it. Read the new one before you sign.',
        }
      : {
          vi: 'Hiện không có đề xuất nào chờ xác nhận.',
          en: 'There is no proposal to confirm.',
        },
    { facts: { proposal: standing } },
  );
}
