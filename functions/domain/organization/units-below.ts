import type { Unit } from '../../../schemas/organization/unit.ts';

type Placed = Pick<Unit, 'code' | 'parent'>;

/** A unit and all units under it, itself first. */
export function unitAndBelow(units: readonly Placed[], code: string): string[] {
  const children = Map.groupBy(units, ({ parent }) => parent as string | null);
  const found = new Set<string>([code]);
  for (const each of found) for (const child of children.get(each) ?? []) found.add(child.code);
  return [...found];
}
