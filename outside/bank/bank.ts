import { createHmac, randomBytes } from 'node:crypto';
import { type Heard, post } from '../wire/post.ts';

/** A transfer that comes in. */
export interface Transfer {
  readonly amount: number;
  readonly purpose: string;
  readonly account?: string;
  /** The bank's number of the entry; the same to tell of it again. */
  readonly id?: string;
  readonly payer?: { readonly name?: string; readonly account?: string; readonly bank?: string };
}

/** forged: signed with another key; stale: signed an hour ago; garbage: signed, and no JSON. */
export type BankMood = 'up' | 'forged' | 'stale' | 'garbage';

export interface SimulatedBank {
  readonly account: string;
  readonly secret: string;
  mood: BankMood;
  /** Where notices go. */
  notifyAt: string;
  /** The notice of a transfer as it is sent, without sending it. */
  notice(transfer: Transfer): { readonly body: string; readonly headers: Readonly<Record<string, string>> };
  credit(transfer: Transfer): Promise<Heard>;
}

/** A bank that tells of transfers, for development and tests. */
export function simulatedBank({
  notifyAt = '',
  account = '0011001932418',
  secret = randomBytes(24).toString('base64url'),
  now = Date.now as () => number,
} = {}): SimulatedBank {
  const bank: SimulatedBank = {
    account,
    secret,
    mood: 'up',
    notifyAt,
    notice(transfer) {
      const told = {
        id: transfer.id ?? `FT${randomBytes(6).toString('hex').toUpperCase()}`,
        account: transfer.account ?? account,
        amount: transfer.amount,
        currency: 'VND',
        bookedAt: new Date(now()).toISOString(),
        purpose: transfer.purpose,
        ...(transfer.payer && { payer: transfer.payer }),
      };
      const body = bank.mood === 'garbage' ? 'Bảo trì' : JSON.stringify(told);
      const timestamp = String(Math.floor(now() / 1000) - (bank.mood === 'stale' ? 3600 : 0));
      const key = bank.mood === 'forged' ? 'another key of somebody' : secret;
      const signature = createHmac('sha256', key).update(`${timestamp}.${body}`).digest('hex');
      return {
        body,
        headers: { 'x-notice-timestamp': timestamp, 'x-notice-signature': `sha256=${signature}` },
      };
    },
    credit(transfer) {
      const { body, headers } = bank.notice(transfer);
      return post(bank.notifyAt, body, { headers });
    },
  };
  return bank;
}
