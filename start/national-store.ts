import { accessTo, type SimulatedStore, startNationalStore } from '../outside/national-store/server.ts';
import { fillSecret, type SecretHost } from './fill-secret.ts';

/** Starts a simulated national store beside the host, and puts where it is into the deployment's secret. */
export async function simulateNationalStore(host: SecretHost): Promise<SimulatedStore> {
  const store = await startNationalStore();
  await fillSecret(host, 'national-store', accessTo(store));
  return store;
}
