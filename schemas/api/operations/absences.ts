import * as z from 'zod';
import { agencyCode } from '../../codes/agency-code.ts';
import { absence, absenceEnd, absenceId, absenceOrder } from '../../organization/absence.ts';
import { operation } from '../operation.ts';

const ofUnit = z.strictObject({ code: agencyCode });
const here = { capability: 'organization', tag: 'Tasks' } as const;

export const absenceOperations = {
  listAbsences: operation({
    ...here,
    id: 'listAbsences',
    method: 'GET',
    path: '/v1/units/{code}/absences',
    summary: 'Who of a unit is or will be away, and who substitutes; those of the last year, too',
    action: 'absence.read',
    params: ofUnit,
    answer: {
      status: 200,
      schema: z.strictObject({ items: z.array(absence), version: z.int() }).meta({ id: 'AbsenceList' }),
      etag: true,
    },
    problems: ['parameter-invalid', 'not-found'],
  }),
  recordAbsence: operation({
    ...here,
    id: 'recordAbsence',
    method: 'POST',
    path: '/v1/units/{code}/absences',
    summary: 'Records that an officer is away and who takes over their tasks meanwhile',
    action: 'absence.record',
    params: ofUnit,
    body: absenceOrder,
    answer: { status: 201, schema: absence, etag: true },
    problems: ['request-invalid', 'parameter-invalid', 'not-found', 'absence-overlaps', 'version-conflict'],
  }),
  endAbsence: operation({
    ...here,
    id: 'endAbsence',
    method: 'POST',
    path: '/v1/units/{code}/absences/{id}/end',
    summary: 'Ends an absence before its last day: the officer is back, or stays',
    action: 'absence.record',
    params: z.strictObject({ code: agencyCode, id: absenceId }),
    body: absenceEnd,
    answer: { status: 200, schema: absence, etag: true },
    problems: ['request-invalid', 'parameter-invalid', 'not-found', 'version-conflict'],
  }),
} as const;
