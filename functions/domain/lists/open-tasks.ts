import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { type OfficerRole, officerRole } from '../../../schemas/identity/roles.ts';

type Tasks = Pick<DossierHead, 'tasks' | 'alarms'>;

/** How late a task is, by the highest alarm that sounded for it. */
export type AlarmState = 'none' | 'dueSoon' | 'overdue' | 'escalated';

const LEVELS = ['escalated', 'overdue', 'dueSoon'] as const;

/** The highest alarm that sounded for a task. */
export function alarmOf(head: Pick<DossierHead, 'alarms'>, task: string): AlarmState {
  return LEVELS.find(level => head.alarms.includes(`${task}:${level}`)) ?? 'none';
}

/** A kind of open task that is counted: whose role, how late, and whether somebody holds it. */
export interface TallyKind {
  readonly role: OfficerRole;
  readonly alarm: AlarmState;
  readonly held: boolean;
}

/** A kind of task as the name it is counted under: `handler:overdue:free`. */
export const tallyName = ({ role, alarm, held }: TallyKind) => `${role}:${alarm}:${held ? 'held' : 'free'}`;

/** The kind of task that a name stands for; undefined when it stands for none. */
export function readTallyName(name: string): TallyKind | undefined {
  const [role, alarm, holder] = name.split(':');
  const known = officerRole.safeParse(role);
  const level = (['none', ...LEVELS] as const).find(one => one === alarm);
  return known.success && level ? { role: known.data, alarm: level, held: holder === 'held' } : undefined;
}

/** By how much the count of a kind of open task of a unit changes. */
export interface TallyChange {
  readonly unit: string;
  readonly kind: TallyKind;
  readonly by: number;
}

/** What a command changes in the counts of open tasks; nothing where what is added is taken away again. */
export function tallyChanges(before: Tasks | undefined, after: Tasks): TallyChange[] {
  const sums = new Map<string, TallyChange>();
  const count = (head: Tasks, by: number) => {
    for (const task of head.tasks) {
      const kind = { role: task.role, alarm: alarmOf(head, task.id), held: task.assignee !== null };
      const name = JSON.stringify([task.unit, kind]);
      sums.set(name, { unit: task.unit, kind, by: (sums.get(name)?.by ?? 0) + by });
    }
  };
  if (before) count(before, -1);
  count(after, 1);
  return [...sums.values()].filter(({ by }) => by !== 0);
}
