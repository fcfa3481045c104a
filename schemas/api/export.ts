import * as z from 'zod';
import { instantText, sha256Hex } from '../instant.ts';
import { severalLines } from '../text.ts';
import { says } from '../words.ts';
import { dossierFilters } from './dossier-list.ts';
import { expandQuery } from './paging.ts';
import { taskFilters } from './task-list.ts';

/** Id of an export: `x_`, time and randomness, so that ids sort by time and cannot be guessed. */
export const exportId = z
  .string()
  .regex(
    /^x_[0-9a-z]{26}$/,
    says({
      vi: 'phải là mã yêu cầu xuất danh sách do POST /v1/exports trả về',
      en: 'must be an export id from POST /v1/exports',
    }),
  )
  .meta({ id: 'ExportId', description: 'Id of an export', example: 'x_01jd9q6x3v9k2m5n8p7r4s6t0w' });

/** As in the lists. Without it no personal data is exported. */
const expand = {
  expand: expandQuery.expand.meta({
    description: 'applicant: adds the applicant’s name to each row; every read is recorded',
  }),
};

const dossiers = z.strictObject({
  list: z.literal('dossiers'),
  /** Same as the parameters of GET /v1/dossiers. */
  filters: dossierFilters.default({}),
  ...expand,
});
const tasks = z.strictObject({
  list: z.literal('tasks'),
  /** Same as the parameters of GET /v1/tasks. */
  filters: taskFilters.default({}),
  ...expand,
});

/** A list that can be exported, with its filters. */
export const exportedList = z.discriminatedUnion('list', [dossiers, tasks]);
export type ExportedList = z.infer<typeof exportedList>;

export const exportFormat = z.enum(['csv', 'xlsx']).meta({ id: 'ExportFormat' });
export type ExportFormat = z.infer<typeof exportFormat>;

const order = {
  format: exportFormat,
  /** The purpose of the file (mục đích): kept with the record of the export. */
  reason: severalLines(3, 500),
};

/** The request: a list with its filters, a format and a reason. */
export const exportRequest = z
  .discriminatedUnion('list', [dossiers.extend(order), tasks.extend(order)])
  .meta({ id: 'ExportRequest', description: 'An export of a list (xuất danh sách)' });

/**
 * queued: not started; running; done: there is a file; expired: the file is deleted; failed: there is none, `failure`
 * says why.
 */
export const exportState = z
  .enum(['queued', 'running', 'done', 'expired', 'failed'])
  .meta({ id: 'ExportState', description: 'State of an export' });
export type ExportState = z.infer<typeof exportState>;

/**
 * Why there is no file. not-allowed: the right to the list ended before the file was made; too-large: more than the
 * format can hold; too-long: more than one run can read; lost: started and never finished, through a fault of ours.
 */
export const exportFailure = z.enum(['not-allowed', 'too-large', 'too-long', 'lost']);
export type ExportFailure = z.infer<typeof exportFailure>;

/** An export as shown to its requester or an auditor. Only the requester gets the link. */
export const exportView = z
  .strictObject({
    id: exportId,
    state: exportState,
    list: exportedList.options[0].shape.list.or(exportedList.options[1].shape.list),
    filters: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    expand: z
      .enum(['applicant'])
      .nullable()
      .meta({ description: 'applicant: the file names the applicants' }),
    format: exportFormat,
    reason: z.string(),
    /** The requesting account, such as officer:tiepnhan.h44-101; a citizen by keyed digest. */
    askedBy: z.string(),
    requestedAt: instantText,
    startedAt: instantText.nullable(),
    finishedAt: instantText.nullable(),
    /** Rows written so far. */
    rows: z.int().min(0),
    /** Rows in total: known once the last was read. */
    total: z.int().min(0).nullable(),
    failure: z.strictObject({ code: exportFailure, detail: z.string() }).nullable(),
    file: z
      .strictObject({
        name: z.string(),
        size: z.int(),
        sha256: sha256Hex,
        /** When the file is deleted; the record of the export stays. */
        expiresAt: instantText,
      })
      .nullable(),
    link: z.strictObject({ url: z.url(), expiresAt: instantText }).nullable(),
  })
  .meta({ id: 'Export' });
export type ExportView = z.infer<typeof exportView>;
