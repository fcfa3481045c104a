import { describe, expect, test } from 'vitest';
import { indicatorsOf, type MeasuredDossier } from '../../../functions/domain/processes/indicators.ts';
import { nonconformitiesOf } from '../../../functions/domain/processes/nonconformities.ts';
import {
  getProcessIndicators,
  MOST_MEASURED,
  MOST_PAGES,
} from '../../../functions/features/processes/get-indicators.ts';

const CODE = 'H44.101-260302-0001';
const at = (hour: number) => `2026-03-02T${String(hour).padStart(2, '0')}:00:00+07:00`;
const NOW = Date.parse(at(20));

/** A ledger: each entry opens and closes tasks by number; limits are hours of the day. */
const ledger = (
  ...entries: readonly { hour: number; opens?: Record<string, number>; closes?: string[]; data?: object }[]
) =>
  entries.map(({ hour, opens = {}, closes = [], data = { type: 'forwarded' } }, index) => ({
    dossier: CODE,
    seq: index + 1,
    at: at(hour),
    data,
    opens: Object.entries(opens).map(([name, due]) => ({ id: `${CODE}.${name}`, name, dueAt: at(due) })),
    closes: closes.map(name => ({ task: `${CODE}.${name}`, decision: 'forward' })),
  })) as unknown as MeasuredDossier['events'];

const measured = (
  events: MeasuredDossier['events'],
  timeliness: string | null = 'onTime',
  workflowVersion = 1,
) => ({ head: { code: CODE, rules: { workflowVersion }, timeliness }, events }) as unknown as MeasuredDossier;

describe('the indicators of a process', () => {
  const quick = ledger({ hour: 8, opens: { examine: 12 } }, { hour: 10, closes: ['examine'] });
  const slow = ledger({ hour: 8, opens: { examine: 12 } }, { hour: 15, closes: ['examine'] });

  test('tell how often it was in time, and each step against its norm', () => {
    const [version] = indicatorsOf([measured(quick), measured(quick, 'early'), measured(slow, 'late')], NOW);
    expect(version).toMatchObject({ workflowVersion: 1, dossiers: 3, decided: 3, onTime: 2 });
    expect(version?.steps).toEqual([{ name: 'examine', done: 3, inTime: 2, medianHours: 2, normHours: 4 }]);
    expect(version?.nonconformities).toMatchObject([{ kind: 'stepLate', step: 'examine', at: at(15) }]);
  });

  test('keep versions apart, and take the mean of the two in the middle', () => {
    const versions = indicatorsOf([measured(quick), measured(slow), measured(quick, null, 2)], NOW);
    expect(versions.map(({ workflowVersion, decided }) => [workflowVersion, decided])).toEqual([
      [2, 0],
      [1, 2],
    ]);
    expect(versions[1]?.steps[0]?.medianHours).toBe(4.5);
  });

  test('of nothing are none', () => {
    expect(indicatorsOf([], NOW)).toEqual([]);
    expect(indicatorsOf([measured(ledger({ hour: 8 }))], NOW)[0]?.steps).toEqual([]);
  });
});

describe('what was not as the process wants it', () => {
  test('is a step that is still open beyond its time, from then on', () => {
    const events = ledger({ hour: 8, opens: { sign: 12 } });
    expect(nonconformitiesOf(events, Date.parse(at(12)))).toEqual([]);
    expect(nonconformitiesOf(events, NOW)).toEqual([
      { kind: 'stepLate', dossier: CODE, entry: 1, at: at(12), step: 'sign' },
    ]);
  });

  test('is a recalled result, and a correction of the agency’s own mistake alone', () => {
    const events = ledger(
      { hour: 9, data: { type: 'resultRecalled', reason: 'Nhầm', recovered: true } },
      { hour: 10, data: { type: 'correctionSigned', ground: 'agencyMistake' } },
      { hour: 11, data: { type: 'correctionSigned', ground: 'holderAsks' } },
    );
    expect(nonconformitiesOf(events, NOW).map(({ kind, entry }) => [kind, entry])).toEqual([
      ['resultRecalled', 1],
      ['agencyMistake', 2],
    ]);
  });
});

describe('before a ledger is read, a period is refused', () => {
  const rowsOf = (count: number, own: object) =>
    Array.from({ length: count }, (_, index) => ({ code: `c${index}`, competentUnit: 'H44.101', ...own }));

  /** What a unit whose list goes on for ever is told, and how many pages were read for it. */
  async function asked(rows: readonly object[], query: object = {}) {
    let pages = 0;
    const deps = {
      organization: { current: async () => ({ units: [{ code: 'H44.101' }] }) },
      lists: {
        page: async () => ({ items: rows, next: String(++pages) }),
        fetch: () => Promise.reject(new Error('read a ledger')),
      },
      dossiers: {},
    };
    const call = {
      params: { code: 'H44.101', procedure: '1.001193' },
      query,
      caller: { kind: 'officer', id: 'an', unit: 'H44.101', roles: ['leader'] },
      now: NOW,
    };
    await expect(getProcessIndicators(deps as never, call as never)).rejects.toMatchObject({
      code: 'period-too-long',
    });
    return pages;
  }

  test('with too many dossiers', async () => {
    expect(await asked(rowsOf(MOST_MEASURED / 2 + 1, {}))).toBe(2);
  });

  test('in which a receiving unit has too many that others decide, or of other procedures', async () => {
    expect(await asked(rowsOf(1000, { competentUnit: 'H44.102' }))).toBe(MOST_PAGES);
    expect(await asked([])).toBe(MOST_PAGES);
  });

  test('of more than a year', async () => {
    expect(await asked([], { from: '2000-01-01' })).toBe(0);
    expect(await asked([], { from: '2024-01-01', to: '2025-01-01' })).toBe(0);
    expect(await asked([], { from: '2024-01-01', to: '2024-12-31' })).toBe(MOST_PAGES);
  });
});
