import type { Principal } from '../../../schemas/identity/principal.ts';
import { describeActor } from '../../domain/dossier/describe-actor.ts';
import type { Scope } from '../../domain/lists/list-scopes.ts';
import { ProblemError } from '../../domain/problem.ts';
import { demand, judge, nothingHere } from '../../domain/rights/judge.ts';
import { actorOf } from '../dossiers/actor-of.ts';
import type { Keyring } from '../secrets/keyring.ts';

/** Whose dossiers the caller is shown: what they may see, or a part of it that they name. */
export function dossierScope(caller: Principal, unit: string | undefined, keyring: Keyring): Scope {
  if (caller.kind === 'officer') {
    const everywhere = judge(caller, 'dossier.list', new Set()) === 'allow';
    const wanted = unit ?? (everywhere ? undefined : caller.unit);
    if (wanted === null) {
      throw new ProblemError('parameter-invalid', 'You work in no unit: name one in “unit”.');
    }
    demand(caller, 'dossier.list', new Set(wanted !== undefined && wanted === caller.unit ? ['unit'] : []));
    return wanted === undefined ? { kind: 'province' } : { kind: 'unit', unit: wanted };
  }
  demand(caller, 'dossier.list', new Set(['owner']));
  if (unit !== undefined) throw nothingHere();
  return caller.kind === 'citizen'
    ? { kind: 'person', key: keyring.personKey(caller.identityNumber) }
    : { kind: 'portal', submitter: describeActor(actorOf(caller, keyring)) };
}
