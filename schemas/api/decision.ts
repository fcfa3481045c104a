import * as z from 'zod';
import { stepId } from '../catalogue/workflow.ts';
import { agencyCode } from '../codes/agency-code.ts';
import { isResultNumber } from '../codes/result-number.ts';
import { collectionMembers } from '../dossier/collection.ts';
import { paperKind } from '../dossier/paper-kind.ts';
import { validUntil } from '../dossier/valid-until.ts';
import { sha256Hex } from '../instant.ts';
import { dong } from '../money/dong.ts';
import { feeCode } from '../money/fee-code.ts';
import { claimedRelief } from '../money/fee-relief.ts';
import { oneLine, severalLines } from '../text.ts';
import { says } from '../words.ts';
import { fileId } from './upload.ts';

const NO_RESULT_NUMBER = {
  vi: 'phải là số kết quả, ví dụ H44.101-KQ2026-000001',
  en: 'must be the number of a result, such as H44.101-KQ2026-000001',
};

const reason = severalLines(3, 4000);
const note = severalLines(0, 2000).optional();
const text = severalLines(3, 8000);

/**
 * Papers given with a submission or supplement: checked files by their upload id, and paper copies. Online, paper
 * copies are those the applicant brings or posts afterwards, as partial online services require; reception checks
 * what has arrived before it accepts.
 */
export const suppliedComponent = z
  .strictObject({
    component: z.string().max(40),
    files: z.array(fileId).max(20).default([]),
    paperCopies: z.int().min(0).max(999).default(0),
    /** Of the paper copies, where somebody looked at them. */
    paperKind: paperKind.optional(),
    /** Numbers of results of the applicant's that stand for the paper (dùng lại kết quả đã có). */
    results: z
      .array(z.string().refine(isResultNumber, says(NO_RESULT_NUMBER)))
      .min(1)
      .max(5)
      .optional(),
  })
  .meta({ id: 'SuppliedComponent', description: 'Paper supplied: files, paper copies, results, or several' });
export type SuppliedComponent = z.infer<typeof suppliedComponent>;

/** Whether anything is given for a paper. */
export function isSupplied({ files, paperCopies, results = [] }: SuppliedComponent): boolean {
  return files.length + paperCopies + results.length > 0;
}

/** Most files at once: a change of a dossier and its files is one transaction of at most a hundred items. */
const MOST_FILES = 50;

/** All papers given at once, with at most 50 files; more are given with a supplement. */
export const suppliedComponents = z
  .array(suppliedComponent)
  .max(100)
  .refine(
    components => components.reduce((sum, { files }) => sum + files.length, 0) <= MOST_FILES,
    says({ vi: `nhiều nhất ${MOST_FILES} tệp một lần`, en: `must be at most ${MOST_FILES} files at once` }),
  );

/** Whether anything is given at all: a file, a paper copy or a result for at least one paper. */
export function suppliesSomething(components: readonly SuppliedComponent[]): boolean {
  return components.some(isSupplied);
}

/** What an officer says of the fee, at acceptance and where a supplement changes what is charged. */
const chargeMembers = {
  /** The amount due if the fee is counted by page or copy, or published unclearly. */
  amountDue: dong.optional(),
  /** Of a table of fees with cases: the one that applies. */
  case: feeCode.optional(),
  /** How many pages, copies … by the code of the line; `fee` where the fee has one line only. */
  counts: z.record(feeCode, z.int().min(0).max(100_000)).optional(),
  /** Reliefs that the applicant is entitled to; of several for a line the highest applies. */
  reliefs: z.array(claimedRelief).max(20).optional(),
};

