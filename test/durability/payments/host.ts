// The product as `npm start` boots it, but with gateways that live elsewhere, so that they outlive its being killed.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bootHost } from '../../../local/host/boot.ts';
import { readArguments } from '../../../start/arguments.mjs';
import { fillSecret } from '../../../start/fill-secret.ts';

const { data, port, speed } = readArguments(process.argv.slice(2));
const log = { info: () => undefined, warn: (line: string) => console.error(line) };
const host = await bootHost({
  assemblyFolder: join(data, 'cdk.out'),
  dataFolder: data,
  ...{ port, speed, log },
  throttled: false,
  // What functions may is looked at elsewhere: here it would only take time.
  directTable: true,
  // Each thread loads its function anew after a kill, which is most of what a kill costs.
  concurrency: 3,
});
void host.failed.then(error => {
  console.error(error.message);
  process.exit(1);
});
const secrets: Record<string, object> = JSON.parse(readFileSync(join(data, 'gateways.json'), 'utf8'));
for (const [name, value] of Object.entries(secrets)) await fillSecret(host, name, value);
const names = host.resources.ofType('AWS::Lambda::Function').map(({ name }) => name);
writeFileSync(join(data, 'functions.json'), JSON.stringify(names));
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void host.stop().then(() => process.exit(0)));
console.log('Serves. Ctrl-C stops.');
