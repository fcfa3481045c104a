import type { Payer } from './payer.ts';
import { FEE } from './payer.ts';

interface Plan {
  /** How often it is drawn, of all weights together. */
  readonly weight: number;
  readonly play: (payer: Payer) => Promise<void>;
}

const LESS = 30_000;
const MORE = 20_000;

/** Opens a payment at the platform and does something with it; where it does not open, the applicant transfers. */
const online =
  (paying: (payer: Payer, reference: string) => Promise<void>): Plan['play'] =>
  async payer => {
    const reference = await payer.open();
    if (reference === undefined) await payer.transfer(FEE);
    else await paying(payer, reference);
  };

/** What may become of a dossier's fee. */
export const plans: Readonly<Record<string, Plan>> = {
  'paid at the platform, told until taken': {
    weight: 22,
    play: online(async ({ gateways }, reference) => {
      await gateways.pay(reference, 'silent');
      await gateways.tell(reference, 20);
    }),
  },
  'told twice at once, and again': {
    weight: 6,
    play: online(async ({ gateways }, reference) => {
      await gateways.pay(reference, 'notice-twice');
      await Promise.all([1, 2, 3].map(() => gateways.tell(reference, 3)));
    }),
  },
  'paid at the platform, its notice lost': {
    weight: 7,
    play: online(({ gateways }, reference) => gateways.pay(reference, 'silent')),
  },
  'paid at the platform, its notice with a wrong code': {
    weight: 4,
    play: online(({ gateways }, reference) => gateways.pay(reference, 'bad-code')),
  },
  'paid less at the platform, the rest transferred': {
    weight: 5,
    play: online(async (payer, reference) => {
      await payer.gateways.pay(reference, 'wrong-amount');
      await payer.gateways.tell(reference, 20);
      if (payer.random() < 0.6) await payer.transfer(1000);
    }),
  },
  'paid more at the platform, and refunded': {
    weight: 4,
    play: online(async (payer, reference) => {
      await payer.gateways.pay(reference, 'silent', { amount: FEE + MORE });
      await payer.gateways.tell(reference, 20);
      await payer.refund('held');
    }),
  },
  'paid after the page expired': {
    weight: 4,
    play: online(({ gateways }, reference) => gateways.pay(reference, 'late')),
  },
  'failed at the platform, then transferred': {
    weight: 4,
    play: online(async (payer, reference) => {
      await payer.gateways.pay(reference, 'up', { failed: true });
      await payer.transfer(FEE);
    }),
  },
  'failed at the platform, then opened anew and paid': {
    weight: 4,
    play: online(async (payer, reference) => {
      await payer.gateways.pay(reference, 'silent', { failed: true });
      await payer.gateways.tell(reference, 5);
      const again = await payer.open();
      if (again !== undefined) await payer.gateways.pay(again, 'up');
    }),
  },
  'opened and never paid': { weight: 5, play: online(async () => undefined) },
  'opened, its answer perhaps lost, and whatever was opened paid': {
    weight: 4,
    async play(payer) {
      await payer.open(1);
      await payer.open(2);
      await Promise.all(payer.gateways.referencesOf(payer.code).map(each => payer.gateways.pay(each, 'up')));
    },
  },
  'transferred while the payment is on its way, told of afterwards': {
    weight: 5,
    play: online(async (payer, reference) => {
      await payer.gateways.pay(reference, 'silent');
      await payer.transfer(FEE);
      await payer.gateways.tell(reference, 20);
      await payer.refund('held');
    }),
  },
  'transferred and paid at the same moment': {
    weight: 3,
    play: online(async (payer, reference) => {
      await Promise.all([payer.transfer(FEE), payer.gateways.pay(reference, 'up')]);
    }),
  },
  transferred: { weight: 10, play: async payer => void (await payer.transfer(FEE)) },
  'transferred, told of three times': { weight: 6, play: async payer => void (await payer.transfer(FEE, 3)) },
  'transferred, the notice lost': { weight: 3, play: async payer => void (await payer.transfer(FEE, 0)) },
  'transferred in parts at once': {
    weight: 4,
    play: async payer => void (await Promise.all([payer.transfer(LESS), payer.transfer(FEE - LESS)])),
  },
  'transferred too much, and refunded': {
    weight: 4,
    async play(payer) {
      await payer.transfer(FEE + MORE);
      await payer.refund('held');
    },
  },
  'transferred, and told of again with another amount': {
    weight: 3,
    async play(payer) {
      const id = await payer.transfer(FEE);
      const again = { id, amount: FEE + 1, purpose: payer.code };
      const { status } = await payer.gateways.badNotice(again, 'up');
      if (status === 200) throw new Error(`${payer.code}: ${id} was taken again with another amount`);
    },
  },
  'transferred with nobody’s purpose, and assigned': {
    weight: 4,
    async play(payer) {
      const dossier = payer.random() < 0.6 ? payer.code : null;
      const id = await payer.gateways.credit({ amount: FEE, purpose: 'nop le phi', dossier });
      if (dossier !== null) await payer.assign(id);
    },
  },
  'told of by forgers and in old notices, never transferred': {
    weight: 2,
    async play(payer) {
      for (const mood of ['forged', 'stale', 'garbage'] as const) {
        const { status } = await payer.gateways.badNotice({ amount: FEE, purpose: payer.code }, mood);
        if (status === 200) throw new Error(`${payer.code}: a notice that was ${mood} was taken`);
      }
    },
  },
  'withdrawn before the money comes, and refunded': {
    weight: 4,
    play: online(async (payer, reference) => {
      await payer.withdraw();
      await payer.gateways.pay(reference, 'silent');
      await payer.gateways.tell(reference, 20);
      await payer.refund('held');
    }),
  },
  'paid, then the fee itself refunded': {
    weight: 4,
    play: online(async (payer, reference) => {
      await payer.gateways.pay(reference, 'silent');
      await payer.gateways.tell(reference, 20);
      await payer.refund('received');
    }),
  },
};
export type PlanName = string;

/** Names of plans for dossiers by number: each as often as its weight, in turns. */
export function planFor(number: number, seed: number): PlanName {
  const names = Object.entries(plans);
  const whole = names.reduce((sum, [, { weight }]) => sum + weight, 0);
  // Steps that are prime to the sum meet every plan in one round.
  let place = (number * 43 + seed) % whole;
  for (const [name, { weight }] of names) {
    if (place < weight) return name;
    place -= weight;
  }
  return names[0]?.[0] ?? '';
}
