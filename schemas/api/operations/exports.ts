import * as z from 'zod';
import { exportId, exportRequest, exportView } from '../export.ts';
import { operation } from '../operation.ts';
import { pageOf, pageQuery } from '../paging.ts';

export const exportOperations = {
  createExport: operation({
    id: 'createExport',
    method: 'POST',
    path: '/v1/exports',
    capability: 'exports',
    tag: 'Exports',
    summary: 'Requests a list as a CSV or XLSX file, made in the background',
    action: 'export.create',
    body: exportRequest,
    answer: { status: 202, schema: exportView },
    problems: ['request-invalid', 'not-found', 'too-many-exports', 'quota-used-up'],
  }),
  getExport: operation({
    id: 'getExport',
    method: 'GET',
    path: '/v1/exports/{id}',
    capability: 'exports',
    tag: 'Exports',
    summary: 'The progress of an export; once it is done, with a link for the person who requested it',
    action: 'export.read',
    params: z.strictObject({ id: exportId }),
    answer: { status: 200, schema: exportView },
    problems: ['parameter-invalid', 'not-found'],
  }),
  listExports: operation({
    id: 'listExports',
    method: 'GET',
    path: '/v1/exports',
    capability: 'exports',
    tag: 'Exports',
    summary: 'The caller’s exports, newest first; for auditors, everyone’s',
    action: 'export.read',
    query: z.strictObject(pageQuery),
    answer: { status: 200, schema: pageOf(exportView) },
    problems: ['parameter-invalid', 'cursor-invalid'],
  }),
} as const;
