import { describe, expect, test } from 'vitest';
import { createExport } from '../../../functions/features/exports/create-export.ts';
import { getExport } from '../../../functions/features/exports/get-export.ts';
import type { Delivery } from '../../../functions/features/exports/worker/deps.ts';
import { makeExport } from '../../../functions/features/exports/worker/make-export.ts';
import { onlyAttempt } from '../../../functions/records/idempotency/attempt.ts';
import type { DossierHead } from '../../../schemas/dossier/head.ts';
import type { Principal } from '../../../schemas/identity/principal.ts';
import { toDong } from '../../../schemas/money/dong.ts';
import { filed, PaperDossier } from '../../support/lifecycle/paper-dossier.ts';
import type { KnownDossier } from './dossier-doubles.ts';
import { exportWorld, task } from './doubles.ts';
import { readCsv } from './read-csv.ts';
import { readWorkbook } from './read-workbook.ts';

const NOW = Date.parse('2026-11-23T09:00:00+07:00');
const reception: Principal = {
  kind: 'officer',
  id: 'tiepnhan.h44-101',
  unit: 'H44.101',
  roles: ['reception'],
};
const delivery: Delivery = { now: () => NOW, remaining: () => 300_000, last: false };
const UNITS = [{ 'H44.101': 'Phường Việt Trì', 'H44.04': 'Sở Tư pháp' }];

type World = ReturnType<typeof exportWorld>;
interface Wanted {
  list?: 'dossiers' | 'tasks';
  format?: 'csv' | 'xlsx';
  expand?: 'applicant';
  reason?: string;
}

async function asked({ front }: World, wanted: Wanted, caller: Principal = reception): Promise<string> {
  const body = {
    ...{ list: 'dossiers' as const, format: 'csv' as const, reason: 'Giao ban\nđầu tuần', filters: {} },
    ...wanted,
  };
  const call = {
    access: { requestId: 'r', reason: null },
    repeat: { key: undefined, requestHash: '' },
    ...{
      caller,
      body,
      now: NOW,
      params: undefined,
      query: undefined,
      ifMatch: undefined,
      language: 'vi' as const,
    },
  };
  return (await createExport(front, call, onlyAttempt(NOW))).body.id;
}

/** The rows of a CSV that was asked for, each by its headings. */
async function rows(world: World, wanted: Wanted = {}, caller?: Principal) {
  const id = await asked(world, wanted, caller);
  expect(await makeExport(world.worker, id, delivery)).toBe('done');
  const text = world.files.get(`exports/${id}.csv`)?.toString('utf8') ?? '';
  const [headings = [], ...lines] = readCsv(text.slice(1));
  return lines.map(line => Object.fromEntries(headings.map((heading, at) => [heading, line[at]])));
}

/** A dossier at a moment of its life. */
function dossier(number: number, own: Partial<DossierHead> = {}): KnownDossier {
  const code = `H44.101-260302-${String(number).padStart(4, '0')}`;
  const { head } = filed('1.001193', { code });
  return { head: { ...head, ...own }, name: `Người Thứ ${number}` };
}

const decided = { handling: 'decided', decidedAt: '2026-03-03T10:00:00+07:00', outcome: 'granted' } as const;
const returned = { ...decided, handling: 'returned', delivery: 'returned' } as const;
const closedAt = '2026-03-04T15:30:00+07:00';

