import { expect, test } from 'vitest';
import { documentNumber, registerFor, resultKindOf } from '../../../functions/domain/results/result-kinds.ts';

const of = (...codes: string[]) => ({ results: codes.map(code => ({ code })) });
const at = (agency: string) => ({ year: '2026', agency });

test('a kind of result is called as the law calls it on the day, and otherwise as the catalogue does', () => {
  const death = of('KQ.G15.000034');
  expect(resultKindOf(death, '2027-02-28')).toEqual({ code: 'KQ.G15.000034', name: 'Trích lục khai tử' });
  expect(resultKindOf(death, '2027-03-01')).toEqual({ code: 'KQ.G15.000034', name: 'Giấy chứng tử' });
  const named = { results: [{ code: 'KQ.G17.000311', name: 'Giấy phép xây dựng' }] };
  expect(resultKindOf(named, '2026-01-01')?.name).toBe('Giấy phép xây dựng');
  expect(resultKindOf(of('KQ.G17.000311'), '2026-01-01')?.name).toBeNull();
  expect(resultKindOf(of(), '2026-01-01')).toBeNull();
});

test('each kind has the register that the law names, every other the register of outgoing documents', () => {
  expect(registerFor(of('KQ.G15.000031')).register).toBe('birth');
  expect(registerFor(of('KQ.G17.000311')).register).toBe('outgoing');
  expect(registerFor(of()).register).toBe('outgoing');
});

test.each([
  ['KQ.G15.000031', 7, 'Ủy ban nhân dân xã Đào Xá', '07/2026'],
  ['KQ.G15.000031', 120, 'Ủy ban nhân dân xã Đào Xá', '120/2026'],
  ['KQ.G17.000311', 7, 'Ủy ban nhân dân phường Việt Trì', '07/KQ-UBND'],
  ['KQ.G17.000311', 15, 'Sở Nông nghiệp và Môi trường', '15/KQ-SNNMT'],
  ['KQ.G17.000311', 15, 'Văn phòng đăng ký đất đai', '15/KQ-VPĐKĐĐ'],
])('number %#: %s, %i of %s, is written %s', (code, count, agency, written) => {
  expect(documentNumber(registerFor(of(code)), count, at(agency))).toBe(written);
});
