import {
  type SimulatedViettel,
  startReceiptViettel,
  accessTo as viettelAccess,
} from '../outside/receipt-viettel/server.ts';
import {
  type SimulatedVnpt,
  startReceiptVnpt,
  accessTo as vnptAccess,
} from '../outside/receipt-vnpt/server.ts';
import { fillSecret, type SecretHost } from './fill-secret.ts';

export interface SimulatedReceiptProviders {
  readonly vnpt: SimulatedVnpt;
  readonly viettel: SimulatedViettel;
  stop(): Promise<void>;
}

/** Tax codes whose receipts the simulated providers issue, once a unit is published with one of them. */
const BODIES = ['2600001009', '0100109106'];

/** Starts simulated providers of receipts beside the host, and puts where they are into the deployment's secrets. */
export async function simulateReceiptProviders(
  host: SecretHost,
  now: () => number = Date.now,
): Promise<SimulatedReceiptProviders> {
  const [vnpt, viettel] = await Promise.all([startReceiptVnpt({ now }), startReceiptViettel({ now })]);
  await fillSecret(host, 'receipt-vnpt', vnptAccess(vnpt, BODIES));
  await fillSecret(host, 'receipt-viettel', viettelAccess(viettel, BODIES));
  return {
    vnpt,
    viettel,
    async stop() {
      await Promise.all([vnpt.stop(), viettel.stop()]);
    },
  };
}
