import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDevKeys } from '../../../local/dev-tokens/dev-keys.ts';
import { virtualClock } from '../../../local/host/clock.ts';
import type { WireHandler } from '../../../local/host/http-server.ts';
import type { WireResponse } from '../../../local/host/wire.ts';
import { peopleOf } from '../../../start/sign-in/people.ts';
import { devProvider } from '../../../start/sign-in/provider.ts';

const API = 'http://127.0.0.1:8080';
const VERIFIER = 'v'.repeat(43);
const officer = { id: 'an.h44', unit: 'H44', roles: ['reception' as const], name: 'An <b>', active: true };

describe('the development provider', () => {
  const folder = mkdtempSync(join(tmpdir(), 'provider-'));
  let routes: Readonly<Record<string, WireHandler>>;
  beforeAll(async () => {
    routes = devProvider({
      apiUrl: API,
      keys: await openDevKeys(folder),
      clock: virtualClock(Date.parse('2026-11-27T01:00:00Z')),
      speed: 1,
      people: peopleOf({ units: [], officers: [officer, { ...officer, id: 'left.h44', active: false }] }),
    });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const call = (route: string, { query = '', body = '', cookie = '' } = {}): Promise<WireResponse> => {
    const handler = routes[route];
    if (!handler) throw new Error(`no ${route}`);
    const request = { method: 'GET', path: '', query, headers: { cookie }, body: Buffer.from(body) };
    return handler(request, { address: '127.0.0.1' });
  };
  const asked = (more: Readonly<Record<string, string>> = {}) =>
    new URLSearchParams({
      redirect_uri: `${API}/officer/signed-in`,
      code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
      code_challenge_method: 'S256',
      state: 's1',
      nonce: 'n1',
      ...more,
    }).toString();
  const authorize = (more?: Readonly<Record<string, string>>, cookie?: string) =>
    call('GET /dev/sign-in/officers', { query: asked(more), ...(cookie !== undefined && { cookie }) });
  const token = (form: Readonly<Record<string, string>>) =>
    call('POST /dev/sign-in/officers/token', { body: new URLSearchParams(form).toString() });
  const codeIn = ({ headers }: WireResponse) =>
    new URL(headers['location'] ?? '').searchParams.get('code') ?? '';
  const redeem = (code: string, verifier = VERIFIER) =>
    token({
      grant_type: 'authorization_code',
      code,
      redirect_uri: `${API}/officer/signed-in`,
      code_verifier: verifier,
    });
  const said = ({ body }: WireResponse) => JSON.parse(String(body));

  it('shows the active officers of a unit, escaped, and remembers who was chosen', async () => {
    const page = await authorize({ unit: 'H44' });
    expect(page.status).toBe(200);
    expect(String(page.body)).toContain('An &lt;b&gt;');
    expect(String(page.body)).not.toContain('left.h44');
    const chosen = await authorize({ person: 'an.h44' });
    expect(chosen.status).toBe(302);
    const cookie = chosen.headers['set-cookie']?.split(';')[0] ?? '';
    expect((await authorize({}, cookie)).status).toBe(302);
    expect((await authorize({ prompt: 'login' }, cookie)).status).toBe(200);
  });

  it('gives tokens for a code, once, to who began the sign-in', async () => {
    const code = codeIn(await authorize({ person: 'an.h44' }));
    expect((await redeem(code, 'w'.repeat(43))).status).toBe(400);
    expect((await redeem(code)).status).toBe(400);
    const again = codeIn(await authorize({ person: 'an.h44' }));
    const tokens = said(await redeem(again));
    expect(decodeJwt(tokens.id_token)).toMatchObject({ sub: 'an.h44', nonce: 'n1', aud: 'motcua' });
    expect(decodeJwt(tokens.access_token)).toMatchObject({
      sub: 'an.h44',
      unit: 'H44',
      roles: ['reception'],
    });
    expect((await redeem(again)).status).toBe(400);
  });

  it('renews by a refresh token, once', async () => {
    const { refresh_token: first } = said(await redeem(codeIn(await authorize({ person: 'an.h44' }))));
    const renewed = await token({ grant_type: 'refresh_token', refresh_token: first });
    expect(renewed.status).toBe(200);
    expect((await token({ grant_type: 'refresh_token', refresh_token: first })).status).toBe(400);
    expect(said(renewed).refresh_token).not.toBe(first);
  });

  it('sends nobody elsewhere', async () => {
    for (const redirect of [
      'https://evil.example/officer/signed-in',
      'http://127.0.0.1:9999/x',
      'javascript:x',
      '',
    ])
      expect((await authorize({ redirect_uri: redirect, person: 'an.h44' })).status, redirect).toBe(400);
    const end = await call('GET /dev/sign-in/officers/end', {
      query: new URLSearchParams({ post_logout_redirect_uri: 'https://evil.example' }).toString(),
    });
    expect(end.headers['location']).toBe(API);
    expect((await authorize({ code_challenge_method: 'plain', person: 'an.h44' })).status).toBe(400);
  });
});
