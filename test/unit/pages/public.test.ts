import { describe, expect, it } from 'vitest';
import type { FeeLine } from '../../../web/api/generated.ts';
import { codeIn } from '../../../web/public/track/code-in.ts';
import { feeLines, feeText } from '../../../web/wording/fee-text.ts';
import { formatsOf } from '../../../web/wording/formats.ts';
import { limitText } from '../../../web/wording/limit-text.ts';

describe('the code of a dossier', () => {
  it('is what was typed, or stands in the address of a receipt', () => {
    expect(codeIn(' H44.101-261121-0001 ')).toBe('H44.101-261121-0001');
    expect(codeIn('https://x.example/track?code=H44.101-261121-0001&lang=en')).toBe('H44.101-261121-0001');
    expect(['https://x.example/other', 'https://', 'HTTPS://x.example/track'].map(codeIn)).toEqual([
      '',
      '',
      '',
    ]);
  });
});

describe('what is read', () => {
  const vi = formatsOf('vi');

  it('has the dates of Viet Nam, whatever the zone of the machine', () => {
    expect(vi.day('2026-11-27')).toBe('27/11/2026');
    expect(vi.instant('2026-11-26T18:30:00Z')).toBe('01:30 27/11/2026');
    expect(vi.weekday('2026-11-27')).toMatch(/sáu, 27\/11\/2026$/i);
    expect(formatsOf('en').weekday('2026-11-27')).toBe('Friday, 27/11/2026');
  });

  it('has amounts and sizes as people here write them', () => {
    expect(vi.dong(1_500_000)).toBe('1.500.000 đ');
    expect([vi.bytes(12), vi.bytes(150_000), vi.bytes(2_440_000)]).toEqual(['1 kB', '150 kB', '2,4 MB']);
    expect(feeText.vi({ kind: 'perUnit', amount: 2000, unit: 'page' }, vi)).toBe('2.000 đ mỗi trang');
    expect(feeText.vi({ kind: 'free' }, vi)).toBe('Không thu phí, lệ phí');
  });

  it('has a table line by line with its bounds, and says what is unclear', () => {
    const perUnit = { amount: 2000, unit: 'page', atMost: 100, most: 150_000 } as const;
    const fresh = { id: 'first', condition: 'Cấp lần đầu' };
    const unclear = { vi: 'Chưa rõ mức cấp đổi.', en: 'The exchange is unclear.' };
    const lines: FeeLine[] = [
      { code: 'new', name: 'Phí thẩm định', sort: 'fee', case: fresh, amount: 500_000 },
      { code: 'pages', name: 'Phí sao chụp', sort: 'fee', perUnit },
    ];
    expect(feeLines.vi({ kind: 'table', lines, unclear }, vi)).toEqual([
      'Phí thẩm định (Cấp lần đầu): 500.000 đ',
      'Phí sao chụp: 2.000 đ mỗi trang, tính nhiều nhất 100 trang, tối đa 150.000 đ',
      'Chưa rõ mức cấp đổi.',
    ]);
    expect(feeText.en({ kind: 'unclear', unclear }, vi)).toBe('The exchange is unclear.');
  });

  it('has limits as the law counts them', () => {
    expect(limitText.vi({ amount: 15, unit: 'workingDay' })).toBe('15 ngày làm việc');
    expect(limitText.vi({ amount: 1, unit: 'workingDay', sameDay: { cutOff: '15:00' } })).toBe(
      '1 ngày làm việc (trong ngày nếu nộp trước 15:00)',
    );
  });
});
