import { describe, expect, test } from 'vitest';
import { allOperations } from '../../../schemas/api/operations/all.ts';
import type { Answered, Caller, Sent } from '../../support/api-caller.ts';
import { wantingBirth } from './any-operation.ts';
import { receipted } from './receipts.ts';
import { citing } from './vault.ts';
import { accepted, expectRefusal, OWNER, STRANGER, signed, submitted, UNIT, type World } from './world.ts';

const whoRead = (by: Caller, query: Record<string, string> = {}): Promise<Answered> =>
  by.call('listAccessRecords', { query: { limit: '100', ...query } });

/** All pages of it. */
async function everythingRead(by: Caller, query: Record<string, string>): Promise<Seen[]> {
  const { items, nextCursor } = (await whoRead(by, query)).body;
  return nextCursor === null
    ? items
    : [...items, ...(await everythingRead(by, { ...query, cursor: nextCursor }))];
}

interface Seen {
  readonly operation: string;
  readonly dossiers: readonly { code: string; basis: string }[];
  readonly reader: { kind: string; account: string | null };
}

/**
 * For each operation whose reads are recorded, a request by which an auditor is shown something of a dossier’s
 * owner.
 */
const recorded: Readonly<Record<string, (code: string, file: string) => Sent>> = {
  getDossier: code => ({ params: { code } }),
  openFile: (code, id) => ({ params: { code, id } }),
  getForm: code => ({ params: { code, id: '01-2' } }),
  getRegister: () => ({ params: { code: UNIT }, query: { from: '2026-11-23', to: '2026-11-23' } }),
  getDigitization: (code, id) => ({ params: { code, id } }),
  listReceipts: code => ({ params: { code } }),
  getDossierVault: code => ({ params: { code } }),
  listCitedResults: code => ({ params: { code } }),
  getLandTax: code => ({ params: { code } }),
  searchStoreForDossier: code => ({ params: { code }, headers: { 'access-reason': 'Doi%20chieu' } }),
  getHistory: code => ({ params: { code } }),
  listResults: code => ({ params: { code } }),
  listAccessRecords: dossier => ({ query: { dossier } }),
  listDossiers: () => ({ query: { expand: 'applicant' } }),
  listTasks: () => ({ query: { expand: 'applicant', unit: UNIT, phase: 'step', limit: '100' } }),
  searchDossiers: q => ({ query: { q, expand: 'applicant' } }),
};

