import { expect, test } from 'vitest';
import { answerDevToken } from '../../../local/dev-tokens/dev-tokens.ts';
import { comesFromHere, namesThisMachine } from '../../../local/host/loopback.ts';

test.each([
  ['127.0.0.1:8080', true],
  ['localhost', true],
  ['[::1]:8080', true],
  ['uploads.s3.localhost:8081', true],
  ['rebound.example.com:8080', false],
  ['127.0.0.1.example.com', false],
  ['localhost.example.com:8080', false],
  ['10.0.0.5:8080', false],
  ['', false],
  [undefined, false],
])('the host %s is this machine: %s', (host, expected) => {
  expect(namesThisMachine({ host })).toBe(expected);
});

test.each([
  [undefined, true],
  ['http://localhost:5173', true],
  ['http://127.0.0.1:8080', true],
  ['https://evil.example.com', false],
  ['http://localhost.evil.example.com', false],
  ['null', false],
  ['file://', false],
])('the origin %s may ask: %s', (origin, expected) => {
  expect(comesFromHere({ origin })).toBe(expected);
});

test('an origin of the settings may ask, too', () => {
  const origin = 'https://dichvucong.example.gov.vn';
  expect(comesFromHere({ origin })).toBe(false);
  expect(comesFromHere({ origin }, [origin])).toBe(true);
});

test.each([undefined, 'text/plain', 'application/x-www-form-urlencoded', 'application/jsonx'])(
  'a token is not given for a body of the type %s, which any page may send',
  async type => {
    const request = {
      method: 'POST',
      path: '/dev/tokens',
      query: '',
      headers: { ...(type !== undefined && { 'content-type': type }) },
      body: Buffer.from('{"kind":"citizen","id":"025090000001"}'),
    };
    const deps = { keys: undefined, clock: undefined } as unknown as Parameters<typeof answerDevToken>[1];
    expect((await answerDevToken(request, deps)).status).toBe(415);
  },
);
