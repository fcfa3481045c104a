import * as z from 'zod';
import { calendar, limit, officeHours } from '../schemas/calendar.ts';
import { authoritativeSystem } from '../schemas/catalogue/authoritative-system.ts';
import { resultCode } from '../schemas/codes/procedure-code.ts';
import { clockRules } from '../schemas/deadline.ts';
import { applicant } from '../schemas/dossier/applicant.ts';
import { formKind, formPaper } from '../schemas/dossier/form.ts';
import { foreignPaper } from '../schemas/dossier/identity-paper.ts';
import { handlingState } from '../schemas/dossier/states.ts';
import { obligationKind } from '../schemas/land-tax/slip.ts';
import { feeReliefs } from '../schemas/money/fee-relief.ts';
import { receiptForm } from '../schemas/money/receipt-name.ts';
import { says } from '../schemas/words.ts';
import { readJsonFile } from '../tools/json-file.ts';

const words = z.object({ vi: z.string().min(1), en: z.string().min(1) });
const count = z.int().min(0);

/** Versions by their first day, earliest first: the last one that has begun is in force. */
const versionsOf = <S extends z.ZodRawShape>(shape: S) =>
  z.object({ versions: z.array(z.object({ from: z.iso.date(), ...shape })).min(1) });

const pause = z.object({
  kind: z.string().min(1),
  decision: z.enum(['requestSupplement', 'pause']),
  name: words,
  document: words,
  endedBy: words,
  limit,
  effect: z.enum(['resume', 'restart']),
  handling: z.enum(['supplementing', 'processing', 'awaitingPayment']),
});

/** A pattern that compiles. */
const pattern = z.string().refine(
  text => {
    try {
      return new RegExp(text) instanceof RegExp;
    } catch {
      return false;
    }
  },
  says({ vi: 'phải là biểu thức chính quy đúng cú pháp', en: 'must be a valid regular expression' }),
);

/** Texts by name, one of several, or the heads of columns. */
const formTexts = z.record(
  z.string().min(1),
  z.union([z.string().min(1), z.array(z.string().min(1)).min(1), z.record(z.string(), z.string().min(1))]),
);

const applicantKind = z.enum(applicant.options.map(({ shape }) => shape.kind.value));
const signatureVerdict = z.object({ ...words.shape, weight: z.enum(['invalid', 'indeterminate', 'note']) });
const paper = z.object({ ...words.shape, form: pattern, says: words });

/** The shape of each file of the law. The functions take it as it is, so it is checked before they are built. */
export const LAW_FILES: Readonly<Record<string, z.ZodType>> = {
  'access-records.json': versionsOf({ keptYears: count.min(1) }),
  'applicants.json': versionsOf({
    papers: z.record(foreignPaper.shape.kind, paper),
    kinds: z.record(applicantKind, words),
    published: z.record(z.string().min(1), z.array(applicantKind).min(1)),
  }),
  'archive.json': versionsOf({
    basis: z.string().min(1),
    sources: z.array(z.string().min(1)).min(1),
    transferWithinYears: count.min(1),
    transferFrom: z.enum(['dayEnded', 'yearEnded']),
    kinds: z
      .array(
        z.object({
          kind: z.string().min(1).max(40),
          years: count.min(1).nullable(),
          ended: z.array(handlingState).min(1).optional(),
          fields: z.array(z.string().min(1)).min(1).optional(),
          ...words.shape,
        }),
      )
      .min(1),
  }),
  'authoritative-systems.json': z.object({
    nationalPortal: authoritativeSystem,
    fields: z.array(z.object({ names: z.array(z.string().min(1)).min(1), system: authoritativeSystem })),
  }),
  'fee-reliefs.json': feeReliefs,
  'form-texts.json': versionsOf({
    ...Object.fromEntries(formKind.options.map(kind => [kind, formTexts])),
    common: formTexts,
  }),
  'forms.json': versionsOf({
    basis: z.string().min(1),
    forms: z
      .array(
        z.object({
          kind: formKind,
          number: z.string().regex(/^(\d{2}|[A-Z]{2})$/),
          prescribed: z.literal(false).optional(),
          name: words,
          events: z.array(z.string().min(1)),
          how: z.string().min(1).optional(),
          papers: z.array(formPaper).min(1),
        }),
      )
      .min(1),
  }),
  'handling-limits.json': versionsOf({
    reception: limit,
    supplementRequestsPerStage: count,
    extensionLongest: z.object({ timesTheLimit: z.number().positive() }),
    apologySigning: limit,
    registrySealing: limit,
  }),
  'land-obligations.json': versionsOf({
    slip: z.object({ name: words, legalBasis: z.string().min(1), unconfirmed: z.string().min(1) }),
    kinds: z
      .array(
        z.object({
          kind: obligationKind,
          name: words,
          legalBasis: z.string().min(1),
          unconfirmed: z.string().min(1),
        }),
      )
      .min(1),
  }),
  'pauses.json': versionsOf({ kinds: z.array(pause).min(1) }),
  'receipts.json': versionsOf({
    basis: z.string().min(1),
    legalBasis: z.string().min(1),
    unconfirmed: z.array(z.string().min(1)),
    title: z.string().min(1),
    forms: z.record(receiptForm, words),
    content: z.record(z.string().min(1), words),
    summary: z.object({ number: z.string().min(1), name: words }),
    page: formTexts,
  }),
  'result-kinds.json': z.object({
    registers: z
      .array(
        z.object({
          register: z.string().min(1).max(40),
          name: words,
          style: z.enum(['symbol', 'year']),
          symbol: z.string().optional(),
        }),
      )
      .min(1),
    kinds: z.array(
      z.object({
        code: resultCode,
        names: z.array(z.object({ from: z.iso.date(), ...words.shape })).min(1),
        register: z.string(),
        validMonths: z.int().min(1).max(600).optional(),
      }),
    ),
  }),
  'result-changes.json': z.object({
    signing: limit,
    grounds: z
      .array(
        z.object({ ground: z.string().min(1).max(40), kind: z.enum(['revoke', 'correct']), name: words }),
      )
      .min(1),
  }),
  'signature-verdicts.json': z.object({
    source: z.string().min(1),
    files: z.record(z.string(), signatureVerdict),
    signatures: z.record(z.string(), signatureVerdict),
  }),
  'calendars/civil-service.2026.1.json': calendar,
  'calendars/clock-rules.vietnam.1.json': clockRules,
  'calendars/office-hours.standard.1.json': officeHours,
};

/** Reads every file of the law. Throws a `Refusal` that names the file and the faulty field. */
export function checkLaw(folder: URL = new URL('./', import.meta.url)): void {
  for (const [file, schema] of Object.entries(LAW_FILES)) readJsonFile(new URL(file, folder), schema);
}
