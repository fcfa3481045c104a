import { ProblemError } from '../../../schemas/api/problem-error.ts';
import { sealOnto } from '../../domain/cases/seal.ts';
import { nothingHere } from '../../domain/rights/judge.ts';
import { AGAIN, briefly, retry } from '../../kernel/retry/retry.ts';
import type { CaseChange, KeptCase, OutcomeOf, Refusal } from './case-store.ts';
import type { Cases, Change, Command, FoundCase } from './command.ts';
import { decideSoundly } from './decide-soundly.ts';
import { fileRefused, lostRace } from './refusals.ts';
import { answerOf, orRepeated, repeatOrRefuse } from './repeats.ts';

/** How a command ended; with an outcome if it changed the case. */
interface Ended<C extends KeptCase, B> {
  readonly body: B;
  readonly outcome?: OutcomeOf<C>;
}

/**
 * The only way to change a case: find it, decide by its rules, seal the events onto its ledger, commit them with
 * head, tasks and answer in one transaction, notify those concerned. If a concurrent change came first, the command
 * is decided again on the new state until the tries are used up; then the caller is asked to retry (`lostRace`).
 */
export async function runCommand<C extends KeptCase, B>(cases: Cases<C>, command: Command<C, B>): Promise<B> {
  const ended = await orRepeated<B, Ended<C, B>>(cases.store, command, async () => {
    const last = await retry(({ number }) => tryCommand(cases, command, number > 0), briefly, cases.pauses);
    if (last === AGAIN) throw lostRace();
    return last;
  });
  if ('repeated' in ended) return ended.repeated;
  const { body, outcome } = ended;
  if (outcome) await command.tell?.(outcome, body);
  return body;
}

async function tryCommand<C extends KeptCase, B>(
  cases: Cases<C>,
  command: Command<C, B>,
  again: boolean,
): Promise<Ended<C, B> | typeof AGAIN> {
  const found = await find(cases, command);
  if (!found) {
    if (command.absent) return { body: command.absent() };
    throw nothingHere();
  }
  // An entry beyond the head refuses the first commit: only then is it looked for.
  const decision = await decideSoundly(cases.store, found, command.decide, again);
  if (decision === AGAIN) return AGAIN;
  if ('stands' in decision) return { body: decision.stands };
  const outcome = seal(cases, found, decision);
  const body = decision.answer(outcome);
  const refusal = await commit(cases, {
    before: found.head,
    outcome,
    labels: found.labels,
    ...decision.beside,
    answer: answerOf(command, 200, body),
    decision: command.decision && { ...command.decision, receipt: JSON.stringify(body) },
  });
  if (!refusal) return { body, outcome };
  if (refusal.refused === 'answered')
    return { body: repeatOrRefuse<B>(command.repeat?.requestHash, refusal.answer) };
  if (refusal.refused === 'file') throw fileRefused(refusal);
  return AGAIN;
}

async function find<C extends KeptCase>(
  { store }: Cases<C>,
  { code, actor, now }: Pick<Command<C, unknown>, 'code' | 'actor' | 'now'>,
): Promise<FoundCase<C> | undefined> {
  const found = await store.find(code);
  return found && { ...found, actor, now: now() };
}

function seal<C extends KeptCase, B>(
  { kind }: Cases<C>,
  { head, actor, now }: FoundCase<C>,
  { events, at = now }: Change<C, B>,
): OutcomeOf<C> {
  return sealOnto(kind, { code: head.code, head }, events, { actor, now: at });
}

/**
 * Commits. If the table's answer was lost (a timeout, a broken connection), the head tells whether the change was
 * made: hashes chain the whole ledger, so the same last hash means the same change.
 */
async function commit<C extends KeptCase>(
  { store }: Cases<C>,
  change: CaseChange<C> & C['beside'],
): Promise<Refusal | undefined> {
  const { code, lastHash } = change.outcome.head;
  try {
    return await store.commit(change);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    const standing = await store.find(code).catch(() => undefined);
    if (standing?.head.lastHash !== lastHash) throw error;
    return undefined;
  }
}
