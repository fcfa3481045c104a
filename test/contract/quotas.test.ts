import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatDossierCode, lastOnlineNumber } from '../../functions/domain/dossier/number.ts';
import { foundEntries } from '../../functions/domain/projections/found-entries.ts';
import { type AccountHolder, isNearlyUsed, type SharedHolder } from '../../functions/domain/quotas/quota.ts';
import { sealTerms } from '../../functions/domain/search/sealed-terms.ts';
import { dynamoItems } from '../../functions/kernel/table/dynamo-items.ts';
import type { Items } from '../../functions/kernel/table/items.ts';
import { memoryItems } from '../../functions/kernel/table/memory-items.ts';
import { memoryRecords } from '../../functions/kernel/table/memory-records.ts';
import { keptDossiers } from '../../functions/records/dossiers/kept-dossiers.ts';
import { keys } from '../../functions/records/keys/keys.ts';
import { quotaKeys } from '../../functions/records/keys/quota-keys.ts';
import { keptQuotas } from '../../functions/records/quotas/kept-quotas.ts';
import { foundItemKey } from '../../functions/records/search-index/found-items.ts';
import type { Applicant } from '../../schemas/dossier/applicant.ts';
import { type Quotas as Limits, quotas as limitsOf } from '../../schemas/quotas.ts';
import { type LocalTable, openLocalTable } from '../support/lifecycle/local-table.ts';
import { keyring } from '../support/lifecycle/memory-province.ts';
import { create, ownDay } from './stores.ts';

let local: LocalTable;
beforeAll(async () => {
  local = await openLocalTable();
});
afterAll(() => local?.close());

const twin = memoryItems(memoryRecords());
const kinds: readonly [string, () => Items][] = [
  ['in memory', () => twin],
  ['in the local table', () => dynamoItems(local.table)],
];

const limits = (given: { [Part in keyof Limits]?: Partial<Limits[Part]> }) => limitsOf.parse(given);
const person = (id: string): AccountHolder => ({ of: 'person', id });
const quiet = { nearly: () => undefined };

/** A company whose name has as many terms as a name can have, with a number, a telephone and a representative. */
const MANY_TERMS: Applicant = {
  kind: 'organisation',
  name: 'Công ty Cổ phần Đầu tư Xây dựng Thương mại Dịch vụ Hùng Vương Phú Thọ',
  taxCode: '2600123456',
  phone: '0912345678',
  representative: { name: 'Nguyễn Thị Lành Lặn', identityNumber: '025190000001' },
};

