import { isRestless, wakeOf } from '../interpreter/execution-state.ts';
import type { Turn } from '../interpreter/turn.ts';
import type { Execution } from '../registry.ts';
import type { TurnRecord } from './records.ts';

/** What the journal keeps of a turn. */
export function recordOf(execution: Execution, turn: Turn): TurnRecord {
  const { facts, state, events, end } = turn;
  const { id, machine, revision, name, startedAt, first, last } = execution;
  const begins = { machine, revision, name, roleArn: facts.roleArn, startedAt, input: facts.input };
  return {
    kind: 'turn',
    execution: id,
    ...(last >= 0 && { before: last }),
    ...(first < 0 && { begins }),
    events,
    ...(end ? { end } : { state, wake: wakeOf(state), restless: isRestless(state) }),
  };
}

/** All turns of an execution, first to last, as one that says the same: it begins with the first and leaves off where the last did. */
export function oneTurn(turns: readonly TurnRecord[]): TurnRecord {
  const [first] = turns;
  const last = turns.at(-1);
  if (!first?.begins || !last) throw new Error('The journal holds no beginning of an execution to be moved.');
  const { before: _, ...rest } = last;
  return { ...rest, begins: first.begins, events: turns.flatMap(({ events }) => events) };
}
