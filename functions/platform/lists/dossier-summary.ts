import type * as z from 'zod';
import type { dossierSummary } from '../../../schemas/api/dossier.ts';
import { progressOf } from '../../domain/dossier/views.ts';
import type { ListedDossier } from './dossier-lists.ts';

/** A dossier as lists show it: no personal data. */
export function summaryOf(
  { head, labels }: ListedDossier,
  language: 'vi' | 'en',
): z.infer<typeof dossierSummary> {
  return {
    ...progressOf(head, language),
    procedure: { code: head.rules.procedure, name: labels.procedureName },
    receivingUnit: head.receivingUnit,
    competentUnit: head.competentUnit,
    channel: head.channel,
    money: head.money,
    delivery: head.delivery,
    submittedAt: head.submittedAt,
    dueAt: head.dueAt,
    dueOn: head.dueOn,
    outcome: head.outcome,
  };
}
