import { describe, expect, test } from 'vitest';
import { offeredReliefs } from '../../../functions/domain/fees/offered-reliefs.ts';
import { law, procedure, table } from './samples.ts';

const codes = (...asked: Parameters<typeof offeredReliefs>) =>
  offeredReliefs(...asked).map(({ relief }) => relief);

describe('the reliefs that reception is offered', () => {
  test('are those in force that day which fit a line', () => {
    expect(codes(table, procedure, '2026-11-27', law)).toEqual(['half', 'fixed', 'all']);
    expect(codes(table, procedure, '2026-12-01', law)).toEqual(['half', 'fixed', 'all', 'council']);
    expect(codes(table, procedure, '2027-03-01', law)).toEqual([]);
    expect(codes({ kind: 'free' }, procedure, '2026-11-27', law)).toEqual([]);
    expect(codes(null, procedure, '2026-11-27', law)).toEqual([]);
  });

  test('say what proves them, and under which law they stand', () => {
    const council = offeredReliefs(table, procedure, '2026-12-01', law).at(-1);
    expect(council).toMatchObject({ ground: 'NQ 01/NQ-HĐND', evidence: [{ kind: 'card' }] });
  });
});