describe('an export of dossiers', () => {
  test('has the units’ names, the amount, and how and when it was decided and returned', async () => {
    const world = exportWorld(
      [],
      [
        dossier(1, {
          competentUnit: 'H44.04',
          amountDue: toDong(1_250_000),
          money: 'due',
          reused: { c2: 3 },
        }),
        dossier(2, { ...returned, timeliness: 'early', closedAt, amountDue: toDong(0) }),
        dossier(3, { ...decided, timeliness: 'onTime' }),
        dossier(4, { ...decided, timeliness: 'late' }),
        dossier(5, { handling: 'withdrawn', closedAt }),
      ],
      UNITS,
    );
    const found = await rows(world);
    expect(found[0]).toMatchObject({
      'Mã đơn vị tiếp nhận': 'H44.101',
      'Tên đơn vị tiếp nhận': 'Phường Việt Trì',
      'Mã đơn vị giải quyết': 'H44.04',
      'Tên đơn vị giải quyết': 'Sở Tư pháp',
      'Số tiền (đồng)': '1250000',
      'Số giấy tờ dùng lại': '1',
      'Sớm, đúng hay quá hạn': '',
      'Thời điểm quyết định': '',
      'Thời điểm trả kết quả': '',
    });
    expect(found[1]).toMatchObject({
      'Số tiền (đồng)': '0',
      'Số giấy tờ dùng lại': '0',
      'Sớm, đúng hay quá hạn': 'Sớm hạn',
      'Thời điểm quyết định': '2026-03-03 10:00:00',
      'Thời điểm trả kết quả': '2026-03-04 15:30:00',
    });
    expect(found.map(row => row['Sớm, đúng hay quá hạn'])).toEqual([
      '',
      'Sớm hạn',
      'Đúng hạn',
      'Quá hạn',
      '',
    ]);
    // It was closed, but no result was returned.
    expect(found[4]).toMatchObject({
      'Trạng thái': 'Công dân yêu cầu rút hồ sơ',
      'Thời điểm trả kết quả': '',
    });
  });

  test('holds them as numbers and moments in a workbook', async () => {
    const world = exportWorld(
      [],
      [dossier(1, { ...returned, closedAt, amountDue: toDong(1_250_000) })],
      UNITS,
    );
    const id = await asked(world, { format: 'xlsx' });
    await makeExport(world.worker, id, delivery);
    const { cells } = readWorkbook(world.files.get(`exports/${id}.xlsx`) ?? Buffer.alloc(0));
    const columns = Object.keys(cells).filter(place => /^[A-Z]+1$/.test(place));
    const under = (heading: string) => {
      const at = columns.find(place => cells[place] === heading) ?? '';
      return cells[at.replace(/1$/, '2')];
    };
    expect(under('Số tiền (đồng)')).toBe(1_250_000);
    // 4 March 2026, 15:30, as spreadsheets count.
    expect(under('Thời điểm trả kết quả')).toBeCloseTo(46_085 + 15.5 / 24, 6);
  });

  test('reads of the dossier what an entry of before does not say', async () => {
    const now = dossier(1, { ...returned, closedAt, portalReference: 'P-1', timeliness: 'onTime' });
    const before = {
      ...now.head,
      ...{ timeliness: null, decidedAt: null, closedAt: null, portalReference: null },
    };
    const world = exportWorld([], [{ ...now, listedAs: before }], UNITS);
    expect(await rows(world)).toMatchObject([
      { 'Sớm, đúng hay quá hạn': 'Đúng hạn', 'Mã hồ sơ tại cổng đã gửi': 'P-1' },
    ]);
  });

  test('calls a unit that ended or was left out meanwhile by its last name', async () => {
    const world = exportWorld(
      [],
      [dossier(1, { receivingUnit: 'H44.007', competentUnit: 'H44.008' }), dossier(2)],
      [
        { 'H44.007': 'Phòng cũ', 'H44.101': 'Tên đầu' },
        { 'H44.007': 'Phòng Tư pháp', 'H44.101': 'Tên giữa' },
        { 'H44.101': 'Phường Việt Trì' },
      ],
    );
    const found = await rows(world);
    expect(found[0]).toMatchObject({
      'Tên đơn vị tiếp nhận': 'Phòng Tư pháp',
      'Mã đơn vị giải quyết': 'H44.008',
      'Tên đơn vị giải quyết': '',
    });
    expect(found[1]).toMatchObject({ 'Tên đơn vị tiếp nhận': 'Phường Việt Trì' });
  });

  test('tells citizens nothing of what a portal calls their dossiers', async () => {
    const citizen: Principal = { kind: 'citizen', identityNumber: '025090000001', level: 2 };
    const portal: Principal = { kind: 'portal', id: 'dvcqg', scopes: ['dossiers:read'] };
    const world = exportWorld([], [dossier(1, { portalReference: 'P-1' })], UNITS);
    const [theirs = {}] = await rows(world, {}, citizen);
    expect(Object.keys(theirs)).not.toContain('Mã hồ sơ tại cổng đã gửi');
    expect(Object.values(theirs)).not.toContain('P-1');
    expect(await rows(world, {}, portal)).toMatchObject([{ 'Mã hồ sơ tại cổng đã gửi': 'P-1' }]);
  });
});

