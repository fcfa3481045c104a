import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultsOfUnits } from '../../../functions/domain/organization/check-units.ts';
import { successionOf } from '../../../functions/domain/organization/succession.ts';
import { withoutSuccessor } from '../../../functions/domain/organization/without-successor.ts';
import { commune, ended } from './units.ts';

const JULY = '2025-07-01';

describe('succession', () => {
  const units = [
    commune('H44.1'),
    commune('H44.2'),
    ended('H44.11', ['H44.1']),
    ended('H44.12', ['H44.1', 'H44.2']),
    ended('H44.13', ['H44.11'], { validTo: '2023-12-31' }),
    ended('H44.14', []),
    commune('H44.15', { validTo: '2025-12-31', successors: ['H44.2'] }),
  ];
  const succession = successionOf(units, JULY);

  test('leads from a unit that ended to the one that goes on with its work, over several if need be', () => {
    expect(succession.successorOf('H44.11')).toBe('H44.1');
    expect(succession.successorOf('H44.13')).toBe('H44.1');
    expect(succession.heirsOf('H44.13')).toEqual(['H44.1']);
  });

  test('leads from a divided unit to the one named first; all of them are its heirs', () => {
    expect(succession.successorOf('H44.12')).toBe('H44.1');
    expect(succession.heirsOf('H44.12')).toEqual(['H44.1', 'H44.2']);
    expect(succession.inheritedBy('H44.1')).toEqual(['H44.11', 'H44.12', 'H44.13']);
    expect(succession.inheritedBy('H44.2')).toEqual(['H44.12']);
  });

  test('leaves alone a unit that lasts, one that ends later, one that nobody succeeds and one that nobody knows', () => {
    for (const code of ['H44.1', 'H44.15', 'H44.14', 'H44.99']) {
      expect(succession.successorOf(code)).toBe(code);
      expect(succession.heirsOf(code)).toEqual([]);
    }
    expect(succession.abandoned).toEqual(['H44.14']);
    expect(succession.succeeded).toEqual(['H44.11', 'H44.12', 'H44.13']);
  });

  test('counts the last day of a unit as its own', () => {
    expect(successionOf(units, '2025-06-30').successorOf('H44.11')).toBe('H44.11');
    expect(successionOf(units, '2026-01-01').inheritedBy('H44.2')).toEqual(['H44.12', 'H44.15']);
  });

  test('never hangs and never invents a unit, whatever names whatever', () => {
    const codes = ['H44.1', 'H44.2', 'H44.3', 'H44.4'];
    const some = fc.record({
      validTo: fc.constantFrom(null, '2025-06-30', '2026-06-30'),
      successors: fc.subarray(codes),
    });
    fc.assert(
      fc.property(fc.tuple(some, some, some, some), given => {
        const any = given.map((more, index) => commune(codes[index] ?? '', more));
        const found = successionOf(any, JULY);
        for (const code of codes) {
          const successor = found.successorOf(code);
          expect(codes).toContain(successor);
          for (const heir of found.heirsOf(code)) expect(found.inheritedBy(heir)).toContain(code);
          if (successor !== code) expect(found.heirsOf(successor)).toEqual([]);
        }
      }),
    );
  });
});

describe('units that do not hold together', () => {
  const messages = (units: Parameters<typeof faultsOfUnits>[0]) =>
    faultsOfUnits(units).map(({ pointer, message }) => [
      pointer,
      typeof message === 'string' ? message : message.en,
    ]);

  test.each([
    ['a successor that is not there', [ended('H44.1', ['H44.9'])], /no unit H44\.9/],
    ['itself', [ended('H44.1', ['H44.1'])], /circular/],
    [
      'a circle of three',
      [ended('H44.1', ['H44.2']), ended('H44.2', ['H44.3']), ended('H44.3', ['H44.1'])],
      /circular/,
    ],
    [
      'one that ended before',
      [ended('H44.1', ['H44.2']), ended('H44.2', [], { validTo: '2024-12-31' })],
      /ended on 2024-12-31/,
    ],
    [
      'one that begins later',
      [ended('H44.1', ['H44.2']), commune('H44.2', { validFrom: '2025-08-01' })],
      /begins on 2025-08-01/,
    ],
    ['the same one twice', [ended('H44.1', ['H44.2', 'H44.2']), commune('H44.2')], /given twice/],
    [
      'one of a unit that lasts',
      [commune('H44.1', { successors: ['H44.2'] }), commune('H44.2')],
      /only a unit with an end date/,
    ],
  ])('a successor: %s', (_, units, message) => {
    const [first] = messages(units);
    expect(first?.[0]).toMatch(/^\/units\/0\/successors/);
    expect(first?.[1]).toMatch(message);
  });

  test('codes twice, parents that are missing, ends before beginnings', () => {
    expect(messages([commune('H44.1'), commune('H44.1')]).map(([pointer]) => pointer)).toEqual([
      '/units/1/code',
    ]);
    expect(messages([commune('H44.1', { parent: 'H44' })]).map(([pointer]) => pointer)).toEqual([
      '/units/0/parent',
    ]);
    expect(messages([commune('H44.1', { validTo: '2020-01-01' })]).map(([pointer]) => pointer)).toEqual([
      '/units/0/validTo',
    ]);
  });

  test('nothing is said of three communes that become one', () => {
    expect(
      messages([
        ended('H44.11', ['H44.1']),
        ended('H44.12', ['H44.1']),
        ended('H44.13', ['H44.1']),
        commune('H44.1', { validFrom: JULY }),
      ]),
    ).toEqual([]);
  });
});

describe('whose work would be left to nobody', () => {
  const codes = (before: Parameters<typeof withoutSuccessor>[0], after: typeof before) =>
    withoutSuccessor(before, after).map(({ unit }) => unit);

  test('a unit that ends without a successor, now or on a day to come', () => {
    expect(
      codes([], [ended('H44.1', []), commune('H44.2', { validTo: '2030-12-31' }), commune('H44.3')]),
    ).toEqual(['H44.1', 'H44.2']);
  });

  test('one whose successor ends in turn without one', () => {
    const after = [ended('H44.1', ['H44.2']), commune('H44.2', { validTo: '2026-06-30' })];
    expect(codes([], after)).toEqual(['H44.1', 'H44.2']);
  });

  test('one that is left out', () => {
    expect(codes([commune('H44.1'), commune('H44.2')], [commune('H44.2')])).toEqual(['H44.1']);
  });
});
