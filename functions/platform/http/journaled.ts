import type { Operation } from '../../../schemas/api/operation.ts';
import { describeActor } from '../../domain/dossier/describe-actor.ts';
import { actorOf } from '../dossiers/actor-of.ts';
import type { Keyring } from '../secrets/keyring.ts';
import type { Handle, Reply } from './call.ts';
import type { RequestJournal } from './request-journal.ts';

/** Gives a use case whose work is repeatable by itself the answers of earlier requests with the same idempotency key. */
export function journaled<O extends Operation>(
  deps: { readonly journal: RequestJournal; readonly keyring: () => Promise<Keyring> },
  handle: Handle<O>,
): Handle<O> {
  return async call => {
    if (call.repeat.key === undefined) return handle(call);
    const caller = describeActor(actorOf(call.caller, await deps.keyring()));
    return deps.journal.once<Reply<O>>({ caller, repeat: call.repeat, now: call.now }, () => handle(call));
  };
}
