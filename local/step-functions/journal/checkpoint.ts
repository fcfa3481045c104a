import * as fs from 'node:fs';
import * as path from 'node:path';
import * as z from 'zod';
import type { Execution, Registry } from '../registry.ts';
import { decodeRecord, encodeRecord } from './record-format.ts';
import { type MachineRecord, parseRecord } from './records.ts';
import { syncFolder } from './segment.ts';

/**
 * A checkpoint is the registry as of a place in the journal, so that a start reads only what came after. It holds no
 * truth of its own: a missing or damaged one only makes the start slower. It may be written while executions move:
 * what it then knows beyond its place is told again by the journal, and telling twice changes nothing.
 */
const STATUSES = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] as const;
const EXECUTIONS_PER_RECORD = 500;

const executionRow = z.tuple([
  z.int(), // id
  z.int(), // machine, by place in the head's list of names
  z.int(), // revision
  z.string(), // name
  z.number(), // startedAt
  z.number().nullable(), // stoppedAt
  z.int(), // status, by place in STATUSES
  z.int(), // first
  z.int(), // last
  z.number().nullable(), // wake
  z.int(), // 1: restless, 2: announced
]);
const head = z.object({ place: z.int(), machines: z.array(z.string()), records: z.array(z.string()) });
const rows = z.object({ rows: z.array(executionRow) });
const tail = z.object({ whole: z.literal(true) });

type Row = z.infer<typeof executionRow>;

/** Writes a checkpoint as of `place`; `settled` must resolve when all that the registry knows is on disk. */
export async function writeCheckpoint(
  folder: string,
  registry: Registry,
  place: number,
  settled: () => Promise<void>,
): Promise<void> {
  const names = [...registry.machines.keys()];
  const records = [...registry.machines.values()].flat().map(record => JSON.stringify(record));
  const target = path.join(folder, `${String(place).padStart(16, '0')}.checkpoint`);
  const draft = `${target}.draft`;
  const file = await fs.promises.open(draft, 'w', 0o600);
  try {
    await file.write(encodeRecord(JSON.stringify({ place, machines: names, records })));
    const machineNumbers = new Map(names.map((name, number) => [name, number]));
    const begun = [...registry.executions.values()].filter(({ first }) => first >= 0);
    for (let at = 0; at < begun.length; at += EXECUTIONS_PER_RECORD) {
      const some = begun
        .slice(at, at + EXECUTIONS_PER_RECORD)
        .map(execution => rowOf(execution, machineNumbers.get(execution.machine) ?? -1));
      await file.write(encodeRecord(JSON.stringify({ rows: some })));
    }
    await file.write(encodeRecord(JSON.stringify({ whole: true })));
    await file.datasync();
  } finally {
    await file.close();
  }
  await settled();
  await fs.promises.rename(draft, target);
  syncFolder(folder);
  for (const name of checkpointsIn(folder)) {
    if (path.join(folder, name) !== target) await fs.promises.rm(path.join(folder, name), { force: true });
  }
}

/** Fills the registry from the newest whole checkpoint. Returns the place from which the journal must be read. */
export function readCheckpoint(folder: string, registry: Registry, journalEnd: number): number {
  for (const name of checkpointsIn(folder).reverse()) {
    const found = decode(fs.readFileSync(path.join(folder, name)));
    if (!found || found.place > journalEnd) continue;
    for (const record of found.machines) registry.addMachine(record);
    for (const row of found.rows) registry.add(executionOf(row, found.names));
    return found.place;
  }
  return 0;
}

function checkpointsIn(folder: string): string[] {
  return fs
    .readdirSync(folder)
    .filter(name => name.endsWith('.checkpoint'))
    .sort();
}

interface Decoded {
  readonly place: number;
  readonly names: readonly string[];
  readonly machines: readonly MachineRecord[];
  readonly rows: readonly Row[];
}

function decode(bytes: Buffer): Decoded | undefined {
  const first = decodeRecord(bytes, 0);
  const start = first && head.safeParse(JSON.parse(first.json));
  if (!start?.success) return undefined;
  const found: Row[] = [];
  for (
    let record = decodeRecord(bytes, first?.next ?? 0);
    record;
    record = decodeRecord(bytes, record.next)
  ) {
    const content: unknown = JSON.parse(record.json);
    if (tail.safeParse(content).success) {
      const { place, machines: names, records } = start.data;
      const machines = records.map(parseRecord).filter(machine => machine.kind === 'machine');
      return { place, names, machines, rows: found };
    }
    const some = rows.safeParse(content);
    if (!some.success) return undefined;
    for (const row of some.data.rows) found.push(row);
  }
  return undefined;
}

function rowOf(e: Execution, machine: number): Row {
  const flags = (e.restless ? 1 : 0) | (e.announced ? 2 : 0);
  const status = STATUSES.indexOf(e.status);
  return [
    e.id,
    machine,
    e.revision,
    e.name,
    e.startedAt,
    e.stoppedAt ?? null,
    status,
    e.first,
    e.last,
    e.wake ?? null,
    flags,
  ];
}

function executionOf(row: Row, names: readonly string[]): Execution {
  const [id, machine, revision, name, startedAt, stoppedAt, status, first, last, wake, flags] = row;
  return {
    id,
    wake: wake ?? undefined,
    machine: names[machine] ?? '',
    revision,
    name,
    startedAt,
    stoppedAt: stoppedAt ?? undefined,
    status: STATUSES[status] ?? 'RUNNING',
    first,
    last,
    restless: (flags & 1) !== 0,
    announced: (flags & 2) !== 0,
  };
}
