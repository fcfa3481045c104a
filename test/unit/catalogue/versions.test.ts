import { describe, expect, it } from 'vitest';
import { contentHash } from '../../../functions/domain/catalogue/content-hash.ts';
import { differences } from '../../../functions/domain/differences.ts';
import type { Procedure } from '../../../schemas/catalogue/procedure.ts';
import { toDong } from '../../../schemas/money/dong.ts';

const BEFORE: Procedure = {
  code: '1.001193',
  name: 'Thủ tục đăng ký khai sinh',
  decision: '163/QĐ-BTP',
  levels: ['commune'],
  field: { name: 'Hộ tịch' },
  applicants: ['Công dân Việt Nam'],
  onlineLevel: 'full',
  anyBoundary: true,
  methods: [{ channel: 'online', limit: { amount: 5, unit: 'workingDay' }, fee: { kind: 'free' } }],
  components: [{ id: 'c1', name: 'Giấy chứng sinh', originals: 1, copies: 0, required: true }],
  results: [{ code: 'KQ.G15.000031' }],
  feeDueBefore: null,
  supplementClock: 'restart',
};

describe('the content hash', () => {
  it('is the same for the same content in another order of members', () => {
    const { code, ...others } = BEFORE;
    expect(contentHash({ ...others, code })).toBe(contentHash(BEFORE));
    expect(contentHash(BEFORE)).toMatch(/^[0-9a-f]{64}$/);
  });

  it('changes with any content', () => {
    expect(contentHash({ ...BEFORE, decision: '164/QĐ-BTP' })).not.toBe(contentHash(BEFORE));
  });
});

describe('comparing two versions', () => {
  it('finds nothing between equal ones', () => {
    expect(differences(BEFORE, structuredClone(BEFORE))).toEqual([]);
  });

  it('names every place that changed with what stood and what stands there', () => {
    const after: Procedure = {
      ...BEFORE,
      field: { name: 'Hộ tịch', code: 'G15-HT' },
      methods: [
        {
          channel: 'online',
          limit: { amount: 3, unit: 'workingDay' },
          fee: { kind: 'flat', amount: toDong(8000) },
        },
      ],
      components: [],
    };
    expect(differences(BEFORE, after)).toEqual([
      { pointer: '/field/code', before: undefined, after: 'G15-HT' },
      { pointer: '/methods/0/limit/amount', before: 5, after: 3 },
      { pointer: '/methods/0/fee/kind', before: 'free', after: 'flat' },
      { pointer: '/methods/0/fee/amount', before: undefined, after: 8000 },
      { pointer: '/components/0', before: BEFORE.components[0], after: undefined },
    ]);
  });
});
