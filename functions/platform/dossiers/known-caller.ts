import type { KnownCaller } from '../../../schemas/identity/known-caller.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import type { Keyring } from '../secrets/keyring.ts';

/** The caller as lists and exports know them. Throws for nobody: such a request was refused before. */
export function knownCallerOf(caller: Principal, keyring: Keyring): KnownCaller {
  switch (caller.kind) {
    case 'citizen':
      return { kind: 'citizen', key: keyring.personKey(caller.identityNumber), level: caller.level };
    case 'portal':
    case 'officer':
      return caller;
    case 'anonymous':
      throw new TypeError('nobody is known anonymously');
  }
}

/** The caller's account as one stable text, `officer:tiepnhan.h44-101`: the same that actors are described by. */
export function accountOf(caller: KnownCaller): string {
  return caller.kind === 'citizen' ? `citizen:${caller.key}` : `${caller.kind}:${caller.id}`;
}
