import * as z from 'zod';
import { typedDossierCode } from '../../codes/typed-dossier-code.ts';
import { says } from '../../words.ts';
import { accessRecordView } from '../access-record.ts';
import { operation } from '../operation.ts';
import { pageOf, pageQuery } from '../paging.ts';

export const accessRecordOperations = {
  listAccessRecords: operation({
    id: 'listAccessRecords',
    method: 'GET',
    path: '/v1/access-records',
    capability: 'dossiers',
    tag: 'Dossiers',
    summary:
      'Reads of personal data, newest first: of the applicant’s, by the officer, or (auditors) by day, reader, dossier',
    action: 'access.list',
    query: z.strictObject({
      ...pageQuery,
      on: z.iso
        .date()
        .optional()
        .meta({ description: 'Reads of a day; auditors who name nothing get today' }),
      reader: z
        .string()
        .regex(
          /^(officer|portal|citizen):.{1,100}$/u,
          says({
            vi: 'phải là người xem dạng officer:TÀI-KHOẢN hoặc portal:MÃ',
            en: 'must be a reader such as officer:ACCOUNT or portal:ID',
          }),
        )
        .optional()
        .meta({
          description: 'Reads made by an account, as `officer:ACCOUNT` or `portal:ID`; auditors only',
        }),
      dossier: typedDossierCode.optional(),
    }),
    answer: { status: 200, schema: pageOf(accessRecordView) },
    problems: ['parameter-invalid', 'cursor-invalid', 'not-found'],
    recordsReads: true,
  }),
} as const;
