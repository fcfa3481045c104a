/** Who is shown each member of the entries about electronic receipts; none of them names who paid. */
export const receiptAudiences = {
  receiptIssued: {
    receipt: 'everybody',
    form: 'everybody',
    serial: 'everybody',
    number: 'everybody',
    unit: 'everybody',
    taxCode: 'everybody',
    paid: 'everybody',
    kind: 'everybody',
    of: 'everybody',
    amount: 'everybody',
    fees: 'everybody',
    charges: 'everybody',
    date: 'everybody',
    sha256: 'everybody',
    size: 'everybody',
    provider: 'everybody',
  },
  // Until it is approved it is a matter of the office; then the receipt that corrects says why.
  receiptCorrectionRequested: {
    receipt: 'everybody',
    kind: 'everybody',
    amount: 'handlers',
    reason: 'handlers',
  },
  receiptCorrectionDecided: { receipt: 'everybody', approved: 'everybody', reason: 'handlers' },
  receiptRequested: {
    request: 'everybody',
    provider: 'everybody',
    reports: 'handlers',
    unit: 'everybody',
    taxCode: 'everybody',
    owed: 'everybody',
  },
  // Why a provider refuses is a matter of the office: whoever paid has paid.
  receiptRefused: { request: 'everybody', code: 'handlers' },
  receiptRetried: { request: 'everybody' },
} as const;
