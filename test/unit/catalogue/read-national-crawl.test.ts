import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { systemOfField } from '../../../functions/domain/catalogue/authoritative-system.ts';
import { readCatalogue, summarize } from '../../../functions/features/catalogue/import/read-file.ts';
import { readNationalCrawlRow } from '../../../functions/features/catalogue/import/read-national-crawl.ts';
import type { RowReading } from '../../../functions/features/catalogue/import/reading.ts';

const ROWS: unknown[] = JSON.parse(
  readFileSync(new URL('../../fixtures/procedures/national-crawl.json', import.meta.url), 'utf8'),
);

function read(row: unknown) {
  const reading = readNationalCrawlRow(row);
  if (reading.outcome === 'refused') throw new Error(reading.refusedBecause.en);
  return reading;
}

function row(changes: Record<string, unknown>): unknown {
  return { ...(ROWS[0] as object), ...changes };
}

function codes(reading: RowReading) {
  return reading.warnings.map(warning => `${warning.code} ${warning.field}`);
}

describe('a row of the national crawl', () => {
  it('is accepted without a word when it says everything', () => {
    const { outcome, procedure, warnings } = read(ROWS[0]);
    expect(outcome).toBe('accepted');
    expect(warnings).toEqual([]);
    expect(procedure).toEqual({
      code: '1.900001',
      name: 'Thủ tục đủ mọi thông tin',
      decision: '1/QĐ-THU',
      levels: ['commune'],
      field: { name: 'Hộ tịch' },
      applicants: ['Công dân Việt Nam'],
      onlineLevel: null,
      anyBoundary: false,
      authoritativeSystem: systemOfField('Hộ tịch'),
      methods: [
        { channel: 'counter', limit: { amount: 5, unit: 'workingDay' }, fee: { kind: 'free' } },
        { channel: 'post', limit: { amount: 0.5, unit: 'workingDay' }, fee: { kind: 'flat', amount: 20000 } },
      ],
      components: [
        { id: 'c1', name: 'Tờ khai', originals: 1, copies: 0, required: true },
        { id: 'c2', name: 'Giấy chứng sinh', originals: 1, copies: 2, required: true },
      ],
      results: [{ code: 'KQ.G15.000031' }],
      feeDueBefore: null,
      supplementClock: 'restart',
    });
  });

  it('keeps what can be read of an imperfect row and says what could not', () => {
    const reading = read(ROWS[1]);
    expect(reading.outcome).toBe('acceptedWithWarnings');
    expect(codes(reading)).toEqual([
      'decision-missing /decision',
      'level-unknown /levels/1',
      'limit-unit-missing /methods/0',
      'limit-unit-read-as /methods/1',
      'fee-ambiguous /methods/1',
      'limit-amount-missing /methods/2',
      'fee-missing /methods/2',
      'limit-unit-read-as /methods/3',
      'fee-contradictory /methods/3',
      'limits-differ-in-channel /methods',
      'limits-differ-in-channel /methods',
      'online-level-unknown /methods',
      'component-count-unreadable /components/3',
      'explanatory-components /components',
      'conditional-components /components',
      'results-missing /resultCodes',
    ]);
    expect(reading.procedure.methods.map(method => method.limit)).toEqual([
      null,
      { amount: 8, unit: 'workingHour' },
      null,
      { amount: 12, unit: 'month' },
    ]);
    // Silence is no fee that anybody knows; what contradicts itself is kept with the sentence that says so.
    expect(reading.procedure.methods.map(method => method.fee)).toEqual([
      { kind: 'free' },
      {
        kind: 'unclear',
        unclear: {
          vi: 'Có 2 mức thu (800000, 100000 đồng) mà không nêu trường hợp áp dụng.',
          en: 'It names 2 amounts (800000, 100000 đồng) without saying when each applies.',
        },
      },
      null,
      {
        kind: 'unclear',
        unclear: {
          vi: 'Vừa ghi miễn phí vừa ghi mức thu 5000 đồng.',
          en: 'It says both that it is free and that it costs 5000 đồng.',
        },
      },
    ]);
  });

  it('joins applicants that a comma inside a name tore apart', () => {
    expect(read(ROWS[1]).procedure.applicants).toEqual([
      'Tổ chức (không bao gồm doanh nghiệp, HTX)',
      'Cán bộ, công chức, viên chức',
      'Công dân Việt Nam',
    ]);
  });

  it('requires only papers that everybody must give', () => {
    const required = read(ROWS[1]).procedure.components.map(({ id, required }) => [id, required]);
    expect(required).toEqual([
      ['c1', true],
      ['c2', false],
      ['c3', false],
      ['c4', false],
    ]);
  });

  it('does not believe a limit with a fee glued to it, nor an unreadable result code', () => {
    const reading = read(ROWS[2]);
    expect(reading.procedure.methods[0]?.limit).toBeNull();
    expect(codes(reading)).toContain('limit-unreadable /methods/0');
    expect(codes(reading)).toContain('result-unreadable /resultCodes/1');
    expect(reading.procedure.results).toEqual([{ code: 'KQ.G15.000001' }]);
  });

  it('reads an amount of zero as free, and no fraction of a đồng', () => {
    const methods = (feesVnd: number[], free?: boolean) => [
      { channel: 'counter', amount: 1, unit: 'month', feesVnd, free },
    ];
    expect(read(row({ methods: methods([0]) })).procedure.methods[0]?.fee).toEqual({ kind: 'free' });
    expect(read(row({ methods: methods([0], true) })).warnings).toEqual([]);
    expect(codes(read(row({ methods: methods([10.5]) })))).toEqual(['fee-unreadable /methods/0']);
  });

  it('leaves out an unknown channel and says so', () => {
    const reading = read(row({ methods: [{ channel: 'fax', amount: 1, unit: 'month', free: true }] }));
    expect(codes(reading)).toEqual(['channel-unknown /methods/0/channel', 'methods-missing /methods']);
  });

  it('accepts a row in which everything but code, name and field is missing', () => {
    const reading = read({ code: '1.900009', name: 'Thủ tục', field: 'Đất đai' });
    expect(new Set(reading.warnings.map(({ code }) => code))).toEqual(
      new Set([
        'decision-missing',
        'levels-missing',
        'applicants-missing',
        'methods-missing',
        'results-missing',
      ]),
    );
  });

  it.each([
    ['a wrong code', ROWS[3], null, '"không có mã" is not a procedure code.'],
    ['a wrong type', ROWS[4], '1.900004', '/methods: '],
    ['no object', 'text', null, 'It is not a row of the national crawl'],
    ['a name of nothing but spaces', row({ name: '  ' }), '1.900001', '/name'],
  ])('is refused with the reason for %s', (_, given, code, reason) => {
    const reading = readNationalCrawlRow(given);
    expect(reading).toMatchObject({ outcome: 'refused', code });
    expect(reading.outcome === 'refused' && reading.refusedBecause.en).toContain(reason);
  });
});

describe('a whole file', () => {
  it('is read row by row and summed up', () => {
    const readings = [...readCatalogue('nationalCrawl', ROWS)];
    expect(readings.map(({ row: number, outcome }) => [number, outcome])).toEqual([
      [1, 'accepted'],
      [2, 'acceptedWithWarnings'],
      [3, 'acceptedWithWarnings'],
      [4, 'refused'],
      [5, 'refused'],
    ]);
    expect(summarize(readings)).toMatchObject({
      rows: 5,
      accepted: 1,
      acceptedWithWarnings: 2,
      refused: 2,
      warnings: { 'limit-unit-read-as': 1, 'fee-missing': 2 },
    });
  });

  it('refuses the second of two rows with one code', () => {
    const [first, second] = [...readCatalogue('nationalCrawl', [ROWS[0], ROWS[0]])];
    expect(first?.outcome).toBe('accepted');
    expect(second).toMatchObject({
      outcome: 'refused',
      refusedBecause: { vi: 'Dòng 1 đã có mã 1.900001.', en: 'Row 1 already has the code 1.900001.' },
    });
  });
});
