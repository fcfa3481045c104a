import type { Operation } from '../../../schemas/api/operation.ts';
import { describeActor } from '../../domain/dossier/describe-actor.ts';
import type { Call, Handle, Reply } from '../../kernel/http/call.ts';
import { actorOf } from '../dossiers/actor-of.ts';
import type { Keyring } from '../keyring/keyring.ts';
import { type Attempt, onlyAttempt } from './attempt.ts';
import type { RequestJournal } from './request-journal.ts';

/** A use case that is not a single dossier command: it gets its call and the current try. */
export type HandleOnce<O extends Operation> = (call: Call<O>, attempt: Attempt) => Promise<Reply<O>>;

/** Runs a use case once for each request with an idempotency key, and gives repeats the answer of the first. */
export function journaled<O extends Operation>(
  deps: { readonly journal: RequestJournal; readonly keyring: () => Promise<Keyring> },
  handle: HandleOnce<O>,
): Handle<O> {
  return async call => {
    if (call.repeat.key === undefined) return handle(call, onlyAttempt(call.now));
    const caller = describeActor(actorOf(call.caller, await deps.keyring()));
    const request = { caller, repeat: call.repeat, now: call.now };
    return deps.journal.once<Reply<O>>(request, attempt => handle(call, attempt));
  };
}
