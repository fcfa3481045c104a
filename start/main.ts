import { checkLaw } from '../law/check-law.ts';
import { HostError, messageOf } from '../local/host/host-error.ts';
import { Refusal } from '../tools/refusal.mjs';

try {
  checkLaw();
  // Modules that contain the law read it when they are loaded, so they must not be loaded before it was checked.
  const { runHost } = await import('./host.ts');
  await runHost();
  process.exit(0);
} catch (error) {
  const known = error instanceof HostError || error instanceof Refusal;
  console.error(known ? error.message : `Một Cửa stopped: ${messageOf(error)}`);
  process.exit(1);
}
