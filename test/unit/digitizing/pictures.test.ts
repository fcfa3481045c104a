import { describe, expect, test } from 'vitest';
import { isBlank } from '../../../functions/domain/digitizing/blank.ts';
import { skewOf, straightened } from '../../../functions/domain/digitizing/deskew.ts';
import { flattened } from '../../../functions/domain/digitizing/flatten.ts';
import { type GreyImage, turned } from '../../../functions/domain/digitizing/grey-image.ts';
import { isGoodLayer } from '../../../functions/domain/digitizing/page-text.ts';
import { APPLICATION, printed, spoilt } from '../../support/digitizing/papers.ts';

const paper = await printed(APPLICATION);
const page = (value: number, width = 1000, height = 1400): GreyImage => ({
  width,
  height,
  data: new Uint8Array(width * height).fill(value),
});

describe('a page that lies askew', () => {
  test.each([-4, -1.5, 0.7, 3])('by %d degrees is laid straight to a tenth', degrees => {
    const askew = spoilt(paper, { askew: degrees });
    expect(Math.abs(skewOf(askew) + degrees)).toBeLessThanOrEqual(0.1);
    expect(skewOf(straightened(askew, skewOf(askew)))).toBe(0);
  });

  test('a straight or an empty one is left alone', () => {
    expect(skewOf(paper)).toBe(0);
    expect(skewOf(page(255))).toBe(0);
    expect(straightened(paper, 0).data).toBe(paper.data);
  });
});

test('four quarters make a whole turn', () => {
  const quarter = turned(paper, 90);
  expect([quarter.width, quarter.height]).toEqual([paper.height, paper.width]);
  expect(turned(quarter, 270).data).toEqual(paper.data);
  expect(turned(turned(paper, 180), 180).data).toEqual(paper.data);
});

describe('a page in shadow', () => {
  const middle = ({ data }: GreyImage, share: number) =>
    data.toSorted()[Math.floor(share * data.length)] ?? 0;

  test('has paper that is white everywhere, and ink that is dark', () => {
    const shadowed = spoilt(paper, { shadowed: true });
    expect(middle(shadowed, 0.1)).toBeLessThan(140);
    const flat = flattened(shadowed);
    expect(middle(flat, 0.1)).toBeGreaterThan(220);
    expect(middle(flat, 0.003)).toBeLessThan(120);
  });

  test('with even light stays as it is', () => {
    expect(flattened(paper)).toBe(paper);
  });
});

describe('an empty page', () => {
  test('white, grey, with dust and dark margins', () => {
    const dusty = page(235);
    for (let at = 0; at < 60; at += 1) dusty.data[at * 23_456] = 0;
    dusty.data.fill(0, 0, 1000 * 12);
    expect([page(255), page(180), dusty].map(isBlank)).toEqual([true, true, true]);
  });

  test('not one with a line of text', async () => {
    expect(isBlank(await printed('Trang này chỉ có một dòng chữ.'))).toBe(false);
  });
});

test('a page’s own text is good if it is made of letters, and long enough where there is more', () => {
  expect(isGoodLayer(APPLICATION, true)).toBe(true);
  expect(isGoodLayer('Trang cuối', false)).toBe(true);
  expect(isGoodLayer('Scanned by CamScanner', true)).toBe(false);
  expect(isGoodLayer('\uE001\uE002 '.repeat(60), false)).toBe(false);
});
