import { problemCodes } from '../../../schemas/api/problem-codes.ts';
import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { AGAIN } from '../../kernel/retry/retry.ts';
import type { CaseStore, KeptCase } from './case-store.ts';
import type { Command, Decision, FoundCase } from './command.ts';
import { ledgerBroken } from './ledger-broken.ts';

/**
 * Decides about a case while its ledger is looked at: both read in the same turn, so that looking costs no request of
 * its own. Nothing comes of the decision where the ledger is broken; but who may not know of the case hears what they
 * would hear otherwise.
 */
export async function decideSoundly<C extends KeptCase, B>(
  store: Pick<CaseStore<C>, 'standing' | 'hold'>,
  found: FoundCase<C>,
  decide: Command<C, B>['decide'],
  beyond: boolean,
): Promise<Decision<C, B> | typeof AGAIN> {
  const [decided, looked] = await Promise.allSettled([
    (async () => decide(found))(),
    store.standing(found, beyond),
  ]);
  if (decided.status === 'rejected' && isOfRights(decided.reason)) throw decided.reason;
  if (looked.status === 'rejected') throw looked.reason;
  const standing = looked.value;
  if (standing === 'moved') return AGAIN;
  const { code } = found.head;
  if (standing !== 'sound') {
    const broken = ledgerBroken(code, standing);
    if (standing !== 'held') await store.hold(code, standing, found.now);
    throw broken;
  }
  if (decided.status === 'rejected') throw decided.reason;
  return decided.value;
}

function isOfRights(error: unknown): boolean {
  return error instanceof ProblemError && [401, 403, 404].includes(problemCodes[error.code].status);
}
