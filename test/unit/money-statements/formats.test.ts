import { describe, expect, it } from 'vitest';
import {
  besideEarlier,
  statementDigest,
} from '../../../functions/domain/money/statements/statement-digest.ts';
import { camt02, camt08, csv, faultOf, mt940, read, statementOf } from './samples.ts';

const shape = {
  currency: 'VND',
  from: '2026-11-26',
  to: '2026-11-27',
  opening: { amount: 1_000_000, direction: 'credit' },
  closing: { amount: 1_150_000, direction: 'credit' },
};

describe('a statement', () => {
  it.each([
    ['csv', csv],
    ['mt940', mt940],
    ['camt053', camt02],
    ['camt053', camt08],
  ])('of %s is known by its content and read to one shape', (format, file) => {
    expect(read(file).format).toBe(format);
    const statement = statementOf(file);
    expect(statement).toMatchObject(shape);
    expect(statement.credits).toMatchObject([
      { bookedOn: '2026-11-26', amount: 50_000, direction: 'credit', reference: 'KB0001' },
      { bookedOn: '2026-11-26', amount: 120_000, direction: 'credit', reference: 'KB0002' },
    ]);
    expect(statement.debits).toMatchObject([
      { bookedOn: '2026-11-27', amount: 20_000, direction: 'debit', reference: 'KB0003' },
    ]);
  });

  it('keeps purposes as they are written, and says where each entry stands', () => {
    expect(statementOf(csv).credits[0]).toMatchObject({
      purpose: 'Le phi ho so H38.12-261126-0001; GD VNP000001',
      line: 6,
    });
    expect(statementOf(mt940).credits).toMatchObject([
      { purpose: 'Le phi ho so H38.12-261126-0001\nGD VNP000001', line: 6 },
      { purpose: 'PAYPLAT quyet toan ngay 2\n6/11/2026', line: 10 },
    ]);
    expect(statementOf(camt02).credits[0]?.purpose).toBe('Lệ phí hồ sơ <H38.12-261126-0001>');
    expect(statementOf(camt08).credits[1]).toMatchObject({
      purpose: 'PAYPLAT quyet toan ngay 26/11/2026',
      line: 10,
    });
  });

  it('reads a file with a byte order mark as one without', () => {
    for (const file of [csv, mt940, camt02]) expect(statementOf(`\uFEFF${file}`)).toEqual(statementOf(file));
  });

  it.each([
    ['nothing', '', 'the file is empty'],
    ['blanks', ' \r\n ', 'the file is empty'],
    ['a text', 'Kính gửi kho bạc', 'the format is not known'],
    ['a workbook', 'PK\u0003\u0004abc', 'workbook'],
    ['a PDF', '%PDF-1.7', 'PDF'],
    ['a page', '<html><table></table></html>', '“html” is not camt.053'],
    ['zeros', 'a\nb\0', '2:1 the file is no text in UTF-8'],
  ])('is not %s', (_, file, message) => {
    expect(faultOf(file)).toContain(message);
  });

  it('names the line that is not UTF-8', () => {
    const file = Buffer.concat([Buffer.from('a;b\nc;d\n'), Buffer.from([0xe1, 0xba]), Buffer.from('\n')]);
    expect(faultOf(file)).toBe('3:1 the file is no text in UTF-8: save it again as CSV UTF-8');
  });

  it('is no file larger than ten megabytes', () => {
    expect(faultOf(new Uint8Array(10 * 1024 * 1024 + 1).fill(65))).toContain('larger than 10 MB');
  });

  it('has its faults in Vietnamese as well', () => {
    expect(read('').faults?.[0]?.message.vi).toBe('tệp trống');
  });
});

describe('the digest of a statement', () => {
  const digest = (file: string) => statementDigest(statementOf(file));
  const compared = (file: string) => ({ ...statementOf(file), digest: digest(file) });

  it('is that of the same entries, in whatever order and separators', () => {
    const rows = csv.split('\r\n');
    const turned = [...rows.slice(0, 5), rows[7], rows[5], rows[6], ...rows.slice(8)].join('\n');
    expect(digest(turned)).toBe(digest(csv));
    expect(digest(camt08)).toBe(digest(camt02));
    expect(besideEarlier(compared(turned), compared(csv))).toBe('same');
  });

  it('is another for other entries of the day, which are told from other days and accounts', () => {
    const other = csv.replaceAll('KB0001', 'KB0009');
    expect(besideEarlier(compared(other), compared(csv))).toBe('sameDays');
    expect(besideEarlier(compared(csv.replaceAll('1234567', '7654321')), compared(csv))).toBe('apart');
    const later = csv.replaceAll('/11/2026', '/12/2026');
    expect(besideEarlier(compared(later), compared(csv))).toBe('apart');
  });
});
