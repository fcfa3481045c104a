import type { MachineOrder } from '../../../schemas/machine.ts';
import { plannedAlarms, raiseAlarms } from '../../domain/dossier/alarms.ts';
import type { NewEvent } from '../../domain/dossier/context.ts';
import { sealEvents } from '../../domain/dossier/seal.ts';
import { executionName, firstOrder, orderFor } from '../../domain/machine/order.ts';
import { type Instant, parseInstant } from '../../domain/vietnam-time.ts';
import type { MachineDeps } from '../../records/executions/machine-deps.ts';

const actor = { kind: 'system', mechanism: 'alarm' } as const;

/** Tries when decisions come first; each is a reason to look again, and the machine's own retry follows. */
const ATTEMPTS = 5;

/** What sounding alarms needs. `until` resolves at an instant by the same clock as `now`. */
export interface AlarmDeps extends MachineDeps {
  readonly until: (instant: Instant) => Promise<void>;
}

/** A wait is of whole seconds and ends up to one before its alarm: the rest is waited out here, so that an alarm sounds at its instant. */
const REST = 1000;

/**
 * The machine's wait lapsed: records every alarm that is due, each once, and says where the machine goes on, with the next instant.
 * Where a decision came first there is nothing to record, and the order leads on. A dossier as old as an execution may become goes
 * on in the next round.
 */
export async function soundAlarm(deps: AlarmDeps, order: MachineOrder): Promise<MachineOrder> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const found = await deps.dossiers.find(order.dossier);
    if (!found) throw new Error(`An alarm sounds for ${order.dossier}, which does not exist.`);
    const { head, labels } = found;
    const next = plannedAlarms(head)[0]?.at ?? 0;
    if (next > deps.now() && next - deps.now() <= REST) await deps.until(next);
    const now = deps.now();
    const renewal =
      now >= parseInstant(order.renewAt) && head.closedAt === null && head.round === order.round;
    const events = [...raiseAlarms(head, now), ...(renewal ? [nextRound(head.code, head.round)] : [])];
    if (events.length === 0)
      return head.round > order.round ? continued(order) : orderFor(head, order.renewAt);
    const outcome = sealEvents({ code: head.code, head }, events, { actor, now });
    const refusal = await deps.dossiers.commit({ before: head, outcome, labels });
    if (refusal) continue;
    if (!renewal) return orderFor(outcome.head, order.renewAt);
    await deps.machines.start(firstOrder(outcome.head, parseInstant(outcome.head.roundStartedAt)));
    await deps.book.started(head.code, outcome.head.round);
    return continued(order);
  }
  throw new Error(`Others keep changing ${order.dossier}; the alarm is tried again.`);
}

function nextRound(code: string, round: number): NewEvent {
  return {
    data: { type: 'executionStarted', execution: executionName(code, round + 1), round: round + 1 },
    opens: [],
    closes: [],
  };
}

function continued(order: MachineOrder): MachineOrder {
  return { ...order, phase: 'continued', task: null };
}
