import * as z from 'zod';
import { channel, fee } from '../catalogue/procedure.ts';
import { agencyCode } from '../codes/agency-code.ts';
import { dossierCode } from '../codes/dossier-code.ts';
import { procedureCode } from '../codes/procedure-code.ts';
import { applicant, onBehalf } from '../dossier/applicant.ts';
import { pinnedRules } from '../dossier/event.ts';
import { formData } from '../dossier/form-data.ts';
import { namedPerson } from '../dossier/identity-paper.ts';
import { deliveryState, handlingState, moneyState, returnMethod } from '../dossier/states.ts';
import { shownTask } from '../dossier/task.ts';
import { validUntil } from '../dossier/valid-until.ts';
import { instantText, sha256Hex } from '../instant.ts';
import { bill } from '../money/bill.ts';
import { dong } from '../money/dong.ts';
import { askedRelief } from '../money/fee-relief.ts';
import { oneLine, severalLines } from '../text.ts';
import { says } from '../words.ts';
import { suppliedComponents, suppliesSomething } from './decision.ts';
import { dossierComponent } from './dossier-component.ts';
import { formView } from './form.ts';
import { treasuryView } from './land-tax.ts';
import { refundable, shownPayment, shownRefund, shownRequest } from './shown-money.ts';
import { toldToApplicant } from './told-to-applicant.ts';
import { fileId } from './upload.ts';

const returnAddress = oneLine(3, 500);

/**
 * Submission of a dossier (nộp hồ sơ): online by a citizen or portal; at the counter or from the post by an officer
 * of reception.
 */
export const submission = z
  .strictObject({
    procedure: procedureCode,
    channel,
    receivingUnit: agencyCode,
    /** The deciding unit; by default the one the procedure names, otherwise the receiving one. */
    competentUnit: agencyCode.optional(),
    applicant,
    onBehalf: onBehalf.optional(),
    components: suppliedComponents,
    returnBy: returnMethod.default('electronic'),
    /** Where to post the result, if not to the applicant's address. */
    returnAddress: returnAddress.optional(),
    /** The completed electronic form. */
    formData: formData.optional(),
    /** Reliefs of the fee that the applicant asks for; nothing is paid online until reception settled them. */
    reliefs: z.array(askedRelief).max(20).optional(),
    /** The portal's own reference for the submission. */
    portalReference: oneLine(1, 100).optional(),
  })
  .meta({ id: 'Submission' });
export type Submission = z.infer<typeof submission>;

const progress = {
  code: dossierCode,
  handling: handlingState,
  nationalStatus: z.int(),
  statusText: z.string(),
};

/** Acknowledgement of a submission, with the code for following it. */
export const acknowledgement = z
  .strictObject({
    ...progress,
    version: z.int(),
    submittedAt: instantText,
    /** By when reception answers: 8 working hours. */
    answerBy: instantText,
  })
  .meta({ id: 'Acknowledgement' });

/** What anyone may see of a dossier: its code and progress. TT 01/2018/TT-VPCP Đ16 k2. */
export const trackedDossier = z
  .strictObject({ ...progress, progress: z.int().min(0).max(100), promisedOn: z.iso.date().nullable() })
  .meta({ id: 'TrackedDossier' });

/**
 * How far an outside party has been told of a dossier (trạng thái đồng bộ): `behind` is in progress, `waiting`
 * failed.
 */
export const partySync = z
  .strictObject({
    party: z.string(),
    state: z.enum(['done', 'behind', 'waiting']),
    toldUpTo: z.int().min(0).meta({ description: 'The version up to which it has been told' }),
    waitingSince: instantText.nullable(),
  })
  .meta({ id: 'PartySync' });

