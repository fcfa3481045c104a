import * as z from 'zod';
import { typedAgencyCode } from '../../codes/typed-agency-code.ts';
import { typedDossierCode } from '../../codes/typed-dossier-code.ts';
import { archiveBatchId } from '../../organization/archive-batch.ts';
import { severalLines } from '../../text.ts';
import { archiveBatchSummary, archiveBatchView, archiveDue, archiveOrder, holdView } from '../archive.ts';
import { operation } from '../operation.ts';
import { pageOf, pageQuery } from '../paging.ts';
import { ofDossier } from './problem-groups.ts';

const ofUnit = z.strictObject({ code: typedAgencyCode });
const ofBatch = ofUnit.extend({ id: archiveBatchId });
const here = { capability: 'archive', tag: 'Archive' } as const;

export const archiveOperations = {
  listArchiveDue: operation({
    ...here,
    id: 'listArchiveDue',
    method: 'GET',
    path: '/v1/units/{code}/archive/due',
    summary: 'Ended dossiers of a unit that are not in the archive yet, with the last day for handing over',
    action: 'archive.read',
    params: ofUnit,
    query: z.strictObject({
      ...pageQuery,
      year: z.coerce
        .number()
        .int()
        .min(2000)
        .max(2099)
        .optional()
        .meta({ description: 'Year in which they were submitted; by default this one' }),
    }),
    answer: { status: 200, schema: pageOf(archiveDue).meta({ id: 'ArchiveDueList' }) },
    problems: ['parameter-invalid', 'cursor-invalid', 'not-found'],
  }),
  packArchiveBatch: operation({
    ...here,
    id: 'packArchiveBatch',
    method: 'POST',
    path: '/v1/units/{code}/archive/batches',
    summary: 'Packs ended dossiers of a unit for its archive',
    action: 'archive.pack',
    params: ofUnit,
    body: archiveOrder,
    answer: { status: 201, schema: archiveBatchView, etag: true },
    problems: ['request-invalid', 'parameter-invalid', 'not-found', 'not-archivable', 'version-conflict'],
  }),
  listArchiveBatches: operation({
    ...here,
    id: 'listArchiveBatches',
    method: 'GET',
    path: '/v1/units/{code}/archive/batches',
    summary: 'The batches that a unit packed for its archive, the newest first',
    action: 'archive.read',
    params: ofUnit,
    query: z.strictObject(pageQuery),
    answer: { status: 200, schema: pageOf(archiveBatchSummary).meta({ id: 'ArchiveBatchList' }) },
    problems: ['parameter-invalid', 'cursor-invalid', 'not-found'],
  }),
  getArchiveBatch: operation({
    ...here,
    id: 'getArchiveBatch',
    method: 'GET',
    path: '/v1/units/{code}/archive/batches/{id}',
    summary: 'A batch with its dossiers, and which of them are past their period',
    action: 'archive.read',
    params: ofBatch,
    answer: { status: 200, schema: archiveBatchView, etag: true },
    problems: ['parameter-invalid', 'not-found'],
  }),
  takeArchiveBatch: operation({
    ...here,
    id: 'takeArchiveBatch',
    method: 'POST',
    path: '/v1/units/{code}/archive/batches/{id}/receipt',
    summary: 'The archive takes a batch over from who packed it; each dossier’s ledger says so',
    action: 'archive.take',
    params: ofBatch,
    answer: { status: 200, schema: archiveBatchView, etag: true },
    problems: ['parameter-invalid', 'not-found', 'four-eyes', 'state-conflict', 'version-conflict'],
  }),
  changeLegalHold: operation({
    ...here,
    id: 'changeLegalHold',
    method: 'POST',
    path: '/v1/dossiers/{code}/legal-hold',
    summary: 'Holds a dossier beyond its period of retention, or lifts the hold that somebody else set',
    action: 'dossier.hold',
    params: z.strictObject({ code: typedDossierCode }),
    body: z
      .strictObject({ hold: z.boolean(), reason: severalLines(3, 2000) })
      .meta({ id: 'LegalHoldChange' }),
    answer: { status: 200, schema: holdView, etag: true },
    problems: [
      'request-invalid',
      'parameter-invalid',
      ...ofDossier,
      'four-eyes',
      'state-conflict',
      'precondition-failed',
      'version-conflict',
    ],
    takesIfMatch: true,
  }),
} as const;
