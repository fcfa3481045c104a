import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { MachineOrder } from '../../../schemas/machine.ts';
import { plannedAlarms } from '../dossier/alarms.ts';
import { machinePhaseOf, waitingTask } from '../dossier/waiting.ts';
import { isOwed } from '../money/account/money-state.ts';
import { DAY, type Instant, parseInstant, toRfc3339 } from '../vietnam-time.ts';

/** An execution lives at most a year on AWS; a long dossier continues in a new one well before that. */
const EXECUTION_LIFE = 330 * DAY;

/** When an execution started at an instant hands over to the next round. */
export function renewalOf(startedAt: Instant): string {
  return toRfc3339(startedAt + EXECUTION_LIFE);
}

/**
 * Where the machine must be for the current head, and when it next wakes by itself: derived from the head, never
 * stored.
 */
export function orderFor(head: DossierHead, renewAt: string): MachineOrder {
  const phase = machinePhaseOf(head);
  const task = waitingTask(head)?.id ?? null;
  const alarm = plannedAlarms(head)[0];
  const wakeAt = alarm && alarm.at < parseInstant(renewAt) ? toRfc3339(alarm.at) : renewAt;
  const order = { dossier: head.code, round: head.round, phase, task, wakeAt, renewAt };
  return phase === 'issue' && returnsWithResult(head) ? { ...order, returnsAtOnce: true } : order;
}

/**
 * Whether the result of a decided dossier is returned as soon as it is made. A fee still due may hold it back,
 * depending on the procedure.
 */
function returnsWithResult({ returnBy, money }: DossierHead): boolean {
  return returnBy === 'electronic' && !isOwed(money);
}

/**
 * The first order of a round: the input of its execution. Deterministic, so that starting it again is the same start.
 */
export function firstOrder(head: DossierHead, startedAt: Instant): MachineOrder {
  return orderFor(head, renewalOf(startedAt));
}

/** The name of the execution that carries a dossier in a round: unique for ever. */
export function executionName(code: string, round: number): string {
  return round === 1 ? code : `${code}_r${round}`;
}

/** The dossier and round of an execution name. */
export function readExecutionName(name: string): { code: string; round: number } {
  const match = /^(?<code>.+)_r(?<round>\d+)$/.exec(name);
  const code = match?.groups?.['code'];
  return code ? { code, round: Number(match?.groups?.['round']) } : { code: name, round: 1 };
}
