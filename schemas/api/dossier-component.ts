import * as z from 'zod';
import { paperKind } from '../dossier/paper-kind.ts';
import { instantText } from '../instant.ts';
import { fileId, fileType } from './upload.ts';

/** Where a file was fetched that nobody uploaded (kho dữ liệu điện tử quốc gia). */
const sourceOfFile = z
  .strictObject({
    store: z.literal('national'),
    kind: z.string().meta({ description: 'Kind of result (mã kết quả)' }),
    name: z.string(),
    number: z.string().meta({ description: 'Number and symbol (số, ký hiệu)' }),
    agency: z.string().meta({ description: 'Who issued it, as the store names it' }),
  })
  .meta({ id: 'FileSource', description: 'Paper of the national store that a file is of' });

/** A file handed in for a paper of the dossier. */
const handedInFile = z.strictObject({
  id: fileId,
  fileName: z.string(),
  contentType: fileType,
  size: z.int().meta({ description: 'In bytes' }),
  handedInAt: instantText,
  handedInWith: z.enum(['submission', 'supplement']),
  state: z
    .enum(['current', 'replaced'])
    .meta({ description: 'replaced: the paper was handed in again later' }),
  stopped: z.boolean().meta({
    description: 'It carries the mark of a state secret (dấu chỉ độ mật): nobody opens it',
  }),
  source: sourceOfFile.nullable().meta({ description: 'Null for what was uploaded' }),
});

/** A paper the procedure asks for, and what was handed in for it. */
export const dossierComponent = z
  .strictObject({
    component: z.string(),
    name: z.string(),
    required: z.boolean(),
    state: z.enum(['handedIn', 'wanted', 'missing', 'notHandedIn']).meta({
      description:
        'wanted: named by the current supplement request; missing: required but not handed in; notHandedIn: not required and not handed in',
    }),
    paperCopies: z.int().meta({ description: 'Paper copies of the last hand-in' }),
    paperKind: paperKind.nullable().meta({ description: 'What they are, where it was recorded' }),
    /** Numbers of results cited in its place (dùng lại kết quả). */
    results: z.array(z.string()),
    files: z.array(handedInFile),
  })
  .meta({
    id: 'DossierComponent',
    description: 'Paper of a dossier with its files (thành phần hồ sơ đã nộp)',
  });
export type DossierComponent = z.infer<typeof dossierComponent>;

/** A link to open a file of a dossier. */
export const fileLink = z
  .strictObject({
    id: fileId,
    fileName: z.string(),
    contentType: fileType,
    size: z.int(),
    shown: z.enum(['inline', 'attachment']).meta({
      description: 'inline: shown in the browser; attachment: saved under its name',
    }),
    url: z.url(),
    urlExpiresAt: instantText,
  })
  .meta({ id: 'FileLink' });
