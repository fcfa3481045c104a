import * as z from 'zod';
import { agencyCode } from '../../codes/agency-code.ts';
import { dossierCode } from '../../codes/dossier-code.ts';
import { operation } from '../operation.ts';

export const transferBody = z
  .strictObject({
    /**
     * The successor that takes over the dossiers; the first by default. Also takes back from another one what was
     * given to it before.
     */
    to: agencyCode.optional(),
    /**
     * The unit that now holds dossiers handed over before: to take them from a successor named by mistake, or return
     * them to the unit itself if it has not ended after all.
     */
    from: agencyCode.optional(),
    /** Only these dossiers; by default all open ones in the unit, or in the one to take them from, page by page. */
    dossiers: z.array(dossierCode).min(1).max(100).optional(),
    /** False lists what would be handed over and changes nothing; true proposes it, all pages of it. */
    apply: z.boolean().default(false),
    cursor: z.string().max(2000).optional(),
    limit: z.int().min(1).max(100).default(50),
  })
  .meta({ id: 'Transfer', description: 'Handing over the open dossiers of a unit that ended' });

const transferred = z.strictObject({
  dossier: dossierCode,
  from: agencyCode,
  to: agencyCode,
  /** Whether it was the receiving unit, and the deciding one. */
  receiving: z.boolean(),
  competent: z.boolean(),
  /**
   * Open tasks handed over, and how many of them are now unassigned because their holder does not work at the
   * successor.
   */
  tasks: z.int().min(0),
  freed: z.int().min(0),
});

export const successionOperations = {
  transferDossiers: operation({
    id: 'transferDossiers',
    method: 'POST',
    path: '/v1/units/{code}/transfers',
    capability: 'organization',
    tag: 'Administration',
    summary:
      'Lists the open dossiers of a unit that ended and, on request, proposes to hand them over to its successor',
    action: 'organization.manage',
    params: z.strictObject({ code: agencyCode }),
    body: transferBody,
    proposes: true,
    answer: {
      status: 200,
      schema: z
        .strictObject({
          items: z.array(transferred),
          /** Examined, with nothing to hand over. */
          unchanged: z.int().min(0),
          nextCursor: z.string().nullable(),
        })
        .meta({ id: 'TransferReport' }),
    },
    problems: [
      'parameter-invalid',
      'request-invalid',
      'unit-unknown',
      'unit-in-force',
      'unit-in-use',
      'cursor-invalid',
    ],
  }),
} as const;
