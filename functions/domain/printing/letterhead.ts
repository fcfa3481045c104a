import type { Unit } from '../../../schemas/organization/unit.ts';

/** The head of a document (thể thức, NĐ 30/2020/NĐ-CP, annex I): who issues it, under whom, and where. */
export interface Letterhead {
  /** The superior agency (cơ quan chủ quản), if the issuing one is part of another. */
  readonly parent: string | null;
  readonly agency: string;
  /** The place before the date (địa danh); null if the unit's name does not contain it. */
  readonly place: string | null;
}

const COMMUNE = /^(?:xã|phường|đặc khu)\s+/iu;
const PROVINCE = /(?:tỉnh|thành phố)\s+(\S.*)$/iu;

/** The letterhead of a unit: that of a commune is its people's committee's, which names no superior agency. */
export function letterheadOf(units: readonly Unit[], code: string): Letterhead {
  const byCode = new Map<string, Unit>(units.map(unit => [unit.code, unit]));
  const unit = byCode.get(code);
  if (unit === undefined) return { parent: null, agency: code, place: null };
  if (unit.kind === 'commune') {
    const bare = COMMUNE.test(unit.name);
    return {
      parent: null,
      agency: bare
        ? `Ủy ban nhân dân ${unit.name.charAt(0).toLocaleLowerCase('vi')}${unit.name.slice(1)}`
        : unit.name,
      place: bare ? unit.name.replace(COMMUNE, '') : null,
    };
  }
  const parent = unit.parent === null ? undefined : byCode.get(unit.parent);
  const province = units.find(({ kind }) => kind === 'province');
  return {
    parent: parent?.name ?? null,
    agency: unit.name,
    place: PROVINCE.exec(province?.name ?? '')?.[1] ?? null,
  };
}
