import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { systemOfField } from '../../../functions/domain/catalogue/authoritative-system.ts';
import { detectShape } from '../../../functions/features/catalogue/import/detect-shape.ts';
import { numberOf, unitOf } from '../../../functions/features/catalogue/import/lay-thu-tuc-words.ts';
import { readCatalogue } from '../../../functions/features/catalogue/import/read-file.ts';
import { readLayThuTucRow } from '../../../functions/features/catalogue/import/read-lay-thu-tuc.ts';

const ANSWER = JSON.parse(
  readFileSync(new URL('../../fixtures/procedures/lay-thu-tuc.json', import.meta.url), 'utf8'),
);

describe('a procedure of the portal service LayThuTuc', () => {
  it('is accepted when it says everything', () => {
    const reading = readLayThuTucRow(ANSWER.result[0]);
    expect(reading).toEqual({
      outcome: 'accepted',
      code: '1.900011',
      warnings: [],
      procedure: {
        code: '1.900011',
        name: 'Cấp bản sao',
        decision: '11/QĐ-THU',
        levels: ['commune'],
        field: { name: 'Hộ tịch', code: 'G15-HT02' },
        applicants: ['Công dân Việt Nam'],
        onlineLevel: null,
        anyBoundary: false,
        authoritativeSystem: systemOfField('Hộ tịch'),
        methods: [
          {
            channel: 'counter',
            limit: { amount: 3, unit: 'workingDay' },
            fee: { kind: 'perUnit', amount: 2000, unit: 'page' },
          },
          {
            channel: 'post',
            limit: { amount: 10, unit: 'calendarDay' },
            fee: { kind: 'flat', amount: 8000 },
          },
        ],
        components: [{ id: 'c1', name: 'Tờ khai', originals: 1, copies: 0, required: true }],
        results: [{ code: 'KQ.G15.000342', name: 'Bản sao trích lục' }],
        feeDueBefore: null,
        supplementClock: 'restart',
      },
    });
  });

  it('keeps what can be read of an imperfect one and guesses nothing', () => {
    const reading = readLayThuTucRow(ANSWER.result[1]);
    if (reading.outcome === 'refused') throw new Error(reading.refusedBecause.en);
    expect(reading.warnings.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'not-public /TRANGTHAI',
      'decision-missing /QUYETDINH',
      'levels-missing /CAPTHUCHIEN',
      'limit-amount-missing /CACHTHUCTHUCHIEN/0/THOIGIAN/0',
      'fee-unreadable /CACHTHUCTHUCHIEN/0/THOIGIAN/0/PHILEPHI/0',
      'channel-unknown /CACHTHUCTHUCHIEN/1/KENH',
      'limit-unit-read-as /CACHTHUCTHUCHIEN/2/THOIGIAN/0',
      'fee-ambiguous /CACHTHUCTHUCHIEN/2/THOIGIAN/0/PHILEPHI/0',
      'online-level-unknown /CACHTHUCTHUCHIEN',
      'component-count-unreadable /THANHPHANHOSO/0/GIAYTO/0',
      'component-without-name /THANHPHANHOSO/0/GIAYTO/1',
      'conditional-components /THANHPHANHOSO',
      'results-missing /KETQUATHUCHIEN',
    ]);
    expect(reading.procedure.applicants).toEqual([
      'Tổ chức (không bao gồm doanh nghiệp, HTX)',
      'Công dân Việt Nam',
    ]);
    expect(reading.procedure.components.every(component => !component.required)).toBe(true);
    const unclear = (part: string) => ({
      kind: 'unclear',
      unclear: { vi: expect.stringContaining(part), en: expect.stringContaining(part) },
    });
    expect(reading.procedure.methods).toEqual([
      { channel: 'online', limit: null, fee: unclear('100 USD') },
      { channel: 'counter', limit: { amount: 2, unit: 'workingHour' }, fee: unclear('HĐND tỉnh') },
    ]);
  });

  it('is refused without a field', () => {
    expect(readLayThuTucRow(ANSWER.result[2])).toMatchObject({
      outcome: 'refused',
      code: '1.900013',
      refusedBecause: {
        vi: 'Không nêu lĩnh vực (LINHVUCTHUCHIEN/0/TENLINHVUC).',
        en: 'The field is missing (LINHVUCTHUCHIEN/0/TENLINHVUC).',
      },
    });
  });

  it('is refused, not crashed on, when it is something else', () => {
    expect(readLayThuTucRow(null).outcome).toBe('refused');
    expect(readLayThuTucRow({ MATTHC: '1.900014', TENTTHC: 'x', CACHTHUCTHUCHIEN: [7] })).toMatchObject({
      outcome: 'refused',
      code: '1.900014',
    });
  });
});

describe('the portal’s words', () => {
  it.each([
    ['2.000', 2000],
    ['1.250.000', 1_250_000],
    ['0,5', 0.5],
    ['1.5', 1.5],
    ['150000', 150_000],
    ['', null],
    ['1-3', null],
    ['-4', null],
  ])('reads the number %s as %s', (written, value) => {
    expect(numberOf(written)).toBe(value);
  });

  it.each([
    ['Ngày làm việc', 'workingDay'],
    [' ngày  LÀM việc ', 'workingDay'],
    ['Ngày', 'calendarDay'],
    ['Tháng', 'month'],
    ['Tuần', null],
  ])('reads the unit "%s" as %s', (written, unit) => {
    expect(unitOf(written)).toBe(unit);
  });
});

describe('the shape of a file', () => {
  it('is found in the portal’s answer, in a list and in a single procedure', () => {
    expect(detectShape(ANSWER)).toMatchObject({ shape: 'layThuTuc', rows: ANSWER.result });
    expect(detectShape(ANSWER.result[0])).toMatchObject({ shape: 'layThuTuc', rows: [ANSWER.result[0]] });
    expect(detectShape([{ code: '1.900001', methods: [] }])).toMatchObject({ shape: 'nationalCrawl' });
  });

  it('hands over every row, so that a broken one is refused and the others go on', () => {
    const shape = detectShape([null, ...ANSWER.result]);
    if (shape.shape === 'unknown') throw new Error(shape.because);
    const outcomes = [...readCatalogue(shape.shape, shape.rows)].map(reading => reading.outcome);
    expect(outcomes).toEqual(['refused', 'accepted', 'acceptedWithWarnings', 'refused']);
  });

  it.each([
    ['text', 'neither a list'],
    [{ error_code: '1', message: 'no session' }, 'neither a list'],
    [[], 'is empty'],
    [{ result: [] }, 'is empty'],
    [[{ ma: 1, ten: 2 }], 'members ma, ten'],
  ])('is refused with a sentence for %j', (parsed, because) => {
    const shape = detectShape(parsed);
    expect(shape.shape).toBe('unknown');
    expect(shape.shape === 'unknown' && shape.because).toContain(because);
  });
});
