import * as z from 'zod';
import { typedAgencyCode } from '../../codes/typed-agency-code.ts';
import { typedProcedureCode } from '../../codes/typed-procedure-code.ts';
import { listDay } from '../dossier-list.ts';
import { operation } from '../operation.ts';
import { processIndicators } from '../process.ts';

export const processOperations = {
  getProcessIndicators: operation({
    id: 'getProcessIndicators',
    capability: 'processes',
    tag: 'Processes',
    method: 'GET',
    path: '/v1/units/{code}/processes/{procedure}/indicators',
    summary: 'How the dossiers of a procedure did in a unit: in time, step by step, what went wrong',
    action: 'process.read',
    params: z.strictObject({ code: typedAgencyCode, procedure: typedProcedureCode }),
    query: z.strictObject({
      from: listDay
        .optional()
        .meta({ description: 'First day of submission; by default that of this month' }),
      to: listDay.optional().meta({ description: 'Last day of submission; by default today' }),
    }),
    answer: { status: 200, schema: processIndicators },
    problems: ['parameter-invalid', 'not-found', 'period-too-long'],
  }),
} as const;