/** Reads of personal data are recorded, and the record is a list with rights. */
export function accessRecords(open: () => World): void {
  describe('the record of reads', () => {
    test('tells the owner who read what and why, in the very next request', async () => {
      const { owner, reception, overseer, handler, stranger } = open();
      const { code } = await signed(open());
      const params = { code };
      const stated = 'Đối chiếu theo công văn 12/VP';
      const reason = { 'access-reason': encodeURIComponent(stated) };
      await reception.call('getDossier', { params, headers: reason });
      await handler.call('getHistory', { params });
      await overseer.call('listResults', { params });
      expectRefusal(await stranger.call('getDossier', { params }), 404, 'not-found');
      await owner.call('getDossier', { params });
      const { items } = (await whoRead(owner, { dossier: code })).body;
      const officer = (role: string, unit = UNIT) => ({
        kind: 'officer',
        account: null,
        unit,
        roles: [role],
      });
      expect(items).toHaveLength(3);
      expect(items).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ parts: ['applicant'], reader: officer('reception'), stated }),
          expect.objectContaining({ parts: ['history'], reader: officer('handler'), stated: null }),
          expect.objectContaining({ parts: ['resultFile'], reader: officer('overseer', 'H44') }),
        ]),
      );
      expect((await whoRead(stranger, { dossier: code })).code).toBe('not-found');
    });

    test('keeps of a portal that polls its own dossiers one entry a day and operation', async () => {
      const { portal, reception, owner } = open();
      const [code, other] = [await submitted(portal), await submitted(portal)];
      for (let poll = 0; poll < 3; poll++) {
        await portal.call('getDossier', { params: { code } });
        await portal.call('listDossiers', { query: { expand: 'applicant', limit: '2' } });
      }
      await portal.call('getHistory', { params: { code } });
      await reception.call('getDossier', { params: { code } });
      await reception.call('getDossier', { params: { code } });
      const of = async (dossier: string) =>
        (await whoRead(owner, { dossier })).body.items
          .map(({ operation, reader }: Seen) => `${operation} by ${reader.kind}`)
          .toSorted();
      expect(await of(code)).toEqual([
        'getDossier by officer',
        'getDossier by officer',
        'getDossier by portal',
        'getHistory by portal',
        'listDossiers by portal',
      ]);
      expect(await of(other)).toEqual(['listDossiers by portal']);
    });

    test('shows an auditor the day, a reader and a dossier, and is recorded itself', async () => {
      const { portal, auditor } = open();
      const code = await submitted(portal);
      await portal.call('getDossier', { params: { code } });
      // The clock of these tests stands still, so that what was read at its moment is in no order.
      const mine = async (query: Record<string, string>) => {
        const read = await everythingRead(auditor, query);
        return read
          .filter((item: Seen) => item.dossiers.some(each => each.code === code))
          .map((item: Seen) => [item.operation, item.reader.account, item.dossiers[0]?.basis]);
      };
      const byPortal = ['getDossier', 'dvcqg', 'submitter'];
      expect(await mine({})).toContainEqual(byPortal);
      expect(await mine({ reader: 'portal:dvcqg', on: '2026-11-23' })).toEqual([byPortal]);
      const looked = ['listAccessRecords', 'thanhtra.h44', 'audit'];
      expect(await mine({ dossier: code })).toEqual(expect.arrayContaining([byPortal, looked]));
      expect(await mine({ reader: 'officer:thanhtra.h44' })).toEqual([looked]);
    });

    test('shows an officer what they read themselves, and nothing else', async () => {
      const { portal, otherHandler, handler, administrator } = open();
      const code = await submitted(portal);
      const stated = `Rà soát ${code}`;
      await otherHandler.call('getDossier', {
        params: { code },
        headers: { 'access-reason': encodeURIComponent(stated) },
      });
      await handler.call('getHistory', { params: { code } });
      const own = await everythingRead(otherHandler, {});
      expect(new Set(own.map(({ reader }) => reader.account))).toEqual(new Set(['thuly2.h44-101']));
      expect(own).toContainEqual(expect.objectContaining({ operation: 'getDossier', stated }));
      expect(await everythingRead(otherHandler, { on: '2026-11-22' })).toEqual([]);
      // Of dossiers nothing; what payers of nobody's money wrote, as treasurer.
      const treasurers = new Set((await everythingRead(administrator, {})).map(({ operation }) => operation));
      expect([...treasurers].filter(operation => operation !== 'listUnassigned')).toEqual([]);
      for (const query of [{ reader: 'officer:thuly2.h44-101' }, { dossier: code }] as Record<
        string,
        string
      >[])
        expectRefusal(await whoRead(otherHandler, query), 403, 'forbidden');
    });

    test.each(
      allOperations
        // Money of no dossier is of nobody who could look: `settling.ts` sees its record.
        .filter(({ id, recordsReads, method }) => recordsReads && method === 'GET' && id !== 'listUnassigned')
        .map(({ id }) => id),
    )('%s is in it, for it says that it is recorded', async id => {
      const { auditor } = open();
      // What is returned has no task any more.
      const { code } =
        id === 'listTasks'
          ? await accepted(open())
          : id === 'getDossierVault' || id === 'listCitedResults'
            ? await citing(open())
            : id === 'searchStoreForDossier'
              ? { code: await wantingBirth(open()) }
              : id === 'listReceipts'
                ? await receipted(open())
                : await signed(open());
      const read = recorded[id];
      if (!read) throw new Error(`${id} is new: give a request that shows personal data`);
      const { components } = (await open().owner.call('getDossier', { params: { code } })).body;
      const by = id === 'searchStoreForDossier' ? open().handler : auditor;
      expect((await by.call(id, read(code, components[0].files[0].id))).status).toBe(200);
      // Seen by the owner: an auditor who looks is recorded, too.
      const { items } = (await whoRead(open().owner, { dossier: code })).body;
      expect(items.map((item: Seen) => item.operation)).toEqual([id]);
    });

    test('is paged, refuses what contradicts itself, and holds no name, number or token', async () => {
      const { owner, auditor } = open();
      const all = (await whoRead(auditor)).body;
      expect(all.items.length).toBeGreaterThan(10);
      for (const secret of [OWNER, STRANGER, 'Nguyễn', 'Bearer', 'eyJ'])
        expect(JSON.stringify(all), secret).not.toContain(secret);
      const { nextCursor } = (await whoRead(auditor, { limit: '2' })).body;
      expect((await whoRead(auditor, { limit: '2', cursor: nextCursor })).body.items).toHaveLength(2);
      expectRefusal(await whoRead(auditor, { on: '2026-11-22', cursor: nextCursor }), 400, 'cursor-invalid');
      expectRefusal(await whoRead(owner, { cursor: nextCursor }), 400, 'cursor-invalid');
      expectRefusal(await whoRead(owner, { reader: 'officer:a' }), 403, 'forbidden');
      const dossier = await submitted(owner);
      for (const query of [
        { dossier, reader: 'officer:a' },
        { on: '2026-11-24' },
        { on: '1999-12-31' },
        { on: '2026-02-30' },
        { reader: 'thanhtra.h44' },
        { dossier: 'H44.101-261399-0001' },
        { limit: '1000000' },
      ] as Record<string, string>[])
        expectRefusal(await whoRead(auditor, query), 400, 'parameter-invalid');
    });
  });
}
