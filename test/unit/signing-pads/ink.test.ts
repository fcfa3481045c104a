import { describe, expect, test } from 'vitest';
import { inkFault } from '../../../functions/domain/pads/ink-faults.ts';
import { inkDrawing } from '../../../schemas/dossier/ink.ts';
import { Strokes } from '../../../web/pad/strokes.ts';
import { handwriting } from '../../support/forms/handwriting.ts';

const [first = [], second = []] = handwriting().strokes;
const fault = (strokes: (typeof first)[]) => inkFault(handwriting({ strokes }))?.en;

describe('handwriting', () => {
  test('of a hand is taken, and a short name as well', () => {
    expect(inkFault(handwriting())).toBeUndefined();
    expect(fault([second])).toBeUndefined();
  });

  test.each([
    ['a touch by mistake', [first.slice(0, 7)], 'too short'],
    ['a pen that rests', [first.map(point => ({ ...point, x: 5, y: 5 }))], 'too small'],
    ['points beside the pad', [first.map(point => ({ ...point, x: 901 }))], 'beside the pad'],
    ['time that runs backwards', [second, first], 'run backwards'],
    [
      'more than any hand writes',
      Array.from({ length: 90 }, () => first.map(each => ({ ...each, t: 0 }))),
      'more than',
    ],
  ])('%s is none', (_, strokes, because) => {
    expect(fault(strokes)).toContain(because);
  });

  test.each([
    ['pressure above one', { x: 1, y: 1, pressure: 1.5, t: 0 }],
    ['negative places', { x: -1, y: 1, pressure: 1, t: 0 }],
    ['half milliseconds', { x: 1, y: 1, pressure: 1, t: 0.5 }],
    ['a member that nobody knows', { x: 1, y: 1, pressure: 1, t: 0, azimuth: 3 }],
  ])('with %s is not read', (_, point) => {
    expect(inkDrawing.safeParse(handwriting({ strokes: [[point as never]] })).success).toBe(false);
  });
});

describe('what the page of the pad takes down', () => {
  const touch = (x: number, at: number, pressure = 0.4) => ({ x, y: 50.04, pressure, at });

  test('is what the API reads: within the field, in order, with a pressure where none was felt', () => {
    const strokes = new Strokes(900.4, 299.6);
    strokes.begin();
    for (const [x, at] of [
      [-4, 1000],
      [450, 1016],
      [2000, 1012],
    ] as const)
      strokes.add(touch(x, at, x === 450 ? 0 : 0.4));
    strokes.begin();
    const { width, height, strokes: written } = strokes.drawing();
    expect([width, height]).toEqual([900, 300]);
    expect(written).toEqual([
      [
        { x: 0, y: 50, pressure: 0.4, t: 0 },
        { x: 450, y: 50, pressure: 0.5, t: 16 },
        { x: 900, y: 50, pressure: 0.4, t: 16 },
      ],
    ]);
    expect(inkDrawing.safeParse(strokes.drawing()).success).toBe(true);
  });

  test('ends where the API takes no more', () => {
    const strokes = new Strokes(900, 300);
    for (let stroke = 0; stroke < 300; stroke++) {
      strokes.begin();
      for (let point = 0; point < 100; point++) strokes.add(touch(point, stroke * 100 + point));
    }
    expect(strokes.count).toBe(8000);
    expect(inkDrawing.safeParse(strokes.drawing()).success).toBe(true);
    expect(inkFault(strokes.drawing())).toBeUndefined();
  });

  test('before the pen touches is nothing', () => {
    const strokes = new Strokes(900, 300);
    expect(strokes.add(touch(1, 1))).toBeUndefined();
    expect(strokes.count).toBe(0);
  });
});
