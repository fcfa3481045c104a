import type { OfficerPrincipal } from '../schemas/identity/principal.ts';
import type { OfficerRole } from '../schemas/identity/roles.ts';
import { starter } from '../test/support/lifecycle/memory-province.ts';
import type { Random } from './random.ts';

/** Somebody who works: as fast as they are, unless they are away or at work on something. */
export interface Officer {
  readonly id: string;
  readonly caller: OfficerPrincipal;
  /** 1 is usual; twice as fast is 2. */
  readonly speed: number;
  isAbsent(day: number): boolean;
  busy: boolean;
}

/** The share of days on which an officer is away. */
const ABSENCE = 0.05;

/** The people of the province, each with a speed and days of absence of their own. */
export function employ(random: Random): (unit: string, role: OfficerRole) => readonly Officer[] {
  const officers = starter.officers
    .filter(({ active }) => active)
    .map(({ id, unit, roles }): Officer => {
      const own = random.fork(`officer ${id}`);
      return {
        id,
        caller: { kind: 'officer', id, unit, roles: [...roles] },
        speed: own.between(0.6, 1.6),
        isAbsent: day => own.fork(`day ${day}`).chance(ABSENCE),
        busy: false,
      };
    });
  const desks = Map.groupBy(
    officers.flatMap(officer =>
      officer.caller.roles.map(role => ({ officer, desk: `${officer.caller.unit}/${role}` })),
    ),
    ({ desk }) => desk,
  );
  return (unit, role) => (desks.get(`${unit}/${role}`) ?? []).map(({ officer }) => officer);
}
