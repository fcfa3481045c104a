import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createExport } from '../../functions/features/exports/create-export.ts';
import { dynamoExportStore } from '../../functions/features/exports/dynamo-export-store.ts';
import { LEASE } from '../../functions/records/idempotency/dynamo-leased-requests.ts';
import { journaled } from '../../functions/records/idempotency/journaled.ts';
import { dynamoRequestJournal } from '../../functions/records/idempotency/request-journal.ts';
import type { exportOperations } from '../../schemas/api/operations/exports.ts';
import type { Principal } from '../../schemas/identity/principal.ts';
import { type LocalTable, openLocalTable } from '../support/lifecycle/local-table.ts';
import { openOffice } from '../support/lifecycle/office.ts';
import { exportWorld } from '../unit/exports/doubles.ts';

const MONDAY = '2026-11-23T09:00:00+07:00';
const overseer: Principal = { kind: 'officer', id: 'theodoi.h44', unit: 'H44', roles: ['overseer'] };
const AT_ONCE = 20;
/** A dossier that is only submitted needs no machine. */
const NO_MACHINE = JSON.stringify({
  QueryLanguage: 'JSONata',
  StartAt: 'End',
  States: { End: { Type: 'Succeed' } },
});

let local: LocalTable;
beforeAll(async () => {
  local = await openLocalTable();
});
afterAll(() => local?.close());

/** Exports over the real table, with the orders that were sent. `order` stands for the queue. */
function exporting(order?: (id: string) => Promise<void>) {
  const { front, orders } = exportWorld();
  const deps = { ...front, exports: dynamoExportStore(local.table), ...(order && { order }) };
  const handle = journaled<(typeof exportOperations)['createExport']>(
    { ...deps, journal: dynamoRequestJournal(local.table) },
    (call, attempt) => createExport(deps, call, attempt),
  );
  const ask = (key: string, caller = overseer, now = Date.parse(MONDAY)) =>
    handle({
      caller,
      body: { list: 'tasks', filters: {}, format: 'csv', reason: 'Giao ban' },
      params: undefined,
      query: undefined,
      repeat: { key, requestHash: 'the same' },
      ifMatch: undefined,
      language: 'vi',
      access: { requestId: 'r', reason: null },
      now,
    });
  const records = async ({ id }: { id: string }) =>
    (await deps.exports.page({ account: `officer:${id}` }, undefined, 100)).exports.map(each => each.id);
  return { ask, orders, records };
}

describe('one key, one job', () => {
  test('LikeLionTeam4/slash-api#70, mitos-run/mitos#240, fossasia/eventyay#602: twenty equal exports at once are one record and one order', async () => {
    for (let round = 0; round < 4; round++) {
      const caller = { ...overseer, id: `theodoi${round}.h44` };
      const { ask, orders, records } = exporting();
      const answers = await Promise.allSettled(Array.from({ length: AT_ONCE }, () => ask('month', caller)));
      const settled = (await ask('month', caller)).body;
      expect(orders).toEqual([settled.id]);
      expect(await records(caller)).toEqual([settled.id]);
      // On a machine that is slow for three seconds, some are told to come again.
      for (const answer of answers) {
        if (answer.status === 'fulfilled') expect(answer.value.body).toEqual(settled);
        else expect(answer.reason).toMatchObject({ code: 'request-in-progress' });
      }
    }
  });

  test('mitos-run/mitos#240: a job whose process died after its order is the same job when it is asked for again', async () => {
    const caller = { ...overseer, id: 'theodoi-crash.h44' };
    let sent = '';
    const dies = exporting(id => {
      sent = id;
      // The process ends here: this promise is never settled, and the lease is never let go.
      return new Promise(() => undefined);
    });
    void dies.ask('month', caller);
    await expect.poll(() => sent).not.toBe('');
    const { ask, orders, records } = exporting();
    const { body } = await ask('month', caller, Date.parse(MONDAY) + LEASE);
    expect([body.id, orders, await records(caller)]).toEqual([sent, [sent], [sent]]);
  });

  test('accept-io/midas#14, ietf-wg-httpapi/idempotency#22: twenty equal submissions are one dossier; another body is refused; a refusal frees the key', async () => {
    const office = await openOffice({ definition: NO_MACHINE, at: MONDAY });
    const submit = (key: string, more = {}) => office.submit('1.001193', more, key);
    const codes = await Promise.all(Array.from({ length: AT_ONCE }, () => submit('one')));
    expect(new Set(codes).size).toBe(1);
    expect(await office.story(codes[0] ?? '')).toEqual(['submitted']);
    await expect(submit('one', { returnBy: 'counter' })).rejects.toMatchObject({
      code: 'idempotency-key-reused',
    });
    await expect(submit('two', { receivingUnit: 'H44.999' })).rejects.toMatchObject({ code: 'unit-unknown' });
    expect(await submit('two')).not.toBe(codes[0]);
  });
});
