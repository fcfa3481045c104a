import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectShape } from '../../../functions/features/catalogue/import/detect-shape.ts';
import { readLayThuTucRow } from '../../../functions/features/catalogue/import/read-lay-thu-tuc.ts';
import { readNationalCrawlRow } from '../../../functions/features/catalogue/import/read-national-crawl.ts';
import { procedure } from '../../../schemas/catalogue/procedure.ts';

const odd = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(null, '', 'Cấp xã', 0, -1, 1e9, '1.001193', 'counter', '2.000'),
);
const crawlRow = fc.record(
  {
    code: fc.oneof(fc.constant('1.001193'), odd),
    name: fc.oneof(fc.string({ minLength: 1 }), odd),
    field: fc.oneof(fc.constant('Hộ tịch'), odd),
    levels: fc.oneof(fc.array(fc.string()), odd),
    applicants: fc.oneof(fc.array(fc.string()), odd),
    methods: fc.oneof(
      fc.array(
        fc.record({
          channel: fc.oneof(fc.constantFrom('online', 'counter', 'post'), fc.string()),
          amount: fc.option(fc.double()),
          unit: fc.option(fc.constantFrom('workingDay', 'hour', 'year')),
          feesVnd: fc.option(fc.array(fc.double())),
        }),
      ),
      odd,
    ),
    components: fc.oneof(
      fc.array(fc.record({ name: fc.string(), originals: fc.double(), copies: fc.integer() })),
      odd,
    ),
  },
  { requiredKeys: ['code'] },
);
const portalRow = fc.record({
  MATTHC: fc.oneof(fc.constant('1.001193'), odd),
  TENTTHC: fc.oneof(fc.string({ minLength: 1 }), odd),
  LINHVUCTHUCHIEN: fc.oneof(fc.constant([{ TENLINHVUC: 'Hộ tịch' }]), odd),
  CACHTHUCTHUCHIEN: fc.oneof(
    fc.array(
      fc.record({
        KENH: odd,
        THOIGIAN: fc.oneof(
          fc.array(fc.record({ THOIGIANGIAIQUYET: odd, DONVITINH: odd, PHILEPHI: odd })),
          odd,
        ),
      }),
    ),
    odd,
  ),
  THANHPHANHOSO: odd,
  KETQUATHUCHIEN: odd,
});

describe('readers', () => {
  it.each([
    ['the national crawl', readNationalCrawlRow, crawlRow],
    ['LayThuTuc', readLayThuTucRow, portalRow],
  ])('of %s give a valid procedure or a reason, whatever comes', (_, read, row) => {
    fc.assert(
      fc.property(fc.oneof(row, odd), given => {
        const reading = read(given);
        if (reading.outcome === 'refused') expect(Object.values(reading.refusedBecause)).not.toContain('');
        else expect(procedure.safeParse(reading.procedure).success).toBe(true);
      }),
      { numRuns: 400, seed: 20260801 },
    );
  });

  it('find a shape or give a reason, whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(odd, fc.array(odd), fc.record({ result: odd })), given => {
        const shape = detectShape(given);
        if (shape.shape === 'unknown') expect(shape.because).toMatch(/\.$/);
        else expect(shape.rows.length).toBeGreaterThan(0);
      }),
      { numRuns: 400, seed: 20260801 },
    );
  });
});
