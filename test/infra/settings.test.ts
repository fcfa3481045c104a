import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSettings } from '../../infra/settings/settings.ts';
import { Refusal } from '../../tools/refusal.mjs';
import { settingsFile } from './synthesized.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const good: Record<string, unknown> = JSON.parse(readFileSync(settingsFile, 'utf8'));
const [issuer] = good['issuers'] as [Record<string, unknown>];

/** Settings that must be refused: what is changed, and what the sentence must name. */
const bad: readonly [string, Record<string, unknown>, RegExp][] = [
  ['no name', { name: undefined }, /\bname: /],
  [
    'a name CloudFormation does not take',
    { name: 'Phú Thọ' },
    /\bname: must be at most 21 lower-case letters/,
  ],
  ['a name that is too long', { name: 'a'.repeat(22) }, /\bname: /],
  ['no agency', { agency: undefined }, /\bagency: /],
  ['the agency of a commune', { agency: 'H44.101' }, /\bagency: must be the level-1 code of a province/],
  ['the agency of a ministry', { agency: 'G09' }, /\bagency: must be the level-1 code of a province/],
  ['no issuers', { issuers: undefined }, /\bissuers: /],
  ['an empty list of issuers', { issuers: [] }, /\bissuers: must name at least one token issuer/],
  ['the same issuer twice', { issuers: [issuer, issuer] }, /\bissuers: must name each issuer only once/],
  ['an issuer that is no address', { issuers: [{ ...issuer, issuer: 'us' }] }, /\bissuers\.0\.issuer: /],
  ['an issuer without an audience', { issuers: [{ ...issuer, audience: '' }] }, /\bissuers\.0\.audience: /],
  ['an issuer of unknown callers', { issuers: [{ ...issuer, kind: 'robot' }] }, /\bissuers\.0\.kind: /],
  [
    'keys fetched without TLS',
    { issuers: [{ ...issuer, jwks: { uri: 'http://a.example/k' } }] },
    /\bissuers\.0\.jwks/,
  ],
  ['an empty list of keys', { issuers: [{ ...issuer, jwks: { keys: [] } }] }, /\bissuers\.0\.jwks/],
  ['an origin that is no address', { allowedOrigins: ['everywhere'] }, /\ballowedOrigins\.0: /],
  ['an alarm address that is none', { alarmEmails: ['the operator'] }, /\balarmEmails\.0: /],
  ['logs kept for a month', { logDays: 30 }, /\blogDays: /],
  ['a setting that does not exist', { alarmEmail: 'a@b.example' }, /alarmEmail/],
];

describe('settings', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'motcua-settings-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function written(content: string): string {
    const file = join(folder, 'settings.json');
    writeFileSync(file, content);
    return file;
  }

  function refusalOf(file: string): unknown {
    try {
      return readSettings(file);
    } catch (error) {
      return error;
    }
  }

  test('good ones are taken, with what may be left out filled in', () => {
    const { allowedOrigins, alarmEmails, logDays, ...least } = good;
    expect([allowedOrigins, alarmEmails, logDays]).not.toContain(undefined);
    expect(readSettings(written(JSON.stringify(least)))).toMatchObject({
      allowedOrigins: [],
      alarmEmails: [],
      logDays: 365,
    });
  });

  test('the settings of the starter province are good', () => {
    expect(readSettings(join(root, 'province/phu-tho/settings.json'))).toMatchObject({ agency: 'H44' });
  });

  test.each(bad)('%s: refused in a sentence that names it', (_what, change, sentence) => {
    const refusal = refusalOf(written(JSON.stringify({ ...good, ...change })));
    expect(refusal).toBeInstanceOf(Refusal);
    expect(String(refusal)).toMatch(sentence);
    expect(String(refusal)).toMatch(
      /^Refusal: .*settings\.json chưa đúng: .*\.\n.*settings\.json is invalid: .*\.$/,
    );
  });

  test('what is not JSON, and what is not there, is said so', () => {
    expect(String(refusalOf(written('{ name: phu-tho }')))).toMatch(/settings\.json is not well-formed JSON/);
    expect(String(refusalOf(join(folder, 'nowhere.json')))).toMatch(/nowhere\.json cannot be read/);
  });

  test('a bad setting stops the synthesis before anything is made', () => {
    const out = join(folder, 'cdk.out');
    const child = spawnSync(process.execPath, [join(root, 'infra/app.ts')], {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...process.env,
        MOTCUA_SETTINGS: written(JSON.stringify({ ...good, logDays: 7 })),
        MOTCUA_BUNDLES: join(folder, 'bundles'),
        CDK_OUTDIR: out,
      },
    });
    expect(child.status).not.toBe(0);
    expect(child.stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/chưa đúng: logDays: phải là một trong: 90, 180, 365, 731, 1827/),
      expect.stringMatching(/is invalid: logDays: must be one of: 90, 180, 365, 731, 1827/),
    ]);
    expect(existsSync(out)).toBe(false);
  });
});
