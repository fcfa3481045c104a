import type { APIGatewayRequestAuthorizerEventV2 } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { handler } from '../../../functions/features/identity/lambdas/authorizer/index.ts';
import { cameThroughEdge } from '../../../functions/features/identity/through-the-edge.ts';

const [current, before] = ['c'.repeat(43), 'b'.repeat(43)];

let authorize: typeof handler;
beforeAll(async () => {
  vi.stubEnv('TABLE_NAME', 'records');
  vi.stubEnv('AWS_REGION', 'ap-southeast-1');
  vi.stubEnv(
    'TRUSTED_ISSUERS',
    JSON.stringify([
      { issuer: 'https://i.example', audience: 'a', kind: 'officer', jwks: { uri: 'https://i.example/k' } },
    ]),
  );
  vi.stubEnv('ORIGIN_SECRETS', JSON.stringify([current, before]));
  ({ handler: authorize } = await import('../../../functions/features/identity/lambdas/authorizer/index.ts'));
});
afterAll(() => vi.unstubAllEnvs());

const asked = (headers: Record<string, string>, identitySource: string[]) =>
  authorize({
    headers,
    identitySource,
    routeKey: 'GET /v1/tasks',
  } as unknown as APIGatewayRequestAuthorizerEventV2);

describe('an API behind CloudFront', () => {
  it('takes two secrets while one is changed, and no other', () => {
    const taken = [current, before, '', 'c'.repeat(42), `${current} `, undefined].map(shown =>
      cameThroughEdge([current, before], shown),
    );
    expect(taken).toEqual([true, true, false, false, false, false]);
  });

  it('refuses whoever comes to its own address, with a token or without', async () => {
    expect(await asked({}, [])).toMatchObject({ isAuthorized: false });
    expect(await asked({ 'x-origin-secret': 'x'.repeat(43) }, ['x'])).toMatchObject({ isAuthorized: false });
    const token = { authorization: 'Bearer a.b.c', 'x-origin-secret': 'x'.repeat(43) };
    expect(await asked(token, ['Bearer a.b.c', 'x'])).toMatchObject({ isAuthorized: false });
  });

  it('lets anybody through who comes by CloudFront, as nobody in particular: the answer is remembered for all', async () => {
    const headers = { 'x-origin-secret': before, authorization: 'Bearer a.b.c' };
    expect(await asked(headers, [before])).toEqual({
      isAuthorized: true,
      context: { principal: '{"kind":"anonymous"}' },
    });
  });

  it('looks at the token where the route asks for one', async () => {
    const headers = { 'x-origin-secret': current, authorization: 'Bearer a.b.c' };
    // A forged one: the function says so, as without CloudFront.
    expect(await asked(headers, ['Bearer a.b.c', current])).toEqual({
      isAuthorized: true,
      context: { principal: '{"kind":"anonymous"}' },
    });
  });
});
