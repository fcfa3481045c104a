import { type SimulatedBank, simulatedBank } from '../outside/bank/bank.ts';
import {
  accessTo,
  type SimulatedPlatform,
  startPaymentPlatform,
} from '../outside/payment-platform/server.ts';
import { fillSecret, type SecretHost } from './fill-secret.ts';

export interface SimulatedGateways {
  readonly platform: SimulatedPlatform;
  readonly bank: SimulatedBank;
  stop(): Promise<void>;
}

/** Starts a simulated payment platform and bank beside the host, which tell the API at its address of payments. */
export async function simulateGateways(
  host: SecretHost & { readonly apiUrl: string | undefined },
  now: () => number = Date.now,
): Promise<SimulatedGateways> {
  const notices = `${host.apiUrl ?? ''}/v1/payment-notices`;
  const platform = await startPaymentPlatform({ now, notifyAt: `${notices}/platform` });
  const bank = simulatedBank({ now, notifyAt: `${notices}/bank` });
  const { account, secret } = bank;
  await fillSecret(host, 'payment-platform', accessTo(platform));
  await fillSecret(host, 'bank-notices', { accounts: [{ bank: '970415', account, secret }] });
  return { platform, bank, stop: () => platform.stop() };
}
