import type { returnOperations } from '../../../schemas/api/operations/returns.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { NewEvent } from '../../domain/dossier/context.ts';
import { returnAgain as again, recallResult as recall } from '../../domain/dossier/decisions/recall.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { actorOf } from '../../records/dossiers/actor-of.ts';
import { changeDossier } from '../../records/dossiers/change-dossier.ts';
import { demandDossier, demandVersion } from '../../records/dossiers/demand-dossier.ts';
import { demandCollectionCode } from './demand-collection-code.ts';
import type { TaskDeps } from './deps.ts';

type Operations = typeof returnOperations;
type Delivery = Reply<Operations['recallResult']>['body'];

/** A result was handed to the wrong person: reception or a leader calls it back. */
export const recallResult = (deps: TaskDeps, call: Call<Operations['recallResult']>) =>
  changed(deps, call, async head => recall(head, call.body));

/** What was called back reached its owner. */
export const returnAgain = (deps: TaskDeps, call: Call<Operations['returnAgain']>) =>
  changed(deps, call, async head => {
    await demandCollectionCode(deps, head, call.body, call.now);
    return again(head, call.body);
  });

async function changed(
  deps: TaskDeps,
  { params, caller, now, repeat, ifMatch }: Call<Operations['recallResult' | 'returnAgain']>,
  eventOf: (head: DossierHead) => Promise<NewEvent>,
): Promise<{ body: Delivery; version: number }> {
  if (caller.kind !== 'officer') throw nothingHere();
  const keyring = await deps.keyring();
  const role = caller.roles.includes('reception') ? 'reception' : 'leader';
  const body = await changeDossier<Delivery>(deps, {
    code: params.code,
    actor: actorOf(caller, keyring, role),
    now: () => now,
    repeat,
    async decide({ head }) {
      demandDossier(head, caller, keyring, 'dossier.returnAgain');
      demandVersion(ifMatch, head.version);
      return {
        events: [await eventOf(head)],
        answer: after => ({
          dossier: after.head.code,
          delivery: after.head.delivery,
          version: after.head.version,
        }),
      };
    },
  });
  return { body, version: body.version };
}
