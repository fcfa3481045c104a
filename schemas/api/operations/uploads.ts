import * as z from 'zod';
import { operation } from '../operation.ts';
import { completedUpload, fileId, uploadRequest, uploadTicket } from '../upload.ts';

export const uploadOperations = {
  createUpload: operation({
    id: 'createUpload',
    method: 'POST',
    path: '/v1/uploads',
    capability: 'uploads',
    tag: 'Dossiers',
    summary: 'Declares a file and returns a link to upload exactly that file',
    action: 'upload.create',
    body: uploadRequest,
    answer: { status: 201, schema: uploadTicket },
    problems: ['request-invalid', 'quota-used-up'],
  }),
  completeUpload: operation({
    id: 'completeUpload',
    method: 'POST',
    path: '/v1/uploads/{id}/completion',
    capability: 'uploads',
    tag: 'Dossiers',
    summary: 'Reports that a file was uploaded; it is checked now, and any fault is returned',
    action: 'upload.complete',
    params: z.strictObject({ id: fileId }),
    answer: { status: 200, schema: completedUpload },
    problems: [
      'parameter-invalid',
      'not-found',
      'file-not-uploaded',
      'file-differs',
      'file-unusable',
      'file-state-secret',
    ],
  }),
} as const;
