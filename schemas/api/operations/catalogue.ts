import * as z from 'zod';
import { channel, procedureVersion } from '../../catalogue/procedure.ts';
import { templateOrder } from '../../catalogue/template-order.ts';
import { workflow, workflowVersion } from '../../catalogue/workflow.ts';
import { procedureCode } from '../../codes/procedure-code.ts';
import { typedProcedureCode } from '../../codes/typed-procedure-code.ts';
import { offeredRelief } from '../../money/offered-relief.ts';
import { severalLines, soughtLine } from '../../text.ts';
import { says } from '../../words.ts';
import { operation } from '../operation.ts';
import { pageOf, pageQuery, versionQuery } from '../paging.ts';

const byCode = z.strictObject({ code: typedProcedureCode });

const procedureSummary = z
  .strictObject({
    code: procedureCode,
    name: z.string(),
    field: z.string(),
    levels: z.array(z.string()),
    channels: z.array(channel),
    onlineLevel: z.enum(['full', 'partial', 'none']).nullable(),
    anyBoundary: z.boolean(),
    version: z.int(),
    state: z.enum(['open', 'closed']),
  })
  .meta({ id: 'ProcedureSummary' });

/** Formats in which procedures can be imported. */
export const importShape = z.enum(['motcua', 'nationalCrawl', 'layThuTuc']).meta({
  id: 'ImportShape',
  description: 'Format of the rows: our own, the portal’s public pages, or its LayThuTuc service',
});

/** Rows are read one by one, so that a bad one refuses only itself. */
export const importBody = z
  .strictObject({ shape: importShape, items: z.array(z.unknown()).min(1).max(200) })
  .meta({ id: 'ProcedureImport' });

const importWarning = z.strictObject({ code: z.string(), field: z.string(), message: z.string() });

/** The outcome of one row. */
export const importedRow = z
  .strictObject({
    index: z.int(),
    code: z.string().nullable(),
    outcome: z.enum(['accepted', 'acceptedWithWarnings', 'refused']),
    change: z.enum(['new', 'changed', 'unchanged', 'none']),
    version: z.int().nullable(),
    state: z.enum(['open', 'closed']).nullable(),
    warnings: z.array(importWarning),
    changes: z.array(z.string()),
    refusedBecause: z.string().nullable(),
  })
  .meta({ id: 'ImportedRow' });

export const importReport = z
  .strictObject({
    accepted: z.int(),
    acceptedWithWarnings: z.int(),
    refused: z.int(),
    created: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    rows: z.array(importedRow),
  })
  .meta({ id: 'ImportReport' });
export type ImportReport = z.infer<typeof importReport>;

/** An order for many procedures, with how much of it is reported at a time. */
export const templateApplication = templateOrder
  .extend({
    /** False: only the report, page by page. True: all of it is proposed. */
    apply: z.boolean().default(false),
    /** Continues after this code: the `next` of the previous answer. */
    after: procedureCode.optional(),
    limit: z.int().min(1).max(100).default(50),
  })
  .meta({ id: 'TemplateApplication' });

const remark = z.strictObject({ code: z.string(), message: z.string() });

export const templateReport = z
  .strictObject({
    counts: z.strictObject({
      /** Would get the workflow. */
      fit: z.int(),
      /** Of these, open for dossiers afterwards. */
      open: z.int(),
      refused: z.int(),
      /** Skipped, because they have a workflow. */
      kept: z.int(),
    }),
    rows: z.array(
      z.strictObject({
        code: procedureCode,
        name: z.string(),
        outcome: z.enum(['fit', 'refused']),
        /** The resulting state, and the reason if closed. */
        state: z.enum(['open', 'closed']).nullable(),
        closedBecause: z.string().nullable(),
        warnings: z.array(remark),
        refusedBecause: remark.nullable(),
      }),
    ),
    /** Where to continue; null after the last. */
    next: procedureCode.nullable(),
  })
  .meta({ id: 'TemplateReport' });
export type TemplateReport = z.infer<typeof templateReport>;

const lintFinding = z.strictObject({ code: z.string(), step: z.string().nullable(), message: z.string() });

