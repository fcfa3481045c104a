import * as z from 'zod';
import { dossierCode } from '../../codes/dossier-code.ts';
import { typedDossierCode } from '../../codes/typed-dossier-code.ts';
import { comparedPaper } from '../../dossier/paper-kind.ts';
import { operation } from '../operation.ts';
import { fileId } from '../upload.ts';
import { ofDossier } from './problem-groups.ts';

export const certifiedCopyOperations = {
  certifyCopy: operation({
    id: 'certifyCopy',
    method: 'POST',
    path: '/v1/dossiers/{code}/files/{id}/certification',
    capability: 'certified-copies',
    tag: 'Dossiers',
    summary:
      'Certifies that the digitized copy of a paper says what the paper says; the agency’s seal follows',
    action: 'dossier.certifyCopy',
    params: z.strictObject({ code: typedDossierCode, id: fileId }),
    body: z
      .strictObject({
        /** The paper that lay beside the copy. */
        comparedWith: comparedPaper,
      })
      .meta({
        id: 'CopyCertification',
        description: 'Certification of a digitized copy (xác nhận bản số hóa)',
      }),
    answer: {
      status: 200,
      schema: z
        .strictObject({ dossier: dossierCode, file: fileId, state: z.literal('sealing'), version: z.int() })
        .meta({ id: 'CertifiedCopy', description: 'The copy waits for the agency’s seal' }),
      etag: true,
    },
    problems: [
      'request-invalid',
      'parameter-invalid',
      ...ofDossier,
      'state-conflict',
      'precondition-failed',
      'version-conflict',
    ],
    takesIfMatch: true,
  }),
} as const;
