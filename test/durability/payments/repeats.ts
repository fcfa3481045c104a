import { setTimeout as pause } from 'node:timers/promises';
import { seeded } from '../../end-to-end/outside-client.ts';
import type { Finding } from '../findings.ts';
import type { StubbornClient } from '../stubborn-client.ts';
import type { Gateways } from './gateways.ts';
import { FEE, Payer } from './payer.ts';

export const REPEATS = 'many repeats of one notice are one payment';
const AT_ONCE = 8;

/** One payment, whose notice comes again and again, several at once, through every kill. */
export async function repeatOne(of: {
  readonly client: StubbornClient;
  readonly gateways: Gateways;
  readonly seed: number;
  readonly times: number;
  readonly found: Finding[];
}): Promise<void> {
  const { client, gateways, times, found } = of;
  const payer = new Payer({ client, gateways, random: seeded(of.seed), unit: 'H44.101' });
  await payer.submit();
  await payer.accept();
  let reference: string | undefined;
  while (reference === undefined) reference = await payer.open();
  await gateways.pay(reference, 'silent');
  let told = 0;
  const teller = async () => {
    while (told < times) {
      told += 1;
      // Repeats, not a load of their own.
      await pause(20);
      await gateways.tell(reference, 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, teller));
  await gateways.tell(reference, 100);
  const { payments } = await payer.money();
  const amounts = payments.map(({ amount }) => amount);
  if (amounts.length !== 1 || amounts[0] !== FEE)
    found.push({ audit: REPEATS, what: `${payer.code}: ${times} repeats are payments of ${amounts.join()}` });
}