export const catalogueOperations = {
  listProcedures: operation({
    id: 'listProcedures',
    method: 'GET',
    path: '/v1/procedures',
    capability: 'catalogue',
    tag: 'Catalogue',
    summary: 'Procedures of the province, by code; with “q”, those whose name contains the words',
    action: 'public.read',
    query: z.strictObject({
      ...pageQuery,
      q: soughtLine(1, 200)
        .refine(
          text => /[\p{L}\p{N}]/u.test(text),
          says({ vi: 'phải có chữ hoặc số để tìm', en: 'must contain letters or digits to search for' }),
        )
        .optional()
        .meta({
          description:
            'Words of the name in any order, with or without diacritics, or the code; the shortest names first',
          example: 'giay phep xay dung',
        }),
      state: z.enum(['open', 'closed']).optional().meta({ description: 'Whether new dossiers are taken' }),
    }),
    answer: { status: 200, schema: pageOf(procedureSummary) },
    problems: ['parameter-invalid', 'cursor-invalid'],
  }),
  getProcedure: operation({
    id: 'getProcedure',
    method: 'GET',
    path: '/v1/procedures/{code}',
    capability: 'catalogue',
    tag: 'Catalogue',
    summary: 'A procedure in the current version or an earlier one',
    action: 'public.read',
    params: byCode,
    query: z.strictObject(versionQuery),
    answer: { status: 200, schema: procedureVersion, etag: true },
    problems: ['parameter-invalid', 'not-found'],
  }),
  listReliefs: operation({
    id: 'listReliefs',
    method: 'GET',
    path: '/v1/procedures/{code}/reliefs',
    capability: 'catalogue',
    tag: 'Catalogue',
    summary: 'What may be taken off the fee of a procedure today',
    action: 'public.read',
    params: byCode,
    query: z.strictObject({ channel: channel.default('online') }),
    answer: {
      status: 200,
      schema: z.strictObject({ items: z.array(offeredRelief) }).meta({ id: 'OfferedReliefs' }),
    },
    problems: ['parameter-invalid', 'not-found'],
  }),
  getWorkflow: operation({
    id: 'getWorkflow',
    method: 'GET',
    path: '/v1/procedures/{code}/workflow',
    capability: 'catalogue',
    tag: 'Catalogue',
    summary: 'The workflow that new dossiers of a procedure follow',
    action: 'public.read',
    params: byCode,
    answer: { status: 200, schema: workflowVersion, etag: true },
    problems: ['parameter-invalid', 'not-found'],
  }),
  importProcedures: operation({
    id: 'importProcedures',
    method: 'POST',
    path: '/v1/procedures/import',
    capability: 'catalogue',
    tag: 'Administration',
    summary: 'Imports procedures; a second import of the same changes nothing',
    action: 'catalogue.manage',
    body: importBody,
    largestBody: 5 * 1024 * 1024,
    textsByRow: true,
    answer: { status: 200, schema: importReport },
    problems: ['request-invalid'],
  }),
  publishWorkflow: operation({
    id: 'publishWorkflow',
    method: 'POST',
    path: '/v1/procedures/{code}/workflow',
    capability: 'catalogue',
    tag: 'Administration',
    summary: 'Checks a workflow and, unless only a check is requested, proposes it for new dossiers',
    action: 'catalogue.manage',
    params: byCode,
    body: z
      .strictObject({ workflow, checkOnly: z.boolean().default(false) })
      .meta({ id: 'WorkflowPublication' }),
    proposes: true,
    answer: {
      status: 200,
      schema: z
        .strictObject({
          version: z
            .int()
            .nullable()
            .meta({ description: 'The version in force that equals it, if it does' }),
          errors: z.array(lintFinding),
          warnings: z.array(lintFinding),
        })
        .meta({ id: 'WorkflowReport' }),
    },
    problems: ['request-invalid', 'parameter-invalid', 'not-found', 'workflow-invalid', 'version-conflict'],
  }),
  applyWorkflowTemplate: operation({
    id: 'applyWorkflowTemplate',
    method: 'POST',
    path: '/v1/procedures/workflows',
    capability: 'catalogue',
    tag: 'Administration',
    summary: 'Reports which procedures a workflow template fits and, on request, proposes it for them',
    action: 'catalogue.manage',
    body: templateApplication,
    proposes: true,
    answer: { status: 200, schema: templateReport },
    problems: ['request-invalid', 'unit-unknown', 'version-conflict'],
  }),
  setProcedureState: operation({
    id: 'setProcedureState',
    method: 'POST',
    path: '/v1/procedures/{code}/state',
    capability: 'catalogue',
    tag: 'Administration',
    summary: 'Opens a procedure for new dossiers, or proposes to close it',
    action: 'catalogue.manage',
    params: byCode,
    body: z
      .discriminatedUnion('state', [
        z.strictObject({ state: z.literal('open') }),
        z.strictObject({ state: z.literal('closed'), reason: severalLines(3, 500) }),
      ])
      .meta({ id: 'ProcedureStateChange' }),
    proposes: true,
    answer: { status: 200, schema: procedureVersion, etag: true },
    problems: ['request-invalid', 'parameter-invalid', 'not-found', 'procedure-closed', 'version-conflict'],
  }),
} as const;
