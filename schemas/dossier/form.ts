import * as z from 'zod';
import { says } from '../words.ts';

/** The forms of a dossier (mẫu biểu), by what they are for; numbers and names are in law/forms.json. */
export const formKind = z.enum([
  'receipt',
  'supplement',
  'decline',
  'apology',
  'stop',
  'controlSheet',
  'register',
]);
export type FormKind = z.infer<typeof formKind>;

/** What a form is printed on; `slip` is the roll of a counter's printer, 80 mm wide. */
export const formPaper = z.enum(['A5', 'A4', 'A4 landscape', 'slip']);
export type FormPaper = z.infer<typeof formPaper>;

/** Id of a form within its dossier: its number, and that of the ledger entry it is made for, `01-2`. */
export const formId = z
  .string()
  .regex(
    /^\d{2}-[1-9]\d{0,5}$/,
    says({ vi: 'phải là mã biểu mẫu dạng 01-2', en: 'must be a form id such as 01-2' }),
  )
  .meta({ id: 'FormId', description: 'Id of a form within its dossier', example: '01-2' });
