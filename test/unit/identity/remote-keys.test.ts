import { exportJWK, type FlattenedJWSInput, generateKeyPair, type JWTHeaderParameters } from 'jose';
import { beforeEach, describe, expect, test } from 'vitest';
import { KeysUnreachable, remoteKeys } from '../../../functions/features/identity/remote-keys.ts';

const MINUTE = 60_000;
const URI = 'https://issuer.example.gov.vn/keys';
const pair = generateKeyPair('ES256');
const published = async (kid: string) => ({
  keys: [{ ...(await exportJWK((await pair).publicKey)), kid, alg: 'ES256' }],
});
const token: FlattenedJWSInput = { payload: '', signature: '' };
const header = (kid: string): JWTHeaderParameters => ({ alg: 'ES256', kid });

let now = 0;
let fetched = 0;
let alarms = 0;
let answer: () => Promise<unknown> = () => published('first');
const open = () =>
  remoteKeys(URI, {
    now: () => now,
    fetchKeys: () => {
      fetched += 1;
      return answer();
    },
    unreachable: () => {
      alarms += 1;
    },
  });
const down = () => Promise.reject(new Error('connect ECONNREFUSED'));

beforeEach(() => {
  [now, fetched, alarms] = [1_000_000, 0, 0];
  answer = () => published('first');
});

describe('keys of an issuer', () => {
  test('are fetched once for all who come at the same time', async () => {
    const find = open();
    await Promise.all(Array.from({ length: 50 }, () => find(header('first'), token)));
    expect(fetched).toBe(1);
  });

  test('are not fetched again for a hundred tokens with keys that are not there', async () => {
    const find = open();
    await find(header('first'), token);
    now += MINUTE;
    const results = await Promise.allSettled(
      Array.from({ length: 100 }, (_, nth) => find(header(`forged-${nth}`), token)),
    );
    expect(results.every(({ status }) => status === 'rejected')).toBe(true);
    for (let nth = 0; nth < 100; nth += 1)
      await expect(find(header(`again-${nth}`), token)).rejects.toThrow();
    expect(fetched).toBe(2);
    expect(alarms).toBe(0);
  });

  test('that are new are found when a token names them', async () => {
    const find = open();
    await find(header('first'), token);
    answer = () => published('second');
    now += MINUTE;
    await expect(find(header('second'), token)).resolves.toBeDefined();
    expect(fetched).toBe(2);
  });

  test('hold for an hour when the issuer is not there, with an alarm, and no longer', async () => {
    const find = open();
    await find(header('first'), token);
    answer = down;
    now += 11 * MINUTE;
    await expect(find(header('first'), token)).resolves.toBeDefined();
    expect({ fetched, alarms }).toEqual({ fetched: 2, alarms: 1 });
    now += 48 * MINUTE;
    await expect(find(header('first'), token)).resolves.toBeDefined();
    now += 2 * MINUTE;
    await expect(find(header('first'), token)).rejects.toBeInstanceOf(KeysUnreachable);
    answer = () => published('first');
    now += 5 * MINUTE;
    await expect(find(header('first'), token)).resolves.toBeDefined();
  });

  test('are asked for ever more rarely from an issuer that is not there', async () => {
    answer = down;
    const find = open();
    for (let second = 0; second < 600; second += 1) {
      await expect(find(header('first'), token)).rejects.toBeInstanceOf(KeysUnreachable);
      now += 1000;
    }
    expect(fetched).toBeGreaterThan(5);
    expect(fetched).toBeLessThan(12);
    expect(alarms).toBe(fetched);
  });

  test('are not those of an answer that is no key set', async () => {
    answer = async () => ({ keys: [] });
    await expect(open()(header('first'), token)).rejects.toBeInstanceOf(KeysUnreachable);
    expect(alarms).toBe(1);
  });
});
