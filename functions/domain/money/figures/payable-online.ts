import type { Procedure } from '../../../../schemas/catalogue/procedure.ts';
import type { Unit } from '../../../../schemas/organization/unit.ts';
import { unclearOf } from '../../fees/unclear.ts';
import { collectorOf } from '../../organization/collector-of.ts';
import { shareOf } from './paid-share.ts';

/** What of a procedure decides whether its fee can be paid online. */
export interface ProcedureFee {
  readonly fee: 'none' | 'clear' | 'unclear';
  /** The unit that decides it for the whole province, if one does. */
  readonly competentUnit: string | undefined;
}

/** Unclear where any way of submission has a fee from which no amount follows. */
export function procedureFee({ methods, competentUnit }: Procedure): ProcedureFee {
  const fees = methods.map(({ fee }) => fee).filter(fee => fee !== null && fee.kind !== 'free');
  const unclear = fees.some(fee => unclearOf(fee) !== undefined);
  return { fee: fees.length === 0 ? 'none' : unclear ? 'unclear' : 'clear', competentUnit };
}

/**
 * How many procedures that units decide have a fee, and of how many it can be paid online: its amount is clear, and
 * who decides it has a body that collects (TTHC có nghĩa vụ tài chính được thanh toán trực tuyến). One that no unit
 * decides for all is the unit’s own.
 */
export function payableOnline(
  procedures: readonly ProcedureFee[],
  unit: string,
  below: ReadonlySet<string>,
  units: readonly Unit[],
) {
  const own = procedures.filter(
    ({ fee, competentUnit }) => fee !== 'none' && (competentUnit === undefined || below.has(competentUnit)),
  );
  const payable = own.filter(
    ({ fee, competentUnit }) => fee === 'clear' && collectorOf(units, competentUnit ?? unit) !== undefined,
  ).length;
  return { withFee: own.length, payable, share: shareOf(payable, own.length) };
}
