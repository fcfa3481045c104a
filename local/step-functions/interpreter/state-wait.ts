import type { Scope } from '../language/expression.ts';
import type { WaitState } from '../language/machine.ts';
import { EvaluationError } from '../language/state-error.ts';
import { evaluateAs, isNumber, isString } from '../language/template.ts';
import type { Flow } from './execution-state.ts';
import { produce, scopeOf } from './scope.ts';
import { leaveState } from './transitions.ts';
import type { Turn } from './turn.ts';

const OFFSET_DATE_TIME =
  /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;
const LONGEST_WAIT = 99_999_999;

/** Begins a Wait, or goes straight on when its instant has passed. */
export async function runWait(turn: Turn, flow: Flow, state: WaitState): Promise<void> {
  const until = await instantOf(state, scopeOf(turn, flow, state), turn.now);
  if (until <= turn.now) return finishWait(turn, flow, state);
  flow.waiting = { for: 'time', until };
  turn.changed = true;
}

/** The wait is over: on with the state's input, or with its Output. */
export async function finishWait(turn: Turn, flow: Flow, state: WaitState): Promise<void> {
  leaveState(turn, flow, await produce(state, scopeOf(turn, flow, state), flow.input), state.next);
}

async function instantOf({ until }: WaitState, scope: Scope, now: number): Promise<number> {
  if (until.kind === 'seconds') {
    const seconds = await evaluateAs(until.value, scope, 'Seconds', 'number', isNumber);
    if (!Number.isInteger(seconds) || seconds < 0 || seconds > LONGEST_WAIT) {
      throw new EvaluationError(
        'Seconds',
        `The Seconds field must be a whole number from 0 to ${LONGEST_WAIT}, but was ${seconds}.`,
      );
    }
    return now + seconds * 1000;
  }
  const text = await evaluateAs(until.value, scope, 'Timestamp', 'string', isString);
  const instant = instantOfText(text);
  if (instant === undefined) {
    throw new EvaluationError(
      'Timestamp',
      `The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${text}`,
    );
  }
  return instant;
}

/** Milliseconds of an ISO-8601 extended offset date-time, or undefined when the text is none. */
export function instantOfText(text: string): number | undefined {
  const [matched, year, month, day] = OFFSET_DATE_TIME.exec(text) ?? [];
  if (matched === undefined) return undefined;
  const instant = Date.parse(text);
  // Date.parse lets 31 February pass as 2 March.
  const daysInMonth = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return Number.isNaN(instant) || Number(day) > daysInMonth ? undefined : instant;
}
