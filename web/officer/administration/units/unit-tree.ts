import type { UnitOutput } from '../../../api/generated.ts';
import { vietnameseOrder } from '../../../wording/formats.ts';

export interface Branch {
  readonly unit: UnitOutput;
  readonly below: readonly Branch[];
}

/** Units below their parents, by name; those whose parent is not among them stand at the top. */
export function treeOf(units: readonly UnitOutput[]): Branch[] {
  const codes = new Set(units.map(({ code }) => code));
  const below = Map.groupBy(units, ({ code, parent }) =>
    parent !== null && parent !== code && codes.has(parent) ? parent : '',
  );
  const branches = (parent: string): Branch[] =>
    (below.get(parent) ?? [])
      .toSorted((a, b) => vietnameseOrder.compare(a.name, b.name))
      .map(unit => ({ unit, below: branches(unit.code) }));
  return branches('');
}

const plain = (text: string) =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/đ/gi, 'd').toLowerCase();

/** The units whose code or name holds what is sought, with or without marks. */
export const soughtAmong = (units: readonly UnitOutput[], sought: string): UnitOutput[] =>
  units.filter(({ code, name }) => plain(`${code} ${name}`).includes(plain(sought.trim())));
