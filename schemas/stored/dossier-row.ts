import * as z from 'zod';
import { procedureCode } from '../codes/procedure-code.ts';
import { dossierHead } from '../dossier/head.ts';

/** What lists show of a dossier and filter by. No personal data: the owner is a keyed digest. */
export const dossierRow = dossierHead
  .pick({
    code: true,
    receivingUnit: true,
    competentUnit: true,
    channel: true,
    owner: true,
    handling: true,
    money: true,
    delivery: true,
    outcome: true,
    submittedAt: true,
    dueAt: true,
    dueOn: true,
  })
  .extend({
    procedure: procedureCode,
    procedureName: z.string(),
    /** The field of the procedure (lĩnh vực), by name. */
    field: z.string(),
    // Missing in entries last written before these were shown.
    version: dossierHead.shape.version.optional(),
    updatedAt: dossierHead.shape.updatedAt.optional(),
    /** Only if a portal sent one; not in the lists of persons: it is between the portal and the offices. */
    portalReference: z.string().optional(),
  });
export type DossierRow = z.infer<typeof dossierRow>;
