import * as z from 'zod';
import { typedAgencyCode } from '../../codes/typed-agency-code.ts';
import { typedDossierCode } from '../../codes/typed-dossier-code.ts';
import { formId, formPaper } from '../../dossier/form.ts';
import { archiveBatchId } from '../../organization/archive-batch.ts';
import { listDay } from '../dossier-list.ts';
import { archivePaperLink, formLink, listedForm, registerLink } from '../form.ts';
import { operation } from '../operation.ts';
import { ofDossier } from './problem-groups.ts';

const byCode = z.strictObject({ code: typedDossierCode });
const here = { capability: 'forms', method: 'GET', tag: 'Dossiers', recordsReads: true } as const;

export const formOperations = {
  listForms: operation({
    capability: 'forms',
    method: 'GET',
    tag: 'Dossiers',
    id: 'listForms',
    path: '/v1/dossiers/{code}/forms',
    summary: 'The forms that a dossier’s ledger calls for, oldest first',
    action: 'dossier.read',
    params: byCode,
    answer: {
      status: 200,
      schema: z.strictObject({ items: z.array(listedForm) }).meta({ id: 'FormList' }),
    },
    problems: [...ofDossier],
  }),
  getForm: operation({
    ...here,
    id: 'getForm',
    path: '/v1/dossiers/{code}/forms/{id}',
    summary: 'A form of a dossier as PDF, by a link that expires after five minutes',
    action: 'dossier.read',
    params: byCode.extend({ id: formId }),
    query: z.strictObject({
      paper: formPaper.optional().meta({ description: 'One of its `papers`; by default the first' }),
    }),
    answer: { status: 200, schema: formLink },
    problems: ['parameter-invalid', ...ofDossier],
  }),
  getRegister: operation({
    ...here,
    id: 'getRegister',
    path: '/v1/units/{code}/register',
    summary: 'The register of the dossiers that a unit received in a period, as PDF, by a link',
    action: 'register.read',
    params: z.strictObject({ code: typedAgencyCode }),
    query: z.strictObject({ from: listDay.optional(), to: listDay.optional() }),
    answer: { status: 200, schema: registerLink },
    problems: ['parameter-invalid', 'not-found', 'register-too-long'],
  }),
  getArchivePaper: operation({
    capability: 'forms',
    method: 'GET',
    tag: 'Archive',
    id: 'getArchivePaper',
    path: '/v1/units/{code}/archive/batches/{id}/papers/{paper}',
    summary: 'The list of contents of a batch for the archive, or the record of its hand-over, as PDF',
    action: 'archive.read',
    params: z.strictObject({
      code: typedAgencyCode,
      id: archiveBatchId,
      paper: archivePaperLink.shape.paper,
    }),
    answer: { status: 200, schema: archivePaperLink },
    problems: ['parameter-invalid', 'not-found'],
  }),
} as const;
