/**
 * Names of banks by the number (BIN) that VietQR codes carry: six digits that NAPAS gives. A code of a bank that is not
 * named here is read all the same.
 */
export const BANKS = {
  source: 'As commonly published by the banks themselves',
  unconfirmed: ['numbers and names against the list of members that NAPAS publishes'],
  names: {
    '970403': 'Sacombank',
    '970405': 'Agribank',
    '970407': 'Techcombank',
    '970415': 'VietinBank',
    '970418': 'BIDV',
    '970422': 'MB',
    '970436': 'Vietcombank',
  } as Readonly<Record<string, string>>,
} as const;

/** The name of a bank, or its number where the name is not known. */
export const bankName = (bin: string): string => (Object.hasOwn(BANKS.names, bin) && BANKS.names[bin]) || bin;
