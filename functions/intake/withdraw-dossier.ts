import type { dossierOperations } from '../../schemas/api/operations/dossiers.ts';
import { withdraw } from '../domain/dossier/decisions/withdraw.ts';
import { progressOf } from '../domain/dossier/views.ts';
import { actorOf } from '../platform/dossiers/actor-of.ts';
import { changeDossier } from '../platform/dossiers/change-dossier.ts';
import { demandDossier, demandVersion } from '../platform/dossiers/demand-dossier.ts';
import type { Call, Reply } from '../platform/http/call.ts';
import type { IntakeDeps } from './deps.ts';

type Operation = (typeof dossierOperations)['withdrawDossier'];

/** The applicant withdraws (rút hồ sơ) while nothing was decided. */
export async function withdrawDossier(deps: IntakeDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const keyring = await deps.keyring();
  const changed = await changeDossier(deps, {
    code: call.params.code,
    actor: actorOf(call.caller, keyring),
    now: call.now,
    repeat: call.repeat,
    plan(context) {
      demandDossier(context.head, call.caller, keyring, 'dossier.withdraw');
      demandVersion(call.ifMatch, context.head.version);
      return { events: withdraw(context, call.body.reason ?? null) };
    },
    answer: ({ head }) => ({ ...progressOf(head, call.language), version: head.version }),
  });
  if (!changed.repeated) await deps.wake(changed.head);
  return { body: changed.body, version: changed.body.version };
}
