import type { LandTax } from '../../../schemas/land-tax/entries.ts';
import type { LandNotice } from '../../../schemas/land-tax/notice.ts';
import { type Dong, toDong } from '../../../schemas/money/dong.ts';

/** What is owed the treasury by the notice in force. */
export interface TreasuryDebt {
  readonly notice: LandNotice;
  readonly paid: Dong;
  /** What is still due; 0 where all is paid. */
  readonly left: Dong;
}

/** What a dossier's applicant owes the treasury; undefined where no notice is in force. */
export function treasuryDebtOf(landTax: LandTax | null): TreasuryDebt | undefined {
  if (!landTax?.notice) return undefined;
  const { notice } = landTax;
  const paid = landTax.paid.reduce((sum, { amount }) => sum + amount, 0);
  return { notice, paid: toDong(paid), left: toDong(Math.max(0, notice.total - paid)) };
}

/** Whether something is still due to the treasury. */
export const owesTreasury = (landTax: LandTax | null): boolean => (treasuryDebtOf(landTax)?.left ?? 0) > 0;
