import { dayNumberOf } from '../functions/domain/vietnam-time.ts';
import type { PlannedTask } from '../schemas/dossier/task.ts';
import { officeHoursOf } from './office-hours.ts';
import type { Officer } from './officers.ts';
import type { VirtualTime } from './virtual-time.ts';

/** What an officer is going to do at a task. */
export type Intent = 'decide' | 'recordSupplement' | 'recordPayment' | 'handOver' | 'giveUp' | 'proceed';

/** A piece of work on a desk. */
export interface Errand {
  readonly code: string;
  readonly task: PlannedTask;
  readonly intent: Intent;
  /** Office time it takes somebody of usual speed, in milliseconds. */
  readonly effort: number;
  /** Who took the task over: nobody else may decide it. */
  readonly holder?: string | undefined;
}

export interface DesksDeps {
  readonly time: VirtualTime;
  readonly staff: (unit: string, role: PlannedTask['role']) => readonly Officer[];
  /** Whether the task is still there to be worked at. */
  readonly isOpen: (errand: Errand) => boolean;
  /** The work itself, once the effort has been made. */
  readonly perform: (errand: Errand, officer: Officer) => Promise<void>;
  readonly find: (audit: string, what: string) => void;
}

interface Desk {
  readonly unit: string;
  readonly officers: readonly Officer[];
  errands: Errand[];
  /** When somebody next looks whether the office has opened. */
  opensAt: number | undefined;
}

/** Puts errands on the desks of their units and roles, where officers work them off in office hours, the most urgent first. */
export function openDesks(deps: DesksDeps): { put(errand: Errand, at: number): void } {
  const { time } = deps;
  const desks = new Map<string, Desk>();
  const desksOf = new Map<Officer, Desk[]>();

  function deskOf({ unit, role }: PlannedTask): Desk {
    const name = `${unit}/${role}`;
    const known = desks.get(name);
    if (known) return known;
    const officers = deps.staff(unit, role);
    if (officers.length === 0) deps.find('every task has somebody to do it', `nobody works at ${name}`);
    const desk: Desk = { unit, officers, errands: [], opensAt: undefined };
    desks.set(name, desk);
    for (const officer of officers) desksOf.set(officer, [...(desksOf.get(officer) ?? []), desk]);
    return desk;
  }

  function serve(desk: Desk): void {
    if (desk.errands.length === 0) return;
    const hours = officeHoursOf(desk.unit);
    const now = time.now();
    if (!hours.isOpen(now)) {
      lookAgain(desk, hours.nextOpen(now));
      return;
    }
    const today = dayNumberOf(now);
    for (const officer of desk.officers) {
      if (officer.busy || officer.isAbsent(today)) continue;
      const errand = take(desk, officer);
      if (errand) work(officer, errand, hours.after(now, errand.effort / officer.speed));
    }
    // What nobody here today may do is looked at again when somebody else may be here.
    const present = desk.officers.filter(officer => !officer.isAbsent(today));
    const stranded = desk.errands.some(({ holder }) =>
      present.every(({ id }) => holder !== undefined && holder !== id),
    );
    if (stranded) lookAgain(desk, hours.nextOpen(now + 6 * 3_600_000));
  }

  function lookAgain(desk: Desk, at: number): void {
    if (desk.opensAt !== undefined && desk.opensAt > time.now()) return;
    desk.opensAt = at;
    time.at(at, () => {
      desk.opensAt = undefined;
      serve(desk);
    });
  }

  /** The most urgent errand that the officer may do; what has lapsed meanwhile is thrown away. */
  function take(desk: Desk, officer: Officer): Errand | undefined {
    desk.errands = desk.errands.filter(deps.isOpen);
    const own = desk.errands.filter(({ holder }) => holder === undefined || holder === officer.id);
    const first = own.reduce<Errand | undefined>(
      (best, errand) => (best && best.task.dueAt <= errand.task.dueAt ? best : errand),
      undefined,
    );
    if (first) desk.errands.splice(desk.errands.indexOf(first), 1);
    return first;
  }

  function work(officer: Officer, errand: Errand, until: number): void {
    officer.busy = true;
    time.at(until, () => {
      void time.begin(async () => {
        await deps.perform(errand, officer);
        officer.busy = false;
        for (const desk of desksOf.get(officer) ?? []) serve(desk);
      });
    });
  }

  return {
    put(errand, at) {
      time.at(at, () => {
        const desk = deskOf(errand.task);
        desk.errands.push(errand);
        serve(desk);
      });
    },
  };
}
