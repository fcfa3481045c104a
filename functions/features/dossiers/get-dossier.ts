import type { dossierOperations } from '../../../schemas/api/operations/dossiers.ts';
import { toldToApplicant } from '../../domain/dossier/told-to-applicant.ts';
import { progressOf } from '../../domain/dossier/views.ts';
import { syncView } from '../../domain/effects/sync-view.ts';
import { asksTaxOffice } from '../../domain/land-tax/asks-tax-office.ts';
import { isOver, withoutHolder } from '../../domain/ledger/entry-for.ts';
import { seesPortalReference } from '../../domain/rights/portal-reference.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { recordReads } from '../../records/audit-log/record-reads.ts';
import { soundLedger } from '../../records/dossiers/demand-sound.ts';
import { findDossierAnd } from '../../records/dossiers/find-dossier.ts';
import { componentsOf } from './components-of.ts';
import type { ReadingDeps } from './deps.ts';

type Operation = (typeof dossierOperations)['getDossier'];

/** A dossier with its owner's data, for those who may read it. */
export async function getDossier(deps: ReadingDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const forOfficer = call.caller.kind === 'officer';
  const found = await findDossierAnd(deps, call.params.code, call.caller, ({ head }) =>
    Promise.all([
      deps.dossiers.people(head.code),
      soundLedger(deps.dossiers, head),
      deps.rules.load(head.rules),
      forOfficer ? deps.cursors.ofDossier(head.code) : undefined,
    ]),
  );
  const { head, labels } = found;
  const [people, events, { procedure, workflow }, cursors] = found.also;
  if (!people) throw new Error(`${head.code} has no applicant record`);
  const components = await componentsOf(deps, events, procedure);
  await recordReads(deps, { ...call, operation: 'getDossier', parts: ['applicant'], dossiers: [head] });
  return {
    version: head.version,
    body: {
      ...progressOf(head, call.language),
      version: head.version,
      procedure: { code: head.rules.procedure, name: labels.procedureName },
      rules: head.rules,
      receivingUnit: head.receivingUnit,
      competentUnit: head.competentUnit,
      channel: head.channel,
      returnBy: head.returnBy,
      portalReference: seesPortalReference(call.caller.kind) ? head.portalReference : null,
      landTax: asksTaxOffice(head, workflow),
      money: head.money,
      fee: head.fee,
      amountDue: head.amountDue,
      bill: head.bill,
      delivery: head.delivery,
      submittedAt: head.submittedAt,
      acceptedAt: head.acceptedAt,
      dueAt: head.dueAt,
      dueOn: head.dueOn,
      extendedTo: head.extendedTo,
      outcome: head.outcome,
      timeliness: head.timeliness,
      resultNumber: head.result?.number ?? null,
      decidedAt: head.decidedAt,
      closedAt: head.closedAt,
      alarms: head.alarms,
      tasks: forOfficer || isOver(head) ? head.tasks : head.tasks.map(withoutHolder),
      components,
      ...toldToApplicant(head, events),
      applicant: people.applicant,
      formData: people.formData ?? null,
      handedInBy: people.handedInBy ?? null,
      returnAddress: people.returnAddress ?? null,
      corrections: people.earlier.map(({ until, changed }) => ({ at: until, changed })),
      sync: cursors ? syncView(head.version, cursors) : null,
    },
  };
}
