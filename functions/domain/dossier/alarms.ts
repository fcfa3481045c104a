import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { PlannedTask } from '../../../schemas/dossier/task.ts';
import { type Instant, parseInstant } from '../vietnam-time.ts';
import type { NewEvent } from './context.ts';

const LEVELS = ['dueSoon', 'overdue', 'escalated'] as const;

/** An alarm to be raised: once per date and level, identified by its id. */
export interface PlannedAlarm {
  readonly id: string;
  readonly at: Instant;
  readonly level: (typeof LEVELS)[number];
  readonly subject: 'dossier' | 'task';
  readonly task: string | null;
  readonly dueAt: string;
}

type Timed = Pick<PlannedTask, 'alarms' | 'dueAt'>;

function three(
  prefix: string,
  subject: 'dossier' | 'task',
  task: string | null,
  timed: Timed,
): PlannedAlarm[] {
  return LEVELS.map(level => ({
    id: `${prefix}:${level}`,
    at: parseInstant(timed.alarms[level]),
    level,
    subject,
    task,
    dueAt: timed.dueAt,
  }));
}

/**
 * The alarms still to be raised for a dossier, earliest first: those of its open tasks and, while the legal clock
 * runs, those of the promised date. A date that moved has its own alarms; an alarm is never raised twice.
 */
export function plannedAlarms(head: DossierHead): PlannedAlarm[] {
  const raised = new Set(head.alarms);
  const running = head.handling === 'accepted' || head.handling === 'processing';
  const ofDossier =
    running && head.dueAt !== null && head.dueAlarms !== null
      ? three(`dossier.r${head.dueRevision}`, 'dossier', null, { dueAt: head.dueAt, alarms: head.dueAlarms })
      : [];
  const ofTasks = head.tasks.flatMap(task => three(task.id, 'task', task.id, task));
  return [...ofDossier, ...ofTasks].filter(alarm => !raised.has(alarm.id)).sort((a, b) => a.at - b.at);
}

/** The events of the alarms that are due by now. */
export function raiseAlarms(head: DossierHead, now: Instant): NewEvent[] {
  return plannedAlarms(head)
    .filter(alarm => alarm.at <= now)
    .map(({ id, level, subject, task, dueAt }) => ({
      data: { type: 'alarmRaised' as const, alarm: id, level, subject, task, dueAt },
      opens: [],
      closes: [],
    }));
}
