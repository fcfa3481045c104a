import * as z from 'zod';
import { channel } from '../catalogue/procedure.ts';
import { typedAgencyCode } from '../codes/typed-agency-code.ts';
import { typedProcedureCode } from '../codes/typed-procedure-code.ts';
import { handlingState, moneyState } from '../dossier/states.ts';
import { soughtLine } from '../text.ts';
import { says } from '../words.ts';

const flag = z.enum(['true', 'false']);

/** A day in Viet Nam that a dossier of this system can have. */
export const listDay = z.iso
  .date()
  .refine(
    day => day >= '2000-01-01' && day <= '2099-12-31',
    says({ vi: 'phải là một ngày từ năm 2000 đến năm 2099', en: 'a day from 2000 to 2099' }),
  )
  .meta({ description: 'Day in Viet Nam, YYYY-MM-DD, included' });

/** One or more states of handling, with commas between them. */
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

/** What a list of dossiers may be narrowed to, and in which order it comes. */
export const dossierFilters = z.strictObject({
  unit: typedAgencyCode
    .optional()
    .meta({ description: 'Unit that decides or received; the province when an overseer leaves it out' }),
  handling: handlingStates.optional(),
  open: flag.optional().meta({ description: 'Not yet decided nor ended' }),
  procedure: typedProcedureCode.optional(),
  field: fieldFilter.optional(),
  portalReference: soughtLine(1, 100)
    .optional()
    .meta({ description: 'What the portal that submitted it knows the dossier by' }),
  channel: channel.optional(),
  money: moneyState
    .optional()
    .meta({ description: 'State of the fee; due: still owed, so not of dossiers that ended' }),
  returned: flag
    .optional()
    .meta({ description: 'Whether the result was returned; false: decided, and still here' }),
  overdue: flag.optional().meta({ description: 'Not yet decided, and the promised date is past' }),
  submittedFrom: listDay.optional(),
  submittedTo: listDay.optional(),
  dueFrom: listDay.optional(),
  dueTo: listDay.optional(),
  sort: z.enum(['submittedAt', 'dueAt']).optional().meta({
    description:
      'By what the list is ordered; without it by due date where the filters ask about due dates, else by submission',
  }),
  order: z
    .enum(['asc', 'desc'])
    .optional()
    .meta({ description: 'asc: the earliest first; desc: the latest first' }),
});
export type DossierFilters = z.infer<typeof dossierFilters>;
