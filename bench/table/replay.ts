// Clients of the bare table in a process of their own: each sends one dossier's requests after another.
import { httpClient } from '../load/http-client.ts';
import type { Replayed } from '../load/load.ts';
import type { ReplayOptions } from './bare-table.ts';
import { tableRequest } from './table-call.ts';

const options: ReplayOptions = JSON.parse(process.argv[2] ?? '{}');
const { readFileSync } = await import('node:fs');
const script: import('./script.ts').ScriptStep[] = JSON.parse(readFileSync(options.scriptFile, 'utf8'));
const http = httpClient(options.clients);
let dossiers = 0;

const started = performance.now();
const lasted = await Promise.all(
  Array.from({ length: options.clients }, async (_, client) => {
    for (let turn = 0; performance.now() - started < options.seconds * 1000; turn++) {
      const suffix = `~${options.run}.${client}.${turn}`;
      for (const { action, status, pieces } of script) {
        const answer = await http.send(tableRequest(options.tableUrl, action, pieces.join(suffix)));
        if (answer.status !== status) {
          const said = answer.body.toString().slice(0, 500);
          throw new Error(`${action} answered ${answer.status} where the dossier got ${status}: ${said}`);
        }
      }
      dossiers++;
    }
    return performance.now() - started;
  }),
);
http.close();
const replayed: Replayed = { dossiers, seconds: Math.max(...lasted) / 1000 };
process.send?.(replayed);
