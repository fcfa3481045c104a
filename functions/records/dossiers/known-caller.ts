import type { KnownCaller } from '../../../schemas/identity/known-caller.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import type { Keyring } from '../keyring/keyring.ts';
import { accountKey } from './actor-of.ts';

/** The caller as lists and exports know them. Throws for anonymous callers, whose requests were refused before. */
export function knownCallerOf(caller: Principal, keyring: Keyring): KnownCaller {
  switch (caller.kind) {
    case 'citizen':
      return { kind: 'citizen', key: keyring.personKey(caller.identityNumber), level: caller.level };
    case 'foreigner':
    case 'organisation':
      return { kind: caller.kind, key: accountKey(caller, keyring) ?? '' };
    case 'portal':
      return caller;
    case 'officer': {
      const { person: _, ...known } = caller;
      return known;
    }
    case 'anonymous':
      throw new TypeError('nobody is known anonymously');
  }
}
