import type { EventData } from '../../../schemas/dossier/event.ts';
import type { LandTax } from '../../../schemas/land-tax/entries.ts';

/** An entry about what is owed the treasury. */
export type LandEntry = Extract<EventData, { type: `land${string}` }>;

/**
 * What a dossier keeps of it after one more entry. What was paid stays when a notice is corrected or taken back, and
 * counts towards the next one; a slip that is sent once all was paid begins anew.
 */
export function landTaxAfter(before: LandTax | null, entry: LandEntry): LandTax | null {
  if (entry.type === 'landSlipSent') {
    const { slip, kinds } = entry;
    const { slips = 0, notice = null, paid = [] } = before ?? {};
    return { slip, slips: slips + 1, kinds, refused: null, notice: null, paid: notice ? [] : paid };
  }
  if (before === null) return null;
  switch (entry.type) {
    case 'landSlipRefused':
      return { ...before, refused: entry.code };
    case 'landNoticeReceived':
      return { ...before, refused: null, notice: entry.notice };
    case 'landNoticeWithdrawn':
      return { ...before, notice: null };
    case 'landTaxPaid': {
      const { document, amount, paidOn } = entry;
      return { ...before, paid: [...before.paid, { document, amount, paidOn }] };
    }
  }
}
