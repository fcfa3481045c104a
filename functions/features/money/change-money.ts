import type * as z from 'zod';
import type { dossierMoney } from '../../../schemas/api/money.ts';
import type { Operation } from '../../../schemas/api/operation.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { Action } from '../../../schemas/identity/actions.ts';
import type { OfficerPrincipal } from '../../../schemas/identity/principal.ts';
import type { OfficerRole } from '../../../schemas/identity/roles.ts';
import type { NewEvent } from '../../domain/dossier/context.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import { unitsOf } from '../../domain/rights/relations.ts';
import type { Call } from '../../kernel/http/call.ts';
import { actorOf } from '../../records/dossiers/actor-of.ts';
import { changeUnruled } from '../../records/dossiers/change-dossier.ts';
import { demandDossier, demandVersion } from '../../records/dossiers/demand-dossier.ts';
import type { MoneyDeps } from './deps.ts';
import { dossierMoneyOf } from './dossier-money.ts';

type Money = z.input<typeof dossierMoney>;

/** What of a request says which dossier is changed, and for whom. */
type Asked = Pick<Call<Operation>, 'caller' | 'now' | 'repeat' | 'ifMatch'> & {
  readonly params: { readonly code: string };
};

interface MoneyChange {
  readonly action: Action;
  /** The roles in which it is done: of those the officer has, the first. */
  readonly roles: readonly OfficerRole[];
  readonly decide: (head: DossierHead, officer: OfficerPrincipal) => NewEvent | Promise<NewEvent>;
}

/** Changes the money of a dossier, by an officer of the unit that received it or decides it. */
export async function changeMoney(
  deps: MoneyDeps,
  { params, caller, now, repeat, ifMatch }: Asked,
  { action, roles, decide }: MoneyChange,
): Promise<{ readonly body: Money; readonly version: number }> {
  if (caller.kind !== 'officer') throw nothingHere();
  const keyring = await deps.keyring();
  const role = roles.find(each => caller.roles.includes(each)) ?? null;
  const answer = await changeUnruled<Money>(deps, {
    code: params.code,
    actor: actorOf(caller, keyring, role),
    now: () => now,
    repeat,
    async decide({ head }) {
      demandDossier(head, caller, keyring, action);
      const units = unitsOf(caller);
      if (![head.receivingUnit, head.competentUnit].some(unit => units.includes(unit))) throw nothingHere();
      demandVersion(ifMatch, head.version);
      return {
        events: [await decide(head, caller)],
        answer: ({ head: after }) => dossierMoneyOf(after),
      };
    },
  });
  return { body: answer, version: answer.version };
}
