import { expect, test } from 'vitest';
import { proposedBy } from '../../../functions/domain/proposed-changes/propose.ts';
import { parseInstant } from '../../../functions/domain/vietnam-time.ts';
import { planAgain } from '../../../functions/features/proposed-changes/plan-again.ts';
import { countTouched } from '../../../functions/records/proposed-changes/plan-each.ts';
import { planTransfer } from '../../../functions/records/proposed-changes/plan-transfer.ts';
import { dynamoProposedChangeStore } from '../../../functions/records/proposed-changes/proposed-change-store.ts';
import { routeThrottles } from '../../../infra/constructs/route-throttles.ts';
import { commune, ended } from '../organization/units.ts';

const now = parseInstant('2026-11-26T09:00:00+07:00');

/** Dossiers without end, so many on a page. */
const endless = async ({ after, limit }: { after: string | undefined; limit: number }) => {
  const from = Number(after ?? 0);
  const codes = Array.from({ length: limit }, (_, at) => `D${from + at}`);
  return { codes, next: String(from + limit) };
};

test('a dossier that cannot be counted is counted as touched, and refuses nothing', async () => {
  const asked: string[] = [];
  const preview = await countTouched(
    async () => ({ codes: ['a', 'b', 'c'], next: undefined }),
    async code => {
      asked.push(code);
      if (code === 'b') throw new Error('no calendar of that year');
      return code === 'c';
    },
    () => true,
  );
  expect(preview).toEqual({ dossiers: 2, among: 3, exact: false, differences: [] });
  expect(asked).toEqual(['a', 'b', 'c']);
});

test('a preview without time ends, however many dossiers there are, and says that there are more', async () => {
  const preview = await countTouched(
    endless,
    async () => true,
    () => false,
  );
  expect(preview).toMatchObject({ dossiers: 10_000, among: 10_000, exact: false, more: true });
});

const transfer = { kind: 'transfer', ended: 'H44.1', to: 'H44.2', of: 'H44.1', dossiers: null } as const;
const planning = (units: unknown[]) =>
  ({
    organization: {
      current: async () => ({ version: 3, recordedAt: '', units }),
      officersNamed: async () => [],
    },
    backlog: async () => ({ codes: [], next: undefined }),
    inTime: () => true,
  }) as never;

test.each([
  ['lasts', [commune('H44.1'), commune('H44.2')], 'unit-in-force'],
  ['has no successor', [ended('H44.1', []), commune('H44.2')], 'unit-in-use'],
  [
    'has another successor',
    [ended('H44.1', ['H44.3']), commune('H44.2'), commune('H44.3')],
    'request-invalid',
  ],
  ['is unknown', [commune('H44.2')], 'unit-unknown'],
])('a handover of a unit that %s is refused, and outdated when it is confirmed', async (_, units, code) => {
  await expect(planTransfer(planning(units), transfer, now)).rejects.toMatchObject({ code });
  await expect(planAgain(planning(units), transfer, now)).rejects.toMatchObject({
    code: 'proposed-change-outdated',
  });
});

test('a handover that holds is planned', async () => {
  const units = [ended('H44.1', ['H44.2']), commune('H44.2')];
  expect((await planAgain(planning(units), transfer, now)).preview).toMatchObject({
    dossiers: 0,
    exact: true,
  });
});

test('a page of proposed changes is whole, however the table cuts it', async () => {
  const plan = { preview: { dossiers: 0, among: 0, exact: true, differences: [] }, basis: '0'.repeat(64) };
  const items = [5, 4, 3, 2, 1].map(at => {
    const id = `pc_${String(at).padStart(26, '0')}`;
    return {
      sk: `CHANGE#${id}`,
      change: proposedBy({ id: 'quantri.h44' }, { id, content: transfer, plan, now }),
    };
  });
  // Two an answer, whatever was asked for.
  const client = {
    async send({ input }: { input: { Limit: number; ExclusiveStartKey?: { at: number } } }) {
      const from = input.ExclusiveStartKey?.at ?? 0;
      const to = from + Math.min(2, input.Limit);
      return { Items: items.slice(from, to), ...(to < items.length && { LastEvaluatedKey: { at: to } }) };
    },
  };
  const store = dynamoProposedChangeStore({ name: 'table', client } as never);
  const ids = async (limit: number) =>
    (await store.page(undefined, limit)).map(({ id }) => Number(id.slice(-1)));
  expect(await ids(100)).toEqual([5, 4, 3, 2, 1]);
  expect(await ids(3)).toEqual([5, 4, 3]);
});

test('what looks at many dossiers in one request is taken a few times a second', () => {
  const throttles = routeThrottles();
  for (const route of [
    'POST /v1/proposed-changes/{id}/confirm',
    'POST /v1/replanning',
    'POST /v1/units/{code}/transfers',
  ])
    expect(throttles[route]).toEqual({ throttlingRateLimit: 5, throttlingBurstLimit: 10 });
});
