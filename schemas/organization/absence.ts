import * as z from 'zod';
import { agencyCode } from '../codes/agency-code.ts';
import { instantText } from '../instant.ts';
import { says } from '../words.ts';
import { officerAccount } from './unit.ts';

export const absenceId = z
  .string()
  .regex(
    /^ab_[0-9a-z]{26}$/,
    says({ vi: 'phải là mã đợt vắng mặt, ví dụ ab_…', en: 'must be the id of an absence, such as ab_…' }),
  )
  .meta({ id: 'AbsenceId' });

/** Days on which an officer is away. Why they are away is nobody's business here, so it is not asked. */
export const absenceOrder = z
  .strictObject({
    officer: officerAccount.meta({ description: 'The account of who is away' }),
    /** First and last day, both included. */
    from: z.iso.date(),
    to: z.iso.date(),
    substitute: officerAccount
      .nullable()
      .default(null)
      .meta({ description: 'The account of who takes over tasks meanwhile; null leaves that to the leader' }),
  })
  .meta({ id: 'AbsenceOrder' });
export type AbsenceOrder = z.infer<typeof absenceOrder>;

export const absence = absenceOrder
  .extend({
    id: absenceId,
    unit: agencyCode,
    recordedBy: z.string().max(100),
    recordedAt: instantText,
    /** The last day, where the officer came back early; before the first: they did not leave. */
    endedOn: z.iso.date().nullable(),
  })
  .meta({
    id: 'Absence',
    description: 'Absence of an officer, and who substitutes (vắng mặt, người làm thay)',
  });
export type Absence = z.infer<typeof absence>;

export const absenceEnd = z
  .strictObject({ on: z.iso.date() })
  .meta({ id: 'AbsenceEnd', description: 'The last day of an absence' });
