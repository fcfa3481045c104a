import type { Words } from '../../../../schemas/words.ts';
import { faultWords } from './fault-words.ts';
import { LONGEST_ACCOUNT } from './limits.ts';

/** An account number without the spaces and points that people set into it, so that one account has one name. */
export function readAccount(text: string): { account: string } | { fault: Words } {
  const account = text.replace(/[\s.]/g, '').toUpperCase();
  if (account === '') return { fault: faultWords.noAccount };
  return account.length > LONGEST_ACCOUNT ? { fault: faultWords.tooLong(LONGEST_ACCOUNT) } : { account };
}

/** Whether a text names the đồng. */
export const isDong = (text: string): boolean =>
  /^(?:vnd|vnđ|đồng|đ|₫)$/iu.test(text.trim().normalize('NFC'));
