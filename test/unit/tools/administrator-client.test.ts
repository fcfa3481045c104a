import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { administratorClient } from '../../../tools/administrator-client.ts';

let folder = '';
const seen: (string | undefined)[] = [];
/** Another program's server: it knows no development tokens, and answers some paths with a page. */
const server = createServer((request, response) => {
  seen.push(request.headers.authorization);
  if (request.url === '/page') response.end('<html></html>');
  else response.writeHead(request.url === '/v1/units' ? 200 : 404).end('{}');
});
let api = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'motcua-tools-'));
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  api = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const written = (name: string, text: string) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

describe('an administrator’s token', () => {
  it('is read from a file, before the environment', async () => {
    vi.stubEnv('MOTCUA_TOKEN', 'of.the.environment');
    const file = written('token', 'of.the.file\n');
    await (await administratorClient({ api, 'token-file': file })).get('/v1/units');
    await (await administratorClient({ api })).get('/v1/units');
    vi.unstubAllEnvs();
    expect(seen.splice(0)).toEqual(['Bearer of.the.file', 'Bearer of.the.environment']);
  });

  it('is asked for, with where to put it, by an API that gives none', async () => {
    await expect(administratorClient({ api })).rejects.toThrow(/MOTCUA_TOKEN.*--token-file/);
  });

  it('is refused unseen when the file holds more than a token', async () => {
    const file = written('two', 'secret one\nsecret two\n');
    const refused = expect(administratorClient({ api, 'token-file': file })).rejects;
    await refused.toThrow(file);
    await refused.not.toThrow('secret');
    await expect(administratorClient({ api, 'token-file': join(folder, 'none') })).rejects.toThrow('none');
  });
});

describe('an address', () => {
  it.each(['example.org', 'ftp://example.org', ''])('%j is refused as none', async address => {
    await expect(administratorClient({ api: address })).rejects.toThrow(`“${address}”`);
  });

  it('where something else answers is named', async () => {
    const client = await administratorClient({ api, 'token-file': written('some', 'a.b.c') });
    await expect(client.get('/page')).rejects.toThrow(api);
  });
});

describe('the tools', () => {
  const run = (tool: string, argv: readonly string[]) =>
    spawnSync(process.execPath, [`tools/${tool}.ts`, ...argv], { encoding: 'utf8' });
  const tools = [
    ['catalogue-import', (file: string) => [file]],
    ['catalogue-workflows', () => ['commune-one-step', '--approved-by', 'QĐ 1']],
    ['rebuild', () => []],
  ] as const;

  it.each(tools)('%s names the address it cannot reach', (tool, argvOf) => {
    const rows = written('rows.json', JSON.stringify([{ procedure: { code: '1.000001' } }]));
    const { status, stderr } = run(tool, [...argvOf(rows), '--api', 'http://127.0.0.1:1']);
    expect(status).toBe(1);
    const sentences = stderr.split('\n').filter(line => line.includes('http://127.0.0.1:1'));
    expect(sentences).toHaveLength(2);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it.each(tools)('%s takes no token on the command line, and says where it goes', (tool, argvOf) => {
    const { status, stderr } = run(tool, [...argvOf('rows.json'), '--token', 'eyJhbGciOi']);
    expect(status).toBe(1);
    expect(stderr).toContain('MOTCUA_TOKEN');
    expect(stderr).not.toContain('eyJ');
  });
});
