import { GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { keptConnection } from '../../../functions/connectors/national-store/connection.ts';
import { httpNationalStore } from '../../../functions/connectors/national-store/national-store.ts';
import type { NationalStore, StoreQuestion } from '../../../functions/domain/ports/national-store.ts';
import { noPauses } from '../../../functions/kernel/retry/retry.ts';
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
});

const OWNER = '025090000001';
const LAND = 'KQ.G10.001147';

/** A store reached by what a secret holds, with a clock of its own. */
function storeOf(secret: object = accessTo(simulated), milliseconds = 2000) {
  const clock = { now: 1_000_000, secret };
  const read: unknown[] = [];
  const client = {
    send: async (command: unknown) => {
      read.push(command);
      return { SecretString: JSON.stringify(clock.secret) };
    },
  };
  const now = () => clock.now;
  const connection = keptConnection(client as Parameters<typeof keptConnection>[0], 'a secret', now);
  const store = httpNationalStore({ connection, now, milliseconds, pauses: noPauses });
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
