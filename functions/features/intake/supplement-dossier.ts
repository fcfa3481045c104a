import type { dossierOperations } from '../../../schemas/api/operations/dossiers.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { supplement } from '../../domain/dossier/decisions/supplement.ts';
import { describeActor } from '../../domain/dossier/describe-actor.ts';
import { knownComponents } from '../../domain/dossier/submit.ts';
import { progressOf } from '../../domain/dossier/views.ts';
import { waitingTask } from '../../domain/dossier/waiting.ts';
import { dateOf } from '../../domain/vietnam-time.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { actorOf } from '../../records/dossiers/actor-of.ts';
import { changeDossier } from '../../records/dossiers/change-dossier.ts';
import { demandDossier, demandVersion } from '../../records/dossiers/demand-dossier.ts';
import { demandChecked } from '../../records/files/check-upload.ts';
import { filesOfComponents } from '../../records/files/file-references.ts';
import { demandReusable } from '../../records/vault/demand-reusable.ts';
import { namingSources } from '../../records/vault/from-store.ts';
import type { IntakeDeps } from './deps.ts';

type Operation = (typeof dossierOperations)['supplementDossier'];

/**
 * The applicant supplies the requested supplement (bổ sung hồ sơ). The dossier goes back to the officer who requested
 * it.
 */
export async function supplementDossier(deps: IntakeDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const keyring = await deps.keyring();
  const actor = actorOf(call.caller, keyring);
  const references = filesOfComponents(call.body.components);
  const body = await changeDossier<Reply<Operation>['body']>(deps, {
    code: call.params.code,
    actor,
    now: () => call.now,
    repeat: call.repeat,
    async decide(context) {
      demandDossier(context.head, call.caller, keyring, 'dossier.supplement');
      demandVersion(call.ifMatch, context.head.version);
      const task = waitingTask(context.head);
      if (task?.phase !== 'supplement') {
        throw new ProblemError(
          'state-conflict',
          { vi: 'Hồ sơ không có yêu cầu bổ sung nào.', en: 'No supplement has been requested.' },
          {
            facts: { handling: context.head.handling },
          },
        );
      }
      knownComponents(call.body.components, context.rules.procedure);
      const files = await demandChecked(deps, references, describeActor(actor), context.head.code);
      const { owner } = context.head;
      const { procedure } = context.rules;
      const today = dateOf(context.now);
      const cited = await demandReusable(deps.vault, call.body.components, { owner, procedure, today });
      const components = namingSources(call.body.components, files, owner);
      return {
        events: supplement(context, task, { ...call.body, components }, 'supplemented'),
        beside: { files: references.map(({ id }) => id), cited },
        answer: ({ head }) => ({ ...progressOf(head, call.language), version: head.version, form: null }),
      };
    },
    tell: ({ head }) => deps.wake(head),
  });
  return { body, version: body.version };
}
