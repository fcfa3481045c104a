/**
 * Entries about the correction of a receipt. Until it is approved it is a matter of the office; then the receipt that
 * corrects says why.
 */
export const correctionAudiences = {
  receiptCorrectionRequested: {
    receipt: 'everybody',
    kind: 'everybody',
    amount: 'handlers',
    reason: 'handlers',
  },
  receiptCorrectionDecided: { receipt: 'everybody', approved: 'everybody', reason: 'handlers' },
} as const;
