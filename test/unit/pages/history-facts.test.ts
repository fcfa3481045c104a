import { describe, expect, test } from 'vitest';
import { factsOf, isInternal } from '../../../web/history/history-facts.ts';
import { factValues } from '../../../web/history/history-words.ts';
import { collectionNames } from '../../../web/wording/collection-words.ts';
import { formatsOf } from '../../../web/wording/formats.ts';
import { returnWords } from '../../../web/wording/return-words.ts';

const telling = {
  formats: formatsOf('vi'),
  unitName: (code: string) => `đơn vị ${code}`,
  values: factValues.vi,
  returning: returnWords.vi,
  collecting: collectionNames.vi,
};
const promise = {
  dueAt: '2026-12-17T17:00:00+07:00',
  dueOn: '2026-12-17',
  alarms: { dueSoon: '', overdue: '', escalated: '' },
};

describe('what an entry of the history says', () => {
  test('the agency’s words as they are, each wish in a line of its own', () => {
    const asked = { reason: 'Thiếu chữ ký', items: ['Ký lại', 'Chụp lại'], legalBasis: null };
    expect(factsOf({ data: { type: 'supplementRequested', ...asked } }, telling)).toEqual([
      { name: 'reason', text: 'Thiếu chữ ký' },
      { name: 'items', text: 'Ký lại\nChụp lại' },
    ]);
  });

  test('who came for the result, and what was made of a lost slip', () => {
    const collection = {
      collector: 'authorized',
      authorization: '02/GUQ',
      slip: 'lost',
      attestedBy: null,
      witnesses: 0,
    } as const;
    const data = { type: 'returnedAgain', how: 'counter', receivedBy: 'Phạm Thị Dung', collection } as const;
    expect(factsOf({ data }, telling).map(({ name, text }) => `${name}: ${text}`)).toEqual([
      'how: Nhận trực tiếp tại nơi tiếp nhận',
      'receivedBy: Phạm Thị Dung',
      'collector: Người được ủy quyền',
      'authorization: 02/GUQ',
      'slip: Bị mất, đã đối chiếu giấy tờ tùy thân',
    ]);
    const recalled = { type: 'resultRecalled', reason: 'Trùng tên', recovered: false } as const;
    expect(factsOf({ data: recalled }, telling).at(-1)).toEqual({
      name: 'recovered',
      text: 'chưa thu lại được',
    });
  });

  test('what a relief took off the fee, and by which law', () => {
    const line = { code: 'fee', name: 'Lệ phí', sort: 'fee', full: 10_000, relief: 10_000, due: 0 } as const;
    const bill = {
      lines: [{ ...line, ground: 'NQ 66.22/2026/NQ-CP' }],
      full: 10_000,
      relieved: 10_000,
      due: 0,
    };
    const data = { type: 'accepted', promise, clockStartsAt: '', amountDue: 0, bill, note: null } as const;
    expect(factsOf({ data }, telling)).toContainEqual({
      name: 'relief',
      text: '10.000 đ (NQ 66.22/2026/NQ-CP)',
    });
  });

  test('handwriting on a pad is told with the file it is bound to, and called what it is', () => {
    const [document, ink] = ['ab'.repeat(32), 'cd'.repeat(32)];
    const data = {
      type: 'inkSigned',
      form: '01-2',
      kind: 'receipt',
      document,
      ink,
      means: 'pad',
      device: 'pad_1',
    } as const;
    expect(factsOf({ data }, telling)).toEqual([
      { name: 'signedFile', text: document },
      { name: 'inkMeans', text: 'máy tính bảng; nét chữ ký tay là chứng cứ, không phải chữ ký số' },
    ]);
  });

  test('dates before and after', () => {
    const data = { type: 'extended', previousDueAt: '2026-12-01T17:00:00+07:00', promise } as const;
    expect(factsOf({ data }, telling)).toEqual([
      { name: 'before', text: '01/12/2026' },
      { name: 'promised', text: '17/12/2026' },
    ]);
  });

  test('codes in words, money in đồng, units by name', () => {
    expect(factsOf({ data: { type: 'decided', outcome: 'granted' } }, telling)[0]?.text).toBe(
      'Đồng ý giải quyết',
    );
    expect(factsOf({ data: { type: 'paid', amount: 150_000 } }, telling)[0]?.text).toBe('150.000 đ');
    expect(factsOf({ data: { type: 'transferred', to: 'H44.102' } }, telling)).toEqual([
      { name: 'unit', text: 'đơn vị H44.102' },
    ]);
  });

  test('nothing where everything is withheld', () => {
    expect(factsOf({ data: { type: 'sentBack' } }, telling)).toEqual([]);
  });

  test('steps that are the machine’s own are told apart', () => {
    expect(isInternal({ data: { type: 'executionStarted' } })).toBe(true);
    expect(isInternal({ data: { type: 'accepted' } })).toBe(false);
  });
});
