import { describe, expect, test } from 'vitest';
import type { AccessList, NewAccess } from '../../functions/records/audit-log/access-record-store.ts';
import type { AccessRecord } from '../../schemas/stored/access-record.ts';
import type { Stores } from './stores.ts';

let requests = 0;

/** A read of dossiers of these owners, made by an officer. */
function read(at: string, owners: Readonly<Record<string, string>>, reader = 'thuly1.h44-101'): NewAccess {
  const record: AccessRecord = {
    at,
    requestId: `request-${++requests}`,
    reader: { kind: 'officer', id: reader, unit: 'H44.101', roles: ['handler'] },
    operation: 'getDossier',
    parts: ['applicant'],
    dossiers: Object.keys(owners).map(code => ({ code, basis: 'unit' })),
    stated: null,
    asked: null,
  };
  const codesOf = (owner: string) => new Set(Object.keys(owners).filter(code => owners[code] === owner));
  return {
    record,
    owners: new Map([...new Set(Object.values(owners))].map(owner => [owner, codesOf(owner)])),
  };
}

const CODES = ['H44.101-260401-0001', 'H44.101-260401-0002', 'H44.101-260401-0003'] as const;

/** What a record of reads does, whatever it is made of. */
export function accessRecordsContract(kind: string, stores: () => Stores): void {
  const own = (name: string) => `${name} ${kind}`.replaceAll(' ', '-');
  const whole = async (of: AccessList, limit: number) => {
    const found: AccessRecord[] = [];
    let before: string | undefined;
    do {
      const page = await stores().accessRecords.page(of, before, limit);
      expect(page.records.length).toBeLessThanOrEqual(limit);
      found.push(...page.records);
      before = page.next;
    } while (before !== undefined);
    return found;
  };

  describe(`a record of reads ${kind}`, () => {
    test('gives each person their part of an entry, and day and reader the whole of it', async () => {
      const [an, binh] = [own('an'), own('binh')];
      const entry = read(
        '2026-04-01T09:00:00+07:00',
        { [CODES[0]]: an, [CODES[1]]: an, [CODES[2]]: binh },
        own('reader'),
      );
      await stores().accessRecords.add([entry]);
      const seenBy = async (owner: string) =>
        (await whole({ owner }, 5)).map(({ dossiers }) => dossiers.map(({ code }) => code));
      expect(await seenBy(an)).toEqual([[CODES[0], CODES[1]]]);
      expect(await seenBy(binh)).toEqual([[CODES[2]]]);
      expect(await whole({ reader: `officer:${own('reader')}` }, 5)).toEqual([entry.record]);
      expect(await whole({ on: '2026-04-01' }, 5)).toContainEqual(entry.record);
      expect(await whole({ on: '2026-04-02' }, 5)).toEqual([]);
      expect(await whole({ owner: own('nobody') }, 5)).toEqual([]);
    });

    test('keeps once a day what is read again and again, each dossier by itself', async () => {
      const [an, binh] = [own('an-polled'), own('binh-polled')];
      const poll = async (at: string, owners: Record<string, string>) =>
        stores().accessRecords.add([{ ...read(at, owners, own('poller')), onceADay: true }]);
      await poll('2026-04-01T09:00:00+07:00', { [CODES[0]]: an });
      await poll('2026-04-01T09:05:00+07:00', { [CODES[0]]: an, [CODES[1]]: binh });
      await poll('2026-04-01T23:59:59+07:00', { [CODES[0]]: an, [CODES[1]]: binh });
      await poll('2026-04-02T00:00:00+07:00', { [CODES[0]]: an });
      const when = async (owner: string) => (await whole({ owner }, 5)).map(({ at }) => at);
      expect(await when(an)).toEqual(['2026-04-02T00:00:00+07:00', '2026-04-01T09:00:00+07:00']);
      expect(await when(binh)).toEqual(['2026-04-01T09:05:00+07:00']);
      expect(await whole({ reader: `officer:${own('poller')}` }, 5)).toHaveLength(3);
    });

    test('gives the newest first, in pages that neither skip nor repeat, over all partitions of a day', async () => {
      const owner = own('paged');
      const entries = Array.from({ length: 23 }, (_, index) =>
        read(
          // Three reads a moment: what is equally old must not fall between two pages either.
          `2026-05-04T09:${String(Math.floor(index / 3)).padStart(2, '0')}:00+07:00`,
          { [CODES[0]]: owner },
          own('diligent'),
        ),
      );
      await stores().accessRecords.add(entries);
      for (const of of [{ owner }, { reader: `officer:${own('diligent')}` }, { on: '2026-05-04' }]) {
        for (const limit of [1, 4, 23, 100]) {
          const found = await whole(of, limit);
          expect(found.map(({ requestId }) => requestId).toSorted()).toEqual(
            entries.map(({ record }) => record.requestId).toSorted(),
          );
          expect(found.map(({ at }) => at)).toEqual(
            found
              .map(({ at }) => at)
              .toSorted()
              .toReversed(),
          );
        }
      }
    });

    test('narrows a list to a day, whole from midnight to midnight in Vietnam, and to a dossier', async () => {
      const owner = own('narrowed');
      const at = (text: string, code: string) => read(text, { [code]: owner }, own('narrow'));
      await stores().accessRecords.add([
        at('2026-06-01T23:59:59+07:00', CODES[0]),
        at('2026-06-02T00:00:00+07:00', CODES[1]),
        at('2026-06-02T23:59:59.999+07:00', CODES[0]),
        at('2026-06-03T00:00:00+07:00', CODES[1]),
      ]);
      const times = async (of: AccessList) => (await whole(of, 1)).map(record => record.at);
      const day = ['2026-06-02T23:59:59.999+07:00', '2026-06-02T00:00:00+07:00'];
      expect(await times({ owner, on: '2026-06-02' })).toEqual(day);
      expect(await times({ reader: `officer:${own('narrow')}`, on: '2026-06-02' })).toEqual(day);
      expect(await times({ on: '2026-06-02' })).toEqual(day);
      expect(await times({ owner, dossier: CODES[1] })).toEqual([
        '2026-06-03T00:00:00+07:00',
        '2026-06-02T00:00:00+07:00',
      ]);
      expect(await times({ owner, dossier: CODES[1], on: '2026-06-02' })).toEqual([
        '2026-06-02T00:00:00+07:00',
      ]);
      expect(await times({ owner, dossier: CODES[2] })).toEqual([]);
    });

    test('keeps as many persons as a transaction holds, several at once', async () => {
      const persons = (from: number) =>
        Object.fromEntries(
          Array.from({ length: 99 }, (_, index) => [
            `H44.101-260403-${String(from + index).padStart(4, '0')}`,
            own(`owner-${from + index}`),
          ]),
        );
      const both = [persons(1), persons(100)];
      await stores().accessRecords.add(both.map(owners => read('2026-07-01T09:00:00+07:00', owners)));
      const owners = both.flatMap(each => Object.values(each));
      const found = await Promise.all(owners.map(owner => whole({ owner }, 2)));
      expect(found.map(({ length }) => length)).toEqual(owners.map(() => 1));
    });
  });
}
