import type { LedgerEvent } from '../../../schemas/dossier/event.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { PlannedTask } from '../../../schemas/dossier/task.ts';
import type { DossierLabels } from '../../../schemas/stored/labels.ts';
import type { StoredTask } from '../../../schemas/stored/task.ts';
import { alarmOf } from '../lists/open-tasks.ts';

/** The changes events make to the tasks of a dossier: new ones, closed ones, and changes to open ones. */
export interface TaskChanges {
  readonly opened: readonly StoredTask[];
  readonly closed: readonly {
    readonly id: string;
    readonly closed: NonNullable<StoredTask['closed']>;
    readonly version: number;
  }[];
  readonly touched: readonly TaskTouch[];
}

/** A change to a task that stays open: who holds it, the unit it is in, or the alarm that sounded for it. */
export interface TaskTouch {
  readonly id: string;
  readonly version: number;
  readonly assignee?: string | null;
  readonly unit?: string;
  readonly alarm?: StoredTask['alarm'];
}

/** A decision as made: its task, the digest that identifies a repeat, and its receipt. */
export interface DecisionMade {
  readonly task: string;
  readonly digest: string;
  /** JSON text. */
  readonly receipt: string;
}

/** An open task with what lists show of its dossier. `version`: number of the event that last touched the task. */
export function openTask(
  task: PlannedTask,
  head: DossierHead,
  labels: DossierLabels,
  version: number,
): StoredTask {
  return {
    ...task,
    ...labels,
    duplicates: [...labels.duplicates],
    dossier: head.code,
    procedure: head.rules.procedure,
    channel: head.channel,
    receivedAt: head.submittedAt,
    version,
    alarm: alarmOf(head, task.id),
    closed: null,
  };
}

/**
 * Derives the changes to the task list from the events of one command. A task opened and closed by the same command
 * is closed.
 */
export function taskChanges(
  events: readonly LedgerEvent[],
  head: DossierHead,
  labels: DossierLabels,
  decided?: DecisionMade,
): TaskChanges {
  const closed = events.flatMap(event =>
    event.closes.map(({ task, decision }) => ({
      id: task,
      version: event.seq,
      closed: {
        decision,
        at: event.at,
        by: event.actor,
        ...(decided?.task === task
          ? { digest: decided.digest, receipt: decided.receipt }
          : { digest: null, receipt: null }),
      },
    })),
  );
  const opened = events.flatMap(event => event.opens.map(task => openTask(task, head, labels, event.seq)));
  const gone = new Set(closed.map(({ id }) => id));
  const touched = events.flatMap(({ data, seq }): TaskTouch[] => {
    if (data.type === 'assigned') return [{ id: data.task, version: seq, assignee: data.assignee }];
    if (data.type === 'interestDeclared')
      return data.tasks.map(task => ({ id: task, version: seq, assignee: null }));
    if (data.type === 'transferred')
      return data.tasks.map(({ task, assignee }) => ({ id: task, version: seq, unit: data.to, assignee }));
    if (data.type === 'alarmRaised' && data.task !== null)
      return [{ id: data.task, version: seq, alarm: data.level }];
    return [];
  });
  return { opened, closed, touched: together(touched.filter(({ id }) => !gone.has(id))) };
}

/** One change per task, however many events touched it: a transaction may name an item only once. */
function together(touched: readonly TaskTouch[]): TaskTouch[] {
  const merged = new Map<string, TaskTouch>();
  for (const touch of touched) merged.set(touch.id, { ...merged.get(touch.id), ...touch });
  return [...merged.values()];
}
