import { describe, expect, test } from 'vitest';
import { formCalledFor, formOf, formOn } from '../../../functions/domain/forms/prescribed.ts';
import { filled } from '../../../functions/domain/forms/texts.ts';
import law from '../../../law/form-texts.json' with { type: 'json' };
import forms from '../../../law/forms.json' with { type: 'json' };
import { eventData } from '../../../schemas/dossier/event.ts';

const at = (day: string) => `${day}T08:00:00+07:00`;
const stopped = { type: 'stopped', reason: 'Dừng.' } as const;

describe('forms are those of the day', () => {
  test('the notice that processing stops is of TT 03/2025/TT-VPCP', () => {
    expect(formCalledFor({ data: stopped, at: at('2025-09-14') })).toBeUndefined();
    expect(formCalledFor({ data: stopped, at: at('2025-09-15') })).toMatchObject({
      kind: 'stop',
      number: '05',
    });
    // Midnight is in Viet Nam.
    expect(formCalledFor({ data: stopped, at: '2025-09-14T17:00:00Z' })?.number).toBe('05');
  });

  test.each([
    ['2025-09-14', 'controlSheet', '05', 'Thông tư số 01/2018/TT-VPCP'],
    ['2025-09-15', 'controlSheet', '06', 'Phụ lục I Thông tư số 03/2025/TT-VPCP'],
    ['2025-09-14', 'register', '06', 'Thông tư số 01/2018/TT-VPCP'],
    ['2025-09-15', 'register', '07', 'Phụ lục I Thông tư số 03/2025/TT-VPCP'],
  ] as const)('on %s the %s is number %s', (date, kind, number, basis) => {
    expect(formOn(kind, date)).toMatchObject({ number, basis });
  });

  test('a later version of the law counts from its first day', () => {
    const next = { from: '2027-01-01', basis: 'Thông tư mới', forms: [] };
    const versions = [...(forms.versions as never[]), next as never];
    expect(formOn('receipt', '2026-12-31', versions)?.number).toBe('01');
    expect(formOn('receipt', '2027-01-01', versions)).toBeUndefined();
  });

  test('answers name the form in the language asked for, or none', () => {
    expect(formOf([{ data: stopped, at: at('2026-11-27') }], 'en')).toEqual({
      number: '05',
      name: 'Notice that processing stops',
    });
    expect(formOf([{ data: stopped, at: at('2025-01-01') }], 'vi')).toBeNull();
  });
});

test('forms are made for kinds of events that there are', () => {
  const kinds = eventData.options.map(({ shape }) => shape.type.value as string);
  const named = forms.versions.flatMap(version => version.forms.flatMap(({ events }) => events));
  expect(named.filter(type => !kinds.includes(type))).toEqual([]);
});

test('what a fixed text leaves open is filled in once, and never from what was filled in', () => {
  expect(filled('{a} và {b}, {c}', { a: '{b}', b: 'hai' })).toBe('{b} và hai, {c}');
  expect(JSON.stringify(law).normalize('NFC')).toBe(JSON.stringify(law));
});
