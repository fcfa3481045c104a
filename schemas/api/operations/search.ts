import * as z from 'zod';
import { soughtLine } from '../../text.ts';
import { says } from '../../words.ts';
import { listedDossier } from '../dossier.ts';
import { operation } from '../operation.ts';
import { expandQuery } from '../paging.ts';

/** The part of a dossier in which the text was found. */
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
      says({ vi: 'phải có chữ hoặc số để tìm', en: 'must contain letters or digits to search for' }),
    )
    .meta({
      description:
        'Dossier code or part of one, result number, identity number, tax code, telephone number, passport number, name of the applicant or representative, procedure, the portal’s own reference',
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
    summary: 'Searches the dossiers the officer may see, best match first',
    action: 'dossier.search',
    query: searchQuery,
    answer: {
      status: 200,
      schema: z
        .strictObject({
          items: z.array(z.strictObject({ ...listedDossier.shape, foundIn })),
          /** Whether there are more matches than returned: the text should be narrowed. */
          more: z.boolean(),
        })
        .meta({ id: 'SearchResult' }),
    },
    problems: ['parameter-invalid', 'quota-used-up'],
    recordsReads: true,
  }),
} as const;
