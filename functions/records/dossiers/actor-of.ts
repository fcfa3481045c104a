import type { Actor } from '../../../schemas/dossier/actor.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import type { OfficerRole } from '../../../schemas/identity/roles.ts';
import { accountKnownBy } from '../../domain/applicants/account-known-by.ts';
import type { Keyring } from '../keyring/keyring.ts';

/** The caller as events keep it: applicants by keyed digest, officers with the role they act in. */
export function actorOf(caller: Principal, keyring: Keyring, role: OfficerRole | null = null): Actor {
  switch (caller.kind) {
    case 'citizen':
    case 'foreigner':
    case 'organisation':
      return { kind: caller.kind, key: accountKey(caller, keyring) ?? '' };
    case 'portal':
      return { kind: 'portal', id: caller.id };
    case 'officer':
      return { kind: 'officer', id: caller.id, unit: caller.unit, role };
    case 'anonymous':
      throw new TypeError('nobody acts anonymously');
  }
}

/** The keyed digest of an applicant, by which their dossiers are found; undefined for other callers. */
export function accountKey(caller: Principal, keyring: Pick<Keyring, 'personKey'>): string | undefined {
  const known = accountKnownBy(caller);
  return known === undefined ? undefined : keyring.personKey(known);
}
