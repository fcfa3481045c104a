import { describe, expect, test } from 'vitest';
import { hintsFor, rankPapers } from '../../../functions/domain/hints/paper-hints.ts';
import type { PageText } from '../../../schemas/stored/page-text.ts';
import { APPLICATION } from '../../support/digitizing/papers.ts';

const PAPERS = [
  { id: 'c1', name: 'Tờ khai đăng ký khai sinh theo mẫu' },
  { id: 'c2', name: 'Giấy chứng sinh hoặc văn bản của người làm chứng' },
  { id: 'c3', name: 'Giấy chứng nhận kết hôn của cha mẹ' },
];

const pageOf = (page: number, lines: readonly string[], foot?: string): PageText => ({
  page,
  source: 'ocr',
  state: 'read',
  confidence: 90,
  turned: 0,
  skew: 0,
  codes: [],
  lines: [
    ...lines.map((text, index) => ({
      text,
      box: { left: 0.1, top: 0.05 + 0.03 * index, width: 0.8, height: 0.02 },
      confidence: 90,
    })),
    ...(foot === undefined
      ? []
      : [{ text: foot, box: { left: 0.4, top: 0.95, width: 0.2, height: 0.02 }, confidence: 90 }]),
  ],
});
const sound = { component: 'c1', blank: [], unreadable: [] };
const application = pageOf(1, APPLICATION.split('\n'));
const hints = (record: Parameters<typeof hintsFor>[0], ...pages: PageText[]) =>
  hintsFor(record, pages, PAPERS);

describe('which paper it is', () => {
  test('the one it was handed in for: nothing to say', () => {
    expect(rankPapers(application, PAPERS)[0]?.id).toBe('c1');
    expect(hints(sound, application)).toEqual([]);
  });

  test('another one, clearly; without accents, too', () => {
    const asOther = { ...sound, component: 'c3' };
    expect(hints(asOther, application)).toMatchObject([{ kind: 'otherPaper', component: 'c1', page: 1 }]);
    const plain = pageOf(1, ['GIAY CHUNG NHAN KET HON', 'Cha me']);
    expect(hints(sound, plain)).toMatchObject([{ kind: 'otherPaper', component: 'c3' }]);
  });

  test('none it knows: nothing to say', () => {
    expect(hints(sound, pageOf(1, ['Hóa đơn tiền điện tháng 5']))).toEqual([]);
  });
});

describe('whether it is whole', () => {
  const text = ['Tờ khai đăng ký khai sinh'];
  test.each([
    [['Trang 1/3', 'Trang 3/3'], [2]],
    [['1/3', '2/3', '3/3'], undefined],
    [['Trang 1/2', undefined], undefined],
    [['1/3', '2/4'], undefined],
    [[undefined], undefined],
  ])('pages numbered %j lack %j', (feet, missing) => {
    const pages = feet.map((foot, index) => pageOf(index + 1, text, foot));
    expect(hints(sound, ...pages)).toEqual(missing ? [{ kind: 'pageMissing', missing, of: 3, page: 1 }] : []);
  });

  test('which pages nobody can read, or say nothing', () => {
    expect(hints({ ...sound, blank: [2], unreadable: [3] }, application)).toEqual([
      { kind: 'unreadable', pages: [3] },
      { kind: 'blank', pages: [2] },
    ]);
  });
});
