import * as z from 'zod';
import { channel } from '../catalogue/procedure.ts';
import { typedAgencyCode } from '../codes/typed-agency-code.ts';
import { typedProcedureCode } from '../codes/typed-procedure-code.ts';
import { handlingState, moneyState } from '../dossier/states.ts';
import { soughtLine } from '../text.ts';
import { says } from '../words.ts';

const flag = z.enum(['true', 'false']);

/** A day in Viet Nam on which a dossier of this system is possible. */
export const listDay = z.iso
  .date()
  .refine(
    day => day >= '2000-01-01' && day <= '2099-12-31',
    says({ vi: 'phải là một ngày từ năm 2000 đến năm 2099', en: 'must be a day from 2000 to 2099' }),
  )
  .meta({ description: 'Day in Viet Nam, YYYY-MM-DD, inclusive' });

/** One or more states of handling, separated by commas. */
const someStates = z.array(handlingState).min(1).max(10);
const handlingStates = z
  .union([
    someStates,
    z
      .string()
      .max(120)
      .transform(text => text.split(','))
      .pipe(someStates),
  ])
  .meta({ description: 'States of handling, separated by commas', example: 'accepted,processing' });

/** A field of procedures, however it is written. */
export const fieldFilter = soughtLine(1, 200).meta({
  description: 'Field (lĩnh vực), as the procedure names it',
});

/** The filters and sort order of a list of dossiers. */
export const dossierFilters = z.strictObject({
  unit: typedAgencyCode.optional().meta({
    description: 'Unit that decides or received the dossier; for overseers, the whole province by default',
  }),
  handling: handlingStates.optional(),
  open: flag.optional().meta({ description: 'Neither decided nor ended yet' }),
  procedure: typedProcedureCode.optional(),
  field: fieldFilter.optional(),
  portalReference: soughtLine(1, 100)
    .optional()
    .meta({ description: 'The submitting portal’s own reference for the dossier' }),
  channel: channel.optional(),
  money: moneyState
    .optional()
    .meta({ description: 'State of the fee; due: still owed, which excludes dossiers that have ended' }),
  returned: flag
    .optional()
    .meta({ description: 'Whether the result was returned; false: decided but not returned yet' }),
  overdue: flag.optional().meta({ description: 'Not yet decided, and past the promised date' }),
  submittedFrom: listDay.optional(),
  submittedTo: listDay.optional(),
  dueFrom: listDay.optional(),
  dueTo: listDay.optional(),
  sort: z.enum(['submittedAt', 'dueAt']).optional().meta({
    description:
      'Sort order; by default by due date if the filters ask about due dates, otherwise by submission',
  }),
  order: z.enum(['asc', 'desc']).optional().meta({ description: 'asc: earliest first; desc: latest first' }),
});
export type DossierFilters = z.infer<typeof dossierFilters>;
