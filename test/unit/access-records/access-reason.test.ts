import { describe, expect, test } from 'vitest';
import { accessReasonOf } from '../../../functions/kernel/http/access-reason.ts';

const refusal = (header: string) => {
  try {
    accessReasonOf(header);
  } catch (error) {
    return error as Error & { code: string };
  }
  throw new Error(`${header} was taken`);
};

describe('Access-Reason', () => {
  test('is what was said, in Vietnamese, composed and trimmed; nothing where nothing was sent', () => {
    expect(accessReasonOf(undefined)).toBeNull();
    expect(accessReasonOf('Inspection 12/2026')).toBe('Inspection 12/2026');
    const said = 'Xác minh đơn khiếu nại theo công văn 512/VP ngày 21.11.2026';
    expect(accessReasonOf(encodeURIComponent(said))).toBe(said);
    expect(accessReasonOf(encodeURIComponent(` ${said.normalize('NFD')} `))).toBe(said);
    expect(accessReasonOf('H44.101-261121-0001')).toBe('H44.101-261121-0001');
    expect(accessReasonOf('a '.repeat(150).trim())).toHaveLength(299);
  });

  test.each([
    ['empty', ''],
    ['blank', '%20%20'],
    ['too long', 'a '.repeat(151)],
    ['a broken escape', '100%'],
    ['no UTF-8', '%ff%fe'],
    ['not encoded', 'Xác minh'],
    ['two lines', 'a%0Ab'],
    ['an identity number', encodeURIComponent('xem hồ sơ của 025090000001')],
    ['an identity number set apart', encodeURIComponent('số 0250 9000 0001')],
    ['a phone number', '0912 345 678'],
    ['a token', `Bearer eyJhbGciOiJFUzI1NiJ9.${'x'.repeat(80)}`],
  ])('refuses %s, without quoting it', (_, header) => {
    const error = refusal(header);
    expect(error.code).toBe('parameter-invalid');
    if (header.length > 3) expect(error.message).not.toContain(header);
    expect(error.message).not.toMatch(/\d{9}|eyJ/);
  });
});
