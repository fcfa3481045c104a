/**
 * Entries about what is owed the treasury. Citizens see all but the code of a refusal, which is between the two
 * offices.
 */
export const landAudiences = {
  landSlipSent: { slip: 'everybody', kinds: 'everybody' },
  landSlipRefused: { slip: 'everybody', code: 'handlers' },
  landNoticeReceived: { slip: 'everybody', notice: 'everybody', replaces: 'everybody' },
  landNoticeWithdrawn: { slip: 'everybody', notice: 'everybody' },
  landTaxPaid: {
    slip: 'everybody',
    notice: 'everybody',
    document: 'everybody',
    amount: 'everybody',
    paidOn: 'everybody',
    source: 'everybody',
  },
} as const;
