import { statSync } from 'node:fs';
import { join } from 'node:path';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { describe, expect, it } from 'vitest';
import { DEV_AUDIENCE, openDevKeys } from '../../../local/dev-tokens/dev-keys.ts';
import { answerDevToken, type DevTokenDeps } from '../../../local/dev-tokens/dev-tokens.ts';
import { virtualClock } from '../../../local/host/clock.ts';
import { temporaryFolder } from './support.ts';

const NOW = Date.parse('2026-03-02T01:00:00Z');

async function asked(body: unknown, folder = temporaryFolder(), more: Partial<DevTokenDeps> = {}) {
  const keys = await openDevKeys(folder);
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const request = {
    method: 'POST',
    path: '/dev/tokens',
    query: '',
    headers: { 'content-type': 'application/json' },
    body: Buffer.from(text),
  };
  const response = await answerDevToken(request, { keys, clock: virtualClock(NOW), ...more });
  return {
    status: response.status,
    type: response.headers['content-type'],
    body: JSON.parse(String(response.body)),
    keys,
    folder,
  };
}

async function claims(body: unknown) {
  const { body: answer, keys } = await asked(body);
  const verified = await jwtVerify(answer.token, createLocalJWKSet({ keys: [...keys.publicJwks.keys] }), {
    audience: DEV_AUDIENCE,
    currentDate: new Date(NOW),
  });
  return verified.payload;
}

describe('a development token', () => {
  it('says who a citizen is and how surely', async () => {
    expect(await claims({ kind: 'citizen', id: '025099000001', name: 'Nguyễn Văn A' })).toMatchObject({
      iss: 'https://dev.motcua.local/citizen',
      sub: '025099000001',
      identityNumber: '025099000001',
      loa: 2,
      name: 'Nguyễn Văn A',
      iat: NOW / 1000,
      exp: NOW / 1000 + 86_400,
    });
  });

  it('says the unit and the roles of an officer, and that two factors were asked', async () => {
    expect(await claims({ kind: 'officer', id: 'o1', unit: 'H44.1', roles: ['handler'] })).toMatchObject({
      sub: 'o1',
      unit: 'H44.1',
      roles: ['handler'],
      amr: ['pwd', 'mfa'],
    });
  });

  it('makes an administrator an officer with that role', async () => {
    expect(await claims({ kind: 'administrator', id: 'a1' })).toMatchObject({
      iss: 'https://dev.motcua.local/officer',
      roles: ['administrator'],
    });
  });

  it('says a portal’s scopes, and lives as long as asked', async () => {
    expect(
      await claims({ kind: 'portal', id: 'p1', scopes: ['dossiers:write', 'track'], ttlSeconds: 60 }),
    ).toMatchObject({ scope: 'dossiers:write track', exp: NOW / 1000 + 60 });
  });

  it('is signed by a key that stays the same for a data folder and only its owner can read', async () => {
    const first = await asked({ kind: 'citizen', id: '1' });
    const again = await openDevKeys(first.folder);
    expect(again.publicJwks).toEqual(first.keys.publicJwks);
    expect(JSON.stringify(again.publicJwks)).not.toContain('"d"');
    expect(statSync(join(first.folder, 'dev-keys.json')).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['{', undefined],
    [{ id: 'x' }, '/kind'],
    [{ kind: 'citizen' }, '/id'],
    [{ kind: 'citizen', id: 'x', level: 9 }, '/level'],
    [{ kind: 'citizen', id: 'x', level: 3 }, '/level'],
    [{ kind: 'officer', id: 'x', roles: 'handler' }, '/roles'],
    [{ kind: 'portal', id: 'x', scopes: ['two words'] }, '/scopes/0'],
    [{ kind: 'citizen', id: 'x', unit: 'H44' }, '/unit'],
    // Accounts of foreigners and organizations have no levels.
    [{ kind: 'foreigner', id: 'C1', country: 'LA', level: 2 }, '/level'],
    [{ kind: 'organisation', id: '2600123457', level: 1 }, '/level'],
  ])('is refused for %j with a pointer to what is wrong', async (body, pointer) => {
    const answer = await asked(body);
    expect(answer).toMatchObject({
      status: 400,
      type: 'application/problem+json',
      body: { code: 'dev-token-invalid', status: 400 },
    });
    expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toEqual(
      pointer === undefined ? [] : [pointer],
    );
  });

  it('is refused for what the application does not know, in its words', async () => {
    const detail = { vi: 'không có vai trò này', en: 'there is no such role' };
    const answer = await asked({ kind: 'officer', id: 'x', roles: ['boss'] }, temporaryFolder(), {
      faultsOf: () => [{ pointer: '/roles/0', detail }],
    });
    expect(answer).toMatchObject({
      status: 400,
      type: 'application/problem+json',
      body: { errors: [{ pointer: '/roles/0', detail: detail.vi }] },
    });
    expect(answer.body.detail).toContain(detail.vi);
  });
});
