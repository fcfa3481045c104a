import { seeded } from '../../end-to-end/outside-client.ts';
import type { Finding } from '../findings.ts';
import { StubbornClient, type Traffic } from '../stubborn-client.ts';
import type { Gateways } from './gateways.ts';
import { Payer } from './payer.ts';
import type { PaymentRun } from './payment-run.ts';
import { type PlanName, planFor, plans } from './plans.ts';

/** Communes that the dossiers are spread over. */
const COMMUNES = Array.from({ length: 20 }, (_, index) => `H44.${103 + index}`);

/** Applicants who pay, several at once, until gateways took so many payments. */
export interface Load {
  readonly finished: Promise<void>;
  /** Dossiers, by what was to become of their fees. */
  readonly played: Map<PlanName, number>;
  over(): boolean;
}

export function openLoad(of: {
  readonly run: Pick<PaymentRun, 'payments' | 'seed' | 'clients' | 'say' | 'enough'>;
  readonly url: string;
  readonly gateways: Gateways;
  readonly traffic: Traffic;
  readonly found: Finding[];
  readonly progress: (paid: number, dossiers: number) => void;
}): Load {
  const { run, url, gateways, traffic, found } = of;
  const played = new Map<PlanName, number>();
  let [next, over] = [0, false];
  const one = async (index: number) => {
    const random = seeded((run.seed * 7919 + index * 104_729) >>> 0);
    // The first numbers of neighbouring seeds resemble one another.
    for (let skipped = 0; skipped < 5; skipped++) random();
    const client = new StubbornClient(url, random, traffic);
    const unit = COMMUNES[index % COMMUNES.length] ?? '';
    const payer = new Payer({ client, gateways, random, unit });
    const plan = planFor(index, run.seed);
    played.set(plan, (played.get(plan) ?? 0) + 1);
    await payer.submit();
    const accepts = random();
    if (accepts < 0.7) await payer.accept();
    await plans[plan]?.play(payer);
    if (accepts > 0.85 && !plan.startsWith('withdrawn')) await payer.accept();
  };
  const worker = async () => {
    while (gateways.paid() < run.payments && run.enough?.aborted !== true) {
      const index = next++;
      await one(index).catch(error => {
        const why = error instanceof Error ? error.message : String(error);
        const what = `dossier ${index} (${planFor(index, run.seed)}): ${why}`;
        found.push({ audit: 'every request is answered as it should be', what });
        run.say(what);
      });
      of.progress(gateways.paid(), next);
    }
  };
  const finished = Promise.all(Array.from({ length: run.clients }, worker)).then(() => {
    over = true;
    // Who waits for more answers waits no longer.
    traffic.onAnswer();
  });
  return { finished, played, over: () => over };
}
