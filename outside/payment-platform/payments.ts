import { randomBytes } from 'node:crypto';

/** A payment as the simulated platform keeps it. */
export interface Payment {
  readonly reference: string;
  readonly asked: number;
  readonly message: Readonly<Record<string, unknown>>;
  /** The last part of the page's address. */
  readonly page: string;
  readonly expiresAt: number;
  state: 'open' | 'paid' | 'failed';
  transaction: string;
  amount: number;
  bank: string;
  at: number;
}

/** How long a page takes payments. */
export const OPEN_FOR = 15 * 60_000;

export class Payments {
  readonly #all = new Map<string, Payment>();

  open(message: Readonly<Record<string, unknown>>, now: number): Payment | undefined {
    const reference = String(message['MaThamChieu']);
    if (this.#all.has(reference)) return undefined;
    const payment: Payment = {
      reference,
      asked: Number(message['SoTien']),
      message,
      page: randomBytes(12).toString('hex'),
      expiresAt: now + OPEN_FOR,
      state: 'open',
      transaction: '',
      amount: Number(message['SoTien']),
      bank: '',
      at: now,
    };
    this.#all.set(reference, payment);
    return payment;
  }

  of(reference: string): Payment | undefined {
    return this.#all.get(reference);
  }

  behind(page: string): Payment | undefined {
    return [...this.#all.values()].find(payment => payment.page === page);
  }

  all(): readonly Payment[] {
    return [...this.#all.values()];
  }
}

/** Settles a payment; one that was paid stays as it is. */
export function settle(
  payment: Payment,
  { at, amount = payment.asked, failed = false }: { at: number; amount?: number; failed?: boolean },
): void {
  if (payment.state === 'paid') return;
  payment.state = failed ? 'failed' : 'paid';
  payment.transaction = `PP${randomBytes(6).toString('hex').toUpperCase()}`;
  payment.amount = amount;
  payment.bank = 'VCB';
  payment.at = at;
}