describe.each(kinds)('quotas of a day, %s', (kind, items) => {
  /** Submits for a person, with what else is wanted, under a limit. */
  const submitting = (limit: number, id: string, day = ownDay()) => {
    const quotas = keptQuotas(items(), limits({ submissions: { person: limit } }), quiet);
    const dossiers = keptDossiers(items());
    return async (more: Parameters<typeof create>[2] = {}, at = day) => {
      const counted = await quotas.open('submissions', [person(id)], Date.parse(at.at));
      const place = { agency: 'H44.101', date: at.date };
      const made = await create({ dossiers }, place, { ...more, quota: counted.writes });
      if ('refused' in made) return made.refused;
      await counted.done();
      return 'made' as const;
    };
  };
  const usedBy = async (id: string, date: string) =>
    (await items().get(quotaKeys.account(date, { counted: 'submissions', ...person(id) })))?.['used'] ?? 0;

  test('of eight at once under a limit of five, five are made and three are refused', async () => {
    const day = ownDay();
    const submit = submitting(5, `eight ${kind}`, day);
    const ends = await Promise.all(Array.from({ length: 8 }, () => submit()));
    expect(ends.toSorted()).toEqual([...Array(5).fill('made'), ...Array(3).fill('quota')]);
    expect(await usedBy(`eight ${kind}`, day.date)).toBe(5);
  });

  test('a repeat does not count, and neither does a submission that is refused', async () => {
    const day = ownDay();
    const submit = submitting(2, `repeat ${kind}`, day);
    const answer = {
      caller: 'citizen:q',
      key: `q ${kind}`,
      requestHash: 'a'.repeat(64),
      status: 201,
      body: 1,
    };
    expect(await submit({ answer })).toBe('made');
    expect(await submit({ answer })).toBe('answered');
    expect(await submit({ files: ['f_unknown'] })).toBe('file');
    expect(await usedBy(`repeat ${kind}`, day.date)).toBe(1);
    expect(await submit()).toBe('made');
    // The repeat is told what was answered, even when nothing is left.
    expect(await submit({ answer })).toBe('answered');
    expect(await submit()).toBe('quota');
  });

  test('the next day in Vietnam begins anew, and what was counted ends by itself', async () => {
    const id = `days ${kind}`;
    const quotas = keptQuotas(items(), limits({ searches: { officer: 1 } }), quiet);
    const holder: AccountHolder = { of: 'officer', id };
    const late = Date.parse('2026-03-01T23:59:59+07:00');
    await quotas.take('searches', [holder], late);
    await expect(quotas.take('searches', [holder], late)).rejects.toMatchObject({
      code: 'quota-used-up',
      until: late + 1000,
      facts: {
        quota: { counted: 'searches', of: 'officer', limit: 1, renewsAt: '2026-03-02T00:00:00+07:00' },
      },
      detail: {
        vi: 'Mỗi cán bộ có 1 lượt tra cứu trong một ngày, hôm nay đã dùng hết. Vui lòng thử lại từ 00:00 ngày 02/03/2026.',
        en: expect.stringContaining('counting begins anew at 2026-03-02T00:00:00+07:00'),
      },
    });
    await quotas.take('searches', [holder], late + 1000);
    const kept = await items().get(quotaKeys.account('2026-03-01', { counted: 'searches', ...holder }));
    expect(kept).toMatchObject({ used: 1, expiresAt: Date.parse('2026-03-04T00:00:00+07:00') / 1000 });
  });

  test('0 is no limit, and counts nothing', async () => {
    const submit = submitting(0, `none ${kind}`);
    expect(await Promise.all([submit(), submit(), submit()])).toEqual(['made', 'made', 'made']);
  });

  test('a portal comes as far as its quota and no further, however its requests fall on the shares', async () => {
    const limit = kind === 'in memory' ? 10_000 : 300;
    const { at } = ownDay();
    const holder: SharedHolder = { of: 'portal', id: `cổng ${kind}` };
    const warned: string[] = [];
    const quotas = keptQuotas(items(), limits({ uploads: { portal: limit } }), {
      nearly: ({ of }) => warned.push(of),
    });
    let made = 0;
    const ask = async () => {
      try {
        await quotas.take('uploads', [holder], Date.parse(at));
        made += 1;
      } catch (error) {
        expect(error).toMatchObject({ code: 'quota-used-up' });
      }
    };
    const width = 4;
    for (let asked = 0; asked < limit * 1.1; asked += width)
      await Promise.all(Array.from({ length: width }, ask));
    expect(Math.abs(made - limit)).toBeLessThanOrEqual(limit * 0.02);
    // From four fifths on, each is told.
    expect(warned.length).toBeGreaterThan(limit * 0.18);
    expect(warned.length).toBeLessThan(limit * 0.24);
  }, 60_000);

  test('the last numbers of a unit are for its counter', async () => {
    const { date, at } = ownDay();
    const place = { agency: 'H44.105', date };
    const dossiers = keptDossiers(items());
    const online = lastOnlineNumber(20);
    expect(online).toBe(7999);
    const key = keys.dossierNumber(place.agency, date);
    const stands = (count: number) =>
      items().transact([{ refusal: 'never', key, change: { put: { count } } }]);
    await stands(online - 1);
    expect(await create({ dossiers }, { ...place, last: online })).toMatchObject({
      outcome: { head: { code: formatDossierCode('H44.105', date, 7999) } },
    });
    const refused = { code: 'numbers-kept', until: Date.parse(at) + 16 * 3_600_000 };
    await expect(create({ dossiers }, { ...place, last: online })).rejects.toMatchObject(refused);
    // The counter goes on, to the very last.
    expect(await create({ dossiers }, place)).toMatchObject({
      outcome: { head: { code: formatDossierCode('H44.105', date, 8000) } },
    });
    await stands(9999);
    await expect(create({ dossiers }, place)).rejects.toMatchObject({ ...refused, code: 'number-exhausted' });
  });

  test('the largest submission has room for its quota, and is found by every part of every name', async () => {
    const day = ownDay();
    const id = `largest ${kind}`;
    const files = Array.from({ length: 50 }, (_, nth) => `f_${kind === 'in memory' ? 'm' : 't'}${nth}`);
    for (const file of files)
      await items().transact([
        { refusal: 'never', key: { pk: `FILE#${file}`, sk: 'FILE' }, change: { put: { state: 'checked' } } },
      ]);
    const sizes: number[] = [];
    const counting: Items = {
      ...items(),
      transact(writes) {
        sizes.push(writes.length);
        return items().transact(writes);
      },
    };
    const quotas = keptQuotas(items(), limits({ submissions: { person: 1 } }), quiet);
    const counted = await quotas.open('submissions', [person(id)], Date.parse(day.at));
    const foundBy = sealTerms(MANY_TERMS, keyring);
    const answer = {
      caller: 'citizen:l',
      key: `l ${kind}`,
      requestHash: 'a'.repeat(64),
      status: 201,
      body: 1,
    };
    const place = { agency: 'H44.01', date: day.date };
    const made = await create({ dossiers: keptDossiers(counting) }, place, {
      applicant: MANY_TERMS,
      competentUnit: 'H44.04',
      foundBy,
      files,
      answer,
      quota: counted.writes,
    });
    if ('refused' in made) throw new Error(made.refused);
    const entries = foundEntries(made.outcome.head, foundBy);
    expect(entries).toHaveLength(38);
    const [first = 0, second = 0] = sizes;
    expect(first).toBeLessThanOrEqual(100);
    expect(second).toBeLessThanOrEqual(100);
    const found = await items().fetch(entries.map(foundItemKey));
    expect(entries.filter(entry => found(foundItemKey(entry)) === undefined)).toEqual([]);
    expect(await usedBy(id, day.date)).toBe(1);
  });
});

test('operators are warned at four fifths', () => {
  expect([79, 80, 100].map(used => isNearlyUsed(used, 100))).toEqual([false, true, true]);
});
