import type { DossierHead } from '../../../schemas/dossier/head.ts';
import { type OfficerRole, officerRole } from '../../../schemas/identity/roles.ts';

type Tasks = Pick<DossierHead, 'tasks' | 'alarms'>;

/** How late a task is, by its highest alarm. */
export type AlarmState = 'none' | 'dueSoon' | 'overdue' | 'escalated';

const LEVELS = ['escalated', 'overdue', 'dueSoon'] as const;

/** The highest alarm raised for a task. */
export function alarmOf(head: Pick<DossierHead, 'alarms'>, task: string): AlarmState {
  return LEVELS.find(level => head.alarms.includes(`${task}:${level}`)) ?? 'none';
}

/** A counted kind of open task: role, lateness, and whether somebody holds it. */
export interface TallyKind {
  readonly role: OfficerRole;
  readonly alarm: AlarmState;
  readonly held: boolean;
}

/** What is counted: the tasks of a kind, or those an officer holds. */
export type Counted = TallyKind | { readonly officer: string };

/** The name of a count: `handler:overdue:free`, `@an.h44-101`. */
export const tallyName = (counted: Counted) =>
  'officer' in counted
    ? `@${counted.officer}`
    : `${counted.role}:${counted.alarm}:${counted.held ? 'held' : 'free'}`;

/** What a name counts; undefined for an unknown name. */
export function readTallyName(name: string): Counted | undefined {
  if (name.startsWith('@')) return { officer: name.slice(1) };
  const [role, alarm, holder] = name.split(':');
  const known = officerRole.safeParse(role);
  const level = (['none', ...LEVELS] as const).find(one => one === alarm);
  return known.success && level ? { role: known.data, alarm: level, held: holder === 'held' } : undefined;
}

/** A change to a unit's count of open tasks. */
export interface TallyChange {
  readonly unit: string;
  readonly counted: Counted;
  readonly by: number;
}

/** The changes a command makes to the counts of open tasks; those that cancel out are left out. */
export function tallyChanges(before: Tasks | undefined, after: Tasks): TallyChange[] {
  const sums = new Map<string, TallyChange>();
  const count = (unit: string, counted: Counted, by: number) => {
    const name = JSON.stringify([unit, counted]);
    sums.set(name, { unit, counted, by: (sums.get(name)?.by ?? 0) + by });
  };
  const countAll = (head: Tasks, by: number) => {
    for (const { id, unit, role, assignee } of head.tasks) {
      count(unit, { role, alarm: alarmOf(head, id), held: assignee !== null }, by);
      if (assignee !== null) count(unit, { officer: assignee }, by);
    }
  };
  if (before) countAll(before, -1);
  countAll(after, 1);
  return [...sums.values()].filter(({ by }) => by !== 0);
}
