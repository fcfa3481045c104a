import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { DossierRow } from '../../../schemas/stored/dossier-row.ts';

/** The list row of a dossier in its current state. */
export function rowOf(
  head: DossierHead,
  { procedureName, field }: Pick<DossierRow, 'procedureName' | 'field'>,
): DossierRow {
  return {
    code: head.code,
    procedure: head.rules.procedure,
    procedureName,
    field,
    receivingUnit: head.receivingUnit,
    competentUnit: head.competentUnit,
    channel: head.channel,
    owner: head.owner,
    handling: head.handling,
    money: head.money,
    delivery: head.delivery,
    outcome: head.outcome,
    submittedAt: head.submittedAt,
    dueAt: head.dueAt,
    dueOn: head.dueOn,
    version: head.version,
    updatedAt: head.updatedAt,
    ...(head.portalReference !== null && { portalReference: head.portalReference }),
  };
}
