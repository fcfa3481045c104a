import * as z from 'zod';
import { dossierCode } from '../../codes/dossier-code.ts';
import { typedDossierCode } from '../../codes/typed-dossier-code.ts';
import { taskId } from '../../dossier/task.ts';
import { severalLines } from '../../text.ts';
import { operation } from '../operation.ts';
import { fileId } from '../upload.ts';
import { ofDossier, ofFiles } from './problem-groups.ts';

export const resultChangeOperations = {
  proposeResultChange: operation({
    id: 'proposeResultChange',
    method: 'POST',
    path: '/v1/dossiers/{code}/result/changes',
    capability: 'tasks',
    tag: 'Tasks',
    summary: 'Proposes to revoke an issued result, or to correct it by a new one; a second person signs it',
    action: 'dossier.changeResult',
    params: z.strictObject({ code: typedDossierCode }),
    body: z
      .strictObject({
        kind: z.enum(['revoke', 'correct']),
        /** A code of law/result-changes.json; whoever verifies the result is shown its name. */
        ground: z.string().regex(/^[a-z][a-zA-Z]{2,39}$/),
        /** What happened: the applicant reads it once the change is signed. */
        reason: severalLines(3, 4000),
        /** Of a correction: the text of the new result. */
        text: severalLines(3, 8000).optional(),
        /** Of a correction: the new result as a file. */
        resultFile: fileId.optional(),
      })
      .meta({
        id: 'ResultChange',
        description: 'Proposed change of a result (đề nghị thu hồi, đính chính kết quả)',
      }),
    answer: {
      status: 200,
      schema: z
        .strictObject({ dossier: dossierCode, task: taskId, version: z.int() })
        .meta({ id: 'ProposedResultChange', description: 'The task at which the change waits to be signed' }),
      etag: true,
    },
    problems: [
      'request-invalid',
      'parameter-invalid',
      ...ofDossier,
      'state-conflict',
      ...ofFiles,
      'signature-invalid',
      'text-not-printable',
      'precondition-failed',
      'version-conflict',
    ],
    takesIfMatch: true,
  }),
} as const;
