// The embedded host on a built store, in a process of its own, at the moment that the store was made for.
import { bootHost } from '../../../local/host/boot.ts';
import { virtualClock } from '../../../local/host/clock.ts';
import { NOW } from '../store/world.ts';
import type { ServeStore } from './store-host.ts';

const options: ServeStore = JSON.parse(process.argv[2] ?? '{}');
const host = await bootHost({
  assemblyFolder: options.assembly,
  dataFolder: options.data,
  port: 0,
  // Time stands still: “overdue” and “this week” mean the same in every run.
  clock: virtualClock(NOW),
  log: { info: () => undefined, warn: line => process.stderr.write(`host: ${line}\n`) },
  portalScopes: ['dossiers:read', 'dossiers:write'],
  dynamodbEndpoint: options.tableUrl,
  directTable: true,
});
const stop = async () => {
  await host.stop();
  process.exit(0);
};
void host.failed.then(error => {
  process.stderr.write(`host: ${error.message}\n`);
  process.exit(1);
});
process.on('disconnect', () => void stop());
process.on('message', () => void stop());
process.send?.({ apiUrl: host.apiUrl });
