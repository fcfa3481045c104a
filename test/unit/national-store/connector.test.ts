import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { keptConnection } from '../../../functions/connectors/national-store/connection.ts';
import { httpNationalStore } from '../../../functions/connectors/national-store/national-store.ts';
import type { NationalStore, StoreQuestion } from '../../../functions/domain/ports/national-store.ts';
import { noPauses, type Pauses } from '../../../functions/kernel/retry/retry.ts';
import {
  accessTo,
  type SimulatedStore,
  type StoreMood,
  startNationalStore,
} from '../../../outside/national-store/server.ts';

let simulated: SimulatedStore;
beforeAll(async () => {
  simulated = await startNationalStore();
});
afterAll(() => simulated.stop());
beforeEach(() => {
  simulated.mood = 'up';
  simulated.asked.length = 0;
  simulated.requests = 0;
});

const OWNER = '025090000001';
const LAND = 'KQ.G10.001147';

/** A store reached by what a secret holds, with a clock of its own. */
function storeOf(
  secret: object = accessTo(simulated),
  milliseconds = 2000,
  pauses: (clock: { now: number }) => Pauses = () => noPauses,
) {
  /** `each`: what each request takes. */
  const clock = { now: 1_000_000, each: 0, secret };
  const read: unknown[] = [];
  const client = {
    send: async (command: unknown) => {
      read.push(command);
      return { SecretString: JSON.stringify(clock.secret) };
    },
  };
  const now = () => clock.now + simulated.requests * clock.each;
  const connection = keptConnection(client as Parameters<typeof keptConnection>[0], 'a secret', now);
  const store = httpNationalStore({ connection, now, milliseconds, pauses: pauses(clock) });
  return { store, clock, read };
}

const question: StoreQuestion = {
  owner: OWNER,
  requester: { name: 'Nguyễn Văn An', number: OWNER },
  channel: 'online',
  procedure: '1.013225',
  wanted: [{ kind: LAND }],
};

async function foundIn(store: NationalStore) {
  const answer = await store.find(question);
  if (answer.state !== 'answered') throw new Error(answer.detail);
  return answer.papers;
}

test('finds the papers of a kind, and opens their files', async () => {
  const { store, read } = storeOf();
  const [paper, ...others] = await foundIn(store);
  expect(others).toEqual([]);
  expect(paper).toMatchObject({
    kind: LAND,
    number: 'BĐ 123456',
    agency: 'Văn phòng Đăng ký đất đai tỉnh Phú Thọ',
    files: [{ name: 'gcn-trang-1-2.pdf' }, { name: 'gcn-trang-3-4.pdf' }],
  });
  expect(simulated.asked).toEqual([
    {
      SoDinhDanhChuSoHuu: OWNER,
      HoTenNguoiYeuCau: 'Nguyễn Văn An',
      KenhThucHien: '2',
      SoDinhDanhNguoiYeuCau: OWNER,
      MaThuTuc: '1.013225',
      DanhSachDanhMucKetQua: [{ MaKetQua: LAND, SoKyHieu: '' }],
    },
  ]);
  const file = paper?.files[0];
  const opened = await store.open(file ?? { name: '', place: '' });
  expect(opened.state).toBe('opened');
  expect('bytes' in opened && Buffer.from(opened.bytes).subarray(0, 5).toString()).toBe('%PDF-');
  expect(await store.find({ ...question, wanted: [{ kind: LAND, number: 'other' }] })).toEqual({
    state: 'answered',
    papers: [],
  });
  // The secret is read once, by its name.
  expect(read).toHaveLength(1);
  expect(read[0]).toBeInstanceOf(GetSecretValueCommand);
});

test.each([
  ['down', 'unreachable', 'token-http-503'],
  ['slow', 'slow', 'token-timeout'],
  ['no-token', 'refused', 'token-http-401'],
  ['expired', 'refused', 'token'],
  ['refusing', 'refused', 'code-99'],
  ['garbage', 'untrustworthy', 'malformed'],
] as [StoreMood, string, string][])('a store that is %s is told apart', async (mood, reason, detail) => {
  simulated.mood = mood;
  const { store } = storeOf(accessTo(simulated), mood === 'slow' ? 60 : 2000);
  expect(await store.find(question)).toEqual({ state: 'unavailable', reason, detail });
});

test('what is empty, unreadable or not asked for hides nothing and breaks nothing', async () => {
  const { store } = storeOf();
  simulated.mood = 'empty';
  expect(await foundIn(store)).toEqual([]);
  simulated.mood = 'unknown-paper';
  expect((await foundIn(store)).map(({ kind }) => kind)).toEqual(['KQ.X99.999999']);
});

test('a file that is missing is said to be missing, and one elsewhere is not asked for', async () => {
  const { store } = storeOf();
  const [paper] = await foundIn(store);
  simulated.mood = 'file-missing';
  expect(await store.open(paper?.files[0] ?? { name: '', place: '' })).toEqual({ state: 'missing' });
  for (const place of ['https://example.org/x.pdf', 'http://127.0.0.1:1/x', 'file:///etc/passwd', 'http://['])
    expect(await store.open({ name: 'x', place })).toMatchObject({ detail: 'file-elsewhere' });
});

