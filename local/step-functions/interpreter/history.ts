import type { Json } from '../language/json.ts';

/** One event of a history, as GetExecutionHistory gives it but for the timestamp, which is in milliseconds. */
export interface HistoryEvent {
  readonly id: number;
  readonly previousEventId: number;
  readonly timestamp: number;
  readonly type: string;
  /** The member that holds the details, e.g. `stateEnteredEventDetails`. */
  readonly [details: string]: unknown;
}

/** The most events a history may hold (the service's quota). */
export const LONGEST_HISTORY = 25_000;

const WHOLE = { truncated: false };

/** Members of details that hold data: left out when the caller asks for a history without execution data. */
const DATA_MEMBERS = ['input', 'output', 'parameters', 'assignedVariables'];

/** A value as the history writes it: JSON text with a note that it is whole. */
export function dataDetails(member: 'input' | 'output', value: Json): Record<string, unknown> {
  return { [member]: JSON.stringify(value), [`${member}Details`]: WHOLE };
}

/** Absent error and cause stay absent, as on AWS. */
export function failureDetails(error: string | undefined, cause: string | undefined): Record<string, string> {
  return { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) };
}

/** The event as the wire carries it: epoch seconds, and without data when so asked. */
export function eventOnWire(event: HistoryEvent, includeData: boolean): Record<string, unknown> {
  const wire: Record<string, unknown> = { ...event, timestamp: event.timestamp / 1000 };
  if (includeData) return wire;
  for (const [name, details] of Object.entries(event)) {
    if (!name.endsWith('EventDetails') || typeof details !== 'object' || details === null) continue;
    wire[name] = Object.fromEntries(
      Object.entries(details).filter(([member]) => !DATA_MEMBERS.includes(member)),
    );
  }
  return wire;
}
