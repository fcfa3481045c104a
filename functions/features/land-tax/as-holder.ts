import type { PlannedTask } from '../../../schemas/dossier/task.ts';
import type { OfficerPrincipal } from '../../../schemas/identity/principal.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import { demandRole } from '../../domain/rights/task-role.ts';
import { actorOf } from '../../records/dossiers/actor-of.ts';
import type { OfficersRequest } from '../../records/dossiers/change-as-officer.ts';
import {
  changeDossier,
  type DossierContext,
  type DossierDecision,
} from '../../records/dossiers/change-dossier.ts';
import { demandDossier, demandVersion } from '../../records/dossiers/demand-dossier.ts';
import type { LandTaxDeps } from './deps.ts';

type WithVersion = { readonly version: number };

/** A change by the officer who holds the task that the dossier waits on. */
export interface HoldersChange<B> {
  readonly taskOf: (context: DossierContext) => PlannedTask;
  readonly decide: (
    context: DossierContext,
    task: PlannedTask,
  ) => DossierDecision<B> | Promise<DossierDecision<B>>;
}

/** Changes a dossier as whoever has its task may. */
export async function changeAsHolder<B extends WithVersion>(
  deps: LandTaxDeps,
  { params, caller, now, repeat, ifMatch }: OfficersRequest,
  { taskOf, decide }: HoldersChange<B>,
): Promise<{ readonly body: B; readonly version: number }> {
  if (caller.kind !== 'officer') throw nothingHere();
  const officer: OfficerPrincipal = caller;
  const keyring = await deps.keyring();
  const body = await changeDossier<B>(deps, {
    code: params.code,
    actor: actorOf(officer, keyring, 'handler'),
    now: () => now,
    repeat,
    decide(context) {
      demandDossier(context.head, officer, keyring, 'dossier.askTaxOffice');
      demandVersion(ifMatch, context.head.version);
      const task = taskOf(context);
      demandRole(task, officer);
      return decide(context, task);
    },
    tell: ({ head }) => deps.wake(head),
  });
  return { body, version: body.version };
}
