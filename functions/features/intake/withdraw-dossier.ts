import type { dossierOperations } from '../../../schemas/api/operations/dossiers.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { MISSING } from '../../../schemas/wording/field-faults.ts';
import { withdraw } from '../../domain/dossier/decisions/withdraw.ts';
import { progressOf } from '../../domain/dossier/views.ts';
import { formOf } from '../../domain/forms/prescribed.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { actorOf } from '../../records/dossiers/actor-of.ts';
import { changeDossier } from '../../records/dossiers/change-dossier.ts';
import { demandDossier, demandVersion } from '../../records/dossiers/demand-dossier.ts';
import type { IntakeDeps } from './deps.ts';

type Operation = (typeof dossierOperations)['withdrawDossier'];

/**
 * The applicant withdraws (rút hồ sơ) while nothing is decided: by themselves, or at the counter, where reception
 * records their request. Both are withdrawals (state 7), never stops.
 */
export async function withdrawDossier(deps: IntakeDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const keyring = await deps.keyring();
  const body = await changeDossier<Reply<Operation>['body']>(deps, {
    code: call.params.code,
    actor: actorOf(call.caller, keyring),
    now: () => call.now,
    repeat: call.repeat,
    decide(context) {
      demandDossier(context.head, call.caller, keyring, 'dossier.withdraw');
      demandVersion(call.ifMatch, context.head.version);
      const atCounter = call.caller.kind === 'officer';
      return {
        events: withdraw(context, atCounter ? demandRequest(call.body) : call.body),
        answer: ({ head, events }) => ({
          ...progressOf(head, call.language),
          version: head.version,
          form: formOf(events, call.language),
        }),
      };
    },
    tell: ({ head }) => deps.wake(head),
  });
  return { body, version: body.version };
}

/**
 * An officer must give the reason and how the applicant asked: nobody withdraws another person's dossier on their
 * own.
 */
function demandRequest(body: Call<Operation>['body']): Call<Operation>['body'] {
  const missing = (['reason', 'request'] as const).filter(field => body[field] === undefined);
  if (missing.length === 0) return body;
  throw new ProblemError(
    'request-invalid',
    {
      vi: 'Rút hồ sơ theo yêu cầu tại quầy thì cần ghi lý do và hình thức yêu cầu của chủ hồ sơ.',
      en: 'To withdraw a dossier at the applicant’s request, give their reason and how they asked.',
    },
    {
      faults: missing.map(field => ({
        pointer: `/${field}`,
        message: MISSING,
      })),
    },
  );
}
