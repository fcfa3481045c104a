import { appendFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HostError } from '../../../local/host/host-error.ts';
import { openJournal } from '../../../local/host/journal.ts';
import { silentLog } from '../../../local/host/log.ts';
import { keptLog, temporaryFolder } from './support.ts';

function reopened(path: string, log = silentLog) {
  const records: unknown[] = [];
  const journal = openJournal({ path, log, replay: record => records.push(record) });
  journal.close();
  return records;
}

function written(records: readonly unknown[]): string {
  const path = join(temporaryFolder(), 'a.journal');
  const journal = openJournal({ path, log: silentLog, replay: () => undefined });
  for (const record of records) journal.append(record);
  journal.close();
  return path;
}

describe('a journal', () => {
  it('gives back what was appended, in order, whatever letters are in it', () => {
    const records = [{ n: 1 }, { name: 'Nguyễn Thị Ánh\n' }, ['x']];
    expect(reopened(written(records))).toEqual(records);
  });

  it('loses only the record that a kill cut short, at any byte, and keeps those bytes aside', () => {
    const path = written([{ n: 1 }, { n: 2 }]);
    const whole = readFileSync(path);
    const second = whole.length / 2;
    for (let cut = second + 1; cut < whole.length; cut++) {
      writeFileSync(path, whole);
      truncateSync(path, cut);
      const log = keptLog();
      expect(reopened(path, log)).toEqual([{ n: 1 }]);
      expect(log.lines.join()).toContain(path);
      expect(readFileSync(path).length).toBe(second);
      expect(readFileSync(`${path}.torn-at-${second}`)).toEqual(whole.subarray(second, cut));
    }
  });

  it('is refused with its place, and left alone, when it holds what the host never wrote', () => {
    const path = written([{ n: 1 }]);
    appendFileSync(path, 'garbage that no journal has');
    const before = readFileSync(path);
    expect(() => reopened(path)).toThrow(HostError);
    expect(() => reopened(path)).toThrow(/a\.journal is damaged at byte \d+ of \d+/);
    expect(readFileSync(path)).toEqual(before);
  });

  it('is refused when a byte in the middle has changed', () => {
    const path = written([{ n: 1 }, { n: 2 }]);
    const bytes = readFileSync(path);
    bytes.write('9', 22);
    writeFileSync(path, bytes);
    expect(() => reopened(path)).toThrow(HostError);
  });

  it('can be rewritten and appended to afterwards', () => {
    const path = written([{ n: 1 }, { n: 2 }]);
    const journal = openJournal({ path, log: silentLog, replay: () => undefined });
    journal.rewrite([{ n: 12 }]);
    journal.append({ n: 3 });
    journal.close();
    expect(reopened(path)).toEqual([{ n: 12 }, { n: 3 }]);
    expect(readdirSync(join(path, '..'))).toEqual(['a.journal']);
  });

  it('takes nothing after it was closed', () => {
    const path = written([]);
    const journal = openJournal({ path, log: silentLog, replay: () => undefined });
    journal.close();
    expect(() => journal.append({ n: 1 })).toThrow(HostError);
  });
});
