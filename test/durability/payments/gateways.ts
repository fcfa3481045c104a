import { setTimeout as pause } from 'node:timers/promises';
import { type BankMood, simulatedBank, type Transfer } from '../../../outside/bank/bank.ts';
import {
  accessTo,
  type PlatformMood,
  type SimulatedPlatform,
  startPaymentPlatform,
} from '../../../outside/payment-platform/server.ts';
import type { Heard } from '../../../outside/wire/post.ts';

/** Money that a gateway took, as the gateway knows it. */
export interface Taken {
  readonly gateway: 'platform' | 'bank';
  /** As it is kept in our records. */
  readonly transaction: string;
  readonly amount: number;
  /** Whose it is meant to be; null where nobody can know. */
  readonly dossier: string | null;
  /** Whether we can hear of it: a bank whose notice is lost is asked by nobody. */
  readonly told: boolean;
}

/** How a transfer comes to the bank, and is told of. */
export interface Credited extends Pick<Transfer, 'amount' | 'purpose'> {
  readonly dossier: string | null;
  /** How often the bank tells of it; not at all where the notice is lost. */
  readonly times?: number;
}

/** Real milliseconds for which a bank tells again what nobody took. */
const PATIENCE = 120_000;

/** The payment platform and the bank: beside the host, so that they outlive it, and with a mood for each payment. */
export async function openGateways(notifyAt: string, now: () => number) {
  const platform = await startPaymentPlatform({ now, notifyAt: `${notifyAt}/platform` });
  const bank = simulatedBank({ now, notifyAt: `${notifyAt}/bank` });
  const credits: Taken[] = [];
  let last = 0;

  return {
    platform,
    bank,
    secrets: {
      'payment-platform': accessTo(platform),
      'bank-notices': { accounts: [{ bank: '970415', account: bank.account, secret: bank.secret }] },
    },
    /** Pays at the platform while it has a mood; the mood is over as soon as it was paid. */
    pay(
      reference: string,
      mood: PlatformMood,
      how: { amount?: number; failed?: boolean } = {},
    ): Promise<void> {
      return inMood(platform, mood, () => platform.pay(reference, how));
    },
    /** Tells of a payment until somebody takes the notice, or so often in vain. */
    async tell(reference: string, tries: number): Promise<void> {
      for (let tried = 0; tried < tries; tried++) {
        if ((await inMood(platform, 'up', () => platform.notify(reference))).status === 200) return;
        await pause(500);
      }
    },
    /** References under which the platform was asked for payments of a dossier. */
    referencesOf: (code: string): string[] =>
      platform.payments.flatMap(({ reference, message }) => (dossierOf(message) === code ? [reference] : [])),
    /** Money comes in on the account; the bank tells of it until that is taken. */
    async credit({ amount, purpose, dossier, times = 1 }: Credited): Promise<string> {
      const id = `FT${String(++last).padStart(8, '0')}`;
      const transaction = `${bank.account}/${id}`;
      credits.push({ gateway: 'bank', transaction, amount, dossier, told: times > 0 });
      await Promise.all(Array.from({ length: times }, () => tellOf({ amount, purpose, id })));
      return id;
    },
    /** A notice that must not be believed: what was answered. */
    badNotice(transfer: Transfer, mood: BankMood): Promise<Heard> {
      return inMood(bank, mood, () => bank.credit(transfer));
    },
    /** How many payments were made so far. */
    paid: () => credits.length + platform.payments.filter(({ state }) => state === 'paid').length,
    /** All that was paid so far. */
    taken: (): Taken[] => [
      ...credits,
      ...platform.payments.flatMap((payment): Taken[] => {
        const { state, transaction, amount, message } = payment;
        const dossier = dossierOf(message);
        return state === 'paid' ? [{ gateway: 'platform', transaction, amount, dossier, told: true }] : [];
      }),
    ],
    stop: () => platform.stop(),
  };

  async function tellOf(transfer: Transfer): Promise<void> {
    const limit = performance.now() + PATIENCE;
    for (;;) {
      const { status, body } = await inMood(bank, 'up', () => bank.credit(transfer));
      if (status === 200) return;
      if (performance.now() > limit) throw new Error(`the bank is answered ${status}: ${body}`);
      await pause(400);
    }
  }
}
export type Gateways = Awaited<ReturnType<typeof openGateways>>;

/** The simulators read their mood when something begins, so that those of others at the same time are not touched. */
function inMood<M, T>(whose: { mood: M }, mood: M, work: () => Promise<T>): Promise<T> {
  const before = whose.mood;
  whose.mood = mood;
  const doing = work();
  whose.mood = before;
  return doing;
}

function dossierOf(message: SimulatedPlatform['asked'][number]): string | null {
  const paper = message['ThongTinBienLai'];
  return typeof paper === 'object' && paper !== null && 'MaHoSo' in paper ? String(paper.MaHoSo) : null;
}

/** Bad times of the platform, one after another, until they are ended: the openings of all payers meet them. */
export function badTimes(platform: SimulatedPlatform, random: () => number) {
  const moods = [
    'loses-answer',
    'down',
    'notice-first',
    'refuses',
    'garbage',
    'loses-answer',
    'slow',
  ] as const;
  const over = new AbortController();
  const work = async () => {
    for (let nth = 0; !over.signal.aborted; nth++) {
      await pause(1000 + random() * 6000, undefined, { signal: over.signal });
      platform.mood = moods[nth % moods.length] ?? 'up';
      await pause(300 + random() * 900, undefined, { signal: over.signal });
      platform.mood = 'up';
    }
  };
  const finished = work().catch((error: unknown) => {
    if (!over.signal.aborted) throw error;
  });
  return {
    async end(): Promise<void> {
      over.abort();
      await finished;
      platform.mood = 'up';
    },
  };
}
