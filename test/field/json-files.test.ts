import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSettings } from '../../infra/settings/settings.ts';
import { jsonTextOf } from '../../schemas/json-text.ts';
import { settingsFile } from '../infra/synthesized.ts';

const BOM = Buffer.from('efbbbf', 'hex');
const root = fileURLToPath(new URL('../../', import.meta.url));
const rows = Buffer.from(JSON.stringify([{ procedure: { code: '1.000001', name: 'Đăng ký' } }]));
const utf16 = Buffer.from(`\uFEFF${rows.toString()}`, 'utf16le');

let folder: string;
let server: Server;
const received: unknown[] = [];

/** An import of nothing. */
const REPORT = {
  accepted: 0,
  acceptedWithWarnings: 0,
  refused: 0,
  created: 0,
  changed: 0,
  unchanged: 0,
  rows: [],
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'motcua-json-'));
  server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const body = JSON.parse(Buffer.concat(parts).toString());
    if (request.url === '/v1/procedures/import') received.push(...body.items);
    response.end(JSON.stringify(request.url === '/dev/tokens' ? { token: 't' } : REPORT));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** Runs `catalogue:import` on a file of these bytes. */
async function imported(bytes: Buffer): Promise<{ code: number | null; said: string }> {
  const file = join(folder, 'procedures.json');
  writeFileSync(file, bytes);
  const { port } = server.address() as AddressInfo;
  const arguments_ = ['tools/catalogue-import.ts', file, '--api', `http://127.0.0.1:${port}`];
  const child = spawn(process.execPath, arguments_, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', part => said.push(String(part)));
  return new Promise(resolve => child.on('close', code => resolve({ code, said: said.join('') })));
}

describe('files of JSON as editors on Windows write them', () => {
  test('openai/codex-security#856: a byte order mark does not make a catalogue unreadable', async () => {
    expect(await imported(Buffer.concat([BOM, rows]))).toMatchObject({ code: 0 });
    expect(received).toEqual([{ procedure: { code: '1.000001', name: 'Đăng ký' } }]);
  });

  test('typicode/json-server#1631: nor settings', () => {
    const file = join(folder, 'settings.json');
    writeFileSync(file, Buffer.concat([BOM, readFileSync(settingsFile)]));
    expect(readSettings(file)).toEqual(readSettings(settingsFile));
  });

  test('GSA/notifications-api#785: what is in UTF-16 is told in one sentence', async () => {
    const { code, said } = await imported(utf16);
    expect(code).toBe(1);
    expect(said).toMatch(/^Tệp \S+ được lưu ở mã UTF-16: hãy lưu lại ở mã UTF-8\.$/m);
    expect(said).toMatch(/^The file \S+ cannot be read: it is encoded in UTF-16: save it as UTF-8\.$/m);
  });

  test.each([
    ['little-endian with a mark', utf16],
    ['little-endian without', utf16.subarray(2)],
    ['big-endian', Buffer.from(utf16).swap16()],
    ['big-endian without a mark', Buffer.from(utf16).swap16().subarray(2)],
  ])('UTF-16, %s, is known', (_, bytes) => {
    expect(jsonTextOf(bytes)).toEqual({
      because: expect.objectContaining({ en: expect.stringContaining('UTF-16') }),
    });
  });

  test('another encoding is told, and a digit is JSON', () => {
    expect(jsonTextOf(Buffer.from('"\xd0\xf0ng"', 'latin1'))).toMatchObject({
      because: { vi: expect.stringContaining('UTF-8') },
    });
    expect(jsonTextOf(Buffer.from('7'))).toEqual({ text: '7' });
  });
});
