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
  'handOver',
]);
export type FormKind = z.infer<typeof formKind>;

/** What a form is printed on; `slip` is the roll of a counter's printer, 80 mm wide. */
export const formPaper = z.enum(['A5', 'A4', 'A4 landscape', 'slip']);
export type FormPaper = z.infer<typeof formPaper>;

const named = says({ vi: 'phải là mã biểu mẫu dạng 01-2', en: 'must be a form id such as 01-2' });

/** Id of a form within its dossier: its number, and that of the ledger entry it is made for, `01-2`. */
export const plainFormId = z
  .string()
  .regex(/^([0-9]{2}|[A-Z]{2})-[1-9][0-9]{0,5}$/, named)
  .meta({ id: 'PlainFormId', description: 'Id of a form within its dossier, without ink', example: '01-2' });

/** The same, or with the entry of the handwriting that is on it, `01-2-9`. */
export const formId = z
  .string()
  .regex(/^([0-9]{2}|[A-Z]{2})-[1-9][0-9]{0,5}(-[1-9][0-9]{0,5})?$/, named)
  .meta({ id: 'FormId', description: 'Id of a form within its dossier', example: '01-2' });