/** A dossier as shown to those who may read it. */
export const dossierView = z
  .strictObject({
    ...progress,
    version: z.int(),
    procedure: z.strictObject({ code: procedureCode, name: z.string() }),
    rules: pinnedRules,
    receivingUnit: agencyCode,
    competentUnit: agencyCode,
    channel,
    returnBy: returnMethod,
    portalReference: z.string().nullable().meta({
      description: 'The portal’s own reference for the submission; shown to that portal and to officers',
    }),
    /** Whether the tax office is asked about it, or may be. */
    landTax: z.boolean(),
    money: moneyState,
    fee: fee.nullable(),
    amountDue: dong.nullable(),
    bill: bill.nullable(),
    delivery: deliveryState,
    submittedAt: instantText,
    acceptedAt: instantText.nullable(),
    dueAt: instantText.nullable(),
    dueOn: z.iso.date().nullable(),
    extendedTo: instantText.nullable(),
    outcome: z.enum(['granted', 'refused']).nullable(),
    timeliness: z.enum(['early', 'onTime', 'late']).nullable(),
    resultNumber: z.string().nullable(),
    decidedAt: instantText.nullable(),
    closedAt: instantText.nullable(),
    alarms: z.array(z.string()),
    tasks: z.array(shownTask),
    components: z.array(dossierComponent),
    ...toldToApplicant,
    applicant,
    formData: formData.nullable(),
    /** The submitter for the applicant; null if the applicant submitted, or through an account named in the history. */
    handedInBy: namedPerson.nullable(),
    returnAddress: z.string().nullable(),
    /** Corrections of the applicant, oldest first: when, and which fields. */
    corrections: z.array(z.strictObject({ at: instantText, changed: z.array(z.string()) })),
    /** For officers: how far outside parties have been told (đồng bộ); null for everyone else. */
    sync: z.array(partySync).nullable(),
  })
  .meta({ id: 'Dossier' });

/** A dossier in a list: no personal data. */
export const dossierSummary = z
  .strictObject({
    ...progress,
    procedure: z.strictObject({ code: procedureCode, name: z.string() }),
    receivingUnit: agencyCode,
    competentUnit: agencyCode,
    channel,
    money: moneyState,
    delivery: deliveryState,
    submittedAt: instantText,
    dueAt: instantText.nullable(),
    dueOn: z.iso.date().nullable(),
    outcome: z.enum(['granted', 'refused']).nullable(),
    version: z
      .int()
      .nullable()
      .meta({ description: 'Null for a dossier without changes since lists began to show it' }),
    updatedAt: instantText
      .nullable()
      .meta({ description: 'When its last entry was made; null when `version` is' }),
    portalReference: z.string().nullable().meta({
      description: 'The portal’s own reference for the submission; shown to that portal and to officers',
    }),
  })
  .meta({ id: 'DossierSummary' });

/** The applicant’s name, in lists requested with names. */
export const applicantName = z
  .string()
  .meta({ id: 'ApplicantName', description: 'Name of the applicant (chủ hồ sơ)' });

/** A dossier in a list, with the applicant’s name if requested. */
export const listedDossier = z.strictObject({
  ...dossierSummary.shape,
  applicantName: applicantName.optional(),
});

/** What the applicant supplies when asked for a supplement (bổ sung hồ sơ). */
export const supplementBody = z
  .strictObject({
    components: suppliedComponents.refine(
      suppliesSomething,
      says({ vi: 'cần ít nhất một tệp hoặc một bản giấy', en: 'must have at least one file or paper copy' }),
    ),
    note: severalLines(0, 2000).optional(),
  })
  .meta({ id: 'SupplementBody' });

/**
 * A correction of wrongly recorded details of the applicant (đính chính): the complete correct details, the reason
 * and the evidence.
 */
export const applicantCorrection = z
  .strictObject({
    applicant,
    /** Another place to post the result to; unchanged if left out. */
    returnAddress: returnAddress.optional(),
    reason: severalLines(3, 4000),
    evidence: z
      .strictObject({
        file: fileId.optional(),
        description: oneLine(3, 500).optional(),
      })
      .refine(
        ({ file, description }) => file !== undefined || description !== undefined,
        says({
          vi: 'cần tệp chứng minh (file) hoặc mô tả giấy tờ đã đối chiếu (description)',
          en: 'needs a file as evidence, or a description of the paper that was checked',
        }),
      ),
  })
  .meta({ id: 'ApplicantCorrection', description: 'Correction of the applicant (đính chính chủ hồ sơ)' });