describe('applicants’ names in an export', () => {
  const many = Array.from({ length: 260 }, (_, at) => dossier(at + 1));

  test('are there when asked for, and whoever asked is recorded to have read each', async () => {
    const world = exportWorld([], many, UNITS);
    const found = await rows(world, { expand: 'applicant' });
    expect(found.map(row => row['Chủ hồ sơ'])).toEqual(many.map(({ name }) => name));
    const reads = world.reads();
    expect(reads.flatMap(({ dossiers }) => dossiers.map(({ code }) => code)).toSorted()).toEqual(
      many.map(({ head }) => head.code),
    );
    expect(reads[0]).toMatchObject({
      at: '2026-11-23T09:00:00+07:00',
      requestId: world.orders[0],
      reader: { kind: 'officer', id: 'tiepnhan.h44-101', unit: 'H44.101' },
      operation: 'createExport',
      parts: ['export', 'applicant'],
      stated: 'Giao ban đầu tuần',
    });
    expect(reads[0]?.dossiers[0]).toMatchObject({ basis: 'task' });
  });

  test('are not, and nothing is recorded, without asking', async () => {
    const world = exportWorld([], many.slice(0, 2), UNITS);
    const found = await rows(world);
    expect(JSON.stringify(found)).not.toContain('Người Thứ');
    expect(world.reads()).toEqual([]);
  });

  test('stand in work lists, too', async () => {
    const { head } = new PaperDossier('1.001193', { code: task(1).dossier });
    const world = exportWorld(
      [task(1), { ...task(1), id: `${head.code}.t2` }],
      [{ head, name: 'Nguyễn An' }],
      UNITS,
    );
    const found = await rows(world, { list: 'tasks', expand: 'applicant' });
    expect(found).toMatchObject([
      { 'Chủ hồ sơ': 'Nguyễn An', 'Tên đơn vị': 'Phường Việt Trì' },
      { 'Chủ hồ sơ': 'Nguyễn An' },
    ]);
    expect(world.reads().map(({ dossiers }) => dossiers.length)).toEqual([1]);
  });

  test('are in no file where the read could not be recorded', async () => {
    const world = exportWorld([], many.slice(0, 2), UNITS);
    const id = await asked(world, { expand: 'applicant' });
    const accessRecords = { add: () => Promise.reject(new Error('the table takes no writes')) };
    const broken = { ...world.worker, accessRecords };
    await expect(makeExport(broken, id, delivery)).rejects.toMatchObject({ code: 'access-unrecorded' });
    expect(world.files.size).toBe(0);
    await expect(makeExport(broken, id, { ...delivery, last: true })).rejects.toThrow();
    expect(await world.exports.find(id)).toMatchObject({ state: 'failed', failure: { code: 'lost' } });
  });

  test('are recorded by every run, for one that died may have been read', async () => {
    const world = exportWorld([], many.slice(0, 2), UNITS);
    const id = await asked(world, { expand: 'applicant' });
    const files = {
      put: async (_: string, __: string, bytes: AsyncIterable<Uint8Array>) => {
        for await (const _part of bytes);
        throw new Error('the store is away');
      },
    };
    await expect(makeExport({ ...world.worker, files }, id, delivery)).rejects.toThrow('the store is away');
    const later = { ...delivery, now: () => NOW + 60_000 };
    expect(await makeExport(world.worker, id, later)).toBe('done');
    expect(world.reads().map(({ at }) => at)).toEqual([
      '2026-11-23T09:00:00+07:00',
      '2026-11-23T09:01:00+07:00',
    ]);
  });

  test('are of one’s own without a record, as everywhere', async () => {
    const citizen: Principal = { kind: 'citizen', identityNumber: '025090000001', level: 2 };
    const world = exportWorld([], [dossier(1, { owner: 'digest-of-01' })], UNITS);
    expect(await rows(world, { expand: 'applicant' }, citizen)).toMatchObject([
      { 'Chủ hồ sơ': 'Người Thứ 1' },
    ]);
    expect(world.reads()).toEqual([]);
  });

  test('are not asked for with a reason that tells more than why', async () => {
    const world = exportWorld();
    const reason = 'Gửi ông Nguyễn Văn An, số 025090000001';
    await expect(asked(world, { expand: 'applicant', reason })).rejects.toMatchObject({
      code: 'request-invalid',
      faults: [{ pointer: '/reason' }],
    });
    expect(await asked(world, { reason })).toMatch(/^x_/);
  });

  test('are not those of dossiers that the officer is to have nothing to do with', async () => {
    const at = '2026-03-02T11:00:00+07:00';
    const known = [
      dossier(1, { interests: [{ officer: 'tiepnhan.h44-101', at }] }),
      dossier(2, { interests: [{ officer: 'tiepnhan.khac', person: 'P1', at }] }),
      dossier(3, { owner: 'P1' }),
      dossier(4),
    ];
    const { worker, ...world } = exportWorld([], known, UNITS);
    const record = {
      id: 'tiepnhan.h44-101',
      unit: 'H44.101',
      roles: ['reception' as const],
      name: 'An',
      active: true,
    };
    const organization = { ...worker.organization, officer: async () => ({ ...record, person: 'P1' }) };
    const found = await rows({ ...world, worker: { ...worker, organization } }, { expand: 'applicant' });
    expect(found.map(row => row['Chủ hồ sơ'])).toEqual(['', '', '', 'Người Thứ 4']);
    const read = world.reads().flatMap(({ dossiers }) => dossiers.map(({ code }) => code));
    expect(read).toEqual([known[3]?.head.code]);
  });

  test('are told in the record of the export', async () => {
    const world = exportWorld();
    const seen = async (id: string) => {
      const call = { access: { requestId: 'r', reason: null }, repeat: { key: undefined, requestHash: '' } };
      const more = { caller: reception, params: { id }, now: NOW, body: undefined, query: undefined };
      return (await getExport(world.front, { ...call, ...more, ifMatch: undefined, language: 'vi' })).body
        .expand;
    };
    expect(await seen(await asked(world, { expand: 'applicant' }))).toBe('applicant');
    expect(await seen(await asked(world, {}))).toBeNull();
  });
});
