import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { eventually } from '../support.ts';
import { openLedger, type Seen } from './stream-fixture.ts';

type Ledger = Awaited<ReturnType<typeof openLedger>>;

/** Writes records as the table server does, but many at once. */
function writeRecords(
  ledger: Ledger,
  from: number,
  to: number,
  second = Math.floor(Date.now() / 1000),
): void {
  const file = new DatabaseSync(ledger.file, { timeout: 5000 });
  file.exec('BEGIN IMMEDIATE');
  const insert = file.prepare(
    `INSERT INTO _stream_records (table_name, event_name, keys_json, sequence_number, shard_id, created_at)
     VALUES ('ledger', 'INSERT', ?, ?, 'shardId-00000001-ledger', ?)`,
  );
  for (let number = from; number <= to; number++) {
    const keys = { pk: { S: 'dossier' }, sk: { S: `EVENT#${number}` } };
    insert.run(JSON.stringify(keys), String(number), second);
  }
  file.exec('COMMIT');
  file.close();
}
const numbers = (calls: readonly string[][] | undefined) => (calls ?? []).flat().map(sk => sk.slice(6));
const upTo = (count: number) => Array.from({ length: count }, (_, n) => String(n + 1));

describe('records of a stream', () => {
  it('are deleted when all who follow it are done with them, but for the newest', async () => {
    const ledger = await openLedger();
    writeRecords(ledger, 1, 3500);
    const followers = ledger.follow({
      one: { answer: () => undefined },
      other: { answer: () => undefined, options: { BatchSize: 1000 } },
    });
    await eventually(() => (followers.busy() === 0 ? true : undefined));
    expect(ledger.kept()).toBeLessThan(1500);
    expect(numbers(followers.calls['one'])).toEqual(upTo(3500));
    expect(numbers(followers.calls['other'])).toEqual(upTo(3500));
    await followers.stop();
    // What is left is deleted at the next start; the next record is numbered on.
    const again = ledger.follow({ one: { answer: () => undefined }, other: { answer: () => undefined } });
    await eventually(() => (ledger.kept() === 1 ? true : undefined));
    await ledger.put('EVENT#3501');
    await eventually(() => again.calls['one']?.at(0));
    expect(again.calls['one']).toEqual([['EVENT#3501']]);
  });

  it('wait for one who fails on them, through a restart of the host', async () => {
    const ledger = await openLedger();
    writeRecords(ledger, 1, 2500);
    const failing = (records: readonly Seen[]) => {
      if (records.some(({ number }) => number === '700')) throw new Error('not now');
    };
    const followers = ledger.follow({
      quick: { answer: () => undefined },
      failing: { answer: failing, options: { BatchSize: 100 } },
    });
    await eventually(() => (numbers(followers.calls['quick']).length === 2500 ? true : undefined));
    await eventually(() => ((followers.calls['failing']?.length ?? 0) > 8 ? true : undefined));
    expect(ledger.kept()).toBeGreaterThanOrEqual(1900);
    await followers.stop();
    await ledger.close();

    const again = await openLedger(ledger.folder);
    const healed = again.follow({
      quick: { answer: () => undefined },
      failing: { answer: () => undefined, options: { BatchSize: 100 } },
    });
    await eventually(() => (numbers(healed.calls['failing']).at(-1) === '2500' ? true : undefined));
    expect(numbers(healed.calls['failing'])).toEqual(upTo(2500).slice(600));
    await eventually(() => (again.kept() < 2000 ? true : undefined));
    expect(healed.calls['quick']).toEqual([]);
  });

  it('are kept for a day while one who follows is switched off', async () => {
    const ledger = await openLedger();
    const now = Math.floor(Date.now() / 1000);
    writeRecords(ledger, 1, 1500, now - 90_000);
    writeRecords(ledger, 1501, 4000, now);
    const followers = ledger.follow({
      on: { answer: () => undefined },
      off: { answer: () => undefined, options: { Enabled: false } },
    });
    await eventually(() => (numbers(followers.calls['on']).length === 4000 ? true : undefined));
    await followers.stop();
    ledger.follow({
      on: { answer: () => undefined },
      off: { answer: () => undefined, options: { Enabled: false } },
    });
    await eventually(() => (ledger.kept() === 2500 ? true : undefined));
    expect(ledger.kept()).toBe(2500);
  });

  it('of a stream that began anew are read from its beginning', async () => {
    const ledger = await openLedger();
    for (const sk of ['a', 'b', 'c']) await ledger.put(sk);
    const before = ledger.follow({ reader: { answer: () => undefined } });
    await eventually(() => (before.calls['reader']?.flat().length === 3 ? true : undefined));
    await before.stop();
    const file = new DatabaseSync(ledger.file, { timeout: 5000 });
    file.exec('DELETE FROM _stream_records');
    file.close();
    await ledger.put('new');
    const after = ledger.follow({ reader: { answer: () => undefined } });
    await eventually(() => after.calls['reader']?.at(0));
    expect(after.calls['reader']).toEqual([['new']]);
    expect(ledger.log.lines.join()).toContain('has begun anew');
  });
});
