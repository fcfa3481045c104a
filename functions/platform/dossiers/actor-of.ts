import type { Actor } from '../../../schemas/dossier/actor.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import type { OfficerRole } from '../../../schemas/identity/roles.ts';
import type { Keyring } from '../secrets/keyring.ts';

/** The caller as events keep it: a citizen by keyed digest, an officer with the role they act in. */
export function actorOf(caller: Principal, keyring: Keyring, role: OfficerRole | null = null): Actor {
  switch (caller.kind) {
    case 'citizen':
      return { kind: 'citizen', key: keyring.personKey(caller.identityNumber) };
    case 'portal':
      return { kind: 'portal', id: caller.id };
    case 'officer':
      return { kind: 'officer', id: caller.id, unit: caller.unit, role };
    case 'anonymous':
      throw new TypeError('nobody acts anonymously');
  }
}

/** The keyed digest of a citizen, by which their dossiers are found; undefined for other callers. */
export function citizenKey(caller: Principal, keyring: Keyring): string | undefined {
  return caller.kind === 'citizen' ? keyring.personKey(caller.identityNumber) : undefined;
}
