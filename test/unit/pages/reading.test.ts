import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../web/api/client.ts';
import { readingNotes, readingState } from '../../../web/officer/dossier/reading-notes.ts';
import { readingWords } from '../../../web/officer/dossier/reading-words.ts';

const nothing: Answer<'getDigitization'> = {
  file: 'f_1',
  state: 'done',
  fault: null,
  changedAt: null,
  pages: 3,
  pagesDone: 3,
  language: 'vie',
  confidence: 91,
  blank: [],
  unreadable: [],
  turned: [],
  scan: 'clean',
  alsoHandedInAs: [],
  findings: [],
  differences: [],
  hints: [],
  searchable: null,
  certification: null,
  texts: [],
  urlExpiresAt: '2026-03-02T10:05:00+07:00',
};
const names: Readonly<Record<string, string>> = { c2: 'Giấy chứng sinh' };
const notes = (own: Partial<typeof nothing>, language: 'vi' | 'en' = 'vi') =>
  readingNotes({ ...nothing, ...own }, readingWords[language], id => names[id] ?? id);

describe('what an officer is told of a paper', () => {
  test('nothing where there is nothing', () => {
    expect(notes({})).toEqual([]);
  });

  test('differences and hints first, to be compared; then what is good to know', () => {
    const box = { left: 0, top: 0, width: 1, height: 1 };
    const found = {
      field: 'birthDate',
      value: '1987-05-21',
      from: 'text',
      page: 2,
      box,
      confidence: 80,
    } as const;
    const all = notes({
      differences: [{ field: 'birthDate', stated: '1987-05-12', found }],
      hints: [
        { kind: 'otherPaper', component: 'c2', confidence: 80, page: 1 },
        { kind: 'pageMissing', missing: [2], of: 3, page: 1 },
        { kind: 'unreadable', pages: [4, 5] },
        { kind: 'blank', pages: [6] },
      ],
      turned: [{ page: 3, by: 90 }],
      alsoHandedInAs: ['f_2'],
      scan: 'notScanned',
    });
    expect(all).toEqual([
      { kind: 'compare', text: 'Ngày sinh: tờ khai ghi 1987-05-12, giấy tờ ghi 1987-05-21 (trang 2)' },
      { kind: 'compare', text: 'Có thể là giấy tờ khác: Giấy chứng sinh (80 %)' },
      { kind: 'compare', text: 'Có thể thiếu trang 2 trong 3 trang' },
      { kind: 'compare', text: 'Không đọc được trang 4, 5' },
      { kind: 'know', text: 'Trang trống: 6' },
      { kind: 'know', text: 'Trang bị xoay: 3' },
      { kind: 'know', text: 'Tệp này được nộp nhiều lần trong hồ sơ.' },
      { kind: 'know', text: 'Tệp chưa được quét mã độc.' },
    ]);
  });

  test('in English, too', () => {
    expect(notes({ scan: 'notScanned' }, 'en').map(({ text }) => text)).toEqual([
      'The file was not scanned for malware.',
    ]);
  });

  test.each([
    [{}, 'Đã đọc · độ tin cậy 91 %'],
    [{ state: 'reading', pagesDone: 1 }, 'Đang đọc · 1/3 trang'],
    [{ state: 'failed', confidence: null }, 'Không đọc được, cần xem trực tiếp'],
    [{ state: 'queued' }, 'Đang chờ đọc'],
  ] as const)('how far the reading is: %j', (own, text) => {
    expect(readingState({ ...nothing, ...own }, readingWords.vi)).toBe(text);
  });
});
