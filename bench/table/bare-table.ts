import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTableServer, tableServerProgram } from '../../local/table/table-server.ts';
import { inProcess, type Replayed, replayed } from '../load/load.ts';
import type { ScriptStep } from './script.ts';

/** A load of one dossier's table requests, again and again. */
export interface ReplayOptions {
  readonly tableUrl: string;
  readonly scriptFile: string;
  readonly clients: number;
  readonly seconds: number;
  /** Tells the items of one replay from those of another. */
  readonly run: number;
}

/** A table server without an application: what the same requests cost when nothing is before them. */
export interface BareTable {
  replay(clients: number, seconds: number): Promise<Replayed>;
  stop(): Promise<void>;
}

/** Starts a table server on a data folder that holds the province. */
export async function openBareTable(data: string, script: readonly ScriptStep[]): Promise<BareTable> {
  const scriptFile = join(data, 'script.json');
  writeFileSync(scriptFile, JSON.stringify(script));
  const server = await startTableServer({
    program: tableServerProgram(),
    file: join(data, 'table', 'table.db'),
  });
  let run = 0;
  return {
    replay(clients, seconds) {
      const options: ReplayOptions = { tableUrl: server.url, scriptFile, clients, seconds, run: run++ };
      return inProcess(new URL('./replay.ts', import.meta.url), options, replayed);
    },
    stop: () => server.stop(),
  };
}
