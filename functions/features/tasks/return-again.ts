import type { returnOperations } from '../../../schemas/api/operations/returns.ts';
import { returnAgain as again, recallResult as recall } from '../../domain/dossier/decisions/recall.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { changeAsOfficer, type OfficersChange } from '../../records/dossiers/change-as-officer.ts';
import { demandCollectionCode } from './demand-collection-code.ts';
import type { TaskDeps } from './deps.ts';

type Operations = typeof returnOperations;
type Delivery = Reply<Operations['recallResult']>['body'];

/** A result was handed to the wrong person: reception or a leader calls it back. */
export const recallResult = (deps: TaskDeps, call: Call<Operations['recallResult']>) =>
  changed(deps, call, head => recall(head, call.body));

/** What was called back reached its owner. */
export const returnAgain = (deps: TaskDeps, call: Call<Operations['returnAgain']>) =>
  changed(deps, call, async head => {
    await demandCollectionCode(deps, head, call.body, call.now);
    return again(head, call.body);
  });

function changed(
  deps: TaskDeps,
  call: Call<Operations['recallResult' | 'returnAgain']>,
  decide: OfficersChange<Delivery>['decide'],
) {
  return changeAsOfficer<Delivery>(deps, call, {
    action: 'dossier.returnAgain',
    roles: ['reception', 'leader'],
    decide,
    answer: ({ code, delivery, version }) => ({ dossier: code, delivery, version }),
  });
}
