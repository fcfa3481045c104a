import type { TreasuryView } from '../../../schemas/api/land-tax.ts';
import type { LandTax } from '../../../schemas/land-tax/entries.ts';
import type { Language } from '../../../schemas/words.ts';
import { obligationName } from './obligations.ts';
import { treasuryDebtOf } from './treasury-debt.ts';

/** What is owed the treasury, as it is shown: what the notice says, and what of it was paid; null without a notice. */
export function treasuryView(landTax: LandTax | null, language: Language): TreasuryView | null {
  const debt = treasuryDebtOf(landTax);
  if (!debt) return null;
  const { notice, paid, left } = debt;
  const lines = notice.lines.map(line => ({ ...line, name: obligationName(line.kind)[language] }));
  return { ...notice, lines, paid, left };
}
