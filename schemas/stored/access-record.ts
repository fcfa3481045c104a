import * as z from 'zod';
import { fileId } from '../api/upload.ts';
import { dossierCode } from '../codes/dossier-code.ts';
import { taskId } from '../dossier/task.ts';
import { keptAccount } from '../identity/account.ts';
import { officerPrincipal } from '../identity/principal.ts';
import { instantText } from '../instant.ts';

/**
 * Which personal data an answer showed. applicant: names, numbers, addresses; history: the ledger with notes and texts;
 * paper: a link to a paper's file; resultFile: a link to the result; receipt: links to receipts, which name who paid;
 * vault: which results of the owner stand for papers; nationalStore: papers of the owner in the national store;
 * unassignedMoney: what payers of money of no dossier wrote; searchHits: search results; export: a file of many;
 * accessRecords: an auditor read access records.
 */
export const accessPart = z
  .enum([
    'applicant',
    'history',
    'paper',
    'resultFile',
    'receipt',
    'vault',
    'nationalStore',
    'unassignedMoney',
    'landTax',
    'searchHits',
    'export',
    'accessRecords',
  ])
  .meta({ id: 'AccessPart', description: 'What of a person’s data an answer showed' });
export type AccessPart = z.infer<typeof accessPart>;

/**
 * Why the reader was shown a dossier. task: an open task in it is theirs; unit: their unit received it, decides it or
 * is consulted on it; oversight, audit: their role reads the whole province; submitter: they submitted it for its
 * owner; representative: they are the owner's legal representative.
 */
export const accessBasis = z
  .enum(['task', 'unit', 'oversight', 'audit', 'submitter', 'representative'])
  .meta({ id: 'AccessBasis', description: 'Why the reader was given the dossier' });
export type AccessBasis = z.infer<typeof accessBasis>;

/** Who read, as recorded: never a name or an identity number. */
export const accessReader = z.discriminatedUnion('kind', [
  keptAccount,
  z.strictObject({ kind: z.literal('portal'), id: z.string().max(100) }),
  officerPrincipal,
]);
export type AccessReader = z.infer<typeof accessReader>;

/** A dossier that was read, why, and the task concerned. */
export const dossierRead = z
  .strictObject({
    code: dossierCode,
    basis: accessBasis,
    task: taskId.optional(),
    /** The file that was opened. */
    file: fileId.optional(),
  })
  .meta({ id: 'DossierRead' });
export type DossierRead = z.infer<typeof dossierRead>;

/**
 * An access record (nhật ký truy cập dữ liệu cá nhân): one request's reading of one person's dossiers or, in the
 * lists by day and by reader, of everything it showed.
 */
export const accessRecord = z.strictObject({
  at: instantText,
  requestId: z.string().max(200),
  reader: accessReader,
  operation: z.string().max(60),
  parts: z.array(accessPart).min(1),
  dossiers: z.array(dossierRead).max(100),
  /** The caller's reason: from `Access-Reason`, or the purpose of an export. */
  stated: z.string().max(500).nullable(),
  /** What was requested, if not a dossier: an auditor's filters. Never search terms. */
  asked: z.string().max(300).nullable(),
});
export type AccessRecord = z.infer<typeof accessRecord>;
