import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settingsFile } from './synthesized.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** An address where nobody answers, in place of every way out. */
const NOWHERE = 'http://127.0.0.1:9';

describe('npx cdk synth', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'motcua-cdk-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function cdk(...words: string[]) {
    return spawnSync(process.execPath, [join(root, 'node_modules/aws-cdk/bin/cdk'), ...words], {
      cwd: root,
      encoding: 'utf8',
      // No account, no configuration, no network: nothing of the caller’s environment but where programs are.
      env: {
        PATH: process.env['PATH'],
        HOME: folder,
        HTTP_PROXY: NOWHERE,
        HTTPS_PROXY: NOWHERE,
        AWS_EC2_METADATA_DISABLED: 'true',
        MOTCUA_SETTINGS: settingsFile,
        MOTCUA_BUNDLES: join(folder, 'bundles'),
      },
    });
  }

  // Bundles everything anew, beside the other tests.
  test('makes all stacks without an account or a network', { timeout: 240_000 }, () => {
    const out = join(folder, 'cdk.out');
    const done = cdk('synth', '-q', '--output', out);
    expect(done.stderr).not.toMatch(/error/i);
    expect(done.status).toBe(0);
    for (const stack of ['Records', 'Service', 'Workers', 'Connectors'])
      expect(existsSync(join(out, `${stack}.template.json`))).toBe(true);
    const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as {
      missing?: unknown[];
      artifacts: Record<string, { environment?: string; properties?: { stackName?: string } }>;
    };
    // Nothing was left to be looked up in an account.
    expect(manifest.missing ?? []).toEqual([]);
    expect(manifest.artifacts['Records']).toMatchObject({
      environment: 'aws://unknown-account/unknown-region',
      properties: { stackName: 'motcua-thu-nghiem-records' },
    });
    expect(manifest.artifacts['Service']?.properties?.stackName).toBe('motcua-thu-nghiem-service');
    expect(manifest.artifacts['Workers']?.properties?.stackName).toBe('motcua-thu-nghiem-workers');
  });
});