export const withdrawalBody = z
  .strictObject({
    reason: severalLines(3, 4000).optional(),
    /** How the applicant asked for it; required, with the reason, if an officer records it at the counter. */
    request: z.enum(['spoken', 'written']).optional(),
  })
  .meta({ id: 'WithdrawalBody' });

/** The result of a citizen's or portal's change. */
export const changedDossier = z
  .strictObject({
    ...progress,
    version: z.int(),
    /** The form for the change, if there is one. */
    form: formView.nullable(),
  })
  .meta({ id: 'ChangedDossier' });

/** The result of a correction: the changed fields, as JSON pointers. */
export const correctedDossier = z
  .strictObject({ ...progress, version: z.int(), changed: z.array(z.string()) })
  .meta({ id: 'CorrectedDossier' });

/** The money of a dossier: what it costs, what came in, was asked for and went back. */
export const paymentList = z
  .strictObject({
    money: moneyState,
    /** Path of the page on which it is paid, by whoever has it; null where nothing is owed. */
    link: z.string().nullable(),
    fee: fee.nullable(),
    amountDue: dong.nullable(),
    owed: dong,
    held: dong,
    refundable,
    /** What is owed the treasury by a notice of the tax office: no fee, and none of it is in the figures above. */
    treasury: treasuryView.nullable(),
    payments: z.array(shownPayment),
    requests: z.array(shownRequest),
    refunds: z.array(shownRefund),
  })
  .meta({ id: 'PaymentList' });

/** That a result no longer holds (kết quả đã bị thu hồi hoặc thay thế). */
export const revokedResult = z
  .strictObject({
    at: instantText,
    ground: z.string(),
    /** The name of the ground in the language asked for. */
    groundText: z.string(),
    /** The number of the result that took its place. */
    replacedBy: z.string().nullable(),
  })
  .meta({ id: 'RevokedResult', description: 'Since when and why a result no longer holds' });

/** The results of a dossier, oldest first, each with a link that expires: a correction adds one. */
export const resultList = z
  .strictObject({
    items: z.array(
      z.strictObject({
        number: z.string(),
        outcome: z.enum(['granted', 'refused']),
        sha256: sha256Hex,
        size: z.int(),
        issuedAt: instantText,
        /** The last day on which it holds; null where it holds without end. */
        validUntil: validUntil.nullable(),
        /** Since when and why it no longer holds; null while it does. */
        revoked: revokedResult.nullable(),
        /** By which anybody finds it genuine; printed on results that are made here. */
        verificationCode: z.string(),
        url: z.url(),
        urlExpiresAt: instantText,
      }),
    ),
  })
  .meta({ id: 'ResultList' });

/**
 * What anyone who holds a result may learn about it: that it is genuine, and who issued it. The hash of its file is
 * never given out: with it, somebody could guess the names in a decision, make the file and compare.
 */
export const resultVerification = z
  .strictObject({
    number: z.string(),
    genuine: z.literal(true),
    agency: agencyCode,
    procedureName: z.string(),
    outcome: z.enum(['granted', 'refused']),
    issuedAt: instantText,
    /** What kind of paper it is, by its national code (mã kết quả); null where the catalogue names none. */
    kind: z.strictObject({ code: z.string(), name: z.string().nullable() }).nullable(),
    /** The number and date that the registry gave it; null where the system issued it by itself. */
    document: z.strictObject({ number: z.string(), date: z.iso.date() }).nullable(),
    /** The last day on which it holds; null where it holds without end. */
    validUntil: validUntil.nullable(),
    /** Whether that day is over. */
    expired: z.boolean(),
    /** Since when and why it no longer holds; null while it does. */
    revoked: revokedResult.nullable(),
    /** What was given is the code of this result, or the hash of its file. */
    checked: z.enum(['code', 'file']),
  })
  .meta({ id: 'ResultVerification' });
