import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { clamd } from '../../../functions/connectors/malware/clamd.ts';
import { guardDuty } from '../../../functions/connectors/malware/guard-duty.ts';
import type { MalwareVerdict } from '../../../functions/domain/ports/malware.ts';
import { checkArrivals } from '../../../functions/features/files/check-arrivals.ts';
import { memoryRecords } from '../../../functions/kernel/table/memory-records.ts';
import { type CheckDeps, checkUpload, demandUsable } from '../../../functions/records/files/check-upload.ts';
import { memoryFiles } from '../../support/lifecycle/memory-province.ts';

/** A file that arrived, and its judgement by given means. */
async function arrived() {
  const files = memoryFiles(memoryRecords());
  const id = await files.upload('citizen');
  const record = async () => {
    const found = await files.store.find(id);
    if (!found) throw new Error('no record');
    return found;
  };
  const check = async (how: Partial<CheckDeps>) =>
    checkUpload({ files: files.store, objects: files.objects, ...how }, await record());
  return { files, id, record, check };
}

const saying = (...verdicts: readonly MalwareVerdict[]): { scanner: CheckDeps['scanner'] } => {
  const left = [...verdicts];
  return { scanner: { scan: async () => left.shift() ?? 'unavailable' } };
};

describe('a file in quarantine', () => {
  test('where there is no scanner, is usable, and its record says that nobody scanned it', async () => {
    const { check, record } = await arrived();
    expect(await check({})).toEqual({ state: 'checked' });
    expect(await record()).toMatchObject({ state: 'checked', scan: 'notScanned' });
  });

  test('waits for the scanner, says why, and is judged when it is there', async () => {
    const { check, record, id } = await arrived();
    const { scanner } = saying('awaited', 'unavailable', 'clean');
    expect(await check({ scanner })).toEqual({ state: 'quarantined', quarantine: 'scanAwaited' });
    const outcome = await check({ scanner });
    expect(outcome).toEqual({ state: 'quarantined', quarantine: 'scannerUnavailable' });
    expect(await record()).toMatchObject({ state: 'quarantined', quarantine: 'scannerUnavailable' });
    expect(() => demandUsable(id, outcome)).toThrow(expect.objectContaining({ code: 'file-in-quarantine' }));
    expect(await check({ scanner })).toEqual({ state: 'checked' });
    expect(await record()).toMatchObject({ state: 'checked', scan: 'clean' });
  });

  test('with malware is refused for good', async () => {
    const { check } = await arrived();
    const refused = { state: 'refused', refusal: { vi: expect.stringContaining('mã độc') } };
    expect(await check(saying('infected'))).toMatchObject(refused);
    expect(await check(saying('clean'))).toMatchObject(refused);
  });

  test('is left to the function that scans, or has the memory for it', async () => {
    const { check, record } = await arrived();
    expect(await check({ scanner: 'elsewhere' })).toMatchObject({ quarantine: 'scanAwaited' });
    expect(await check({ judgesUpTo: 100 })).toMatchObject({ quarantine: 'large' });
    expect(await record()).toMatchObject({ state: 'declared' });
  });

  test('is delivered again until there is a verdict', async () => {
    const { files, record } = await arrived();
    const day = 'uploads/2026-03-02/';
    const { id } = await record();
    const objects = { look: (key: string) => files.objects.look(key.replace(day, 'uploads/')) };
    const { scanner } = saying('awaited', 'clean');
    const body = JSON.stringify({ detail: { object: { key: `${day}${id}` } } });
    const deliver = () => checkArrivals({ files: files.store, objects, scanner }, [{ messageId: 'm', body }]);
    expect(await deliver()).toMatchObject({ checked: 0, failed: ['m'] });
    expect(await deliver()).toMatchObject({ checked: 1, failed: [] });
  });
});

describe('clamd', () => {
  let server: Server | undefined;
  afterEach(() => void server?.close());

  /** A daemon that reads the stream to its end, and answers. */
  async function daemon(
    answer: (bytes: Buffer) => string | undefined,
  ): Promise<{ host: string; port: number }> {
    server = createServer(socket => {
      let received = Buffer.alloc(0);
      socket.on('error', () => undefined);
      socket.on('data', piece => {
        received = Buffer.concat([received, piece]);
        if (!received.subarray(-4).equals(Buffer.alloc(4))) return;
        const said = answer(received);
        if (said === undefined) socket.destroy();
        else socket.end(said);
      });
    });
    await new Promise<void>(resolve => server?.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return { host: '127.0.0.1', port: address.port };
  }
  const file = (size: number) => ({ key: 'k', read: async () => new Uint8Array(size).fill(1) });

  test.each([
    ['stream: OK\0', 'clean'],
    ['stream: Eicar-Test-Signature FOUND\0', 'infected'],
    ['INSTREAM size limit exceeded. ERROR\0', 'unavailable'],
    ['x'.repeat(10_000), 'unavailable'],
    [undefined, 'unavailable'],
  ])('%j is %s', async (answer, verdict) => {
    expect(await clamd(await daemon(() => answer)).scan(file(10))).toBe(verdict);
  });

  test('is sent the whole file in pieces with their lengths', async () => {
    let sent: Buffer = Buffer.alloc(0);
    const address = await daemon(bytes => {
      sent = bytes;
      return 'stream: OK\0';
    });
    await clamd(address).scan(file(100_000));
    expect(sent.subarray(0, 10).toString()).toBe('zINSTREAM\0');
    expect(sent.readUInt32BE(10)).toBe(65_536);
    expect(sent.readUInt32BE(14 + 65_536)).toBe(100_000 - 65_536);
    expect(sent.length).toBe(10 + 4 + 4 + 100_000 + 4);
  });

  test('that is not there or never answers is unavailable', async () => {
    expect(await clamd({ host: '127.0.0.1', port: 1 }).scan(file(1))).toBe('unavailable');
    const silent = createServer(() => undefined);
    server = silent;
    await new Promise<void>(resolve => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as { port: number };
    expect(await clamd({ host: '127.0.0.1', port }, 20).scan(file(1))).toBe('unavailable');
  });
});

test.each([
  ['NO_THREATS_FOUND', 'clean'],
  ['THREATS_FOUND', 'infected'],
  ['UNSUPPORTED', 'unavailable'],
  [undefined, 'awaited'],
])('GuardDuty’s tag %s is %s', async (Value, verdict) => {
  const TagSet = Value === undefined ? [] : [{ Key: 'GuardDutyMalwareScanStatus', Value }];
  const client = { send: async () => ({ TagSet }) } as unknown as Parameters<typeof guardDuty>[0];
  const unread = { key: 'k', read: () => Promise.reject(new Error('read')) };
  expect(await guardDuty(client, 'uploads').scan(unread)).toBe(verdict);
});
