import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Operation } from '../../../schemas/api/operation.ts';
import { allOperations } from '../../../schemas/api/operations/all.ts';
import type { Answered, Caller, Sent } from '../../support/api-caller.ts';
import { eventually } from '../../support/eventually.ts';
import { doable } from './any-operation.ts';
import { end } from './ended-units.ts';
import { DIVIDED } from './units.ts';
import { openWorld, type World } from './world.ts';

/** More than two, so that some come while the first holds the key and some after; twenty found nothing more. */
const AT_ONCE = 3;

/**
 * Bodies of publications that a repeat would show in: as they are everywhere else they change nothing a second time.
 */
const changing: Readonly<Record<string, (body: never, mark: string) => unknown>> = {
  importProcedures: ({ shape, items: [first] }: { shape: string; items: { procedure: object }[] }, mark) => ({
    shape,
    items: [{ ...first, procedure: { ...first?.procedure, decision: `Quyết định ${mark}` } }],
  }),
  publishWorkflow: ({ workflow }: { workflow: object }, mark) => ({
    workflow: { ...workflow, approvedBy: `Chủ tịch UBND tỉnh, ${mark}` },
  }),
  publishOrganization: ({ units: [first, ...rest] }: { units: { name: string }[] }, mark) => ({
    units: [{ ...first, name: `Tỉnh ${mark}` }, ...rest],
  }),
  publishWorkCalendar: (body: { calendar: object }, mark) => ({
    ...body,
    calendar: { ...body.calendar, version: mark },
  }),
};

/** How many items of each kind the table holds: the kind is how the keys begin. */
async function itemsByKind({ province: { host } }: World): Promise<ReadonlyMap<string, number>> {
  await host.idle();
  const client = new DynamoDBClient({
    endpoint: host.tableUrl,
    region: 'ap-southeast-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const counts = new Map<string, number>();
  const [table] = host.resources.ofType('AWS::DynamoDB::Table');
  const TableName = table?.name;
  for (let start: ScanCommand['input']['ExclusiveStartKey'], more = true; more; more = start !== undefined) {
    const page = await client.send(
      new ScanCommand({ TableName, ProjectionExpression: 'pk, sk', ExclusiveStartKey: start }),
    );
    for (const { pk, sk } of page.Items ?? []) {
      const kind = `${pk?.S?.split('#')[0]} ${/^[A-Z]*/.exec(sk?.S ?? '')?.[0]}`.trim();
      // Counts are spread over items, each made when it is first needed: how many there are says nothing.
      if (kind !== 'TALLY' && kind !== 'QUOTA SHARE') counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    start = page.LastEvaluatedKey;
  }
  client.destroy();
  return counts;
}

/** What came to the table between two counts, by kind. */
const added = (
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): Record<string, number> =>
  Object.fromEntries(
    [...after]
      .map(([kind, count]) => [kind, count - (before.get(kind) ?? 0)] as const)
      .filter(([, more]) => more !== 0),
  );

/** A request that can be made once, and changes something. */
async function prepared(world: World, operation: Operation, mark: string) {
  const { caller, sent } = await doable(world, operation);
  const body = changing[operation.id]?.(sent.body as never, mark) ?? sent.body;
  const headers = { ...sent.headers, 'idempotency-key': `at-once-${operation.id}-${mark}` };
  return { caller, sent: { ...sent, body, headers } satisfies Sent };
}

/** Sends a request until it is answered with anything but the refusal that tells to come again. */
async function answerOf(caller: Caller, operation: Operation, sent: Sent): Promise<Answered> {
  return eventually(async () => {
    const answer = await caller.call(operation.id, sent);
    return answer.code === 'request-in-progress' ? undefined : answer;
  });
}

// A host of its own: every count walks through the whole table, which in the other suite holds thousands of items.
let world: World;
beforeAll(async () => {
  world = await openWorld(async () => {});
  // Dossiers are transferred from a unit that has ended.
  await end(world, { [DIVIDED]: ['H44.149'] });
}, 180_000);
afterAll(() => world?.province.stop());

// Every request that changes something, sent many times at once with one key.
describe(`${AT_ONCE} equal requests at once with one key do what one does, and are answered alike`, () => {
  const posts = allOperations.filter(({ method }) => method === 'POST');
  test.each(posts.map(operation => [operation.id, operation] as const))('%s', async (_, operation) => {
    const alone = await prepared(world, operation, 'one');
    // Of two proposals only one can be confirmed. Otherwise both are prepared first: a count less.
    const early =
      operation.id === 'confirmProposedChange' ? undefined : await prepared(world, operation, 'all');
    const before = await itemsByKind(world);
    await alone.caller.call(operation.id, alone.sent);
    const after = await itemsByKind(world);
    const { caller, sent } = early ?? (await prepared(world, operation, 'all'));
    const between = early ? after : await itemsByKind(world);
    const requests = Array.from({ length: AT_ONCE }, () => caller.call(operation.id, sent));
    const answers: Answered[] = await Promise.all(requests);
    const byOne = added(before, after);
    const byAll = added(between, await itemsByKind(world));
    const settled = await answerOf(caller, operation, sent);
    // What touches many is proposed.
    const statuses = [operation.answer.status, ...(operation.proposes ? [202] : [])];
    expect(statuses, JSON.stringify(settled.body)).toContain(settled.status);
    // What is there once for all, such as the counter of a day's numbers, only the first request adds.
    const more = Object.entries(byAll).filter(([kind, count]) => count > (byOne[kind] ?? 0));
    expect(more, `one adds ${JSON.stringify(byOne)}`).toEqual([]);
    for (const { status, code, body } of answers)
      if (code !== 'request-in-progress') expect([status, body]).toEqual([settled.status, settled.body]);
  });
});
