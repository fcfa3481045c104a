import { accessTo, type SimulatedTaxOffice, startTaxOffice } from '../outside/tax-office/server.ts';
import { fillSecret, type SecretHost } from './fill-secret.ts';

/** Starts a simulated tax office beside the host, which tells the API at its address of slips. */
export async function simulateTaxOffice(
  host: SecretHost & { readonly apiUrl: string | undefined },
  now: () => number = Date.now,
): Promise<SimulatedTaxOffice> {
  const office = await startTaxOffice({ now, tellAt: `${host.apiUrl ?? ''}/v1/land-tax/messages` });
  await fillSecret(host, 'tax-office', accessTo(office));
  return office;
}
