import { describe, expect, test } from 'vitest';
import { archiveStanding, holdChanged, notArchivable } from '../../../functions/domain/archive/archiving.ts';
import { batchContents, batchReceipt } from '../../../functions/domain/archive/batch-papers.ts';
import { retentionName, retentionOf, transferBy } from '../../../functions/domain/archive/retention.ts';
import type { ArchiveBatch } from '../../../schemas/organization/archive-batch.ts';
import { starter } from '../../support/lifecycle/memory-province.ts';

const UNIT = 'H44.101';
const ended = {
  competentUnit: UNIT,
  handling: 'returned',
  closedAt: '2026-03-02T10:00:00+07:00',
  archive: null,
};
const why = (own: object) => notArchivable({ ...ended, ...own } as never, UNIT);

describe('a dossier is kept', () => {
  test.each([
    ['returned', 'Đất đai', null, null],
    ['returned', 'ĐẤT ĐAI', null, null],
    ['returned', 'Hộ tịch', null, null],
    ['returned', 'Thể thao', 20, '2046-12-31'],
    ['withdrawn', 'Đất đai', 5, '2031-12-31'],
  ] as const)('%s, of %s: for %j years, until %j', (handling, field, years, until) => {
    expect(retentionOf({ handling, field, endedOn: '2026-03-02' })).toMatchObject({ years, until });
  });

  test('by the law of the day it ended, which names its kind', () => {
    expect(retentionName('ordinary', '2026-03-02').vi).toContain('thủ tục hành chính');
    expect(() => retentionOf({ handling: 'returned', field: 'Thuế', endedOn: '2001-01-01' })).toThrow(
      RangeError,
    );
  });
});

describe('the last day for handing over', () => {
  test.each([
    // Until the new law a year from the day, since then from the year.
    ['2024-02-29', '2025-02-28'],
    ['2025-06-30', '2026-06-30'],
    ['2026-03-02', '2027-12-31'],
    ['2027-12-31', '2028-12-31'],
  ])('of what ended on %s is %s', (day, last) => {
    expect(transferBy(day)).toBe(last);
  });
});

test('what is open, elsewhere or there already does not go into a batch', () => {
  expect(why({})).toBeUndefined();
  expect(why({ competentUnit: 'H44.102' })).toBe('elsewhere');
  expect(why({ handling: 'processing', closedAt: null })).toBe('open');
  expect(why({ archive: { batch: 'ar_1' } })).toBe('archived');
});

test('past its period and not held it is listed so, and never while it is held', () => {
  expect(archiveStanding('2030-12-31', false, '2030-12-31')).toBe('kept');
  expect(archiveStanding('2030-12-31', false, '2031-01-01')).toBe('periodOver');
  expect(archiveStanding('2030-12-31', true, '2031-01-01')).toBe('held');
  expect(archiveStanding(null, false, '2099-01-01')).toBe('kept');
});

test('a hold is set once, and lifted only where there is one', () => {
  const held = { legalHold: { by: 'an', at: '2026-03-02T10:00:00+07:00' } };
  const code = expect.objectContaining({ code: 'state-conflict' });
  expect(() => holdChanged(held, { hold: true, reason: 'Lại giữ' })).toThrow(code);
  expect(() => holdChanged({ legalHold: null }, { hold: false, reason: 'Gỡ' })).toThrow(code);
  expect(holdChanged(held, { hold: false, reason: 'Xong' }).data.type).toBe('legalHoldLifted');
});

describe('the papers of a batch', () => {
  const batch: ArchiveBatch = {
    id: 'ar_00000000000000000000000001',
    unit: UNIT,
    state: 'packed',
    packedBy: 'giao',
    packedAt: '2026-11-23T09:00:00+07:00',
    takenBy: null,
    takenAt: null,
    leftOut: [],
    note: null,
    dossiers: [
      {
        code: 'H44.101-260302-0001' as ArchiveBatch['dossiers'][number]['code'],
        procedureName: 'Cấp giấy phép',
        handling: 'returned',
        endedOn: '2026-03-02',
        retention: 'ordinary',
        years: 20,
        until: '2046-12-31',
        version: 7,
      },
    ],
    version: 1,
  };
  const source = {
    batch,
    units: starter.units,
    officers: new Map([
      ['giao', 'Trần Thị Giao'],
      ['nhan', 'Lê Văn Nhận'],
    ]),
    documents: new Map([['H44.101-260302-0001', [{ name: 'Đơn đề nghị', files: 2, paperCopies: 1 }]]]),
  };

  test('list the dossiers with their periods, and the documents within', () => {
    const document = batchContents(source);
    expect(document.title).toBe('MỤC LỤC HỒ SƠ, TÀI LIỆU NỘP LƯU');
    const [dossiers, within] = document.blocks.flatMap(block => (block.kind === 'table' ? [block] : []));
    expect(dossiers?.rows).toEqual([
      [
        '1',
        'H44.101-260302-0001',
        'Hồ sơ Cấp giấy phép',
        '02/03/2026',
        '20 năm (đến 31/12/2046)\nHồ sơ giải quyết công việc, thủ tục hành chính khác',
        '1',
      ],
    ]);
    expect(within?.rows).toEqual([['1.1', 'H44.101-260302-0001', 'Đơn đề nghị', '2', '1']]);
    for (const { columns } of [dossiers, within].flatMap(table => (table ? [table] : [])))
      expect(columns.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  });

  test('name who gave, and who took once they did', () => {
    const before = batchReceipt(source);
    expect(before.signatures.map(({ name }) => name)).toEqual(['Trần Thị Giao', '']);
    const taken = {
      ...batch,
      state: 'taken' as const,
      takenBy: 'nhan',
      takenAt: '2026-11-24T15:30:00+07:00',
    };
    const after = batchReceipt({ ...source, batch: taken });
    expect(after.signatures.map(({ name }) => name)).toEqual(['Trần Thị Giao', 'Lê Văn Nhận']);
    expect(JSON.stringify(after.blocks)).toContain('15 giờ 30 phút, ngày 24/11/2026');
    expect(after).toEqual(batchReceipt({ ...source, batch: taken }));
  });
});
