import * as z from 'zod';
import { agencyCode } from '../codes/agency-code.ts';
import { formId, formKind, formPaper } from '../dossier/form.ts';
import { instantText, sha256Hex } from '../instant.ts';
import { archiveBatchId } from '../organization/archive-batch.ts';

/** A prescribed form (mẫu biểu) for a change of the dossier. */
export const formView = z
  .strictObject({ number: z.string(), name: z.string() })
  .meta({ id: 'Form', description: 'Prescribed form, by number and name (mẫu biểu, TT 03/2025/TT-VPCP)' });

const named = {
  id: formId,
  kind: formKind,
  number: z.string().meta({ description: 'Of the form, in the version of the law in force that day' }),
  name: z.string(),
};

/** A form that a dossier's ledger calls for. */
export const listedForm = z
  .strictObject({
    ...named,
    /** When what it is about happened. */
    madeAt: instantText,
    event: z.int().min(1).meta({ description: 'Number of the ledger entry it is made for' }),
    inkedAt: instantText
      .nullable()
      .meta({ description: 'When the handwriting on it was taken on a pad; null where there is none' }),
    papers: z.array(formPaper).meta({ description: 'What it is printed on, the prescribed paper first' }),
  })
  .meta({ id: 'ListedForm', description: 'Form of a dossier (biểu mẫu của hồ sơ)' });

const file = {
  fileName: z.string(),
  contentType: z.literal('application/pdf'),
  size: z.int().meta({ description: 'In bytes' }),
  sha256: sha256Hex,
  url: z.url(),
  urlExpiresAt: instantText,
};

/** A link to the file of a form: the same file whenever it is asked for. */
export const formLink = z.strictObject({ ...named, paper: formPaper, ...file }).meta({ id: 'FormLink' });

/** A link to the register of a unit for a period. */
export const registerLink = z
  .strictObject({
    unit: agencyCode,
    from: z.iso.date(),
    to: z.iso.date(),
    dossiers: z.int().meta({ description: 'How many are in it' }),
    ...file,
  })
  .meta({ id: 'RegisterLink', description: 'Register of dossiers of a unit (sổ theo dõi hồ sơ)' });

/** A link to a paper of a batch for the archive. */
export const archivePaperLink = z
  .strictObject({
    batch: archiveBatchId,
    paper: z.enum(['contents', 'receipt']).meta({
      description: 'contents: mục lục hồ sơ, tài liệu nộp lưu; receipt: biên bản giao nhận hồ sơ, tài liệu',
    }),
    ...file,
  })
  .meta({ id: 'ArchivePaperLink' });
