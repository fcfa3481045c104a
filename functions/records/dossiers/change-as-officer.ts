import type { Operation } from '../../../schemas/api/operation.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { Action } from '../../../schemas/identity/actions.ts';
import type { OfficerPrincipal } from '../../../schemas/identity/principal.ts';
import type { OfficerRole } from '../../../schemas/identity/roles.ts';
import type { NewEvent } from '../../domain/dossier/context.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import type { Call } from '../../kernel/http/call.ts';
import type { ItemWrite } from '../../kernel/table/item-write.ts';
import type { Keyring } from '../keyring/keyring.ts';
import { actorOf } from './actor-of.ts';
import { changeUnruled, type DossierCommandDeps } from './change-dossier.ts';
import { demandDossier, demandVersion } from './demand-dossier.ts';

/** What of a request says which dossier is changed, and for whom. */
export type OfficersRequest = Pick<Call<Operation>, 'caller' | 'now' | 'repeat' | 'ifMatch'> & {
  readonly params: { readonly code: string };
};

/** A change of a dossier by one entry that an officer makes beside its tasks. */
export interface OfficersChange<B> {
  readonly action: Action;
  /** The roles in which it is done: of those the officer has, the first. */
  readonly roles: readonly OfficerRole[];
  /** What the right does not say, such as of which unit the officer must be. */
  readonly demand?: (head: DossierHead, officer: OfficerPrincipal) => void;
  readonly decide: (head: DossierHead, officer: OfficerPrincipal) => NewEvent | Promise<NewEvent>;
  /** What is written in the same transaction. */
  readonly money?: readonly ItemWrite<'version'>[];
  readonly answer: (after: DossierHead) => B;
}

/** Changes a dossier as an officer may who handles it; none of its rules are needed. */
export async function changeAsOfficer<B extends { readonly version: number }>(
  deps: DossierCommandDeps & { readonly keyring: () => Promise<Keyring> },
  { params, caller, now, repeat, ifMatch }: OfficersRequest,
  { action, roles, demand, decide, money = [], answer }: OfficersChange<B>,
): Promise<{ readonly body: B; readonly version: number }> {
  if (caller.kind !== 'officer') throw nothingHere();
  const keyring = await deps.keyring();
  const role = roles.find(each => caller.roles.includes(each)) ?? null;
  const body = await changeUnruled<B>(deps, {
    code: params.code,
    actor: actorOf(caller, keyring, role),
    now: () => now,
    repeat,
    async decide({ head }) {
      demandDossier(head, caller, keyring, action);
      demand?.(head, caller);
      demandVersion(ifMatch, head.version);
      const events = [await decide(head, caller)];
      return { events, beside: { money }, answer: ({ head: after }) => answer(after) };
    },
  });
  return { body, version: body.version };
}
