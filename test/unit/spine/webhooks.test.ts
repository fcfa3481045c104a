import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpsWebhookChannel } from '../../../functions/connectors/webhooks/webhook-channel.ts';
import { addLags, lagPercentile } from '../../../functions/domain/effects/lag.ts';
import { retryAt } from '../../../functions/domain/effects/retry-pauses.ts';
import { signedHeaders, writeSecret } from '../../../functions/domain/effects/webhook-signature.ts';
import { nudgesFor } from '../../../functions/features/ledger-relay/relay-ledger.ts';
import { secretsInForce, withNewSecret } from '../../../functions/features/portal-events/secrets.ts';
import { isPublicAddress } from '../../../functions/kernel/http/public-address.ts';
import { SECRET, subscription } from './portals.ts';

describe('signatures', () => {
  it('are those of the example that Standard Webhooks publish', () => {
    const headers = signedHeaders([SECRET], {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      timestamp: 1614265330,
      body: '{"test": 2432232314}',
    });
    expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it('are made with the old and the new secret for a day, then with the new one alone', () => {
    const now = Date.parse('2026-03-02T00:00:00+07:00');
    const changed = withNewSecret(subscription(), new Uint8Array(32), now);
    expect(changed.secret).toBe(writeSecret(new Uint8Array(32)));
    expect(secretsInForce(changed, now)).toEqual([changed.secret, SECRET]);
    expect(secretsInForce(changed, now + 24 * 3600_000)).toEqual([changed.secret]);
    const again = withNewSecret(changed, new Uint8Array(32).fill(1), now + 1000);
    expect(secretsInForce(again, now + 1000)).toEqual([again.secret, changed.secret]);
  });
});

describe('addresses', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    'fe80::1',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'not an address',
  ])('%s is not reached', address => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['203.162.4.190', '8.8.8.8', '2001:4860:4860::8888'])('%s is reached', address => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

describe('messages', () => {
  let server: Server;
  let base = '';
  let respond: (path: string) => { status: number; body?: string; location?: string } = () => ({
    status: 200,
  });
  let calls = 0;
  beforeAll(async () => {
    server = createServer((request, response) => {
      calls++;
      const { status, body = '', location } = respond(request.url ?? '');
      response.writeHead(status, location === undefined ? {} : { location }).end(body);
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    base = `127.0.0.1:${address.port}`;
  });
  afterAll(() => server.close());

  const channel = (trustedHosts: readonly string[]) => httpsWebhookChannel({ trustedHosts, now: () => 0 });
  const post = (url: string, trusted: readonly string[] = [base]) =>
    channel(trusted).post({ url, headers: {}, body: '{}' });

  it.each([
    [200, true, undefined],
    [204, true, undefined],
    [301, false, 'redirect'],
    [404, false, 'http-404'],
    [410, false, 'http-410'],
    [500, false, 'http-500'],
  ])('answered with %i: delivered %s', async (status, delivered, reason) => {
    respond = () => ({ status, ...(status === 301 && { location: `http://${base}/elsewhere` }) });
    const before = calls;
    const outcome = await post(`http://${base}/events`);
    expect(outcome).toMatchObject(reason === undefined ? { delivered } : { delivered, reason });
    expect(calls, 'a redirect is not followed').toBe(before + 1);
  });

  it('an answer without end is not read to its end', async () => {
    respond = () => ({ status: 200, body: 'x'.repeat(5_000_000) });
    expect(await post(`http://${base}/events`)).toMatchObject({ delivered: true });
  });

  it.each([
    ['http://portal.example.vn/events', 'not-https'],
    ['ftp://portal.example.vn/events', 'not-https'],
    ['https://me:secret@portal.example.vn/events', 'has-credentials'],
    ['https://127.0.0.1/events', 'address-not-public'],
    ['https://[::1]/events', 'address-not-public'],
    ['https://2130706433/events', 'address-not-public'],
    ['https://0x7f.1/events', 'address-not-public'],
    ['https://169.254.169.254/latest/meta-data', 'address-not-public'],
  ])('%s is refused: %s', async (url, reason) => {
    const before = calls;
    expect(channel([]).refusal(url)).toBe(reason);
    expect(await post(url, [])).toMatchObject({ delivered: false, reason });
    expect(calls).toBe(before);
  });

  it('a name that leads to a private address is refused when the connection is made', async () => {
    expect(channel([]).refusal('https://localhost:9/events')).toBeUndefined();
    expect(await post('https://localhost:9/events', [])).toMatchObject({
      delivered: false,
      reason: 'address-not-public',
    });
  });

  it('a port where nobody listens is a failure with a reason', async () => {
    expect(await post('http://127.0.0.1:9/', ['127.0.0.1'])).toMatchObject({ reason: 'connection' });
  });
});

describe('lags', () => {
  it('are told by the bounds they stayed within', () => {
    expect(lagPercentile([], 0.5)).toBeNull();
    const counts = addLags([], [50, 60, 70, 80, 150, 900, 1500, 40_000]);
    expect([0.5, 0.95, 0.99].map(share => lagPercentile(counts, share))).toEqual([100, 60_000, 60_000]);
  });

  it('pauses grow to six hours, and chance only shortens them', () => {
    expect(retryAt(0, 1, 0)).toBe(5_000);
    expect(retryAt(0, 99, 0)).toBe(6 * 3600_000);
    expect(retryAt(0, 1, 1)).toBe(3_500);
  });
});

describe('the relay', () => {
  const inserted = (pk: string, sk: string, eventName = 'INSERT') => ({
    eventName,
    dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } } },
  });
  const batch = [
    inserted('DOSSIER#H44.101-260302-0001', 'EVENT#000002'),
    inserted('DOSSIER#H44.101-260302-0001', 'EVENT#000003'),
    inserted('DOSSIER#H44.101-260302-0002', 'EVENT#000001'),
    inserted('DOSSIER#H44.101-260302-0003', 'HEAD'),
    inserted('DOSSIER#H44.101-260302-0004', 'EVENT#000001', 'MODIFY'),
    inserted('READS#x', 'EVENT#000001'),
    {},
  ];

  it('tells of each dossier once, by its last entry, and of nothing else', async () => {
    const looked: string[] = [];
    const kindOf = async (dossier: string) => {
      looked.push(dossier);
      return 'submitted';
    };
    expect(await nudgesFor(batch, { changes: 'all' }, kindOf)).toEqual(
      new Map([
        [
          'changes',
          [
            { dossier: 'H44.101-260302-0001', reached: 3 },
            { dossier: 'H44.101-260302-0002', reached: 1 },
          ],
        ],
      ]),
    );
    // Where every consumer wants everything, nothing is read.
    expect(looked).toEqual([]);
  });

  it('tells a consumer of some kinds only of dossiers with such an entry, or an unknown one', async () => {
    const kinds: Readonly<Record<string, string>> = { 1: 'submitted', 2: 'accepted', 3: 'forwarded' };
    const told = async (wanted: string[], unknown?: number) => {
      const found = await nudgesFor(batch, { some: wanted, every: 'all' }, async (_, seq) =>
        seq === unknown ? undefined : kinds[seq],
      );
      expect(found.get('every')).toHaveLength(2);
      return found.get('some');
    };
    expect(await told(['accepted'])).toEqual([{ dossier: 'H44.101-260302-0001', reached: 3 }]);
    expect(await told(['submitted'])).toEqual([{ dossier: 'H44.101-260302-0002', reached: 1 }]);
    expect(await told(['withdrawn'])).toEqual([]);
    expect(await told(['withdrawn'], 1)).toEqual([{ dossier: 'H44.101-260302-0002', reached: 1 }]);
  });
});
