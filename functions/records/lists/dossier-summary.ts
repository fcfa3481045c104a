import type * as z from 'zod';
import type { dossierSummary } from '../../../schemas/api/dossier.ts';
import type { DossierRow } from '../../../schemas/stored/dossier-row.ts';
import { progressOf } from '../../domain/dossier/views.ts';

/** A dossier as lists show it: no personal data. */
export function summaryOf(row: DossierRow, language: 'vi' | 'en'): z.infer<typeof dossierSummary> {
  return {
    ...progressOf(row, language),
    procedure: { code: row.procedure, name: row.procedureName },
    receivingUnit: row.receivingUnit,
    competentUnit: row.competentUnit,
    channel: row.channel,
    money: row.money,
    delivery: row.delivery,
    submittedAt: row.submittedAt,
    dueAt: row.dueAt,
    dueOn: row.dueOn,
    outcome: row.outcome,
    version: row.version ?? null,
    updatedAt: row.updatedAt ?? null,
    portalReference: row.portalReference ?? null,
  };
}