test('a store that does not answer is tried twice, then left alone for half a minute', async () => {
  const { store, clock } = storeOf();
  await foundIn(store);
  simulated.mood = 'down';
  expect(await store.find(question)).toMatchObject({ state: 'unavailable', detail: 'http-503' });
  simulated.mood = 'up';
  simulated.asked.length = 0;
  clock.now += 29_000;
  expect(await store.find(question)).toMatchObject({ state: 'unavailable', detail: 'http-503' });
  expect(simulated.asked).toEqual([]);
  clock.now += 2000;
  expect(await foundIn(store)).toHaveLength(1);
});

test('a secret that was not filled in, or changed, is taken up without a deployment', async () => {
  const { store, clock } = storeOf({ url: '', tokenUrl: '', consumerKey: '', consumerSecret: 'x' });
  expect(await store.find(question)).toMatchObject({ reason: 'notConnected' });
  clock.secret = accessTo(simulated);
  expect(await foundIn(store)).toHaveLength(1);
  clock.secret = { ...accessTo(simulated), consumerSecret: 'another' };
  expect(await foundIn(store)).toHaveLength(1);
  clock.now += 5 * 60_000;
  expect(await store.find(question)).toMatchObject({ reason: 'refused', detail: 'token-http-401' });
});

test('nothing of who is asked about is in what is told of a failure', async () => {
  simulated.mood = 'refusing';
  const { store } = storeOf();
  const told = JSON.stringify(await store.find(question));
  for (const secret of [OWNER, 'Nguyễn', simulated.consumerSecret]) expect(told).not.toContain(secret);
});

describe('one time for everything that an operation asks', () => {
  /** Time passes between tries alone. */
  const waiting = (milliseconds: number) => (clock: { now: number }) => ({
    random: () => 0,
    sleep: async () => {
      clock.now += milliseconds;
    },
  });
  const file = { name: 'x.pdf', place: '/tep/x/0' };

  test('a store that fails is not asked again when the time is over', async () => {
    const { store } = storeOf(undefined, 2000, waiting(2000));
    await foundIn(store);
    simulated.mood = 'down';
    simulated.requests = 0;
    expect(await store.find(question)).toMatchObject({ state: 'unavailable', detail: 'http-503' });
    expect(simulated.requests).toBe(1);
  });

  test('it is asked again while there is some', async () => {
    const { store } = storeOf(undefined, 2000, waiting(1900));
    await foundIn(store);
    simulated.mood = 'down';
    simulated.requests = 0;
    expect(await store.open(file)).toMatchObject({ state: 'unavailable', detail: 'file-http-503' });
    expect(simulated.requests).toBe(2);
  });

  test('tokens, refused tokens and second tries share it', async () => {
    simulated.mood = 'expired';
    const { store, clock } = storeOf(undefined, 3000);
    clock.each = 1000;
    // A token, a refusal, another token: for the question with it there is no time.
    expect(await store.find(question)).toMatchObject({ reason: 'slow', detail: 'timeout' });
    expect(simulated.requests).toBe(3);
  });

  test('without time nothing is sent', async () => {
    const { store } = storeOf(undefined, 0);
    expect(await store.find(question)).toMatchObject({ state: 'unavailable', reason: 'slow' });
    expect(simulated.requests).toBe(0);
  });
});

describe('a procedure that takes more kinds than one question names', () => {
  const kinds = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ kind: `KQ.X00.${String(at).padStart(6, '0')}` }));

  test('asks in slices, and joins what it is told', async () => {
    const { store } = storeOf();
    const wanted = [{ kind: LAND }, ...kinds(120)];
    expect(await store.find({ ...question, wanted })).toMatchObject({
      state: 'answered',
      papers: [{ kind: LAND }],
    });
    const asked = simulated.asked as { DanhSachDanhMucKetQua: { MaKetQua: string }[] }[];
    expect(asked.map(({ DanhSachDanhMucKetQua }) => DanhSachDanhMucKetQua.length)).toEqual([50, 50, 21]);
    const named = asked.flatMap(each => each.DanhSachDanhMucKetQua.map(({ MaKetQua }) => MaKetQua));
    expect(named).toEqual(wanted.map(({ kind }) => kind));
  });

  test('is told once what every answer repeats, and nothing where one slice fails', async () => {
    const { store } = storeOf();
    simulated.mood = 'unknown-paper';
    expect(await store.find({ ...question, wanted: kinds(101) })).toMatchObject({
      papers: [{ kind: 'KQ.X99.999999' }],
    });
    simulated.mood = 'refusing';
    expect(await store.find({ ...question, wanted: kinds(101) })).toMatchObject({ reason: 'refused' });
  });
});
