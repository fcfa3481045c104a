import * as z from 'zod';
import { procedureCode } from '../codes/procedure-code.ts';
import { dossierHead } from './head.ts';

/** What lists show of a dossier, and what they are filtered by. No personal data: the owner is a keyed digest. */
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
  });
export type DossierRow = z.infer<typeof dossierRow>;
