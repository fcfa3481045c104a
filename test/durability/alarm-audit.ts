import { plannedAlarms } from '../../functions/domain/dossier/alarms.ts';
import { applyEvent } from '../../functions/domain/dossier/head.ts';
import { isEnd } from '../../functions/domain/lifecycle/states.ts';
import type { LedgerEvent } from '../../schemas/dossier/event.ts';
import type { DossierHead } from '../../schemas/dossier/head.ts';
import type { KeptDossier } from './snapshot.ts';

/** A stretch of the host's time, in milliseconds, that passed while it was down. */
export interface Outage {
  readonly from: number;
  readonly to: number;
}

/** When the host could sound an alarm, and how fast it has to. */
export interface Uptime {
  /** How late an alarm may be, in milliseconds of the host's time in which it was up. */
  readonly alarmGrace: number;
  readonly outages: readonly Outage[];
}

/** An alarm of a ledger. */
export interface SoundedAlarm {
  readonly id: string;
  /** Milliseconds of the host's time in which it was up; undefined when the alarm was not planned. */
  readonly late: number | undefined;
}

/** Every alarm of a ledger, in order, with how late it sounded. */
export function soundedAlarms(events: readonly LedgerEvent[], outages: readonly Outage[]): SoundedAlarm[] {
  return histories(events).flatMap(({ planned, event }) => {
    const { data, at } = event;
    if (data.type !== 'alarmRaised') return [];
    const due = planned.get(data.alarm);
    return [{ id: data.alarm, late: due && lateness(due, Date.parse(at), outages) }];
  });
}

/** What is wrong with the alarms of a dossier: sounded twice, unplanned, early or late, or not at all. */
export function alarmFaults({ code, events }: KeptDossier, now: number, uptime: Uptime): string[] {
  const { alarmGrace, outages } = uptime;
  const sounded = soundedAlarms(events, outages);
  const twice = sounded.filter(({ id }, index) => sounded.findIndex(other => other.id === id) < index);
  const late = sounded.filter(({ late = 0 }) => late > alarmGrace);
  const isMissed = (due: number, at: number) => lateness(due, at, outages) > alarmGrace;
  // What was planned before an entry that ended it, and what is planned still.
  const passed = histories(events).flatMap(({ planned, after, event }) =>
    [...planned].filter(
      ([id, due]) => !after.has(id) && !isAlarm(event, id) && isMissed(due, Date.parse(event.at)),
    ),
  );
  const waiting = [...(histories(events).at(-1)?.after ?? [])].filter(([, due]) => isMissed(due, now));
  return [
    ...twice.map(({ id }) => `${code}: ${id} sounded twice`),
    ...sounded.filter(({ late }) => late === undefined).map(({ id }) => `${code}: ${id} sounded unplanned`),
    ...sounded.filter(({ late = 0 }) => late < 0).map(({ id }) => `${code}: ${id} sounded early`),
    ...late.map(({ id, late }) => `${code}: ${id} sounded ${Math.round((late ?? 0) / 1000)} s late`),
    ...[...passed, ...waiting].map(
      ([id, due]) => `${code}: ${id} was to sound at ${new Date(due).toISOString()} and did not`,
    ),
  ];
}

/** The alarms still to sound, each with its instant: where it was planned only afterwards, that of its planning. */
type Planned = ReadonlyMap<string, number>;

function histories(
  events: readonly LedgerEvent[],
): { planned: Planned; event: LedgerEvent; after: Planned }[] {
  let head: DossierHead | undefined;
  let after: Planned = new Map();
  return events.map(event => {
    const planned = after;
    head = applyEvent(head, event);
    const alarms = isEnd(head.handling) ? [] : plannedAlarms(head);
    after = new Map(alarms.map(({ id, at }) => [id, planned.get(id) ?? Math.max(at, Date.parse(event.at))]));
    return { planned, event, after };
  });
}

function isAlarm({ data }: LedgerEvent, id: string): boolean {
  return data.type === 'alarmRaised' && data.alarm === id;
}

/** From an instant to a later one, less what the host was down; negative when the later one is earlier. */
function lateness(due: number, at: number, outages: readonly Outage[]): number {
  const down = outages.map(({ from, to }) => Math.max(0, Math.min(to, at) - Math.max(from, due)));
  return at - due - down.reduce((sum, stretch) => sum + stretch, 0);
}
