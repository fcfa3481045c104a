import type { archiveOperations } from '../../../schemas/api/operations/archive.ts';
import { holdChanged } from '../../domain/archive/archiving.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import { unitsOf } from '../../domain/rights/relations.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { actorOf } from '../../records/dossiers/actor-of.ts';
import { changeUnruled } from '../../records/dossiers/change-dossier.ts';
import { demandDossier, demandVersion } from '../../records/dossiers/demand-dossier.ts';
import { demandAnother } from '../../records/organization/demand-another.ts';
import type { ArchiveDeps } from './deps.ts';

type Operation = (typeof archiveOperations)['changeLegalHold'];

/** Sets a hold on a dossier, or lifts the one that somebody else set. */
export async function changeLegalHold(
  deps: ArchiveDeps,
  { params, caller, body, now, repeat, ifMatch }: Call<Operation>,
): Promise<Reply<Operation>> {
  if (caller.kind !== 'officer') throw nothingHere();
  const keyring = await deps.keyring();
  const role = caller.roles.includes('registryClerk') ? 'registryClerk' : 'leader';
  const answer = await changeUnruled<Reply<Operation>['body']>(deps, {
    code: params.code,
    actor: actorOf(caller, keyring, role),
    now: () => now,
    repeat,
    async decide({ head }) {
      demandDossier(head, caller, keyring, 'dossier.hold');
      if (!unitsOf(caller).includes(head.competentUnit)) throw nothingHere();
      demandVersion(ifMatch, head.version);
      const event = holdChanged(head, body);
      const set = head.legalHold;
      if (!body.hold && set) await demandAnother(deps, set.by, caller, SOMEBODY_ELSE);
      return {
        events: [event],
        answer: ({ head: after }) => ({
          dossier: after.code,
          held: after.legalHold !== null,
          since: after.legalHold?.at ?? null,
          version: after.version,
        }),
      };
    },
  });
  return { body: answer, version: answer.version };
}

const SOMEBODY_ELSE = {
  vi: 'Ông/bà đã đặt lệnh dừng tiêu hủy này nên phải để người khác bỏ lệnh.',
  en: 'You set this hold: somebody else must lift it.',
};
