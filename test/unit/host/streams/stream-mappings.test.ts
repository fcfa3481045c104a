import { describe, expect, it } from 'vitest';
import { eventually } from '../support.ts';
import { FAILURES_ARN, openLedger, type Seen } from './stream-fixture.ts';

const EVENTS_ONLY = {
  FilterCriteria: {
    Filters: [
      {
        Pattern: JSON.stringify({
          eventName: ['INSERT'],
          dynamodb: { Keys: { sk: { S: [{ prefix: 'EVENT#' }] } } },
        }),
      },
    ],
  },
};
const quiet = (followers: { busy(): number }) =>
  eventually(() => (followers.busy() === 0 ? true : undefined));
const failsOn = (bad: string) => (records: readonly Seen[]) => {
  if (records.some(({ sk }) => sk === bad)) throw new Error(`cannot do ${bad}`);
};
const failures = async (ledger: Awaited<ReturnType<typeof openLedger>>) =>
  ledger.failures.receive({ max: 10 }).map(({ body }) => JSON.parse(body));

describe('a function that follows a table’s stream', () => {
  it('is given what its filter wants, in order, soon, and in batches of its size', async () => {
    const ledger = await openLedger();
    for (const n of [1, 2, 3]) await ledger.put(`EVENT#${n}`);
    await ledger.put('HEAD');
    await ledger.put('EVENT#1');
    const relay = ledger.follow({
      relay: { answer: () => undefined, options: { ...EVENTS_ONLY, BatchSize: 2 } },
    });
    await quiet(relay);
    await ledger.put('EVENT#4');
    await eventually(() => relay.calls['relay']?.find(batch => batch.includes('EVENT#4')));
    expect(relay.calls['relay']).toEqual([['EVENT#1', 'EVENT#2'], ['EVENT#3'], ['EVENT#4']]);
  });

  it('waits for its batching window, or until the batch is full', async () => {
    const ledger = await openLedger();
    const options = { MaximumBatchingWindowInSeconds: 1, BatchSize: 3 };
    const followers = ledger.follow({ waiting: { answer: () => undefined, options } });
    for (const sk of ['a', 'b', 'c', 'd']) {
      await ledger.put(sk);
      await quiet(followers);
    }
    await eventually(() => (followers.calls['waiting']?.length === 2 ? true : undefined));
    expect(followers.calls['waiting']).toEqual([['a', 'b', 'c'], ['d']]);
  });

  it('that begins with what is new is not given what was there, also after a restart', async () => {
    const ledger = await openLedger();
    await ledger.put('before');
    const options = { StartingPosition: 'LATEST' };
    const first = ledger.follow({ late: { answer: () => undefined, options } });
    await quiet(first);
    await first.stop();
    await ledger.put('between');
    const second = ledger.follow({ late: { answer: () => undefined, options } });
    await eventually(() => second.calls['late']?.at(0));
    expect([first.calls['late'], second.calls['late']]).toEqual([[], [['between']]]);
  });

  it('that reports what failed is given that and what follows again', async () => {
    const ledger = await openLedger();
    let times = 0;
    const answer = (records: readonly Seen[]) => {
      const bad = times++ < 2 ? records.find(({ sk }) => sk === 'b') : undefined;
      return { batchItemFailures: bad ? [{ itemIdentifier: bad.number }] : [] };
    };
    for (const sk of ['a', 'b', 'c']) await ledger.put(sk);
    const options = { FunctionResponseTypes: ['ReportBatchItemFailures'] };
    const followers = ledger.follow({ reporting: { answer, options } });
    await quiet(followers);
    expect(followers.calls['reporting']).toEqual([
      ['a', 'b', 'c'],
      ['b', 'c'],
      ['b', 'c'],
    ]);
  });

  it('that cannot do one record has the others done, and that one told where failures go', async () => {
    const ledger = await openLedger();
    for (const sk of ['a', 'b', 'c', 'bad', 'd', 'e', 'f', 'g']) await ledger.put(sk);
    const followers = ledger.follow({
      halving: {
        answer: failsOn('bad'),
        options: {
          BisectBatchOnFunctionError: true,
          MaximumRetryAttempts: 1,
          DestinationConfig: { OnFailure: { Destination: FAILURES_ARN } },
        },
      },
    });
    await quiet(followers);
    const done = (followers.calls['halving'] ?? []).filter(batch => !batch.includes('bad')).flat();
    expect(done).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    expect(await failures(ledger)).toMatchObject([
      {
        requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 2 },
        DDBStreamBatchInfo: { startSequenceNumber: '4', endSequenceNumber: '4', batchSize: 1 },
      },
    ]);
  });

  it('is not given what has grown too old', async () => {
    const ledger = await openLedger();
    await ledger.put('old');
    const followers = ledger.follow({
      young: {
        answer: () => undefined,
        options: {
          MaximumRecordAgeInSeconds: 0,
          DestinationConfig: { OnFailure: { Destination: FAILURES_ARN } },
        },
      },
    });
    await quiet(followers);
    expect(followers.calls['young']).toEqual([]);
    expect(await failures(ledger)).toMatchObject([
      { requestContext: { condition: 'MaximumRecordAgeExceeded', approximateInvokeCount: 0 } },
    ]);
  });

  it('goes on where it was when the host is killed in a batch', async () => {
    const ledger = await openLedger();
    for (const sk of ['a', 'b', 'c']) await ledger.put(sk);
    const options = { BatchSize: 1 };
    const never = new Promise(() => undefined);
    const answer = ([record]: readonly Seen[]) => (record?.sk === 'b' ? never : undefined);
    const killed = ledger.follow({ killed: { answer, options } });
    await eventually(() => (killed.calls['killed']?.length === 2 ? true : undefined));
    await killed.stop();
    await ledger.close();
    const again = await openLedger(ledger.folder);
    await again.put('d');
    const followers = again.follow({ killed: { answer: () => undefined, options } });
    await quiet(followers);
    expect(followers.calls['killed']).toEqual([['b'], ['c'], ['d']]);
  });
});

it('refuses windows that it cannot add up', async () => {
  const ledger = await openLedger();
  const options = { TumblingWindowInSeconds: 30 };
  expect(() => ledger.follow({ sums: { answer: () => undefined, options } })).toThrow(/tumbling windows/);
});
