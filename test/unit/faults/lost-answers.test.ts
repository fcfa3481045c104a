import {
  BatchGetCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { type AwsClientStub, mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withdraw } from '../../../functions/domain/dossier/decisions/withdraw.ts';
import type { Table } from '../../../functions/kernel/table/table.ts';
import { changeUnruled } from '../../../functions/records/dossiers/change-dossier.ts';
import { dynamoDossierStore } from '../../../functions/records/dossiers/dynamo-dossier-store.ts';
import { dynamoLeasedRequests } from '../../../functions/records/idempotency/dynamo-leased-requests.ts';
import { requestJournal } from '../../../functions/records/idempotency/request-journal.ts';
import { create, ownDay } from '../../contract/stores.ts';
import { type LocalTable, openLocalTable } from '../../support/lifecycle/local-table.ts';
import { citizen, rulesOf } from '../../support/lifecycle/paper-dossier.ts';
import { answerLost } from './table-client.ts';

let local: LocalTable;
let table: Table;
let mock: AwsClientStub<Table['client']>;
/** Kinds of requests whose next answer is lost after they were carried out, or that are lost before. */
const mishaps: {
  kind: typeof TransactWriteCommand | typeof PutCommand | typeof UpdateCommand;
  carriedOut: boolean;
}[] = [];

beforeAll(async () => {
  local = await openLocalTable();
  table = local.table;
  const { client } = table;
  const send = client.send.bind(client) as (command: object) => Promise<unknown>;
  mock = mockClient(client);
  for (const kind of [
    BatchGetCommand,
    GetCommand,
    QueryCommand,
    TransactWriteCommand,
    PutCommand,
    UpdateCommand,
  ] as const) {
    mock.on(kind as typeof PutCommand).callsFake(async input => {
      const command = new kind(input);
      const [mishap] = mishaps;
      if (mishap?.kind !== kind) return send(command);
      mishaps.shift();
      if (mishap.carriedOut) await send(command);
      throw answerLost();
    });
  }
});
afterAll(async () => {
  mock.restore();
  await local?.close();
});

const NOW = Date.parse('2026-12-01T09:00:00+07:00');

async function submitted() {
  const dossiers = dynamoDossierStore(table);
  const made = await create({ dossiers }, { agency: 'H44.101', date: ownDay().date });
  if ('refused' in made) throw new Error(made.refused);
  const { code } = made.outcome.head;
  const told: number[] = [];
  const withdrawn = (key?: string) =>
    changeUnruled<number>(
      { dossiers },
      {
        code,
        actor: citizen,
        now: () => NOW,
        repeat: { key, requestHash: 'h' },
        decide: ({ head, actor, now }) => ({
          events: withdraw({ head, actor, now, rules: rulesOf('1.001193') }, {}),
          answer: outcome => outcome.head.version,
        }),
        tell: async ({ head }) => void told.push(head.version),
      },
    );
  return { dossiers, code, told, withdrawn };
}

describe('where the answer of the table was lost', () => {
  it('a command that was committed is answered and told as if it had come', async () => {
    const { dossiers, code, told, withdrawn } = await submitted();
    mishaps.push({ kind: TransactWriteCommand, carriedOut: true });
    expect(await withdrawn()).toBe(2);
    expect(told).toEqual([2]);
    expect((await dossiers.events(code, 0, 10)).map(({ data }) => data.type)).toEqual([
      'submitted',
      'withdrawn',
    ]);
  });

  it('a command that was not committed fails, and is done once when it is sent again', async () => {
    const { dossiers, code, told, withdrawn } = await submitted();
    mishaps.push({ kind: TransactWriteCommand, carriedOut: false });
    await expect(withdrawn(`k ${code}`)).rejects.toThrow('timed out');
    expect((await dossiers.find(code))?.head.version).toBe(1);
    expect([await withdrawn(`k ${code}`), await withdrawn(`k ${code}`)]).toEqual([2, 2]);
    expect(told).toEqual([2]);
  });

  it('a submission that was stored is found by its key, and no second number is taken', async () => {
    const dossiers = dynamoDossierStore(table);
    const { date } = ownDay();
    const answer = { caller: 'citizen:x', key: `s ${date}`, requestHash: 'h', status: 201, body: { n: 1 } };
    mishaps.push({ kind: TransactWriteCommand, carriedOut: true });
    await expect(create({ dossiers }, { agency: 'H44.101', date }, { answer })).rejects.toThrow('timed out');
    const again = await create({ dossiers }, { agency: 'H44.101', date }, { answer });
    expect(again).toMatchObject({ refused: 'answered', answer: { body: { n: 1 } } });
    expect(await dossiers.find(`H44.101-${date.slice(2).replaceAll('-', '')}-0002`)).toBeUndefined();
  });

  it('a request that was leased unheard is done once its lease has run out, under the same ids', async () => {
    const { once } = requestJournal(dynamoLeasedRequests(table), { sleep: async () => {}, random: () => 1 });
    const request = (now: number) => ({
      caller: 'officer:a',
      repeat: { key: 'lease', requestHash: 'h' },
      now,
    });
    mishaps.push({ kind: UpdateCommand, carriedOut: true });
    let worked = 0;
    const work = async () => ++worked;
    await expect(once(request(NOW), work)).rejects.toThrow('timed out');
    await expect(once(request(NOW + 1000), work)).rejects.toMatchObject({ code: 'request-in-progress' });
    expect(await once(request(NOW + 60_000), work)).toBe(1);
  });

  it('work whose answer was kept unheard is not done again', async () => {
    const { once } = requestJournal(dynamoLeasedRequests(table));
    const request = { caller: 'officer:a', repeat: { key: 'kept', requestHash: 'h' }, now: NOW };
    mishaps.push({ kind: PutCommand, carriedOut: true });
    let worked = 0;
    const work = async () => ++worked;
    await expect(once(request, work)).rejects.toThrow('timed out');
    expect(await once(request, work)).toBe(1);
    expect(worked).toBe(1);
  });
});
