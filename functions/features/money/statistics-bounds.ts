import { ProblemError } from '../../../schemas/api/problem-error.ts';

/** Days of a period at most. */
export const MOST_DAYS = 31;
/** Payments on their way that are looked through, of the whole province. */
export const MOST_WAITING = 50_000;
/** Units times days, 16 queries each: a province of 300 units for a day, ten units for a month. */
const MOST_UNIT_DAYS = 310;
/** Dossiers whose channel is read. */
const MOST_DOSSIERS = 5000;

/** Refuses figures that would take more reads than one request may make. */
export function demandReadable(unitDays: number, dossiers = 0): void {
  if (unitDays <= MOST_UNIT_DAYS && dossiers <= MOST_DOSSIERS) return;
  throw new ProblemError('period-too-long', {
    vi: `Số liệu của đơn vị này và các đơn vị trực thuộc quá lớn cho kỳ đã chọn (tối đa ${MOST_UNIT_DAYS} đơn vị × ngày, ${MOST_DOSSIERS} hồ sơ): hãy chọn kỳ ngắn hơn.`,
    en: `This unit and those under it have too much in this period (at most ${MOST_UNIT_DAYS} units times days, ${MOST_DOSSIERS} dossiers): choose a shorter one.`,
  });
}
