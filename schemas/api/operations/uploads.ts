import { operation } from '../operation.ts';
import { uploadRequest, uploadTicket } from '../upload.ts';

export const uploadOperations = {
  createUpload: operation({
    id: 'createUpload',
    method: 'POST',
    path: '/v1/uploads',
    capability: 'uploads',
    tag: 'Dossiers',
    summary: 'Declares a file and gets a link to upload exactly that file',
    action: 'upload.create',
    body: uploadRequest,
    answer: { status: 201, schema: uploadTicket },
    problems: ['request-invalid'],
  }),
} as const;
