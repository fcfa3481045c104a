const namesAccount = (gateway: string): boolean => gateway === 'bank' || gateway === 'deposit';

interface Named {
  readonly gateway: string;
  readonly transaction: string;
}

/** An account as it is compared: banks write one with dots, dashes and spaces, or none. */
export const accountDigits = (account: string): string => account.replace(/[^0-9A-Za-z]/g, '').toUpperCase();

/** Notices of banks, and deposits, name `account/entry`: money on one account is in no statement of another. */
export function isOnAccount({ gateway, transaction }: Named, account: string): boolean {
  const slash = transaction.indexOf('/');
  if (!namesAccount(gateway) || slash < 0) return true;
  return accountDigits(transaction.slice(0, slash)) === accountDigits(account);
}

/** The bank's own number of a transfer or a slip, of whatever account. */
export const entryName = ({ gateway, transaction }: Named): string =>
  namesAccount(gateway) ? transaction.slice(transaction.indexOf('/') + 1) : transaction;

/** The number by which a statement of the account names a payment. */
export function bankName({ gateway, transaction }: Named, account: string): string {
  return isOnAccount({ gateway, transaction }, account) ? entryName({ gateway, transaction }) : transaction;
}
