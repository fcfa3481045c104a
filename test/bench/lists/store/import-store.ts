import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { tableServerProgram } from '../../../../local/table/table-server.ts';
import type { TableSpec } from '../../../../local/table/table-spec.ts';

/** What is imported: the folder of exported items, what the table is like, and the file of the table server. */
export interface Import {
  readonly source: string;
  readonly schemaFile: string;
  readonly spec: TableSpec;
  readonly file: string;
}

/**
 * Puts exported items into a new file of the table server, under another name until it is whole. The server's own import takes all or
 * nothing; what was begun before an interruption is begun again.
 *
 * @param told how many bytes the file has by now, every few seconds.
 */
export async function importStore(
  { source, schemaFile, spec, file }: Import,
  told: (bytes: number) => void,
): Promise<void> {
  const partial = `${file}.partial`;
  const folder = dirname(file);
  // What an interrupted import left: its file has a name of its own until it is whole.
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { force: true });
  writeFileSync(schemaFile, JSON.stringify(describe(spec)));
  const child = spawn(
    tableServerProgram(),
    ['import', '--source', source, '--schema', schemaFile, '--output', partial, '--force'],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-3000);
    });
  }
  const watch = setInterval(() => told(sizeOf(folder)), 5000);
  const stop = () => child.kill();
  process.once('exit', stop);
  const [status] = await once(child, 'exit');
  process.off('exit', stop);
  clearInterval(watch);
  if (status !== 0)
    throw new Error(`The table server could not import the store (${status}): ${said.trim()}`);
  renameSync(partial, file);
}

function sizeOf(folder: string): number {
  return readdirSync(folder).reduce(
    (sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}

/** The answer of DescribeTable, as far as an import needs it. */
const describe = ({ name, AttributeDefinitions, KeySchema, GlobalSecondaryIndexes }: TableSpec) => ({
  Table: { TableName: name, AttributeDefinitions, KeySchema, GlobalSecondaryIndexes },
});
