import { describe, expect, test } from 'vitest';
import { auditor, citizen, OWNER, officer, readingRoom } from './reading-room.ts';

const handler = officer('H44.101', 'handler');
const owner = citizen(OWNER);

async function readTwice() {
  const room = readingRoom();
  const first = await room.file();
  const second = await room.file();
  await room.read(handler, first.head.code, 'Kiểm tra thành phần hồ sơ');
  await room.history(officer('H44', 'overseer'), second.head.code);
  return { room, first: first.head, second: second.head };
}

describe('who read my data', () => {
  test('tells a citizen unit, role and reason of every read, but not whose account it was', async () => {
    const { room, first, second } = await readTwice();
    const { items, nextCursor } = await room.whoRead(owner);
    expect(nextCursor).toBeNull();
    expect(items).toHaveLength(2);
    expect(items).toContainEqual(
      expect.objectContaining({
        reader: { kind: 'officer', account: null, unit: 'H44.101', roles: ['handler'] },
        parts: ['applicant'],
        dossiers: [{ code: first.code, basis: 'unit' }],
        reason: 'Đơn vị tiếp nhận, giải quyết hoặc được lấy ý kiến về hồ sơ',
        stated: 'Kiểm tra thành phần hồ sơ',
        asked: null,
      }),
    );
    expect(JSON.stringify(items)).not.toContain('can-bo');
    const narrowed = await room.whoRead(owner, { dossier: second.code, on: '2026-03-02' });
    expect(narrowed.items.map(({ parts }) => parts)).toEqual([['history']]);
    expect(room.kept()).toHaveLength(2);
  });

  test('tells nobody of what others read, nor of a dossier submitted for somebody else', async () => {
    const { room, first } = await readTwice();
    const stranger = citizen('025090000009');
    expect((await room.whoRead(stranger)).items).toEqual([]);
    await expect(room.whoRead(stranger, { dossier: first.code })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(room.whoRead(owner, { reader: 'officer:handler.can-bo' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('an auditor', () => {
  test('asks by day, by reader and by dossier, and is told the account', async () => {
    const { room, first } = await readTwice();
    const accounts = async (asked: Parameters<typeof room.whoRead>[1]) =>
      (await room.whoRead(auditor, asked)).items
        .filter(({ operation }) => operation !== 'listAccessRecords')
        .map(({ reader }) => reader.account)
        .toSorted();
    expect(await accounts({})).toEqual(['handler.can-bo', 'overseer.can-bo']);
    expect(await accounts({ on: '2026-03-02' })).toEqual(['handler.can-bo', 'overseer.can-bo']);
    expect(await accounts({ on: '2026-03-01' })).toEqual([]);
    expect(await accounts({ reader: 'officer:overseer.can-bo' })).toEqual(['overseer.can-bo']);
    expect(await accounts({ reader: 'portal:overseer.can-bo' })).toEqual([]);
    expect(await accounts({ dossier: first.code })).toEqual(['handler.can-bo']);
  });

  test('is recorded in turn, with what they asked; the person sees it where it was about them', async () => {
    const { room, first } = await readTwice();
    await room.whoRead(auditor, { reader: 'officer:handler.can-bo' });
    await room.whoRead(auditor, { dossier: first.code });
    const looked = room.kept().filter(({ operation }) => operation === 'listAccessRecords');
    expect(looked.map(({ asked }) => asked).toSorted()).toEqual([
      `{"dossier":"${first.code}"}`,
      '{"reader":"officer:handler.can-bo"}',
    ]);
    const seen = (await room.whoRead(owner)).items.filter(({ parts }) => parts.includes('accessRecords'));
    expect(seen).toMatchObject([{ dossiers: [{ code: first.code, basis: 'audit' }], asked: null }]);
  });

  test.each([
    ['two people’s lists at once', { reader: 'officer:a', dossier: 'first' }, 'not both'],
    ['a day to come', { on: '2026-03-03' }, 'is in the future'],
    ['a day long gone', { on: '2021-03-01' }, 'kept from 2021-03-02'],
  ])('is told plainly about %s', async (_, asked, said) => {
    const { room, first } = await readTwice();
    const query = 'dossier' in asked ? { ...asked, dossier: first.code } : asked;
    await expect(room.whoRead(auditor, query)).rejects.toMatchObject({
      code: 'parameter-invalid',
      message: expect.stringContaining(said),
    });
    expect(room.kept()).toHaveLength(2);
  });

  test('pages on, with a cursor that is good for this list and this caller only', async () => {
    const { room, first } = await readTwice();
    const { nextCursor: cursor } = await room.whoRead(owner, { limit: 1 });
    if (cursor === null) throw new Error('there is a second page');
    expect((await room.whoRead(owner, { limit: 1, cursor })).items).toHaveLength(1);
    for (const [caller, asked] of [
      [owner, { cursor, dossier: first.code }],
      [citizen('025090000009'), { cursor }],
      [auditor, { cursor }],
      [auditor, { cursor, dossier: first.code }],
    ] as const)
      await expect(room.whoRead(caller, asked)).rejects.toMatchObject({ code: 'cursor-invalid' });
  });
});

test('other officers see what they read themselves; who else read, and a dossier’s readers, are refused', async () => {
  const { room, first } = await readTwice();
  for (const role of ['leader', 'administrator', 'reception'] as const)
    expect((await room.whoRead(officer('H44.101', role))).items).toEqual([]);
  const own = (await room.whoRead(handler)).items;
  expect(own).toMatchObject([
    { reader: { account: 'handler.can-bo' }, dossiers: [{ code: first.code }], asked: null },
  ]);
  expect((await room.whoRead(officer('H44', 'overseer'))).items).toHaveLength(1);
  for (const asked of [{ reader: 'officer:handler.can-bo' }, { dossier: first.code }])
    await expect(room.whoRead(handler, asked)).rejects.toMatchObject({ code: 'forbidden' });
  expect(room.kept()).toHaveLength(2);
});
