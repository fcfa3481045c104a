import type { MachineOrder } from '../../../schemas/machine.ts';
import { plannedAlarms, raiseAlarms } from '../../domain/dossier/alarms.ts';
import type { NewEvent } from '../../domain/dossier/context.ts';
import { executionName, orderFor } from '../../domain/machine/order.ts';
import { type Instant, parseInstant } from '../../domain/vietnam-time.ts';
import { changeUnruled } from '../../records/dossiers/change-dossier.ts';
import type { MachineDeps } from '../../records/executions/machine-deps.ts';
import { startRound } from '../../records/executions/start-round.ts';

const actor = { kind: 'system', mechanism: 'alarm' } as const;

/** What sounding alarms needs. `until` resolves at an instant by the same clock as `now`. */
export interface AlarmDeps extends MachineDeps {
  readonly until: (instant: Instant) => Promise<void>;
}

/**
 * A wait has whole seconds and ends up to one second before its alarm: the rest is waited here, so that an alarm
 * sounds on time.
 */
const REST = 1000;

/**
 * The machine's wait timed out: records every alarm that is due, each once, and says where the machine continues,
 * with the next instant. If a decision came first, there is nothing to record and the machine moves on. A dossier as
 * old as an execution may become continues in the next round. Failures are retried by the machine's own Retry, for
 * hours.
 */
export function soundAlarm(deps: AlarmDeps, order: MachineOrder): Promise<MachineOrder> {
  return changeUnruled<MachineOrder>(deps, {
    code: order.dossier,
    actor,
    now: deps.now,
    absent() {
      throw new Error(`An alarm sounds for ${order.dossier}, which does not exist.`);
    },
    async decide({ head }) {
      const next = plannedAlarms(head)[0]?.at ?? 0;
      if (next > deps.now() && next - deps.now() <= REST) await deps.until(next);
      const at = deps.now();
      const renewal =
        at >= parseInstant(order.renewAt) && head.closedAt === null && head.round === order.round;
      const events = [...raiseAlarms(head, at), ...(renewal ? [nextRound(head.code, head.round)] : [])];
      if (events.length === 0)
        return { stands: head.round > order.round ? continued(order) : orderFor(head, order.renewAt) };
      return {
        events,
        at,
        answer: outcome => (renewal ? continued(order) : orderFor(outcome.head, order.renewAt)),
      };
    },
    async tell({ head }, { phase }) {
      if (phase === 'continued') await startRound(deps, head);
    },
  });
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