/** An officer's decision at a task. Which of these a task allows is in its `decisions`. */
export const taskDecision = z
  .discriminatedUnion('decision', [
    z.strictObject({
      decision: z.literal('accept'),
      ...chargeMembers,
      note,
    }),
    z.strictObject({ decision: z.literal('decline'), reason }),
    z.strictObject({
      decision: z.literal('requestSupplement'),
      reason,
      items: z.array(severalLines(1, 1000)).min(1).max(50),
      /** The requested papers, by their ids in the procedure, if papers are missing. */
      components: z.array(z.string().max(40)).min(1).max(100).optional(),
      /** A second request at the same stage needs the law that allows it and its approver. */
      legalBasis: oneLine(3, 500).optional(),
      approvedBy: oneLine(2, 200).optional(),
      /** Why a paper is asked for that the vault holds; required then (NĐ 309/2026/NĐ-CP Đ2 k1). */
      despiteVault: severalLines(3, 1000).optional(),
      ...chargeMembers,
    }),
    z.strictObject({
      decision: z.literal('recordSupplement'),
      components: suppliedComponents.refine(
        suppliesSomething,
        says({
          vi: 'cần ít nhất một tệp hoặc một bản giấy',
          en: 'must have at least one file or paper copy',
        }),
      ),
      note,
      ...chargeMembers,
    }),
    z.strictObject({
      decision: z.literal('recordPayment'),
      amount: dong,
      method: z.enum(['cash', 'transfer']),
      receipt: oneLine(0, 100).optional(),
    }),
    z.strictObject({ decision: z.literal('forward'), to: stepId.optional(), note }),
    z.strictObject({ decision: z.literal('sendBack'), to: stepId.optional(), reason }),
    z.strictObject({
      decision: z.literal('approve'),
      text: text.optional(),
      resultFile: fileId.optional(),
      /** With the content: until when the result holds, where not as the law says of its kind. */
      validUntil: validUntil.optional(),
      /** The digest of the confirmed proposal; required if a signer approves what was proposed. */
      proposal: sha256Hex.optional(),
    }),
    z.strictObject({ decision: z.literal('refuse'), reason, resultFile: fileId.optional() }),
    z.strictObject({
      decision: z.literal('consult'),
      question: reason,
      /** Some of the agencies the workflow names; all by default. */
      agencies: z.array(agencyCode).min(1).max(20).optional(),
    }),
    z.strictObject({ decision: z.literal('giveOpinion'), opinion: reason, agrees: z.boolean().optional() }),
    z.strictObject({
      decision: z.literal('proceed'),
      reason,
      /** Agencies still within their limit that are not waited for: required in order to proceed earlier. */
      unheard: z.array(agencyCode).max(20).optional(),
    }),
    z.strictObject({
      decision: z.literal('extend'),
      reason,
      newDueOn: z.iso.date(),
      /** The apology to the applicant, form 04 (văn bản xin lỗi và đề nghị gia hạn). */
      apology: text,
    }),
    /** The apology is signed: the date moves. `proposal` is the digest of the signed extension. */
    z.strictObject({ decision: z.literal('signApology'), proposal: sha256Hex.optional() }),
    z.strictObject({ decision: z.literal('returnApology'), reason }),
    /** A revocation or correction of the result is signed. `proposal` is the digest of the proposed change. */
    z.strictObject({ decision: z.literal('confirmChange'), proposal: sha256Hex.optional() }),
    z.strictObject({ decision: z.literal('returnChange'), reason }),
    z.strictObject({
      decision: z.literal('pause'),
      /** A ground of law/pauses.json that the workflow allows at this step. */
      kind: z.string().max(40),
      reason,
      /** Number and date of the document that opens the pause. */
      document: oneLine(2, 500).optional(),
    }),
    z.strictObject({
      decision: z.literal('resume'),
      /** What the pause waited for: number and date of the notice, proof, record or decision. */
      document: oneLine(2, 500),
      note,
    }),
    z.strictObject({ decision: z.literal('stop'), reason }),
    /** The registry clerk enters the signed result: it gets the next number of its register and the day's date. */
    z.strictObject({ decision: z.literal('seal') }),
    z.strictObject({ decision: z.literal('handOver'), ...collectionMembers }),
  ])
  .meta({ id: 'TaskDecision', description: 'Decision at a task (ý kiến xử lý)' });
export type TaskDecisionBody = z.infer<typeof taskDecision>;
