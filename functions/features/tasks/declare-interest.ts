import type { interestOperations } from '../../../schemas/api/operations/interests.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { OfficerPrincipal } from '../../../schemas/identity/principal.ts';
import { declareInterest as declare } from '../../domain/dossier/decisions/declare-interest.ts';
import { demand, nothingHere } from '../../domain/rights/judge.ts';
import { interestOf, isOwnDossier } from '../../domain/rights/own-dossier.ts';
import { officerRelationsTo, unitsOf } from '../../domain/rights/relations.ts';
import type { Person } from '../../domain/rights/same-person.ts';
import type { Call, Reply } from '../../kernel/http/call.ts';
import { actorOf } from '../../records/dossiers/actor-of.ts';
import { changeDossier } from '../../records/dossiers/change-dossier.ts';
import { demandDossier } from '../../records/dossiers/demand-dossier.ts';
import type { TaskDeps } from './deps.ts';

type Operation = (typeof interestOperations)['declareInterest'];
type Declared = Reply<Operation>['body'];

/**
 * An officer declares an interest in a dossier, or a leader records that of an officer of the unit:
 * from then on the dossier is left to others, and what the officer holds of it is free. What was
 * declared stands: it is not taken back.
 */
export async function declareInterest(deps: TaskDeps, call: Call<Operation>): Promise<Reply<Operation>> {
  const { params, body, caller, now } = call;
  if (caller.kind !== 'officer') throw nothingHere();
  const keyring = await deps.keyring();
  const officer = body.officer ?? caller.id;
  const declared = await changeDossier<Declared>(deps, {
    code: params.code,
    actor: actorOf(caller, keyring, officer === caller.id ? null : 'leader'),
    now: () => now,
    repeat: call.repeat,
    async decide({ head }) {
      if (officer === caller.id && isDeclared(head, caller)) return { stands: answerOf(head, caller, []) };
      demandDossier(head, caller, keyring, 'dossier.declareInterest');
      const who = officer === caller.id ? caller : await demandOwnOfficer(deps, caller, officer);
      const event = declare(head, who, body.reason);
      // Declared before, by the officer or by a leader: that stands.
      if (!event) return { stands: answerOf(head, who, []) };
      const released = event.data.type === 'interestDeclared' ? event.data.tasks : [];
      return { events: [event], answer: ({ head }) => answerOf(head, who, released) };
    },
  });
  return { body: declared, version: declared.version };
}

/** Whether an officer who may declare has an interest on record: to say so again, as after a lost answer, is safe. */
function isDeclared(head: DossierHead, caller: OfficerPrincipal): boolean {
  if (isOwnDossier(head, caller) || !interestOf(head, caller)) return false;
  demand(caller, 'dossier.declareInterest', officerRelationsTo(head, caller));
  return true;
}

function answerOf(head: DossierHead, who: Person, released: readonly string[]): Declared {
  const declaredAt = interestOf(head, who)?.at ?? head.updatedAt;
  return { dossier: head.code, officer: who.id, declaredAt, released: [...released], version: head.version };
}

/** Only a leader records another officer's interest, and of an officer of their own unit. */
async function demandOwnOfficer(
  { organization }: Pick<TaskDeps, 'organization'>,
  caller: OfficerPrincipal,
  id: string,
): Promise<Person> {
  const officer = await organization.officer(id);
  const theirs = officer !== undefined && unitsOf(caller).includes(officer.unit);
  if (theirs && caller.roles.includes('leader')) return officer;
  if (theirs) {
    throw new ProblemError('forbidden', {
      vi: 'Chỉ lãnh đạo đơn vị được ghi nhận xung đột lợi ích của cán bộ khác.',
      en: 'Only a leader of the unit may record another officer’s interest.',
    });
  }
  throw new ProblemError(
    'request-invalid',
    {
      vi: 'Chỉ ghi nhận được xung đột lợi ích của cán bộ thuộc đơn vị mình.',
      en: 'Only the interest of an officer of your own unit can be recorded.',
    },
    {
      faults: [
        {
          pointer: '/officer',
          message: { vi: 'phải là cán bộ của đơn vị', en: 'must be an officer of the unit' },
        },
      ],
    },
  );
}
