import { ProblemError } from '../../../../schemas/api/problem-error.ts';
import type { Applicant } from '../../../../schemas/dossier/applicant.ts';
import type { EventData } from '../../../../schemas/dossier/event.ts';
import { applicantDigest } from '../../applicants/applicant-digest.ts';
import { changedFields } from '../../applicants/changed-fields.ts';
import { checkPeople } from '../../applicants/check-applicant.ts';
import { demandMayApply } from '../../applicants/may-apply.ts';
import type { DecisionContext, NewEvent } from '../context.ts';

/** The people before and after the correction. */
export interface Known {
  readonly applicant: Applicant;
  readonly returnAddress?: string | undefined;
}

export interface Correction {
  readonly before: Known;
  readonly after: Known;
  /** Of the corrected applicant, by keyed digest. */
  readonly owner: string;
  readonly representative: string | null;
  readonly reason: string;
  readonly evidence: Extract<EventData, { type: 'applicantCorrected' }>['evidence'];
}

/**
 * Corrects wrongly recorded details of the applicant (đính chính thông tin chủ hồ sơ), until a result is decided: the
 * result names the applicant, and the two must not disagree. A mistake found later is corrected by the agency that
 * made it, at its cost, in a separate dossier that corrects the result.
 */
export function correctApplicant(context: DecisionContext, correction: Correction): NewEvent[] {
  const { head, rules, now } = context;
  const { before, after, owner, representative, reason, evidence } = correction;
  if (head.outcome !== null) throw tooLate();
  const changed = changedFields(before, after);
  if (changed.length === 0) throw nothingChanged();
  checkPeople({ ...after, returnBy: head.returnBy }, now);
  if (before.applicant.kind !== after.applicant.kind)
    demandMayApply(after.applicant.kind, rules.procedure, now);
  return [
    {
      data: {
        type: 'applicantCorrected',
        reason,
        evidence,
        changed,
        previousDigest: applicantDigest(head.code, before.applicant),
        applicantDigest: applicantDigest(head.code, after.applicant),
        owner,
        representative,
      },
      opens: [],
      closes: [],
    },
  ];
}

function tooLate(): ProblemError {
  return new ProblemError('result-decided', {
    vi: 'Hồ sơ đã có kết quả ghi theo thông tin này nên không đính chính riêng trong hồ sơ được. Nếu kết quả sai do lỗi của cơ quan, cơ quan lập hồ sơ đính chính kết quả và chịu chi phí.',
    en: 'A result has been decided with these details, so they can no longer be corrected in the dossier alone. If the agency made the mistake, it opens a dossier to correct the result and bears the cost.',
  });
}

function nothingChanged(): ProblemError {
  const words = {
    vi: 'không có gì khác thông tin đang lưu',
    en: 'nothing differs from the details on record',
  };
  return new ProblemError(
    'request-invalid',
    { vi: `Không có gì để đính chính: ${words.vi}.`, en: `There is nothing to correct: ${words.en}.` },
    { faults: [{ pointer: '/applicant', message: words }] },
  );
}
