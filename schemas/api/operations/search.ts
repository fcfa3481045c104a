import * as z from 'zod';
import { soughtLine } from '../../text.ts';
import { says } from '../../words.ts';
import { listedDossier } from '../dossier.ts';
import { operation } from '../operation.ts';
import { expandQuery } from '../paging.ts';

/** What of a dossier the text was found in. */
const foundIn = z
  .enum([
    'code',
    'resultNumber',
    'portalReference',
    'identityNumber',
    'taxCode',
    'phone',
    'paper',
    'name',
    'procedure',
  ])
  .meta({ id: 'FoundIn', description: 'What of the dossier was found' });

export const searchQuery = z.strictObject({
  q: soughtLine(2, 200)
    .refine(
      text => /[\p{L}\p{N}]/u.test(text),
      says({ vi: 'cần có chữ hoặc số để tìm', en: 'letters or digits to look for' }),
    )
    .meta({
      description:
        'Dossier code or part of one, result number, identity number, tax code, telephone, passport, name of the applicant or representative, procedure, the portal’s own reference',
      example: 'nguyen van a',
    }),
  ...expandQuery,
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(20)
    .meta({ description: 'Dossiers given, at most 100' }),
});

export const searchOperations = {
  searchDossiers: operation({
    id: 'searchDossiers',
    method: 'GET',
    path: '/v1/search',
    capability: 'search',
    tag: 'Dossiers',
    summary: 'Looks for dossiers in one box, the best match first, among those the officer may see',
    action: 'dossier.search',
    query: searchQuery,
    answer: {
      status: 200,
      schema: z
        .strictObject({
          items: z.array(z.strictObject({ ...listedDossier.shape, foundIn })),
          /** Whether more were found than are given: the text is to be made narrower. */
          more: z.boolean(),
        })
        .meta({ id: 'SearchResult' }),
    },
    problems: ['parameter-invalid'],
    recordsReads: true,
  }),
} as const;
