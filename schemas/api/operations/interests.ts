import * as z from 'zod';
import { dossierCode } from '../../codes/dossier-code.ts';
import { typedDossierCode } from '../../codes/typed-dossier-code.ts';
import { taskId } from '../../dossier/task.ts';
import { instantText } from '../../instant.ts';
import { officerAccount } from '../../organization/unit.ts';
import { severalLines } from '../../text.ts';
import { operation } from '../operation.ts';
import { ofDossier } from './problem-groups.ts';

export const interestOperations = {
  declareInterest: operation({
    id: 'declareInterest',
    method: 'POST',
    path: '/v1/dossiers/{code}/interests',
    capability: 'tasks',
    tag: 'Tasks',
    summary: 'Declares an officer’s interest in a dossier, which from then on is left to others',
    action: 'dossier.declareInterest',
    params: z.strictObject({ code: typedDossierCode }),
    body: z
      .strictObject({
        /** The officer themselves by default; another one if a leader records it. */
        officer: officerAccount.optional(),
        reason: severalLines(3, 1000),
      })
      .meta({ id: 'InterestDeclaration' }),
    answer: {
      status: 200,
      schema: z
        .strictObject({
          dossier: dossierCode,
          officer: z.string(),
          declaredAt: instantText,
          released: z.array(taskId).meta({ description: 'Tasks of the officer that nobody holds any more' }),
          version: z.int(),
        })
        .meta({ id: 'DeclaredInterest' }),
      etag: true,
    },
    problems: ['request-invalid', 'parameter-invalid', ...ofDossier, 'version-conflict'],
  }),
} as const;
