import * as z from 'zod';
import { agencyCode } from '../../codes/agency-code.ts';
import { dossierCode } from '../../codes/dossier-code.ts';
import { instantText } from '../../instant.ts';
import { severalLines } from '../../text.ts';
import { operation } from '../operation.ts';

/** Why dates are recalculated: another version of the work calendar, its draft, or an outage to be credited. */
const cause = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('workCalendar'), version: z.union([z.int().min(1), z.literal('draft')]) }),
  z.strictObject({
    kind: z.literal('outage'),
    from: instantText,
    to: instantText,
    reason: severalLines(3, 1000),
  }),
]);

export const replanningBody = z
  .strictObject({
    /** The unit whose open tasks are processed: every open dossier waits in exactly one unit. All units by default. */
    unit: agencyCode.optional(),
    cause,
    /** False lists what would change and changes nothing; true proposes it, all pages of it. */
    apply: z.boolean().default(false),
    cursor: z.string().max(2000).optional(),
    limit: z.int().min(1).max(100).default(50),
  })
  .meta({ id: 'Replanning' });

export const replanned = z.strictObject({
  dossier: dossierCode,
  before: instantText.nullable(),
  after: instantText.nullable(),
  /** By how many calendar days the date moves, positive if later; null if either date is missing. */
  movedDays: z.int().nullable(),
});

export const replanningOperations = {
  replan: operation({
    id: 'replan',
    method: 'POST',
    path: '/v1/replanning',
    capability: 'replanning',
    tag: 'Administration',
    summary:
      'Lists recalculated promised dates of open dossiers after a calendar change or outage; on request proposes to move them',
    action: 'calendar.manage',
    body: replanningBody,
    proposes: true,
    answer: {
      status: 200,
      schema: z
        .strictObject({ items: z.array(replanned), unchanged: z.int(), nextCursor: z.string().nullable() })
        .meta({ id: 'ReplanningReport' }),
    },
    problems: ['request-invalid', 'unit-unknown', 'not-found', 'cursor-invalid', 'deadline-invalid'],
  }),
} as const;
