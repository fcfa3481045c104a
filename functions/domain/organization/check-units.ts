import type { FieldFault } from '../../../schemas/api/problem-error.ts';
import type { AgencyCode } from '../../../schemas/codes/agency-code.ts';
import type { Unit } from '../../../schemas/organization/unit.ts';
import { addDays } from '../vietnam-time.ts';

/** Faults within a list of units: duplicate codes, missing parents, successors that lead nowhere. */
export function faultsOfUnits(units: readonly Unit[]): FieldFault[] {
  const byCode = new Map(units.map(unit => [unit.code, unit]));
  const seen = new Set<AgencyCode>();
  return units.flatMap((unit, index): FieldFault[] => {
    const faults: FieldFault[] = [];
    if (seen.has(unit.code)) {
      faults.push({
        pointer: `/units/${index}/code`,
        message: { vi: `mã ${unit.code} được nêu hai lần`, en: `${unit.code} is given twice` },
      });
    }
    seen.add(unit.code);
    if (unit.parent !== null && !byCode.has(unit.parent)) {
      faults.push({
        pointer: `/units/${index}/parent`,
        message: { vi: `không có đơn vị ${unit.parent}`, en: `there is no unit ${unit.parent}` },
      });
    }
    if (unit.validTo !== null && unit.validTo < unit.validFrom) {
      faults.push({
        pointer: `/units/${index}/validTo`,
        message: { vi: 'không được trước ngày bắt đầu của đơn vị', en: 'must not be before the unit begins' },
      });
    }
    return [...faults, ...faultsOfSuccessors(unit, `/units/${index}/successors`, byCode)];
  });
}

function faultsOfSuccessors(
  unit: Unit,
  pointer: string,
  byCode: ReadonlyMap<AgencyCode, Unit>,
): FieldFault[] {
  const { code, validTo, successors } = unit;
  if (successors.length === 0) return [];
  if (validTo === null) {
    return [
      {
        pointer,
        message: {
          vi: 'chỉ đơn vị có ngày kết thúc (validTo) mới có đơn vị kế thừa',
          en: 'only a unit with an end date (validTo) has successors',
        },
      },
    ];
  }
  return successors.flatMap((successor, index): FieldFault[] => {
    const at = `${pointer}/${index}`;
    const found = byCode.get(successor);
    if (!found)
      return [
        {
          pointer: at,
          message: { vi: `không có đơn vị ${successor}`, en: `there is no unit ${successor}` },
        },
      ];
    if (successors.indexOf(successor) < index)
      return [
        {
          pointer: at,
          message: { vi: `${successor} được nêu hai lần`, en: `${successor} is given twice` },
        },
      ];
    if (leadsTo(successor, code, byCode))
      return [
        {
          pointer: at,
          message: {
            vi: `${successor} lại do ${code} kế thừa: các đơn vị kế thừa nhau thành vòng`,
            en: `${successor} is in turn succeeded by ${code}: the succession is circular`,
          },
        },
      ];
    const next = addDays(validTo, 1);
    if (found.validFrom > next)
      return [
        {
          pointer: at,
          message: {
            vi: `${successor} đến ${found.validFrom} mới hoạt động, muộn hơn ngày ${next}`,
            en: `${successor} only begins on ${found.validFrom}, later than ${next}`,
          },
        },
      ];
    if (found.validTo !== null && found.validTo < next)
      return [
        {
          pointer: at,
          message: {
            vi: `${successor} đã kết thúc ngày ${found.validTo}, trước khi tiếp nhận việc`,
            en: `${successor} ended on ${found.validTo}, before it could take over`,
          },
        },
      ];
    return [];
  });
}

/** Whether a unit, or one of its direct or indirect successors, is the other. */
function leadsTo(
  from: AgencyCode,
  to: AgencyCode,
  byCode: ReadonlyMap<AgencyCode, Unit>,
  passed: ReadonlySet<AgencyCode> = new Set(),
): boolean {
  if (from === to) return true;
  if (passed.has(from)) return false;
  const further = new Set([...passed, from]);
  return (byCode.get(from)?.successors ?? []).some(next => leadsTo(next, to, byCode, further));
}
