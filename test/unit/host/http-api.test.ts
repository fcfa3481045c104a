import { describe, expect, it } from 'vitest';
import { openCors } from '../../../local/http-api/cors.ts';
import { proxyEvent } from '../../../local/http-api/event.ts';
import { integrationAnswer } from '../../../local/http-api/response.ts';
import { routeTable } from '../../../local/http-api/routes.ts';
import { openThrottle } from '../../../local/http-api/throttle.ts';

describe('the route of a request', () => {
  const routes = routeTable(
    [
      'GET /a',
      'ANY /a',
      'GET /a/{id}',
      'GET /a/fixed',
      'ANY /a/{proxy+}',
      'GET /a/{id}/b',
      'POST /{x}/{y}',
      '$default',
    ].map(routeKey => ({ routeKey, target: routeKey })),
  );
  it.each([
    ['GET', 'a', 'GET /a', {}],
    ['PUT', 'a', 'ANY /a', {}],
    ['GET', 'a/7', 'GET /a/{id}', { id: '7' }],
    ['GET', 'a/fixed', 'GET /a/fixed', {}],
    ['DELETE', 'a/fixed', 'ANY /a/{proxy+}', { proxy: 'fixed' }],
    ['GET', 'a/7/b', 'GET /a/{id}/b', { id: '7' }],
    ['GET', 'a/7/c/d', 'ANY /a/{proxy+}', { proxy: '7/c/d' }],
    ['POST', 'b/c', 'POST /{x}/{y}', { x: 'b', y: 'c' }],
    ['GET', 'elsewhere', '$default', {}],
  ])('%s /%s is %s', (method, path, routeKey, parameters) => {
    expect(routes.match(method, path.split('/'))).toMatchObject({ routeKey, parameters });
  });

  it('is none without a default', () => {
    expect(routeTable([{ routeKey: 'GET /a', target: 1 }]).match('POST', ['a'])).toBeUndefined();
  });
});

describe('requests beyond the limit of a route', () => {
  it('are refused until time has passed, those of other routes not', () => {
    let now = 0;
    const serves = openThrottle(
      { now: () => now },
      { rate: 200, burst: 400 },
      new Map([['GET /v1/track/{code}', { rate: 20, burst: 40 }]]),
    );
    const guesses = () =>
      Array.from({ length: 200 }, () => serves('GET /v1/track/{code}')).filter(served => served).length;
    expect(guesses()).toBe(40);
    expect(serves('GET /v1/tasks')).toBe(true);
    now += 1000;
    expect(guesses()).toBe(20);
    now += 60_000;
    expect(guesses()).toBe(40);
  });
});

describe('the answer of a function', () => {
  const answer = (result: unknown) => integrationAnswer(JSON.stringify(result));
  it('without a status is its JSON', () => {
    expect(answer({ a: 1 })).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: '{"a":1}',
    });
    expect(answer('text')).toMatchObject({ status: 200, body: 'text' });
    expect(answer(null)).toMatchObject({ status: 200, body: 'null' });
    expect(answer([1])).toMatchObject({ body: '[1]' });
  });
  it('with a status is what it says', () => {
    expect(answer({ statusCode: 418, headers: { 'X-A': 1 }, body: 'tea' })).toEqual({
      status: 418,
      headers: { 'content-type': 'text/plain;charset=UTF-8', 'x-a': '1' },
      body: 'tea',
    });
    expect(answer({ statusCode: '204' })).toMatchObject({ status: 204, body: '' });
    expect(answer({ statusCode: 200, body: 'aGk=', isBase64Encoded: true })?.body).toEqual(Buffer.from('hi'));
  });
  it.each([
    { statusCode: 'teapot' },
    { statusCode: 99 },
    { statusCode: 200, body: { not: 'text' } },
    { statusCode: 200, headers: ['x'] },
  ])('%j is none', result => {
    expect(answer(result)).toBeUndefined();
  });
});

describe('the event of a request', () => {
  const event = (headers: Record<string, string>, body: string | Buffer, cookie?: string) =>
    JSON.parse(
      proxyEvent(
        {
          wire: {
            method: 'POST',
            path: '/a',
            query: '',
            headers: { ...headers, ...(cookie && { cookie }) },
            body: Buffer.from(body),
          },
          path: '/a',
          requestId: 'r',
          sourceAddress: '127.0.0.1',
          receivedAt: Date.parse('2020-03-12T19:03:58Z'),
          routeKey: 'POST /a',
          parameters: {},
          headers,
        },
        { accountId: '0', apiId: 'api', stage: '$default', stageVariables: undefined, port: 1 },
        undefined,
      ),
    );
  it.each([
    'text/plain',
    'application/json',
    'application/json; charset=utf-8',
    'application/problem+json',
    'application/xml',
    'application/javascript',
  ])('holds a body of %s as text', type => {
    expect(event({ 'content-type': type }, 'giấy')).toMatchObject({ body: 'giấy', isBase64Encoded: false });
  });
  it.each([
    'application/octet-stream',
    'application/x-www-form-urlencoded',
    'image/png',
    'multipart/form-data; boundary=x',
  ])('holds a body of %s in base64', type => {
    expect(event({ 'content-type': type }, 'a=b')).toMatchObject({ body: 'YT1i', isBase64Encoded: true });
  });
  it('holds a compressed body in base64, no body at all, cookies apart, the time in two forms', () => {
    expect(event({ 'content-type': 'text/plain', 'content-encoding': 'gzip' }, 'x').isBase64Encoded).toBe(
      true,
    );
    expect(event({ 'content-type': 'text/plain' }, '')).not.toHaveProperty('body');
    expect(event({}, '', 'a=1; b=2').cookies).toEqual(['a=1', 'b=2']);
    expect(event({}, '').requestContext).toMatchObject({
      time: '12/Mar/2020:19:03:58 +0000',
      timeEpoch: 1_584_039_838_000,
    });
  });
});

describe('cross-origin requests', () => {
  const cors = openCors({
    AllowOrigins: ['https://app'],
    AllowMethods: ['GET', 'POST'],
    AllowHeaders: ['Authorization'],
    ExposeHeaders: ['etag'],
    MaxAge: 60,
    AllowCredentials: false,
  });
  const request = (method: string, headers: Record<string, string>) => ({
    method,
    path: '/',
    query: '',
    headers,
    body: Buffer.alloc(0),
  });
  it('are answered without asking a function', () => {
    expect(
      cors.preflight(request('OPTIONS', { origin: 'https://app', 'access-control-request-method': 'GET' })),
    ).toEqual({
      status: 204,
      headers: {
        'access-control-allow-origin': 'https://app',
        'access-control-allow-methods': 'GET,POST',
        'access-control-allow-headers': 'authorization',
        'access-control-max-age': '60',
        vary: 'Origin',
      },
      body: '',
    });
    expect(
      cors.preflight(request('OPTIONS', { origin: 'https://evil', 'access-control-request-method': 'GET' }))
        ?.headers,
    ).toEqual({});
    expect(cors.preflight(request('GET', { origin: 'https://app' }))).toBeUndefined();
  });
  it('get the headers of allowed origins alone', () => {
    expect(cors.headers(request('GET', { origin: 'https://app' }))).toMatchObject({
      'access-control-allow-origin': 'https://app',
      'access-control-expose-headers': 'etag',
    });
    expect(cors.headers(request('GET', { origin: 'https://evil' }))).toEqual({});
  });
});
