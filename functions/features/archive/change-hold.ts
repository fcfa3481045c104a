import type { archiveOperations } from '../../../schemas/api/operations/archive.ts';
import { holdChanged } from '../../domain/archive/archiving.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import { unitsOf } from '../../domain/rights/relations.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { changeAsOfficer } from '../../records/dossiers/change-as-officer.ts';
import { demandAnother } from '../../records/organization/demand-another.ts';
import type { ArchiveDeps } from './deps.ts';

type Operation = (typeof archiveOperations)['changeLegalHold'];

/** Sets a hold on a dossier, or lifts the one that somebody else set. */
export async function changeLegalHold(deps: ArchiveDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { body } = call;
  return changeAsOfficer<Reply<Operation>['body']>(deps, call, {
    action: 'dossier.hold',
    roles: ['registryClerk', 'leader'],
    demand({ competentUnit }, officer) {
      if (!unitsOf(officer).includes(competentUnit)) throw nothingHere();
    },
    async decide(head, officer) {
      const event = holdChanged(head, body);
      const set = head.legalHold;
      if (!body.hold && set) await demandAnother(deps, set.by, officer, SOMEBODY_ELSE);
      return event;
    },
    answer: ({ code, legalHold, version }) => ({
      dossier: code,
      held: legalHold !== null,
      since: legalHold?.at ?? null,
      version,
    }),
  });
}

const SOMEBODY_ELSE = {
  vi: 'Ông/bà đã đặt lệnh dừng tiêu hủy này nên phải để người khác bỏ lệnh.',
  en: 'You set this hold: somebody else must lift it.',
};
