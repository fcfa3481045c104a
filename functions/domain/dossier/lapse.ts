import type { EventData } from '../../../schemas/dossier/event.ts';
import type { DecisionContext, NewEvent } from './context.ts';

/** After these events there is no promised date left to extend. */
const LAPSES = new Set<EventData['type']>(['supplementRequested', 'paymentRequested', 'paused', 'decided']);

/** Closes the signing of an apology along with the event that makes it pointless. */
export function lapseApology({ head }: DecisionContext, events: readonly NewEvent[]): NewEvent[] {
  const waiting = head.tasks.filter(task => task.phase === 'apology');
  if (waiting.length === 0) return [...events];
  return events.map(event =>
    LAPSES.has(event.data.type)
      ? {
          ...event,
          closes: [...event.closes, ...waiting.map(({ id }) => ({ task: id, decision: 'lapsed' }))],
        }
      : event,
  );
}
