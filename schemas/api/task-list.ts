import * as z from 'zod';
import { channel } from '../catalogue/procedure.ts';
import { agencyCode } from '../codes/agency-code.ts';
import { typedAgencyCode } from '../codes/typed-agency-code.ts';
import { typedProcedureCode } from '../codes/typed-procedure-code.ts';
import { taskPhase } from '../dossier/task.ts';
import { officerRole } from '../identity/roles.ts';
import { officerAccount } from '../organization/unit.ts';
import { fieldFilter, listDay } from './dossier-list.ts';

export const alarmState = z
  .enum(['none', 'dueSoon', 'overdue', 'escalated'])
  .meta({ id: 'AlarmState', description: 'The highest alarm that sounded' });

/** The filters of a list of open tasks, including wider ones: the whole unit, another unit. */
export const taskFilters = z.strictObject({
  unit: typedAgencyCode.optional(),
  role: officerRole.optional(),
  phase: taskPhase.optional().meta({ description: 'What the dossier waits for' }),
  procedure: typedProcedureCode.optional(),
  field: fieldFilter.optional(),
  channel: channel.optional(),
  assignee: z
    .union([z.enum(['me', 'nobody', 'anybody']), officerAccount])
    .optional()
    .meta({
      description: 'Whose tasks, a colleague’s by account; by default the caller’s own and unassigned ones',
    }),
  alarm: alarmState.optional(),
  receivedFrom: listDay.optional(),
  receivedTo: listDay.optional(),
});
export type TaskFilters = z.infer<typeof taskFilters>;

/** The number of open tasks of a unit. Exact, because every change updates the counts in its transaction. */
export const taskCounts = z
  .strictObject({
    unit: agencyCode,
    total: z.int().min(0),
    byAlarm: z.strictObject({
      none: z.int().min(0),
      dueSoon: z.int().min(0),
      overdue: z.int().min(0),
      escalated: z.int().min(0),
    }),
    byRole: z.array(
      z.strictObject({
        role: officerRole,
        total: z.int().min(0),
        /** Not assigned yet. */
        free: z.int().min(0),
        held: z.int().min(0),
        overdue: z.int().min(0),
      }),
    ),
    /** Those the caller holds. */
    mine: z.int().min(0),
  })
  .meta({ id: 'TaskCounts' });
