import type { resultChangeOperations } from '../../../schemas/api/operations/result-changes.ts';
import { proposeChange } from '../../domain/dossier/decisions/change-result.ts';
import { describeActor } from '../../domain/dossier/describe-actor.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import { unitsOf } from '../../domain/rights/relations.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { actorOf } from '../../records/dossiers/actor-of.ts';
import { changeDossier } from '../../records/dossiers/change-dossier.ts';
import { demandDossier, demandVersion } from '../../records/dossiers/demand-dossier.ts';
import { demandChecked } from '../../records/files/check-upload.ts';
import { demandSignatures } from '../../records/files/demand-signatures.ts';
import { demandPrintable } from './demand-printable.ts';
import type { TaskDeps } from './deps.ts';

type Operation = (typeof resultChangeOperations)['proposeResultChange'];

/** An officer of the agency that decided proposes to revoke or correct the result; a second person signs it. */
export async function proposeResultChange(
  deps: TaskDeps,
  { params, caller, body, now, repeat, ifMatch }: Call<Operation>,
): Promise<Reply<Operation>> {
  if (caller.kind !== 'officer') throw nothingHere();
  const keyring = await deps.keyring();
  const actor = actorOf(caller, keyring, caller.roles.includes('handler') ? 'handler' : 'leader');
  const files = body.resultFile === undefined ? [] : [body.resultFile];
  const answer = await changeDossier<Reply<Operation>['body']>(deps, {
    code: params.code,
    actor,
    now: () => now,
    repeat,
    async decide(context) {
      const { head } = context;
      demandDossier(head, caller, keyring, 'dossier.changeResult');
      if (!unitsOf(caller).includes(head.competentUnit)) throw nothingHere();
      demandVersion(ifMatch, head.version);
      const references = files.map(id => ({
        id,
        pointer: '/resultFile',
        contentType: 'application/pdf' as const,
      }));
      await demandChecked(deps, references, describeActor(actor), head.code);
      for (const reference of references) await demandSignatures(deps, reference, now);
      const events = proposeChange(context, body);
      await demandPrintable(deps, context, events);
      return {
        events,
        beside: { files },
        answer: after => ({
          dossier: after.head.code,
          task: after.head.resultChange?.task ?? '',
          version: after.head.version,
        }),
      };
    },
  });
  return { body: answer, version: answer.version };
}
